"""Gold: a folder of hand annotation → rows, with targets in the form the graph uses after ``id/``.

Files that a folder lacks are empty lists: another report may be annotated for citations only.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from rapporteur.errors import UnusableInput

Row = Mapping[str, Any]

FILES = (
    "sections.csv",
    "paragraphs.csv",
    "footnotes.csv",
    "agenda.csv",
    "treaty_mentions.csv",
    "citations.jsonl",
    "organizations.jsonl",
    "states.jsonl",
    "persons.jsonl",
    "recommendations.jsonl",
)


@dataclass(frozen=True)
class Gold:
    """The rows of one annotated report.

    :ivar paragraphs: rows of paragraphs.csv; their numbers are the scope of every other kind.
    :ivar document: document.json: the text that offsets count, its symbol, the scope; only where the folder holds
        offsets and no words.
    """

    sections: tuple[Row, ...]
    paragraphs: tuple[Row, ...]
    footnotes: tuple[Row, ...]
    agenda: tuple[Row, ...]
    treaty_mentions: tuple[Row, ...]
    citations: tuple[Row, ...]
    organizations: tuple[Row, ...]
    states: tuple[Row, ...]
    persons: tuple[Row, ...]
    recommendations: tuple[Row, ...]
    document: Row = field(default_factory=dict)

    @property
    def offsets_only(self) -> bool:
        """Is the whole report annotated, by offsets and targets, without its words?"""
        return self.document.get("scope") == "whole"

    @cached_property
    def paragraph_numbers(self) -> frozenset[str]:
        return frozenset(row["number"] for row in self.paragraphs)

    @property
    def note_numbers(self) -> frozenset[str]:
        return frozenset(row["number"] for row in self.footnotes)


def read_gold(folder: str | Path) -> Gold:
    """Read a gold folder.

    :raises UnusableInput: if it is no folder, or holds none of the files.
    """
    folder = Path(folder)
    if not any((folder / name).is_file() for name in FILES):
        raise UnusableInput(
            "No annotation was found.",
            where=str(folder),
            expected="a folder with some of " + ", ".join(FILES) + ".",
            remedy="Name a gold folder such as tests/gold/CTOC-COP-WG.4-2010-6.",
        )
    about = _rows(folder / "document.jsonl")
    rows = {name.partition(".")[0]: tuple(_rows(folder / name)) for name in FILES}
    return Gold(**rows, document=about[0] if about else {})


def _rows(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            if path.suffix == ".csv":
                return list(csv.DictReader(file))
            return [json.loads(line) for line in file if line.strip()]
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise UnusableInput(
            f"A row cannot be read: {fault}.",
            where=str(path),
            expected="UTF-8, one JSON object a line or CSV with a heading row.",
            remedy="Mend the file.",
        ) from fault


def split_list(cell: str) -> tuple[str, ...]:
    """A list in a CSV cell, joined by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


_STEP = re.compile(r"^(art|para|rule)(.+)$")
_UNITS = {"art": "article", "para": "paragraph", "rule": "rule"}


def target_id(target: str) -> str:
    """A gold target in the form the graph uses after ``id/``; ``pub:`` slugs stay, they are compared by title.

    >>> target_id("untoc/art26/para2"), target_id("tip-protocol/art3/a")
    ('instrument/untoc/article/26/paragraph/2', 'instrument/tip-protocol/article/3/subparagraph/a')
    >>> target_id("CTOC/COP decision 4/4"), target_id("E/2002/68/Add.1")
    ('decision/CTOC/COP/4/4', 'document/E/2002/68/Add.1')
    >>> target_id("UN Sales No. E.09.V.11#art10"), target_id("UNTS vol. 2225, No. 39574")
    ('publication/sales/E.09.V.11/article/10', 'publication/unts/2225/39574')
    """
    if target.startswith(("pub:", "unresolved:", "re:", "document/", "decision/", "instrument/", "publication/")):
        return target
    if match := re.fullmatch(r"UN Sales No\. ([^#]+)(?:#art(\d+))?", target):
        return f"publication/sales/{match[1]}" + (f"/article/{match[2]}" if match[2] else "")
    if match := re.fullmatch(r"UNTS vol\. (\d+), No\. (\d+)", target):
        return f"publication/unts/{match[1]}/{match[2]}"
    if match := re.fullmatch(r"(\S+) decision (\S+)", target):
        return f"decision/{match[1]}/{match[2]}"
    if match := re.fullmatch(r"(\S+) rules of procedure(?:/(.+))?", target):
        return "instrument/" + match[1].lower().replace("/", "-") + "-rules-of-procedure" + _steps(match[2] or "")
    if match := re.fullmatch(r"([A-Z][^#]*)#(.+)", target):
        part = match[2]
        place = f"section/{part.removeprefix('chapter-')}" if part.startswith("chapter-") else f"paragraph/{part}"
        return f"document/{match[1]}/{place}"
    if target[:1].isupper():
        return f"document/{target}"
    head: list[str] = []
    rest = target.split("/")
    while rest and not _STEP.match(rest[0]):
        head.append(rest.pop(0))
    return "instrument/" + "/".join(head) + _steps("/".join(rest))


def _steps(path: str) -> str:
    steps = ""
    for step in path.split("/") if path else ():
        match = _STEP.match(step)
        steps += f"/{_UNITS[match[1]]}/{match[2]}" if match else f"/subparagraph/{step}"
    return steps
