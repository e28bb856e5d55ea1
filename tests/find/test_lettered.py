"""Lists by group: are speakers and those present read part by part, and what cannot be read reported?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import Because, OrganizationRef, PersonRef, StateRef
from rapporteur.model.actors import ActorLinks
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n"


def linked(*paragraphs: str) -> ActorLinks:
    """The actors of a report with these paragraphs; every quote must be what stands at its place."""
    text = FRONT + "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, 1)) + "\n"
    report = report_from_text(text, "x.md")
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    assert all(report.quote(one.span) == one.quote for one in (*links.links, *links.unlinked))
    return links


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def spoke(*paragraphs: str) -> list[tuple[str, str]]:
    return [(who(s.speaker), s.capacity.id if s.capacity else "") for s in linked(*paragraphs).statements]


GROUPS = """At the same meeting, the following made statements and asked the keeper questions:

(a) Representatives of States members of the Board: Chad, Cuba (on behalf of the African Group), Peru1;

(b) Representatives of observer States: Iran (Islamic Republic of), Norway;

(c) Observer for an intergovernmental organization: European Union;

(d) Observer for the Sovereign Military Order of Malta;

(e) Observers for non-governmental organizations: Amnesty International, Harbour Watch International (by video \
message), International Movement of Keepers and Pilots, Save the Reefs."""


def test_each_part_gives_its_speakers_in_their_capacity() -> None:
    """Are members, observers and organizations told apart by the heads of the lettered parts?"""
    assert spoke(GROUPS) == [
        ("TCD", "representative"),
        ("CUB", "representative"),
        ("PER", "representative"),
        ("IRN", "observer"),
        ("NOR", "observer"),
        ("eu", "observer"),
        ("smom", "observer"),
        ("amnesty-international", "observer"),
        ("harbour-watch-international", "observer"),
        ("international-movement-of-keepers-and-pilots", "observer"),
        ("save-the-reefs", "observer"),
    ]


def test_lists_that_join_no_names_by_and_keep_it_inside_a_name() -> None:
    """Where the States of a list end without "and", is "Keepers and Pilots" one body; where they have it, two?"""
    plain = "The following took the floor: (a) Observers for the following States: Chad, Cuba, Peru; (b) Observers for "
    plain += "organizations: Amnesty International, Fog Institute and Lamp Institute."
    assert [name for name, _ in spoke(plain)][3:] == ["amnesty-international", "fog-institute-and-lamp-institute"]
    joined = plain.replace("Cuba, Peru", "Cuba and Peru")
    assert [name for name, _ in spoke(joined)][3:] == ["amnesty-international", "fog-institute", "lamp-institute"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Statements were made by the following: (a) States: Chad and Peru; (b) Intergovernmental organizations: "
            "European Union.",
            [("TCD", "representative"), ("PER", "representative"), ("eu", "representative")],
        ),
        (
            "Under agenda item 3, the following delivered statements: Representatives of States members of the Board: "
            "Chad, Peru; Observers for the following bodies: European Union.",
            [("TCD", "representative"), ("PER", "representative"), ("eu", "observer")],
        ),
        (
            "The following made statements: (a) Chad and Peru; (b) The observer for Norway.",
            [("TCD", "representative"), ("PER", "representative"), ("NOR", "observer")],
        ),
        (
            "The representative of Cuba made a statement in which she named two ports: (a) The port of Chad; "
            "(b) The port of Peru.",
            [("CUB", "representative")],
        ),
        (
            "The representatives of Chad and Peru made statements in exercise of the right of reply.",
            [("TCD", "right-of-reply"), ("PER", "right-of-reply")],
        ),
        (
            "The representatives of Chad and Peru exercised their right of reply.",
            [("TCD", "right-of-reply"), ("PER", "right-of-reply")],
        ),
        ("The representative of Chad made a statement as the State concerned.", [("TCD", "concerned-state")]),
    ],
)
def test_speakers_in_other_forms(words: str, expected: list[tuple[str, str]]) -> None:
    """Are lists with other heads, or without letters, read; and is a list of things none of speakers?"""
    assert spoke(words) == expected


def test_all_for_whom_a_speaker_spoke() -> None:
    """Are several States and a group no authority knows kept, and "a group of countries" left open as a set?"""
    links = linked(
        "The following made statements: (a) Representatives of States: Belgium (also on behalf of Luxembourg and the "
        "Netherlands), Chad (on behalf of the Group of Foggy Isles), Peru (on behalf of a group of countries)."
    )
    spoken = [(who(s.speaker), who(s.on_behalf_of), [who(one) for one in s.also_for]) for s in links.statements]
    assert spoken == [
        ("BEL", "LUX", ["NLD"]),
        ("TCD", "group-of-foggy-isles", []),
        ("PER", "-", []),
    ]
    assert [(u.quote, u.because) for u in links.unlinked] == [("a group of countries", Because.NAMES_A_SET)]


def test_words_that_describe_those_spoken_for_are_no_group() -> None:
    """Is "States members of the European Union that are …" open, and no group of that name made up?"""
    links = linked(
        "Statements were made by the representatives of Chad and Peru (on behalf of States members of the European "
        "Union that are members of the Board) in explanation of vote before the vote."
    )
    assert [(who(s.speaker), who(s.on_behalf_of)) for s in links.statements] == [("TCD", "-"), ("PER", "-")]
    assert [u.quote for u in links.unlinked] == ["States members of the European Union that are members of the Board"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("During the debate, the following took the floor: Chad, Cuba, Peru.", ["TCD", "CUB", "PER"]),
        ("The following observer States made statements: Chad; Peru.", ["TCD", "PER"]),
        (
            "Statements were made by the following States: Chad and Cuba; by the following organizations: European "
            "Union; and by the observer for Norway.",
            ["TCD", "CUB", "eu", "NOR"],
        ),
    ],
)
def test_lists_without_parts(words: str, expected: list[str]) -> None:
    """Is a list behind "the following …:" read whole where it has no parts, or heads of two forms?"""
    assert [name for name, _ in spoke(words)] == expected


def test_what_cannot_be_read_is_reported() -> None:
    """Are a part under a head of no known kind, and one of persons, reported; and the other parts read?"""
    links = linked(
        "The following made statements: (a) Representatives of States: Chad, Peru; (b) Keepers of distinction: Zorro "
        "Lampson, Ada Reef; (c) Deputy Minister of Fog of Cuba, Karim Masri."
    )
    assert [who(s.speaker) for s in links.statements] == ["TCD", "PER"]
    assert [line.split(": ", 1)[1] for line in links.unread] == [
        "Keepers of distinction: Zorro Lampson, Ada Reef",
        "Deputy Minister of Fog of Cuba, Karim Masri",
    ]


def test_an_unknown_name_in_a_list_stays_open() -> None:
    """Is a State that no authority knows an open mention in its place?"""
    links = linked("The following made statements: (a) Representatives of States: Chad, Ruritania; (b) Observer: Peru.")
    assert [who(s.speaker) for s in links.statements][:2] == ["TCD", "-"]
    assert ("Ruritania", Because.NO_CANDIDATE) in [(u.quote, u.because) for u in links.unlinked]


def test_those_present_by_group() -> None:
    """Does a lettered list of those represented give each the capacity its head says?"""
    links = linked(
        "The following were represented at the session: (a) States parties to the Convention: Chad and Cuba; "
        "(b) Signatories: Peru; (c) Intergovernmental organizations: European Union and Union of Island Ports; "
        "(d) Lamps: red."
    )
    assert [(who(p.participant), p.capacity.id if p.capacity else "") for p in links.participations] == [
        ("TCD", "state-party"),
        ("CUB", "state-party"),
        ("PER", "signatory-observer"),
        ("eu", "intergovernmental-observer"),
        ("union-of-island-ports", "intergovernmental-observer"),
    ]
    assert [line.split(": ", 1)[1] for line in links.unread] == ["Lamps: red"]


def test_those_present_under_heads_without_letters() -> None:
    """Are the lists under "Members:" and "Associate members:" read, and is "Hong Kong, China" one name and no China?"""
    links = linked(
        "The session was attended by representatives of the following members and associate members:\n\n"
        "Members: Chad; Cuba; and Peru.\n\nAssociate members: Cook Islands; Hong Kong, China; and Zenda."
    )
    assert [who(p.participant) for p in links.participations] == ["TCD", "CUB", "PER", "COK"]
    assert [u.quote for u in links.unlinked if u.kind == "participation"] == ["Hong Kong, China", "Zenda"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The United Nations units represented were the Fog Office and the Lamp Office.",
            ["fog-office", "lamp-office"],
        ),
        ("Namibia, represented by the Council for Namibia, participated in the Conference.", ["NAM"]),
        ("The States represented were asked to pay.", []),
    ],
)
def test_those_present_in_other_forms(words: str, expected: list[str]) -> None:
    """Are those present found behind "the units represented were", and a State for which a body came?"""
    assert [who(p.participant) for p in linked(words).participations] == expected


def test_a_short_name_behind_a_full_one_in_a_list_is_no_second_mention() -> None:
    """Is "(Europol)" behind the name in a list the letters of the one present, as "(INTERPOL)" is?"""
    report = report_from_text(
        FRONT + "1. The following organizations were represented: European Police Office (Europol) and International "
        "Criminal Police Organization (INTERPOL).\n",
        "x.md",
    )
    found = link_report(report)
    assert [who(p.participant) for p in found.participations] == ["europol", "interpol"]
    assert not [link.quote for link in found.links if link.property == "mentions" and "pol" in link.quote.lower()]


def test_names_under_a_head_are_told_apart_by_their_lines() -> None:
    """Is a list of bodies printed one a line under "Specialized agencies:" no one body with a long name?"""
    found = linked(
        "The following agencies were represented:\n\nSpecialized agencies:\n\nWorld Health Organization\n"
        "International Labour Organization\nCouncil of Europe"
    )
    assert [(who(p.participant), p.capacity and p.capacity.id) for p in found.participations] == [
        ("who", "un-entity-observer"),
        ("ilo", "un-entity-observer"),
        ("coe", "un-entity-observer"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The following States were represented:\n\nAfrican States:\n\nChad\nCongo\n\n"
            "Western European and other States:\n\nNorway\nUnited Kingdom of Great Britain\n  and Northern Ireland",
            [("TCD", "represented"), ("COG", "represented"), ("NOR", "represented"), ("GBR", "represented")],
        ),
        (
            "The following States members of the Board were represented:\nAfrica\nChad\nAsia and the Pacific\nNepal",
            [("TCD", "member-state"), ("NPL", "member-state")],
        ),
        (
            "The following States were represented: African States: Chad, Benin; Latin American and Caribbean States: "
            "Bolivia (Plurinational State of), Peru.",
            [(code, "represented") for code in ("TCD", "BEN", "BOL", "PER")],
        ),
        (
            "The following were represented:\n\nStates parties to the Convention: Chad, Peru\n\nOthers: Norway",
            [("TCD", "state-party"), ("PER", "state-party"), ("NOR", "represented")],
        ),
    ],
)
def test_names_under_heads_inside_an_announced_list(words: str, expected: list[tuple[str, str]]) -> None:
    """Is each name under a head read, with the capacity of the head, else of the announcement, never the group?"""
    assert [(who(p.participant), p.capacity and p.capacity.id) for p in linked(words).participations] == expected
