"""Tables of positions in the addendum of a State under review: are their numbers those of the report under review?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

FRONT = "A/LAMP/49/12/Add.1\n\nReport of the Working Group on Lamps\n\n1. Azuria supports most recommendations.\n\n"


@pytest.mark.parametrize(
    "rows",
    [
        "102.5 (Ruritania)     Supported    See paragraph 14 of the report.\n102.6 (Syldavia)      Noted\n",
        "102.5    Supported\n102.6    Not accepted    The lamps are lit.\n",
        "102.5. – Partially supported.\n102.6. – Noted.\n",
        "102.5 (Ruritania, Syldavia): Accepted\n\n102.6 (Isles): Noted; lamps are lit.\n",
        "61.12 (Ruritania,\n      Syldavia)   Supported\n61.13 (Isles)   Noted\n61.14 (Isles)   Supported\n",
        "7.1.1 (Ruritania)     Supported\n7.1.2 (Syldavia)      Noted\n",
    ],
)
@pytest.mark.parametrize("heads", ["", "Recommendation     Position     Comment\n", "No.\tPosition\n\n"])
def test_rows_are_no_paragraphs(rows: str, heads: str) -> None:
    """Are the rows text of the section above them, and is the next paragraph one of its own?"""
    text = f"{FRONT}Lamps of the coast\n\n{heads}{rows}\n2. It will report in 2033.\n"
    report = report_from_text(text, "x.txt")
    assert [(p.number, p.body.text) for p in report.paragraphs][1:] == [("2", "It will report in 2033.")]
    assert report.paragraphs[0].body.text == "Azuria supports most recommendations."
    (section,) = report.sections
    assert section.title.text == "Lamps of the coast"
    assert section.unnumbered is not None
    assert all(row.split()[0] in section.unnumbered.text for row in rows.splitlines() if row[:1].isdigit())
    assert "unnumbered-text" in {finding.code for finding in report.findings}


def test_rows_alone() -> None:
    """Is a text of nothing but rows one that numbers no paragraph?"""
    rows = "".join(f"61.{number} (Azuria)     Supported     The lamps are lit.\n" for number in range(1, 6))
    report = report_from_text(f"{FRONT.partition('1.')[0]}{rows}", "x.txt")
    assert not report.paragraphs
    assert "no-numbers" in {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    "words",
    ["Light the lamps (Ruritania);", "Support the keepers (Ruritania);", "Accept the nets of the port (Isles);"],
)
def test_recommendations_given_anew_are_paragraphs(words: str) -> None:
    """Are recommendations with their words still paragraphs, in a report's own list too?"""
    rows = "".join(f"61.{number} {words}\n" for number in range(1, 5))
    report = report_from_text(f"{FRONT}{rows}\n2. It rose.\n", "x.txt")
    assert [p.number for p in report.paragraphs] == ["1", "61.1", "61.2", "61.3", "61.4", "2"]


def test_rows_below_their_own_paragraph() -> None:
    """Is "2.1 Accepted" a paragraph where paragraph 2 of the same text stands above it?"""
    report = report_from_text(f"{FRONT}2. Its answers were:\n\n2.1 Accepted.\n2.2 Noted.\n2.3 Noted.\n", "x.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "2.1", "2.2", "2.3"]
