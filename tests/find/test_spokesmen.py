"""Who spoke for whom, where the speakers are only counted?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions
from rapporteur.model import LinkedReport
from rapporteur.read import report_from_text

FRONT = """FCCC/SBSTA/2031/4

# Report of the SBSTA on its ninetieth session, held in Lisbon from 3 to 9 June 2031

## I. Ports

"""


def linked(sentence: str) -> LinkedReport:
    return link_mentions(find_mentions(report_from_text(f"{FRONT}1. {sentence}\n", "x.md")))


ROWS: list[tuple[str, list[list[str]], list[str]]] = [
    (
        "Representatives of five Parties made statements, including one on behalf of the Group of 77 and China, and "
        "one on behalf of the African Group.",
        [["group-of-77-and-china"], ["african-group"]],
        ["five Parties"],
    ),
    (
        "The representative of one Party made a statement on behalf of the Arab Group.",
        [["arab-group"]],
        [],
    ),
    (
        "Statements were made by representatives of 3 Parties on behalf of groups of Parties: Umbrella Group; Chile, "
        "Peru and Ghana; and European Union and its member States.",
        [["umbrella-group"], ["CHL", "PER", "GHA"], ["eu"]],
        [],
    ),
    (
        "Statements were made by representatives of 9 Parties, including on behalf of the African Group, the Arab "
        "Group and the Umbrella Group.",
        [["african-group"], ["arab-group"], ["umbrella-group"]],
        ["9 Parties"],
    ),
    (
        "Representatives of four Parties made statements, including one speaking on behalf of Chile and Peru.",
        [["CHL", "PER"]],
        ["four Parties"],
    ),
    (
        "Statements were made by representatives of two Parties, one on behalf of the Ring of Fog Ports.",
        [["ring-of-fog-ports"]],
        ["two Parties"],
    ),
    ("Representatives of seven Parties made statements.", [], ["seven Parties"]),
    (
        "Statements were made by six Parties, including on behalf of the Arab Group and the Umbrella Group.",
        [["arab-group"], ["umbrella-group"]],
        ["six Parties"],
    ),
    (
        "Statements were made by representatives of two Parties on behalf of, respectively, the Arab Group and the \
Umbrella Group.",
        [["arab-group"], ["umbrella-group"]],
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "groups", "unnamed"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_those_spoken_for_are_linked_and_the_unnamed_are_said(
    sentence: str, groups: list[list[str]], unnamed: list[str]
) -> None:
    """Is there one statement for each group that was spoken for, no speaker is guessed, and the counted stay open?"""
    report = linked(sentence)
    found = [
        [getattr(who, "code", None) or getattr(who, "id", "") for who in (s.on_behalf_of, *s.also_for) if who]
        for s in report.statements
    ]
    assert found == groups
    assert all(s.speaker is None for s in report.statements)
    opened = [u for u in report.unlinked if u.property == "speaker"]
    assert [u.quote for u in opened if u.source == u.part] == unnamed
    assert len(opened) == len(groups) + len(unnamed)


def test_a_named_speaker_is_no_spokesman_without_a_name() -> None:
    """Does the representative of a named State keep its statement, on behalf of its group?"""
    report = linked("The representative of Chile made a statement on behalf of the Umbrella Group.")
    (statement,) = report.statements
    assert getattr(statement.speaker, "code", "") == "CHL"
    assert getattr(statement.on_behalf_of, "id", "") == "umbrella-group"


def test_nobody_speaks_where_statements_are_only_planned() -> None:
    """Is a body that agrees that statements would be made no speaker?"""
    assert not linked(
        "The SBSTA agreed that statements would be made at noon to hear statements after the meeting of the SBSTA."
    ).statements


def test_speakers_behind_namely_are_named_and_a_second_clause_has_its_own() -> None:
    """Does "bodies, namely X and Y, and remarks were made by Z" give X, Y and Z as speakers?"""
    report = linked(
        "Statements were given by representatives of bodies, namely the Adaptation Committee and the Umbrella Group, "
        "and brief statements were made by representatives of ports, namely the World Bank and the Arab Group."
    )
    speakers = [getattr(statement.speaker, "id", "") for statement in report.statements]
    assert speakers == ["adaptation-committee", "umbrella-group", "world-bank", "arab-group"]


def test_one_of_a_list_speaks_for_two_and_who_follows_speaks_for_itself() -> None:
    """Does the list go on behind "X on behalf of A and B, Y and Z", and are A and B two that X spoke for?"""
    report = linked(
        "Statements were made by representatives of the World Bank, Peru on behalf of the World Health Organization "
        "(WHO) and the Food and Agriculture Organization of the United Nations (FAO), Ghana and the Arab Group."
    )
    speakers = [getattr(s.speaker, "code", None) or getattr(s.speaker, "id", "") for s in report.statements]
    assert speakers == ["world-bank", "PER", "GHA", "arab-group"]
    peru = report.statements[1]
    assert [getattr(who, "id", "") for who in (peru.on_behalf_of, *peru.also_for)] == ["who", "fao"]


@pytest.mark.parametrize(
    ("list_of_them", "is_said"),
    [
        ("Chile on behalf of the Arab Group, Peru, Ghana", True),
        ("Fiji, Chile on behalf of the Lamp Group, Peru and Ghana", True),
        ("Chile on behalf of Peru, Ghana", True),
        ("Chile on behalf of Peru, Ghana and Fiji", True),
        ("Chile on behalf of the Arab Group", False),
        ("Chile (on behalf of Peru, Ghana and Fiji), Kenya and Malta", False),
        ("Chile on behalf of the Arab Group on lamps in Peru and Ghana", False),
    ],
)
def test_a_list_that_nothing_closes_is_said(list_of_them: str, is_said: bool) -> None:
    """Is a sentence said to be unread where names behind "on behalf of" are neither speakers nor spoken for?"""
    unread = linked(f"Statements were made by the representatives of {list_of_them}.").unread
    assert any("on behalf of" in line for line in unread) is is_said


@pytest.mark.parametrize(
    ("said", "spoke"),
    [
        (
            "Chile, on behalf of the African Group, Peru, on behalf of the Arab Group, Fiji and Japan",
            ["CHL for african-group", "PER for arab-group", "FJI", "JPN"],
        ),
        (
            "Chile on behalf of the African Group, Peru, on behalf of the least developed countries, and Japan",
            ["CHL for african-group", "PER for least-developed-countries", "JPN"],
        ),
        (
            "Chile, on behalf of the African Group, Fiji, Peru, on behalf of the Arab Group, and Japan",
            ["CHL for african-group", "FJI", "PER for arab-group", "JPN"],
        ),
        (
            "Chile, on behalf of the African Group, and Peru, on behalf of the Arab Group, Fiji and Japan",
            ["CHL for african-group", "PER for FJI JPN arab-group"],
        ),
        (
            "Chile, on behalf of Fiji and Japan, Kenya, on behalf of the Arab Group, and Peru",
            ["CHL for FJI JPN", "KEN for arab-group", "PER"],
        ),
    ],
)
def test_speakers_behind_those_spoken_for(said: str, spoke: list[str]) -> None:
    """Are names behind a group speakers of their own, where the list would have no other "and" before its last?"""
    found = []
    for statement in linked(f"Statements were made by representatives of {said}.").statements:
        names = (statement.speaker, statement.on_behalf_of, *statement.also_for)
        codes = [getattr(one, "code", "") or getattr(one, "id", "") for one in names]
        found.append(f"{codes[0]} for {' '.join(sorted(filter(None, codes[1:])))}".removesuffix(" for "))
    assert found == spoke
