"""Do the README and the docs say what is true: each command runs, each name is there, each file is linked?"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.S)


def _commands() -> list[str]:
    found: list[str] = []
    for page in PAGES:
        for language, block in BLOCK.findall(page.read_text("utf-8")):
            if language in ("sh", "console"):
                lines = (line.removeprefix("$ ").split("  #")[0].strip() for line in block.splitlines())
                found += [
                    line for line in lines if line.startswith("rapporteur ") and not re.search(r"\b[A-Z]{4,}", line)
                ]
    return list(dict.fromkeys(found))


COMMANDS = _commands()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_shown_runs(command: str) -> None:
    """Does the command, as it is printed, end well and print something?"""
    arguments = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, "-c", "from rapporteur.cli import main; main()", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_commands_were_found() -> None:
    """Were there commands to run?"""
    assert len(COMMANDS) >= 4


def test_the_python_of_the_readme_runs() -> None:
    """Does the README's example for Python run as it stands?"""
    (block,) = [
        text for language, text in BLOCK.findall((ROOT / "README.md").read_text("utf-8")) if language == "python"
    ]
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "tip-protocol" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_links_to_what_is_there(page: Path) -> None:
    """Does every relative link of the page lead to a file or folder?"""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_every_verb_is_told_of() -> None:
    """Does the README name each verb of the command line?"""
    from rapporteur.cli import app

    text = (ROOT / "README.md").read_text("utf-8")
    verbs = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert len(verbs) >= 9
    assert not [verb for verb in verbs if f"`{verb}`" not in text and f"rapporteur {verb}" not in text]


def test_derived_pages_are_in_step() -> None:
    """Are the questions, commands and terms in docs/ those of the code?"""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
