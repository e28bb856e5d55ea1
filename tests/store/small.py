"""Small invented builds, and copies of one store, so that a test of the store takes a moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ID = "https://w3id.org/rapporteur/id/"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
SHARED = f'<{ID}state/ZZZ> {LABEL} "Ruritania"@en .'
"""A triple that stands in every report, as names of States do."""


def symbol(number: int) -> str:
    """The symbol of an invented report."""
    return f"FERRY/WG.1/2031/{number}"


def build(folder: Path, number: int = 1, paragraphs: int = 20, word: str = "ferries") -> Path:
    """A file in the form of a build, of three graphs, for report ``number``."""
    document = f"{ID}document/{symbol(number)}"
    facts = [f'<{document}> {LABEL} "{symbol(number)}"@en .', SHARED]
    evidence = []
    for at in range(1, paragraphs + 1):
        facts.append(f'<{document}/paragraph/{at}> <https://w3id.org/rapporteur/ontology#text> "On {word} {at}."@en .')
        evidence.append(f'<{document}/link/{at:012x}> <https://w3id.org/rapporteur/ontology#quote> "{word} {at}" .')
    inferred = [f"<{document}> a <https://w3id.org/rapporteur/ontology#Document> ."]
    graphs = (("", facts), ("/evidence", evidence), ("/inferred", inferred))
    text = "".join(f"<{document}/graph{name}> {{\n" + "\n".join(lines) + "\n}\n" for name, lines in graphs)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"FERRY-WG.1-2031-{number}.trig"
    file.write_text(text, "utf-8")
    return file


def copy_of(template: Path, to: Path) -> Path:
    """A store of one's own, filled as the template is."""
    shutil.copytree(template, to)
    return to


def command(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run ``rapporteur`` as a process of its own."""
    import os

    return subprocess.run(
        [sys.executable, "-c", "from rapporteur.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1", **settings},
        timeout=120,
    )
