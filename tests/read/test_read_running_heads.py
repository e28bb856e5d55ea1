"""Is a heading that stands at the top of many pages told from a running head that is printed there again and again?"""

from __future__ import annotations

import pytest

from rapporteur.read import coverage, report_from_bytes

TURNS = {"with form feeds": "\f", "without form feeds": "\n\n"}


def on_pages(turn: str, *pages: str) -> bytes:
    """Pages of text, each under the symbol and over its number."""
    return turn.join(
        f"A/CONF.999/7\n\n{page}\n\n{'':>40}{number}\n" for number, page in enumerate(pages, start=1)
    ).encode()


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_a_heading_whose_label_is_due(turn: str) -> None:
    """Do sections with one heading, under chapters of their own, stay where each begins a page?"""
    chapters = [f"{label}.   {title}" for label, title in (("I", "Ports"), ("II", "Reefs"), ("III", "Quays"))]
    pages = []
    for i, chapter in enumerate(chapters):
        first = 2 * i + 1
        pages.append(f"    {chapter}\n\n    {first}.   The Board met on the matter of lamps.")
        pages.append(f"    A.   Lamps\n\n    {first + 1}.   The Board saw that the lamps were lit.")
    report = report_from_bytes(on_pages(turn, *pages), "lamps.txt")
    assert [s.path for s in report.sections] == ["I", "I.A", "II", "II.A", "III", "III.A"]
    assert coverage(report).complete and not report.findings


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize(("head", "path"), [("II.   Harbours", "II"), ("Annex I", "annex-I"), ("B.   Harbours", "I.B")])
def test_a_heading_that_goes_on_as_a_running_head(turn: str, head: str, path: str) -> None:
    """Is the heading kept where it stands first, and set aside where later pages print it again?"""
    opening = "    I.   Opening\n\n    1.   The Board met.\n\n    A.   Lamps\n\n    2.   The lamps were lit."
    pages = [f"    {head}\n\n    {number}.   The Board saw a harbour of the coast." for number in range(3, 8)]
    report = report_from_bytes(on_pages(turn, opening, *pages), "lamps.txt")
    assert [s.path for s in report.sections] == ["I", "I.A", path]
    assert [p.number for p in report.paragraphs] == [str(n) for n in range(1, 8)]
    assert all(head.split()[-1] not in p.body.text for p in report.paragraphs)
    assert coverage(report).complete


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_the_last_word_of_a_sentence_at_the_top_of_many_pages(turn: str) -> None:
    """Does the word stay that ends a paragraph on the next page, again and again the same one?"""
    pages = ["    1.   The Board saw that the lamps of the coast remained"]
    pages += [f"lit.\n\n    {n}.   The Board saw that the lamps of the coast remained" for n in range(2, 8)]
    report = report_from_bytes(on_pages(turn, *pages, "lit."), "lamps.txt")
    assert [p.body.text for p in report.paragraphs] == ["The Board saw that the lamps of the coast remained lit."] * 7
    assert coverage(report).complete
