"""Is a body known again by the letters the report gave it, and by the name under which it was listed?"""

from __future__ import annotations

from rapporteur import find_mentions, link_mentions
from rapporteur.model import OrganizationRef
from rapporteur.read import report_from_text

FRONT = """FCCC/SBSTA/2031/4

# Report of the SBSTA on its ninetieth session, held in Lisbon from 3 to 9 June 2031

## I. Ports

"""


def mentioned(*paragraphs: str) -> list[tuple[str, str]]:
    """The words and the target of every mention, in reading order."""
    text = FRONT + "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1)) + "\n"
    links = link_mentions(find_mentions(report_from_text(text, "x.md"))).links
    found = [link for link in links if link.property == "mentions"]
    return [(link.quote, getattr(link.target, "id", "")) for link in found]


def test_letters_that_the_report_gives_a_known_body_mean_it_from_there_on() -> None:
    """Two letters too, but not before they are given, and not inside another word or number?"""
    found = mentioned(
        "The AC met.", "The Adaptation Committee (AC) reported.", "The AC and the AC/2 group noted the ACX and the AC."
    )
    assert [target for quote, target in found if quote == "AC"] == ["adaptation-committee"] * 3


def test_letters_given_to_two_bodies_mean_neither() -> None:
    """Do letters that stand for two bodies stay unlinked?"""
    found = mentioned("The Adaptation Committee (AX) and the Technology Executive Committee (AX) met.", "The AX met.")
    assert not [target for quote, target in found if quote == "AX"]


def test_letters_behind_a_treaty_that_ends_a_bodys_name_are_not_the_treatys() -> None:
    """Is a group named after a treaty never the treaty, while a treaty's own letters are?"""
    found = mentioned("The Ad Hoc Lamp Group on the Kyoto Protocol (LGK) met.", "The LGK noted lamps.")
    assert not [quote for quote, target in found if quote == "LGK" and target == "kyoto-protocol"]
    own = mentioned("Parties to the Kyoto Protocol (KYP) met.", "Peru ratified the KYP.")
    assert ("KYP", "kyoto-protocol") in own


def test_a_body_that_spoke_is_a_body_where_it_is_named_again() -> None:
    """Are the name and the letters of a speaker that no authority holds found in later paragraphs?"""
    found = mentioned(
        "Statements were made by representatives of the Fog Observing Programme (FOPR) and the World Bank.",
        "The Fog Observing Programme reported on fog, and FOPR was thanked.",
    )
    assert [(quote, target) for quote, target in found if target == "fopr"] == [
        ("Fog Observing Programme", "fopr"),
        ("FOPR", "fopr"),
    ]


def test_an_institution_named_here_is_one_thing_however_named() -> None:
    """Is the body of a statement the same as that of the later mentions?"""
    text = FRONT + (
        "1. Statements were made by representatives of the Fog Observing Programme (FOPR) and the World Bank.\n\n"
        "2. FOPR reported on fog.\n"
    )
    linked = link_mentions(find_mentions(report_from_text(text, "x.md")))
    speakers = [statement.speaker for statement in linked.statements]
    assert OrganizationRef("fopr") in speakers
    assert {coined.ref.id for coined in linked.coined} >= {"fopr"}


def test_a_table_of_abbreviations_gives_letters_to_bodies() -> None:
    """Do letters of a table mean its known body and its body named here only, and no other words of it?"""
    text = (
        "FCCC/SBSTA/2031/4\n\n# Report of the SBSTA on its ninetieth session, held in Lisbon from 3 to 9 June 2031\n\n"
        "Abbreviations and acronyms\n\n\t| ADC | Adaptation Committee |\n\t| FLX | fog lamp exchange |\n"
        "\t| SCL | Standing Committee on Lamps |\n\n## I. Ports\n\n1. The SCL and the ADC noted the FLX.\n"
    )
    links = link_mentions(find_mentions(report_from_text(text, "x.md"))).links
    found = {link.quote: getattr(link.target, "id", "") for link in links if link.property == "mentions"}
    assert found["ADC"] == "adaptation-committee"
    assert found["SCL"] == "standing-committee-on-lamps"
    assert "FLX" not in found
