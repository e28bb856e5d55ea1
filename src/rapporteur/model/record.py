"""What is known of a report besides its text, and what its reader should know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapporteur.model.text import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader of a report should know: a repeated number, a skipped level, a note without a marker.

    The four parts of every message: what was seen, where, what was expected, what to do.

    :ivar severity: "finding" (exit 1) or "warning" (exit 0).
    """

    code: str
    seen: str
    where: str
    expected: str
    remedy: str
    severity: str = "finding"
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.seen} Expected: {self.expected} To do: {self.remedy}"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a report besides its text: the record beside the file, or options of the command.

    :ivar symbol: "CTOC/COP/WG.4/2010/6".
    :ivar source: address the file was taken from.
    :ivar style: id of the house style to read it under, or the path of a style file; None to choose from the words.
    """

    symbol: str | None = None
    title: str | None = None
    issued: date | None = None
    language: str | None = None
    source: str | None = None
    sha256: str | None = None
    style: str | None = None
