"""The read room: a file → `Report`. One adapter a format lays out its lines; all that follows is shared.

An adapter gives a `rapporteur.read.layout.Layout`; a new format is a new module and one line in `ADAPTERS`. No rule
here knows what a State or a treaty is.
"""

from __future__ import annotations

from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.model import Record, Report
from rapporteur.read.assemble import Adapter, report_of
from rapporteur.read.coverage import Coverage, Leftover, coverage
from rapporteur.read.files import decode, ending, read_record, read_text, record_of, record_path, refuse_blank
from rapporteur.read.markdown import lay_out
from rapporteur.read.passage import passage_report

__all__ = [
    "ADAPTERS",
    "Coverage",
    "Leftover",
    "coverage",
    "decode",
    "passage_report",
    "read_record",
    "read_report",
    "record_of",
    "record_path",
    "report_from_text",
]

ADAPTERS: dict[str, Adapter] = {".md": lay_out, ".markdown": lay_out, ".txt": lay_out, "": lay_out}
"""File ending → adapter; "" for a file or stream without one."""


def read_report(path: Path, record: Record | None = None) -> Report:
    """Read a report from a Markdown or plain text file in UTF-8.

    :param record: what is known besides the text; without it the record beside the file (``NAME.toml``), if any.
    :raises UnusableInput: for a file that is missing, a folder, empty, binary, not UTF-8, over 100 MB, of another
        format, or without any numbered paragraph; and for a record that cannot be read.
    """
    path = Path(path)
    text = read_text(path)
    if ending(path) not in ADAPTERS:
        raise UnusableInput(
            f"A file that ends in “{path.suffix}”.",
            where=str(path),
            expected=f"a report in a file that ends in {', '.join(sorted(filter(None, ADAPTERS)))}.",
            remedy="Convert it to Markdown or text, or rename it if it is one.",
        )
    if record is None:
        record = read_record(record_path(path))
    return report_of(text, path.name, ADAPTERS[ending(path)], record or Record())


def report_from_text(text: str, name: str, record: Record | None = None) -> Report:
    """Read a report from its text in Markdown.

    :param name: what messages call the text: a file name, or "-" for standard input.
    :raises UnusableInput: if it holds no words, or no numbered paragraph.
    """
    refuse_blank(text, name)
    return report_of(text, name, lay_out, record or Record())
