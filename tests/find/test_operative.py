"""Operative paragraphs: is what a resolution decides and asks a unit, and what it notes none?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions
from rapporteur.find import Mentions
from rapporteur.model import ConceptRef, OrganizationRef, Recommendation
from rapporteur.read import report_from_text

FRONT = """# Report of the Lighthouse Board on its seventh session

## I. Resolutions

### Resolution 7/1

### Lamps

*The Conference of the Parties to the United Nations Convention against Transnational Organized Crime*,

*Recalling* that it requested the keeper to map reefs,

"""


def found(*paragraphs: str) -> Mentions:
    text = FRONT + "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, 1)) + "\n"
    mentions = find_mentions(report_from_text(text, "x.md"))
    for unit in mentions.units.units:
        part = mentions.report.paragraph(unit.paragraph)
        assert part is not None
        assert part.body.text[slice(*unit.at)] == unit.words
    return mentions


Row = tuple[str, str, list[str], tuple[str, ...]]
ITSELF = ["Conference of the Parties to the United Nations Convention against Transnational Organized Crime"]
ROWS: list[tuple[str, list[Row]]] = [
    (
        "*Requests* the Secretariat to print a chart of all ports;",
        [("request", "requests to", ["Secretariat"], ("print",))],
    ),
    (
        "*Also requests* the Secretariat to print charts, and invites Member States to provide funds for them;",
        [
            ("request", "requests to", ["Secretariat"], ("print",)),
            ("invite", "invites to", ["Member States"], ("provide",)),
        ],
    ),
    ("*Urges* States parties to map their reefs;", [("urge", "urges to", ["States parties"], ("map",))]),
    (
        "*Calls upon* States to provide lamps;",
        [("call-upon", "calls upon to", ["States"], ("provide",))],
    ),
    (
        "*Bearing in mind* the fog, *strongly encourages* Member States to sound horns;",
        [("encourage", "encourages to", ["Member States"], ("sound",))],
    ),
    ("*Decides* to continue its work on lamps;", [("decide", "decides to", ITSELF, ("continue",))]),
    (
        "*Decides*, in the light of the fog, to invite States to report;",
        [("invite", "decides, in the light of the fog, to invite to", ["States"], ("report",))],
    ),
    (
        "*Decides* that the Secretariat shall print charts;",
        [("decide", "decides that", ["Secretariat"], ("print",))],
    ),
    ("*Stresses* that Member States should map reefs;", [("should", "should", ["Member States"], ("map",))]),
    ("*Authorizes* the Secretariat to sign the plan;", [("may", "authorizes to", ["Secretariat"], ("sign",))]),
    (
        "*Requests* the Executive Director of UNODC to recruit a keeper;",
        [("request", "requests to", ["Executive Director"], ("recruit",))],
    ),
    (
        "*Invites* the World Health Organization (WHO) and the World Bank to provide lamps;",
        [("invite", "invites to", ["World Health Organization", "World Bank"], ("provide",))],
    ),
    (
        "*Requests* the Board's secretariat to print charts;",
        [("request", "requests to", ["secretariat"], ("print",))],
    ),
    (
        "*Invites* further contributions to the fund from Member States;",
        [("invite", "invites", ["Member States"], ())],
    ),
    (
        "*Invites* pledges and contributions to the fund from Member States and the World Bank, to mend the lamps;",
        [("invite", "invites", ["Member States", "World Bank"], ())],
    ),
    (
        "*Takes note* of the chart, and requests the Secretariat to print it;",
        [("request", "requests to", ["Secretariat"], ("print",))],
    ),
    ("*Takes note* of the chart and welcomes the work of the keepers;", []),
    ("*Recalls* that the Conference requested the Secretariat to print charts;", []),
    ("*Notes* that States should map their reefs;", []),
    ("The Board took note of the chart.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:50] for text, _ in ROWS])
def test_an_operative_clause_is_a_unit(text: str, expected: list[Row]) -> None:
    """Is each decision and request a unit with operator, addressee and verb, and what is noted none?"""
    rows = [
        (u.operator.strength, u.operator.norm, [a.words for a in u.addressees], u.actions)
        for u in found(text).units.units
    ]
    assert rows == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "*Takes note* of the chart, and requests the Secretariat to print it;",
            "requests the Secretariat to print it;",
        ),
        ("*Welcomes* the lamp and *encourages* its early use.", "encourages its early use."),
        (
            "*Bearing in mind* the fog, *urges* States to sound horns;",
            "Bearing in mind the fog, urges States to sound horns;",
        ),
        ("*Stresses* that States should map reefs.", "Stresses that States should map reefs."),
    ],
)
def test_a_unit_begins_where_something_is_asked(text: str, words: str) -> None:
    """Does a unit leave what the body only noted before it, and keep what the request itself opens with?"""
    assert [unit.words.replace("*", "") for unit in found(text).units.units] == [words]


def test_lettered_parts_complete_their_paragraph() -> None:
    """Do "(a) Print …" and "(b) To map …" take operator and addressee from "Requests the Secretariat:"?"""
    units = found(
        "*Welcomes* the chart;",
        "*Requests* the Secretariat, within its mandate, to:\n\n   (a) Print charts;\n\n   (b) Map reefs, and",
        "*Decides*:\n\n   (a) To close the port;\n\n   (b) To open the lock.",
        "*Requests* the Secretariat, subject to the oil at hand:\n\n   (a) To mend nets.",
    ).units.units
    assert [(u.number, u.subject, [a.words for a in u.addressees], u.actions, u.words) for u in units] == [
        ("2(a).1", "chapeau", ["Secretariat"], ("print",), "Print charts;"),
        ("2(b).1", "chapeau", ["Secretariat"], ("map",), "Map reefs"),
        ("3(a).1", "chapeau", [], ("close",), "To close the port;"),
        ("3(b).1", "chapeau", [], ("open",), "To open the lock."),
        ("4(a).1", "chapeau", ["Secretariat"], ("mend",), "To mend nets."),
    ]


TWO = """*Requests* the Secretariat to print charts.

