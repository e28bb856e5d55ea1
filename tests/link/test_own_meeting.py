"""The report's own meeting: is "the Conference" of a final act no choice between bodies that it never names?"""

from __future__ import annotations

from actors_sample import books

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, Record
from rapporteur.read import report_from_text

ACT = """# Final Act of the United Nations Conference on Lamps

1. The United Nations Conference on Lamps met at Rome from 15 June to 17 July 1998. {words}
"""


def linked(words: str) -> LinkedReport:
    report = report_from_text(ACT.format(words=words), "invented.md", Record(symbol="A/CONF.998/13"))
    return link_mentions(find_mentions(report, books()), books())


def test_the_conference_is_open_without_unrelated_rivals() -> None:
    """Does the short name of the report's own meeting stay open with no candidates?"""
    found = [m for m in linked("The Conference thanked Italy.").unlinked if m.kind == "organization"]
    assert [(m.quote, m.because.value, m.candidates) for m in found] == [("Conference", "no-candidate", ())]


def test_both_chairs_are_chairs() -> None:
    """Are two persons who chaired the meeting together both its chairs?"""
    found = linked("The meeting was chaired by Ada Zedd (Italy) and Jan Foo (Thailand).")
    assert [(p.name_as_written, p.role and p.role.id) for p in found.participations] == [
        ("Ada Zedd", "chair"),
        ("Jan Foo", "chair"),
    ]


def test_the_conference_is_the_body_whose_full_name_the_title_prints() -> None:
    """Is "the Conference" the one the act is of where the authorities know it, in capitals or not?"""
    text = "# FINAL ACT OF THE UNITED NATIONS CONFERENCE ON TRADE AND DEVELOPMENT\n\n1. The Conference thanked Italy.\n"
    found = link_mentions(find_mentions(report_from_text(text, "invented.md"), books()), books())
    named = {link.quote: getattr(link.target, "id", "") for link in found.links if link.kind == "organization"}
    assert named["Conference"] == "unctad"
