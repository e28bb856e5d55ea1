"""The read room: a file → `Report`. One adapter a format lays out its lines; all that follows is shared.

An adapter gives a `rapporteur.read.layout.Layout`; a new format is a new module and one line in
`rapporteur.read.formats.FORMATS`. No rule here knows what a State or a treaty is.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from rapporteur.model import Record, Report
from rapporteur.read.assemble import report_of
from rapporteur.read.coverage import Coverage, Leftover, coverage
from rapporteur.read.files import (
    decode,
    ending,
    read_bytes,
    read_record,
    read_stream,
    record_of,
    record_path,
    refuse_blank,
)
from rapporteur.read.formats import FORMATS, HTML, TEXT, Format, format_of
from rapporteur.read.front_matter import front_matter_record
from rapporteur.read.markdown import lay_out
from rapporteur.read.passage import passage_report

__all__ = [
    "FORMATS",
    "Coverage",
    "Format",
    "Leftover",
    "coverage",
    "decode",
    "passage_report",
    "read_record",
    "read_report",
    "read_stream",
    "record_of",
    "record_path",
    "report_from_bytes",
    "report_from_text",
]


def read_report(path: Path, record: Record | None = None) -> Report:
    """Read a report from a file in one of the `FORMATS`.

    :param record: what is known besides the text; without it the record beside the file (``NAME.toml``), if any.
    :raises UnusableInput: for a file that is missing, a folder, empty, over 100 MB, of another format, damaged, not
        UTF-8 where it is text, or without any numbered paragraph; and for a record that cannot be read.
    """
    path = Path(path)
    data = read_bytes(path)
    if record is None:
        record = read_record(record_path(path))
    return _report(data, str(path), path.name, record)


def report_from_bytes(data: bytes, name: str, record: Record | None = None) -> Report:
    """Read a report from the bytes of a file in one of the `FORMATS`.

    :param name: what messages call it; the ending of a file name tells the format where the bytes do not.
    :raises UnusableInput: as `read_report`, the file itself aside.
    """
    return _report(data, name, name, record)


def _report(data: bytes, where: str, name: str, record: Record | None) -> Report:
    said = front_matter_record(data)
    return report_of(format_of(data, where).lay_out(data, where), name, record or Record(), said)


def report_from_text(text: str, name: str, record: Record | None = None) -> Report:
    """Read a report from its text: in Markdown, or in what the ending of its name says ("report.txt", "report.html").

    :param name: what messages call the text: a file name, or "-" for standard input.
    :raises UnusableInput: if it holds no words, or no numbered paragraph.
    """
    refuse_blank(text, name)
    if ending(PurePath(name)) in (*TEXT.endings, *HTML.endings):
        return report_from_bytes(text.encode("utf-8", "surrogatepass"), name, record)
    return report_of(lay_out(text), name, record or Record(), front_matter_record(text))
