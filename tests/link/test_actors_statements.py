"""Is every speaker linked, in the right capacity and under the right agenda item?"""

from __future__ import annotations

import pytest
from actors_sample import linked_report, linked_text, spoke, who

from rapporteur import link_text
from rapporteur.model import Because, Grade

TAKEN_UP = "On 27 May, the Working Group considered agenda item 2, entitled “Marking of firearms”."


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "The Working Group heard statements from the representatives of the following States: Chile and Peru. "
            "The observers for Chad, the Sudan and the Islamic Republic of Iran also made statements.",
            [
                ("CHL", "representative", "2"),
                ("PER", "representative", "2"),
                ("TCD", "observer", "2"),
                ("SDN", "observer", "2"),
                ("IRN", "observer", "2"),
            ],
        ),
        (
            "Under agenda item 3, statements were made by the representatives of Chile and Peru, as well as by the "
            "observer for the League of Arab States. The representative of the European Union also made a statement.",
            [
                ("CHL", "representative", "3"),
                ("PER", "representative", "3"),
                ("las", "observer", "3"),
                ("eu", "representative", "3"),
            ],
        ),
        (
            "Statements were made by the Minister of Justice of Peru, the Deputy Minister for Foreign Affairs of Chad, "
            "the Attorney General of Cuba and the representative of Japan. The Prime Minister of Mali made a "
            "statement.",
            [
                ("PER", "representative", "2"),
                ("TCD", "representative", "2"),
                ("CUB", "representative", "2"),
                ("JPN", "representative", "2"),
                ("MLI", "representative", "2"),
            ],
        ),
        (
            "Statements were also made by the observers for Japan, Greece and Pakistan.",
            [("JPN", "observer", "2"), ("GRC", "observer", "2"), ("PAK", "observer", "2")],
        ),
        (
            "Statements were made by the representative of the European Union and by the observers for Japan and Chad.",
            [("eu", "representative", "2"), ("JPN", "observer", "2"), ("TCD", "observer", "2")],
        ),
        (
            "The representatives of Chile, speaking as an observer, Peru and Japan made "
            "statements. The representatives of Togo and Mali made statements, in their capacity as observers.",
            [
                ("CHL", "observer", "2"),
                ("PER", "representative", "2"),
                ("JPN", "representative", "2"),
                ("TGO", "observer", "2"),
                ("MLI", "observer", "2"),
            ],
        ),
        (
            "Speaking as observers, Chile and Peru made statements. Chad made a statement in its capacity as observer.",
            [("CHL", "observer", "2"), ("PER", "observer", "2"), ("TCD", "observer", "2")],
        ),
        (
            "During the adoption of the charts shown in Vienna, Austria, Chile, Peru and Japan made statements.",
            [("CHL", "representative", "2"), ("PER", "representative", "2"), ("JPN", "representative", "2")],
        ),
        ("Chile and Peru took the floor.", [("CHL", "representative", "2"), ("PER", "representative", "2")]),
        (
            "Statements were made by Japan, India and the observer for Palestine.",
            [("JPN", "representative", "2"), ("IND", "representative", "2"), ("PSE", "observer", "2")],
        ),
        (
            "The representative of Chile, supported by the representative of Peru, said that lamps were dim. The "
            "observer for Japan spoke on that. The representatives of Chad and Togo made general comments on it.",
            [
                ("CHL", "representative", "2"),
                ("PER", "representative", "2"),
                ("JPN", "observer", "2"),
                ("TCD", "representative", "2"),
                ("TGO", "representative", "2"),
            ],
        ),
        (
            "Statements were made by the representatives of observer States: Chile and Peru.",
            [("CHL", "observer", "2"), ("PER", "observer", "2")],
        ),
        (
            "The Delegation of Chile, speaking for keepers, supported the statement made by the Delegation of Japan. "
            "The representative of Peru agreed; the representative of Chad did not agree.",
            [("CHL", "representative", "2"), ("PER", "representative", "2"), ("TCD", "representative", "2")],
        ),
        (
            "The observer for the following intergovernmental organization also made a statement: World Bank.",
            [("world-bank", "observer", "2")],
        ),
        (
            "The representative of Chile introduced the draft. At the request of the representative of Peru, a vote "
            "was taken.",
            [],
        ),
    ],
)
def test_speakers(words: str, rows: list[tuple[str, str, str]]) -> None:
    """Are all speakers of a paragraph read group by group, States and organizations alike?"""
    assert spoke(TAKEN_UP, words) == rows


def test_a_statement_without_an_item_in_its_words_takes_the_one_taken_up_before() -> None:
    """Is such a link graded as resolved from context, and one under a named item as explicit?"""
    links = linked_report(
        deliberations=[
            TAKEN_UP,
            "The representative of Chile made a statement.",
            "Under agenda item 3, the representative of Peru made a statement.",
        ]
    )
    grades = {link.quote: link.grade for link in links.links if link.kind == "statement"}
    assert grades == {"Chile": Grade.CONTEXT, "Peru": Grade.EXPLICIT}


def test_a_statement_in_a_section_of_an_items_title_is_placed_by_structure() -> None:
    """Does the heading give the item where no sentence names one?"""
    links = linked_report(deliberations=["The representative of Chile made a statement."])
    (link,) = [link for link in links.links if link.kind == "statement"]
    assert links.statements[0].item is not None
    assert (links.statements[0].item.number, link.grade) == ("2", Grade.STRUCTURE)