### Resolution 7/2

### Horns

*The Lighthouse Board*,

1. *Urges* States to sound horns;

2. *Decides* to meet again.

## II. Introduction

1. The Board met in Strelsau.
"""


def linked() -> tuple[Mentions, tuple[Recommendation, ...]]:
    mentions = found(TWO)
    return mentions, link_mentions(mentions).recommendations


def test_numbers_that_begin_again_stay_apart() -> None:
    """Have the paragraphs of two resolutions ids of their own, and the report's own paragraph 1 the plain one?"""
    _, units = linked()
    assert [unit.ref.number for unit in units] == ["1~2.1", "1~3.1", "2.1"]


def test_addressees_are_linked_and_a_body_nobody_knows_is_not() -> None:
    """Is a concept linked as such, and what an unknown body decides for itself left without addressee?"""
    mentions, units = linked()
    assert units[0].addressees == (ConceptRef("addressee", "secretariat"),)
    assert units[1].addressees == (ConceptRef("addressee", "states"),)
    assert units[2].addressees == ()
    (own,) = link_mentions(found("*Decides* to meet.")).recommendations
    assert own.addressees == (OrganizationRef("ctoc-cop"),)
    assert own.chapeau == "The Conference of the Parties to the United Nations Convention against Transnational " + (
        "Organized Crime"
    )
    assert mentions.units.unread == ()


def test_a_decision_without_numbers_is_reported() -> None:
    """Is the text of a decision that asks something, and has no numbered paragraph, reported as unread?"""
    text = "*Requests* the Secretariat to print.\n\n## II. Decisions\n\n### Decision 7/1\n\n"
    text += "The Lighthouse Board decided that the port should close.\n\n## III. Fog\n\n1. The Board rose.\n"
    mentions = found(text)
    (line,) = mentions.units.unread
    assert line in mentions.unread
    assert line.endswith("The Lighthouse Board decided that the port should close.")


