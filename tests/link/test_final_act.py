"""Who was represented at a conference, who were its officers, and on which day was its final act done?"""

from __future__ import annotations

from rapporteur import find_mentions, link_mentions
from rapporteur.model import LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import coverage, report_from_text

ACT = """####Final Act of the United Nations Conference on Lamps

1.The General Assembly, by resolution 1999 (XIV) of 7 December 1959, decided to convene a conference.

2.The United Nations Conference on Lamps met at the Old Custom House in Zenda from 3 to 9 May 1960.

3.The Governments of the following five States were represented at the Conference: Burma, Czechoslovakia, Guatamala, \
Peru, United Arab Republic.

4.At the invitation of the Assembly, the International Atomic Energy Agency and the following intergovernmental \
organizations were represented by observers at the Conference:

League of Arab States; Guild of Lamp Keepers.

5.The Conference elected Mr. Ada Zedd (Peru) as President.

6.The Conference elected as Vice-Presidents the representatives of the following participating States: Burma, Peru.

7.The following committee was set up by the Conference:

*Lamp Committee*

*Members:*

Mr. Luis Prado (Peru)Mr. Aung Maung (Burma)

*Chairman:*

Mr. I. N. Faro (Czechoslovakia)

*Vice-Chairmen:*

Mr. H. Borek (Peru)

8.In addition the Conference adopted a resolution. IN WITNESS WHEREOF the representatives have signed this Final Act. \
DONE at Zenda this ninth day of May, one thousand nine hundred and sixty, in a single copy.

###I

####*Oil for Lamps*

*The Conference,* *Recalling* General Assembly resolution 1999 (XIV) of 7 December 1959, \
*Recommends* that Peru light its lamps.
"""


def linked(text: str = ACT) -> LinkedReport:
    return link_mentions(find_mentions(report_from_text(text, "act.md")))


def test_every_state_once_and_by_what_it_was_then() -> None:
    """Is each State represented once, a former State no State of today, a slip of the pen linked as similar?"""
    report = linked()
    states = {p.participant: p for p in report.participations if isinstance(p.participant, StateRef) and p.capacity}
    assert [ref.code for ref in states] == ["MMR", "CSHH", "GTM", "PER", "united-arab-republic"]
    assert len([p for p in report.participations if isinstance(p.participant, StateRef) and p.capacity]) == 5
    assert {p.capacity.id for p in states.values() if p.capacity} == {"represented"}
    similar = [link.quote for link in report.links if link.grade == "similar"]
    assert similar == ["Guatamala"]


def test_an_organization_named_before_the_list_was_there_too() -> None:
    """Are the agency before "and the following" and the unknown guild in the list both recorded as present?"""
    present = [p.participant.id for p in linked().participations if isinstance(p.participant, OrganizationRef)]
    assert present == ["iaea", "las", "guild-of-lamp-keepers"]


def test_officers_of_the_conference_and_of_its_committees() -> None:
    """Does each person have the role that the head of the list gives, and the State in brackets?"""
    found = {
        p.name_as_written: (p.role.id if p.role else "", getattr(p.representing, "code", ""))
        for p in linked().participations
        if isinstance(p.participant, PersonRef)
    }
    assert found == {
        "Ada Zedd": ("chair", "PER"),
        "Luis Prado": ("committee-member", "PER"),
        "Aung Maung": ("committee-member", "MMR"),
        "I. N. Faro": ("committee-chair", "CSHH"),
        "H. Borek": ("vice-chair", "PER"),
    }


def test_the_act_is_dated_by_its_testimonium() -> None:
    """Is the day in words the date of the document, and nothing left unread?"""
    report = report_from_text(ACT, "act.md")
    assert report.house.style.id == "final-act"
    assert str(report.issued) == "1960-05-09"
    assert coverage(report).complete
    plain = report_from_text(ACT.replace("Final Act of", "Report of"), "act.md")
    assert plain.issued is None


def test_a_resolution_annexed_cites_on_its_section() -> None:
    """Does what the unnumbered text of a resolution cites stand on the section it is annexed as?"""
    cited = [link for link in linked().links if link.property == "cites" and link.part.path == ("I",)]
    assert [str(getattr(link.target, "symbol", "")) for link in cited] == ["A/RES/1999(XIV)"]


def test_what_a_resolution_without_numbers_recommends_is_read() -> None:
    """Is what a resolution recommends whose paragraphs bear no numbers a unit of its section, and nothing unread?"""
    report = linked()
    assert [(r.ref.number, r.strength.id) for r in report.recommendations] == [("I.1", "recommend")]
    assert not [words for words in report.unread if words.startswith("section")]


def test_an_act_without_paragraph_numbers_is_read_by_its_sections() -> None:
    """Are those represented found where nothing is numbered, a name a line?"""
    text = """# Final Act of the Conference on Lamps

## I

The Governments of the following three States were represented by delegates:

Chile

Cuba

Peru

The Governments of the following two States were represented by observers:

Chad

Iran

## II

The Conference met at Zenda from 3 to 9 May 1960. Done at Zenda this 9th day of May 1960.
"""
    report = linked(text)
    capacities = {
        p.participant.code: p.capacity.id if p.capacity else ""
        for p in report.participations
        if isinstance(p.participant, StateRef)
    }
    assert capacities == {
        "CHL": "represented",
        "CUB": "represented",
        "PER": "represented",
        "TCD": "observer-state",
        "IRN": "observer-state",
    }


def test_states_elected_to_an_office_have_its_role() -> None:
    """Are States that are elected, or listed behind an office, officers; and others said to be unread?"""

    def read(words: str) -> tuple[list[str], list[str]]:
        report = link_report(report_from_text(f"# Final Act of the Conference on Lamps\n\n1. {words}\n", "act.md"))
        roles = [
            f"{p.participant.code} {p.role.id}"
            for p in report.participations
            if isinstance(p.participant, StateRef) and p.role
        ]
        return roles, list(report.unread)

    both = ["CUB vice-chair", "PER vice-chair"]
    assert read("The Conference elected as Vice-Presidents the representatives of Cuba and Peru.") == (both, [])
    assert read("The Conference elected the following States as Vice-Presidents: Cuba and Peru.") == (both, [])
    assert read("Cuba and Peru were elected Vice-Presidents.") == (both, [])
    assert read("President: Chad; Vice-Presidents: Cuba, Peru") == (["TCD chair", *both], [])
    assert read("The Lamp Committee elected Peru as Chair.")[0] == ["PER committee-chair"]
    assert read("The Conference elected Ada Zedd (Peru) as Vice-President.") == ([], [])
    said = "The Conference elected as Vice-Presidents the representatives of Chile, the Isles and Peru."
    assert read(said) == ([], [f"paragraph 1: {said}"])