def test_an_item_that_the_agenda_does_not_hold_is_not_made_up() -> None:
    """Does a statement under an unknown item stand under none?"""
    assert spoke("Under agenda item 9, the representative of Chile made a statement.") == [
        ("CHL", "representative", "none")
    ]


def test_speaking_for_others() -> None:
    """Is the one who speaks the speaker, and the group the one it spoke for?"""
    links = linked_report(
        deliberations=[
            "The representative of Spain, speaking on behalf of the European Union, made a statement.",
            "Statements were made by the representatives of Chile (on behalf of the League of Arab States) and Peru.",
        ]
    )
    assert [(who(s.speaker), who(s.on_behalf_of)) for s in links.statements] == [
        ("ESP", "eu"),
        ("CHL", "las"),
        ("PER", "-"),
    ]


def test_speakers_who_spoke_each_for_a_group() -> None:
    """Is the verb no part of a name, where each of a list is told with its group?"""
    linked = link_text(
        "The representative of Chile spoke on behalf of the African Group; the representative of Peru spoke on behalf "
        "of the Group of 77 and China; and Japan on behalf of the European Union."
    )
    assert [(who(s.speaker), who(s.on_behalf_of)) for s in linked.statements if s.on_behalf_of] == [
        ("CHL", "african-group"),
        ("PER", "group-of-77-and-china"),
        ("JPN", "eu"),
    ]


def test_an_unknown_speaker_keeps_the_statement_and_stays_open() -> None:
    """Is the statement recorded as unnamed, twice apart, with the words and the reason?"""
    links = linked_report(
        deliberations=[TAKEN_UP, "The representatives of Ruritania, Chile and Syldavia made statements."]
    )
    assert [s.ref.key for s in links.statements] == [("2", "unnamed"), ("2", "CHL"), ("2", "unnamed", "~2")]
    assert [(u.quote, u.because, u.source) for u in links.unlinked] == [
        ("Ruritania", Because.NO_CANDIDATE, links.statements[0].ref),
        ("Syldavia", Because.NO_CANDIDATE, links.statements[2].ref),
    ]


def test_a_number_of_speakers_names_a_set() -> None:
    """Is "14 Parties" open as a set, without any statement made up for it?"""
    links = linked_report(deliberations=["Representatives of 14 Parties made statements."])
    assert links.statements == ()
    assert [(u.quote, u.because) for u in links.unlinked] == [("14 Parties", Because.NAMES_A_SET)]


def test_a_body_of_another_body_speaks_for_itself() -> None:
    """Is the part of an institution the speaker, not the institution whose acronym stands last?"""
    words = (
        "Statements were made by representatives of the Intergovernmental Oceanographic Commission (IOC) of the United "
        "Nations Educational, Scientific and Cultural Organization (UNESCO) and the Reef Office (RO) of the Isles "
        "Union (IU)."
    )
    speakers = [who(s.speaker) for s in linked_report(deliberations=[TAKEN_UP, words]).statements]
    assert speakers == ["ioc", "reef-office-ro-of-the-isles-union-iu"]


def test_accessions() -> None:
    """Are those who acceded linked to the treaty, "the Protocol" by context, and what is only announced left out?"""
    links = linked_report(
        deliberations=[
            "The Chair recalled that, since May, 2 more States had acceded to the Firearms Protocol: Chad and Togo. "
            "Peru and the Holy See had since become parties to the Protocol. Japan would soon accede to it."
        ]
    )
    assert [(a.ref.key, a.name_as_written) for a in links.accessions] == [
        (("firearms-protocol", "TCD"), "Chad"),
        (("firearms-protocol", "TGO"), "Togo"),
        (("firearms-protocol", "PER"), "Peru"),
        (("firearms-protocol", "VAT"), "Holy See"),
    ]
    grades = [link.grade for link in links.links if link.kind == "accession"]
    assert grades == [Grade.EXPLICIT, Grade.EXPLICIT, Grade.CONTEXT, Grade.CONTEXT]
    assert "Japan" in [link.quote for link in links.links if link.kind == "state"]


@pytest.mark.parametrize(
    "words",
    [
        "Two more States had acceded to or ratified the Firearms Protocol: Chad and Togo.",
        "Two more States, Chad and Togo, had acceded to the Firearms Protocol.",
    ],
)
def test_accessions_in_other_words(words: str) -> None:
    """Are they read with "or ratified" behind the verb, and where commas set the names off?"""
    links = linked_report(deliberations=[f"The Chair recalled that {words}"])
    assert [a.ref.key for a in links.accessions] == [("firearms-protocol", "TCD"), ("firearms-protocol", "TGO")]


def test_a_description_of_a_speaker_is_no_speaker() -> None:
    """Is "a non-governmental organization" behind a name neither a statement nor an open mention?"""
    words = "The observer for Anti-Slavery International, a non-governmental organization, also made a statement."
    links = linked_report(deliberations=[TAKEN_UP, words])
    assert [who(s.speaker) for s in links.statements] == ["anti-slavery-international"]
    assert links.unlinked == ()


def test_a_passage_without_an_agenda_has_speakers_all_the_same() -> None:
    """Are speakers linked in a text that has neither meeting nor agenda?"""
    _, links = linked_text("### I. Debate\n\n1. The representative of Chile made a statement under agenda item 2.\n")
    assert [(who(s.speaker), s.item) for s in links.statements] == [("CHL", None)]
    assert links.meeting is None
