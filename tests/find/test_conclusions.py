"""What did a body request, invite, encourage or recommend; and what did it merely note?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions
from rapporteur.model.units import UnitMention
from rapporteur.read import report_from_text

FRONT = """FCCC/SBSTA/2031/4

# Report of the SBSTA on its ninetieth session, held in Lisbon from 3 to 9 June 2031

## I. Ports

### {section}

"""


def units(text: str, section: str = "1. Conclusions") -> tuple[UnitMention, ...]:
    report = report_from_text(FRONT.format(section=section) + text, "x.md")
    assert report.house.style.id == "climate-body"
    return find_mentions(report).units.units


Row = tuple[str, str, list[str], tuple[str, ...]]
ROWS: list[tuple[str, list[Row]]] = [
    (
        "The SBSTA requested the secretariat to prepare a chart of all ports.",
        [("request", "requested to", ["secretariat"], ("prepare",))],
    ),
    (
        "It also requested the secretariat, subject to the funds, to organize a fair, and to submit a chart.",
        [("request", "requested to", ["secretariat"], ("organize", "submit"))],
    ),
    ("Kenya praised the lamps of Peru. It encouraged Peru to mend its reefs.", []),
    (
        "The SBSTA, in accordance with rule 27, paragraph 5, of its rules, requested the secretariat to light a lamp.",
        [("request", "requested to", ["secretariat"], ("light",))],
    ),
    (
        "The SBSTA also, at its 4th meeting, requested the secretariat to light a lamp.",
        [("request", "requested to", ["secretariat"], ("light",))],
    ),
    ("The SBSTA, under rule 27, paragraph 5, read the plan that Peru requested the keepers to light.", []),
    (
        "The SBSTA invited Parties and observers to submit via the portal by 1 May 2031 their views on lamps.",
        [("invite", "invited to", ["Parties", "observers"], ("submit",))],
    ),
    (
        "The SBSTA welcomed the chart of reefs, and encouraged Parties in a position to do so to provide funds.",
        [("encourage", "encouraged to", ["Parties"], ("provide",))],
    ),
    (
        "The SBI and the SBSTA noted with concern the state of the lamps and urged further payments to the fund.",
        [("urge", "urged", [], ())],
    ),
    (
        "The SBSTA recommended that the COP invite the GEF to pay for lamps.",
        [("recommend", "recommended that", ["COP"], ("invite",))],
    ),
    (
        "At its 4th meeting, having seen decision 7/CP.3; and the chart, the SBSTA recommended a draft decision "
        "for consideration and adoption at COP 61 and CMA 44.",
        [("recommend", "recommended", ["COP 61", "CMA 44"], ("consider", "adopt"))],
    ),
    (
        "The SBSTA reiterated its invitation to Parties to map their reefs.",
        [("invite", "reiterated its invitation to", ["Parties"], ("map",))],
    ),
    (
        "The SBSTA decided to invite Parties to map their reefs.",
        [("invite", "decided to invite to", ["Parties"], ("map",))],
    ),
    (
        "The SBSTA agreed to continue its consideration of lamps at its next session.",
        [("decide", "agreed to", ["SBSTA"], ("continue",))],
    ),
    (
        "The SBSTA agreed that the secretariat should report on lamps.",
        [("should", "should", ["secretariat"], ("report",))],
    ),
    (
        "The SBSTA invited Parties to map their reefs, requested the secretariat to print charts and noted the cost.",
        [
            ("invite", "invited to", ["Parties"], ("map",)),
            ("request", "requested to", ["secretariat"], ("print",)),
        ],
    ),
    (
        "The SBSTA requested that the lamps referred to above be closed under the plan by the secretariat, at night.",
        [("request", "requested that", ["secretariat"], ("close",))],
    ),
    ("The SBSTA requested that the lamps be mended.", [("request", "requested that", [], ("mend",))]),
    (
        "The SBSTA requested the SBI Chair to print a chart.",
        [("request", "requested to", ["SBI Chair"], ("print",))],
    ),
    ("The SBSTA took note of the chart and welcomed the work of the keepers.", []),
    ("The SBSTA noted that the COP had requested the secretariat to print charts.", []),
    (
        "The SBSTA recalled that the COP, in 2029, adopted a plan and requested the secretariat to print it.",
        [],
    ),
    ("The Chair invited the keeper to make a statement.", []),
    ("The SBSTA considered the chart that the COP requested the secretariat to print.", []),
    ("The SBSTA recalled inviting keepers to report.", []),
    ("The SBSTA expressed its gratitude to the keepers for their invitation to map reefs.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_a_clause_that_asks_is_a_unit(text: str, expected: list[Row]) -> None:
    """Is each request a unit with operator, addressee and verb, and what is noted or told of others none?"""
    found = [
        (u.operator.strength, u.operator.norm, [a.words for a in u.addressees], u.actions)
        for u in units(f"1. {text}\n")
    ]
    assert found == expected


def test_lettered_parts_complete_their_chapeau() -> None:
    """Do the parts under "requested the secretariat:" take operator and addressee from it, each with its own verb?"""
    found = units("7. The SBSTA requested the secretariat:\n\n(a) To map reefs;\n\n(b) To print charts of ports.\n")
    assert [(u.number, u.subject, u.actions, u.words) for u in found] == [
        ("7(a).1", "chapeau", ("map",), "To map reefs;"),
        ("7(b).1", "chapeau", ("print",), "To print charts of ports."),
    ]
    assert {u.addressees[0].words for u in found} == {"secretariat"}
    assert {u.chapeau for u in found} == {"The SBSTA requested the secretariat:"}


def test_lettered_parts_under_the_body_alone_speak_for_themselves() -> None:
    """Under "the SBSTA:", is a part that requests a unit and a part that notes none?"""
    found = units(
        "7. At its 2nd meeting, the SBSTA:\n\n(a) Took note of the chart;\n\n(b) Having seen it, "
        "requested the secretariat to print it;\n\n(c) Invited Parties to read it.\n"
    )
    assert [(u.number, u.operator.strength, u.actions) for u in found] == [
        ("7(b).1", "request", ("print",)),
        ("7(c).1", "invite", ("read",)),
    ]


def test_a_list_that_only_spells_out_what_was_noted_asks_nothing() -> None:
    """Are the parts of "took note of the work, particularly:" no units?"""
    assert not units(
        "7. The SBSTA took note of the work, particularly:\n\n(a) Mapping reefs;\n\n(b) Printing charts.\n"
    )


def test_proceedings_ask_nothing_and_a_body_binds_itself_only_in_conclusions() -> None:
    """Are invitations under "Proceedings" left out, and is "agreed to" a unit under "Conclusions" alone?"""
    invited = "1. The SBSTA invited Parties to map their reefs.\n"
    agreed = "1. The SBSTA agreed to consider lamps in a contact group.\n"
    assert not units(invited, "1. Proceedings")
    assert len(units(invited, "1. Lamps")) == 1
    assert not units(agreed, "1. Lamps")
    assert len(units(agreed, "1. Conclusions on lamps")) == 1


def test_what_another_body_is_asked_counts_under_proceedings() -> None:
    """Is a text recommended to another body a unit under "Proceedings", and a request to the Chair none?"""
    text = (
        "1. The SBSTA considered this item. It requested the Chair to hold talks. At its 2nd meeting, the SBSTA "
        "considered and recommended a draft plan for consideration and adoption at COP 40.\n\n"
        "2. As nobody came, the SBSTA invited the COP to elect the keeper at COP 40.\n"
    )
    found = [(u.number, u.operator.strength, u.actions) for u in units(text, "1. Proceedings")]
    assert found == [("1.1", "recommend", ("consider", "adopt")), ("2.1", "invite", ("elect",))]


def test_a_list_of_activities_that_somebody_should_do_gives_each_its_verb() -> None:
    """Does "the following activities should be undertaken by the secretariat: (a) Light …" ask to light?"""
    text = (
        "3. The SBSTA concluded that the following activities should be undertaken by the secretariat, in fog:\n\n"
        "(a) Light the lamps;\n\n(b) A chart of all ports.\n"
    )
    found = units(text)
    assert [unit.actions for unit in found] == [("light",), ("undertake",)]
    assert [[actor.concept for actor in unit.addressees] for unit in found] == [["secretariat"], ["secretariat"]]


VERBS = [
    (
        "The SBSTA requested the secretariat to draw up a plan that shows all ports and to publish it.",
        ("draw up", "publish"),
    ),
    ("The SBSTA encouraged Parties to engage in the review of lamps and to support new ones.", ("engage", "support")),
    ("The SBSTA recommended that the host port designate a pilot for each lamp.", ("designate",)),
    ("The SBSTA urged Parties to the Buoys Convention that have yet to sign the plan to deposit it.", ("deposit",)),
]


@pytest.mark.parametrize(("sentence", "actions"), VERBS, ids=[row[0][:60] for row in VERBS])
def test_the_verb_is_that_of_what_is_asked(sentence: str, actions: tuple[str, ...]) -> None:
    """Is it neither the article of a name behind "to", nor the verb of a clause about those who are asked?"""
    (unit,) = units(f"4. {sentence}\n")
    assert unit.actions == actions


def test_a_unit_quotes_its_own_words() -> None:
    """Is the text of every unit what stands at its place, without the "and" before a second operator?"""
    text = "1. The SBSTA invited Parties to map reefs, and requested the secretariat to print charts.\n"
    report = report_from_text(FRONT.format(section="1. Conclusions") + text, "x.md")
    first, second = find_mentions(report).units.units
    assert report.quote(first.span) == "The SBSTA invited Parties to map reefs"
    assert report.quote(second.span) == "requested the secretariat to print charts."


def test_a_pronoun_stands_for_the_body_and_nobody_is_inherited() -> None:
    """Does "It agreed to" bind the body named before, and a thing that is encouraged have no addressee from before?"""
    first, second, third = units(
        "1. The SBSTA invited Parties to map reefs. It encouraged the continuation of it. It agreed to continue.\n"
    )
    assert [a.words for a in first.addressees] == ["Parties"]
    assert (second.subject, second.addressees) == ("none", ())
    assert (third.subject, [a.words for a in third.addressees]) == ("before", ["SBSTA"])


def test_links_of_conclusions_say_how_the_addressee_is_known() -> None:
    """Is the body taken up by a pronoun linked with grade context, and a thing without addressee left open?"""
    text = "1. The SBSTA invited Parties to map reefs. It urged further payments. It agreed to continue its work.\n"
    report = link_mentions(find_mentions(report_from_text(FRONT.format(section="1. Conclusions") + text, "x.md")))
    linked = [(link.quote, str(link.grade)) for link in report.links if link.property == "addressee"]
    assert linked == [("SBSTA", "context"), ("Parties", "explicit")]
    assert [u.quote for u in report.unlinked if u.property == "addressee"] == ["urged"]


def test_a_review_group_is_a_body_that_asks() -> None:
    """Are the requests of a Group read in its own report, and those of a group that somebody set up in none?"""
    front = (
        "CAC/COSP/IRG/2031/14\n\n# Report of the Implementation Review Group on its eighth session\n\n## I. Lamps\n\n"
    )
    asked = "1. The Group requested the Secretariat to light lamps and invited States parties to submit charts.\n"
    other = "1. Azuria set up a group of keepers. The Group requested the Secretariat to light lamps.\n"
    units = find_mentions(report_from_text(front + asked, "x.md")).units.units
    assert [unit.operator.strength for unit in units] == ["request", "invite"]
    assert not find_mentions(report_from_text(front + other, "x.md")).units.units