def test_units_of_two_annexes_stay_apart() -> None:
    """Have the units of paragraph 1 of two annexes, and of the body, ids of their own?"""
    text = "# Report of the Board\n\n## I. Lamps\n\n1. Requests the Secretariat to print charts.\n\n"
    text += "## Annex I\n\n## Fog\n\n1. Urges States to sound horns.\n\n"
    text += "## Annex II\n\n## Reefs\n\n1. Invites States to map reefs.\n"
    units = find_mentions(report_from_text(text, "x.md")).units.units
    assert [(unit.number, unit.paragraph.annex) for unit in units] == [("1.1", ""), ("1~2.1", "I"), ("1~3.1", "II")]


ACT = """# Final Act of the Conference on Lamps

1. The Conference met at Zenda.

## I

### Lamps of the reefs

Resolution adopted at the 2nd plenary meeting on May 3, 1943 *The United Nations Conference on Lamps,*

*Recalling* that it had requested the keepers to map the reefs, *Considering* the fog,

*Recommends* to the General Assembly that it refer the matter of fog to the keepers;

*Further requests* the Secretary-General to print charts, and invites States to provide lamps.

## II

### Tribute

Resolution adopted at the 2nd plenary meeting on May 3, 1943 *The United Nations Conference on Lamps,*

*Having adopted* the Final Act, *Resolves* to express its thanks to the keepers.
"""


def test_a_resolution_without_paragraph_numbers_is_read() -> None:
    """Is each operative clause of a resolution annexed to a final act a unit, numbered by the resolution?"""
    mentions = find_mentions(report_from_text(ACT, "act.md"))
    rows = [
        (u.number, u.operator.strength, u.operator.norm, [a.words for a in u.addressees], u.actions)
        for u in mentions.units.units
    ]
    assert rows == [
        ("I.1", "recommend", "recommends that", ["General Assembly"], ("refer",)),
        ("I.2", "request", "requests to", ["Secretary-General"], ("print",)),
        ("I.3", "invite", "invites to", ["States"], ("provide",)),
    ]
    assert not [line for line in mentions.units.unread if line.startswith("section")]
    section = mentions.report.section_by_path["I"]
    assert all(section.words.text[slice(*unit.at)] == unit.words for unit in mentions.units.units)


def test_a_conference_of_an_organization_is_not_the_organization() -> None:
    """Is what "The United Nations Conference on Lamps" decides to do addressed to no United Nations?"""
    act = ACT.replace("to express its thanks to the keepers", "to meet again in two years")
    units = {unit.number: unit for unit in find_mentions(report_from_text(act, "act.md")).units.units}
    assert units["II.1"].operator.strength == "decide" and not units["II.1"].addressees


PLURAL = """# Report of the Meeting on Lamps

A/CONF.999/8

## I. Declaration

The participants, Recalling the lamps of the north,

1. *Request* the Secretariat to map reefs and urge States to close ports;

2. *Note* the request of the keepers.

## II. Statement

We, the Ministers of Ports, Recalling the fog, Invite UNODC to report. Commit ourselves to light lamps.

## III. Closing

3. The States Parties:

(a) Call upon Member States to help;

(b) Welcome the lamps.

4. The participants met. Request forms were handed out.
"""


def test_those_who_speak_in_the_plural_ask_too() -> None:
    """Is "Urge States to" a unit under "The participants," with numbers, without them and in a list, and else none?"""
    units = find_mentions(report_from_text(PLURAL, "x.md")).units.units
    assert [(u.number, u.operator.norm, [a.words for a in u.addressees]) for u in units] == [
        ("1.1", "request to", ["Secretariat"]),
        ("1.2", "urge to", ["States"]),
        ("II.1", "invite to", ["UNODC"]),
        ("II.2", "commit ourselves to", []),
        ("3(a).1", "call upon to", ["Member States"]),
    ]


