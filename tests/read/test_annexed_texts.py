"""Are the texts that an act carries behind its witnesses read in a plain copy, where nothing marks their headings?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_bytes, report_from_text

ACT = """Final Act of the Conference on Lamps

1. The Conference met at Strelsau in 1963.

2. It adopted two resolutions. IN WITNESS WHEREOF the representatives have signed this Final Act. (sd.) MARTA ZEDD

"""
TEXTS = (
    "The Conference on Lamps, Recalling its work, 1. Requests the Keeper to light the coast.",
    "Resolution adopted at the 3rd meeting on 4 May 1963 The Conference on Lamps,Noting fog, Decides to meet again.",
)


def outline(text: str) -> list[tuple[str, str]]:
    report = report_from_text(text, "act.txt")
    return [(section.path, section.title.text) for section in report.sections]


@pytest.mark.parametrize("indent", ["", " " * 30])
def test_a_roman_number_alone_over_its_title(indent: str) -> None:
    """Is "I" between blank lines, with a title below, a heading, though no full stop ends the words before?"""
    text = f"{ACT}{indent}I\n\n{indent}Oil for the lamps\n\n{TEXTS[0]}\n\n{indent}II\n\n{indent}Fog\n\n{TEXTS[1]}\n"
    assert outline(text) == [("I", "Oil for the lamps"), ("II", "Fog")]
    assert not outline(ACT + "I\n\nThe keepers slept.\n\nII\n\nThey woke.\n")
    assert outline(ACT + "II\n\nOil for the lamps\n\n" + TEXTS[0])[0][0] != "II"


def test_letters_alone_over_the_words_of_who_adopts() -> None:
    """Is a letter alone in an annex a heading where it is due, however long the name of who adopts what follows?"""
    who = "The United Conference of Plenipotentiaries on the Lighting of Harbours in an Empire of Fog,"
    texts = f"A\n\n{who}\n\nRecalling fog,\n\nDecides to meet.\n\nB\n\n{who}\n\n1. Urges States to light lamps.\n"
    annexed = f"{ACT}ANNEX I\n\nRESOLUTIONS\n\n{texts}"
    assert [path for path, _ in outline(annexed)] == ["annex-I", "annex-I.A", "annex-I.B"]
    assert [path for path, _ in outline(annexed.replace("B\n", "C\n"))] == ["annex-I", "annex-I.A"]
    assert [path for path, _ in outline(annexed.replace(who, "The keepers met."))] == ["annex-I"]
    titled = f"{ACT}ANNEX I\n\nRESOLUTIONS\n\nA.\n\nOil\n\n{who}\n\nDecides to meet.\n\nB.\n\nFog\n\n{who}\n\nGoes.\n"
    assert outline(titled)[1:] == [("annex-I.A", "Oil"), ("annex-I.B", "Fog")]


def test_a_letter_alone_leads_on_to_nothing() -> None:
    """Is the heading "A", which is a word too, no title that goes on in the words of who adopts the text?"""
    texts = "## A\n\nThe Board of Lamps,\n\nUrges ports.\n\n## B\n\nThe Board of Lamps,\n\nUrges keepers.\n"
    report = report_from_text(f"# Report\n\n1. It met.\n\n## Annex\n\n### Resolutions\n\n{texts}", "x.md")
    assert [(s.path, s.title.text) for s in report.sections][1:] == [("annex-I.A", ""), ("annex-I.B", "")]


def test_titles_over_the_words_of_who_adopts() -> None:
    """Is a title in an annex, or behind the witnesses, a heading where the text below says who adopts it?"""
    both = f"Declaration on Oil\n\n{TEXTS[0]}\n\nTribute to the Keepers\n\n{TEXTS[1]}\n"
    titles = ["Declaration on Oil", "Tribute to the Keepers"]
    assert [title for _, title in outline(ACT + "ANNEX\n\nTEXTS ADOPTED\n\n" + both)] == ["TEXTS ADOPTED", *titles]
    assert [title for _, title in outline(ACT + both)] == titles
    assert not outline(ACT.replace("IN WITNESS WHEREOF ", "") + both)
    assert not outline(ACT + "Declaration on Oil\n\nThe Conference on Lamps met again.\n")


NUMBERS = "Final Act of the Conference on Lamps\n\n" + "".join(
    f"{number}\n\n{words}\n\n"
    for number, words in enumerate(["It met.", "It sat.", "It rose:\n\n(a)at noon;", "It ate.", "It left."], start=1)
)


@pytest.mark.parametrize("name", ["act.txt", "act.md", "act.html"])
def test_plain_numbers_alone_over_their_words(name: str) -> None:
    """Are plain numbers between blank lines those of the paragraphs, in every format, and not of pages?"""
    text = NUMBERS
    if name.endswith("html"):
        parts = "".join(f"<p>{part}</p>" for part in NUMBERS.strip().split("\n\n")[1:])
        text = f"<html><body><h1>Final Act of the Conference on Lamps</h1>{parts}</body></html>"
    report = report_from_bytes(text.encode(), name)
    assert [(p.number, p.body.text[:7]) for p in report.paragraphs] == [
        ("1", "It met."),
        ("2", "It sat."),
        ("3", "It rose"),
        ("4", "It ate."),
        ("5", "It left"),
    ]


def test_numbers_of_pages_stay_theirs() -> None:
    """Is a number inside a sentence, or beside paragraphs with numbers of their own, that of a page?"""
    paragraphs = [f"{n}. The keepers of port {n} lit" for n in range(1, 7)]
    text = "REPORT OF THE LAMP BOARD\n\n" + "".join(
        f"{words}\n\n{page}\n\ntheir lamps.\n\n" for page, words in enumerate(paragraphs, start=1)
    )
    report = report_from_text(text, "report.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4", "5", "6"]
    assert report.paragraphs[0].body.text.endswith("lit their lamps.")


LISTED = """# Final Act of the Conference on Lamps

1. The following bodies came:
### *Agencies*

Fog Signal Office

### *Other bodies*

Union of Island Ports

2. The Conference adopted the following Convention:
### *Convention on Lamps*

3. It rose.
"""


def read(text: str) -> Report:
    return report_from_text(text, "act.md")


def test_a_list_with_heads_in_italics() -> None:
    """Are italics marked as headings, right behind a colon, heads of the list that the paragraph announces?"""
    report = read(LISTED)
    assert not report.sections
    assert report.paragraphs[0].body.text == (
        "The following bodies came: Agencies Fog Signal Office Other bodies Union of Island Ports"
    )
    assert report.paragraphs[1].body.text.endswith("Convention: Convention on Lamps")
    assert [s.title.text for s in read(LISTED.replace("*", "")).sections]
    apart = LISTED.replace("came:\n", "came.\n\n")
    assert [s.title.text for s in read(apart).sections][:2] == ["Agencies", "Other bodies"]
