"""The body whose report it is, where no authority holds it: is its short name linked, and its name coined once?"""

from __future__ import annotations

from actors_sample import books

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport
from rapporteur.read import report_from_text


def linked(words: str, title: str) -> LinkedReport:
    report = report_from_text(f"# {title}\n\n## I. Opening\n\n1. {words}\n", "invented.md")
    return link_mentions(find_mentions(report, books()), books())


def bodies(words: str, title: str = "Notes on lamps") -> list[tuple[str, str]]:
    """The words of each body named in the paragraph, and its id; "" where it stays open."""
    found = linked(words, title)
    named = [
        (link.span, link.quote, getattr(link.target, "id", "")) for link in found.links if link.property == "mentions"
    ]
    named += [(open.span, open.quote, "") for open in found.unlinked if open.kind == "organization"]
    body = found.report.paragraphs[0].span
    return [(quote, id) for span, quote, id in sorted(named) if span.start >= body.start]


def test_the_short_name_of_the_body_that_reports_is_its_own() -> None:
    """Do "the Working Group" and "the Committee" mean the one body that the title names?"""
    assert bodies("The Working Group met.", "Report of the Working Group on Lamps on its first session") == [
        ("Working Group", "working-group-on-lamps")
    ]
    assert bodies("The Committee met.", "Report of the Intergovernmental Committee on Fog on its first session") == [
        ("Committee", "intergovernmental-committee-on-fog")
    ]
    assert bodies("The Committee met.", "Report of the Conference on Lamps") == []
    assert bodies("The Working Group met.", "Notes of the keeper on lamps") == [("Working Group", "")]


def test_another_body_of_the_same_noun_leaves_it_open() -> None:
    """Is the short name open behind another committee that the same paragraph names?"""
    words = "The Committee against Torture wrote a letter. The Committee agreed."
    title = "Report of the Intergovernmental Committee on Fog"
    assert bodies(words, title)[-1] == ("Committee", "")


def test_letters_behind_a_name_are_those_of_its_other_spellings() -> None:
    """Is a body that is printed with letters once, and elsewhere without, one body?"""
    words = "The Lamp-Makers Foundation met. The Lamp Makers Foundation (LMF) agreed. The LMF left."
    assert bodies(words) == [
        ("Lamp-Makers Foundation", "lmf"),
        ("Lamp Makers Foundation", "lmf"),
        ("LMF", "lmf"),
        ("LMF", "lmf"),
    ]