def test_a_noun_that_looks_like_a_verb_asks_nothing() -> None:
    """Is "Requests that are sent to the Board …" no request, neither in its own words nor in its lettered parts?"""
    lettered = "Requests that are sent to the Board will tell:\n\n(a) What the lamp is for;\n\n(b) Who lights it."
    assert not found(lettered, "Requests for lamps should be sent in time.").units.units
    assert [unit.number for unit in found("Requests that the keeper close the port.").units.units] == ["1.1"]


DECIDING = """# Report of the Lighthouse Board on its ninth session

## I. Decisions

*The Conference of the Parties to the Buoys Convention decides:*

### Decision 9/1: Lamps

1. To approve the budget of the lamps;

2. To request the Secretariat to light lamps;

3. To urge Peru, which has not yet done so, to ratify the chart;

4. To note with appreciation the work of the keepers;

5. To request the Keeper of Lamps, in consultation with ports:

(a) To close ports;

(b) To open ports.
"""


def test_paragraphs_under_decides_are_infinitives() -> None:
    """Is each infinitive below "decides:" a unit with the strength of its verb, and what is noted none?"""
    mentions = find_mentions(report_from_text(DECIDING, "x.md"))
    assert [(u.number, u.operator.strength, u.operator.norm, u.actions) for u in mentions.units.units] == [
        ("1.1", "decide", "to", ("approve",)),
        ("2.1", "request", "to request to", ("light",)),
        ("3.1", "urge", "to urge to", ("ratify",)),
        ("5(a).1", "request", "to request to", ("close",)),
        ("5(b).1", "request", "to request to", ("open",)),
    ]
    assert [actor.words for actor in mentions.units.units[2].addressees] == ["Peru"]


def test_a_list_below_somebody_unknown_is_read() -> None:
    """Do lettered parts complete a request to somebody whom nobody knows, and no words before a plain colon?"""
    keeper = "*Requests* the Chief Keeper, with the help of ports:\n\n(a) To light lamps;\n\n(b) To close ports;"
    units = found(keeper, "*Requests* the following amendments: lamps and buoys.").units.units
    assert [(unit.number, unit.operator.strength, unit.actions) for unit in units] == [
        ("1(a).1", "request", ("light",)),
        ("1(b).1", "request", ("close",)),
    ]


TOGETHER = """# Report of the Board on its ninth session

## Decision 4/9: Lamps

The Conference of the Parties, the Conference serving as the meeting of the Parties to the Fog Protocol, and the Lamp
Council,

Recalling the plan,

1. Welcome the report;

2. Adopt the rules of procedure of the keepers;

3. Decide that ports may close lamps, and recommend a chart for adoption by the Board;

4. Also request the secretariat to light lamps.
"""


def test_bodies_that_decide_together_speak_in_the_plural() -> None:
    """Are the paragraphs below several bodies units, addressed to none of them alone, and a clause read as one?"""
    units = find_mentions(report_from_text(TOGETHER, "x.md")).units.units
    assert [(u.number, u.operator.strength, u.actions) for u in units] == [
        ("2.1", "decide", ("adopt",)),
        ("3.1", "decide", ("close", "recommend")),
        ("4.1", "request", ("light",)),
    ]
    assert not units[0].addressees


def test_what_a_body_adopts_it_decides() -> None:
    """Is "Adopts the rules" decided by the body over it, and a clause about those who adopt none?"""
    first, second = found(
        "Adopts the rules of the harbour;", "Requests the board that adopts the rules to meet."
    ).units.units
    assert (first.operator.strength, first.actions) == ("decide", ("adopt",))
    assert (second.operator.strength, second.actions) == ("request", ("meet",))
