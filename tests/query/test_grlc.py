"""grlc: can its reader take every header as it stands, and does it find the fields that it knows, of the right types?

What it does was read in its ``gquery.get_yaml_decorators`` (1.3.11): the ``#+`` lines, without their signs, are a YAML
mapping; a header that is no YAML is dropped without a word. A variable that begins with ``_`` is a parameter of grlc's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rapporteur.resources import resource

yaml = pytest.importorskip("yaml", reason="PyYAML, with which grlc reads headers, is not installed")

FILES = [*sorted(resource("queries").glob("*.rq")), *sorted((resource("queries") / "values").glob("*.rq"))]
KNOWN = {
    "summary": str,
    "description": str,
    "endpoint": str,
    "method": str,
    "tags": list,
    "pagination": int,
    "enumerate": list,
    "defaults": list,
}
"""Fields of grlc's own, and what it takes them for."""
OURS = {"params", "columns", "not_on", "cost"}


def header(path: Path) -> dict[str, Any]:
    """The header as grlc reads it."""
    rows = [row.lstrip("#+") for row in path.read_text("utf-8").split("\n") if row.startswith("#+")]
    read = yaml.safe_load("\n".join(rows))
    assert isinstance(read, dict)
    return read


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_grlc_reads_the_header(path: Path) -> None:
    """Is it a YAML mapping of fields that grlc or we know, each of its type?"""
    read = header(path)
    assert set(read) <= set(KNOWN) | OURS
    assert read["summary"].endswith("?")
    for field, value in read.items():
        assert isinstance(value, KNOWN.get(field, dict if field != "cost" else str)), field


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_variable_is_taken_for_a_parameter_of_grlc(path: Path) -> None:
    """Does no variable begin with an underscore, so that grlc asks the file as it stands?"""
    assert not re.search(r"[?$]_", path.read_text("utf-8"))


def test_all_files_are_read() -> None:
    """Were the files found at all?"""
    assert len(FILES) > 45
