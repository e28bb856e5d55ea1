"""The front of a report: its symbol, the stars that call its notes, and years in the names of sections."""

from __future__ import annotations

import pytest

from rapporteur.model import PartKind, Report
from rapporteur.read import report_from_text

NOTE = "     * The present document was not edited before it was sent to the keepers.\n\nLB.31-04411(E)\n"
BODY = "     Introduction\n\n1.   The Board met by the pier.\n\n2.   It rose at noon.\n"


def _report(title: str, between: str = "") -> Report:
    front = f"LAMP/COP/2031/4/Add.1\n\nDistr.: General\n\n3 May 2031\n\nLighthouse Board\n\n{title}\n\n"
    return report_from_text(f"{front}{NOTE}{between}{BODY}", "lamps.txt")


@pytest.mark.parametrize(
    "title",
    [
        "     Report of the Lighthouse Board\n\n     Addendum\n\n     Views on the lamps\n     of the State*",
        "     Report of the Lighthouse Board\n\n     Addendum*\n\n     Views on the lamps",
        "     Report of the Lighthouse Board*\n\n     Addendum\n\n     Views on the lamps",
    ],
)
@pytest.mark.parametrize("between", ["", "\f"])
def test_a_star_on_the_front_calls_its_note(title: str, between: str) -> None:
    """Is the note that of the report, wherever on the front the star stands, on pages or not, and told as no fault?"""
    report = _report(title, between)
    (note,) = report.footnotes
    assert note.body.text == "The present document was not edited before it was sent to the keepers."
    assert note.note_of is not None and note.note_of.kind is PartKind.REPORT
    assert report.title_text == "Report of the Lighthouse Board"
    assert [finding.code for finding in report.findings if finding.severity == "finding"] == []
    assert [paragraph.number for paragraph in report.paragraphs] == ["1", "2"]


def test_a_star_that_nothing_bears_is_told() -> None:
    """Is a sign with words behind it, which no star above calls, no note that anything calls?"""
    report = _report("     Report of the Lighthouse Board")
    assert all(note.marker is None for note in report.footnotes)
    assert {"unnumbered-text", "note-without-marker"} & {finding.code for finding in report.findings}


@pytest.mark.parametrize("symbol", ["LAMP(OIL)/Wk/CONF/4", "LAMP/CONF/4", "LAMP(OIL)/4"])
def test_a_symbol_alone_on_its_line(symbol: str) -> None:
    """Is the symbol read, brackets in its first part too?"""
    text = f"# Final Act of the Conference on Lamps\n\nZenda, 3 May 2031\n\n{symbol}\n\n1. It met.\n\n2. It rose.\n"
    assert report_from_text(text, "lamps.md").symbol == symbol


@pytest.mark.parametrize("dash", ["-", "–", "—", "−"])
def test_years_stay_apart_in_the_name_of_a_section(dash: str) -> None:
    """Does a dash between two years part them in the path as it does in print?"""
    text = f"# Report of the Board\n\n## I. Lamps\n\n1. It met.\n\n### Plan for 2031{dash}2034\n\n2. It rose.\n"
    assert report_from_text(text, "lamps.md").sections[-1].path == "I/plan-for-2031-2034"
