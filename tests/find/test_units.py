"""Are recommendations found where grammar and chapter make them, and cut where an operator ends?"""

from __future__ import annotations

import pytest
from unit_rows import report_of, rows, units_of

from rapporteur.authorities import load_authorities
from rapporteur.find.deontic import holds_recommendations
from rapporteur.find.units import find_units


def test_one_operator_is_one_unit() -> None:
    """Do two sentences, or a second operator in one, make two units, and coordinated verbs one?"""
    first, second, third = units_of(
        "States parties should mark and light their wrecks, and should seek to warn pilots. "
        "The Secretariat should publish the list."
    )
    assert first.words == "States parties should mark and light their wrecks"
    assert second.words == "should seek to warn pilots."
    assert third.words == "The Secretariat should publish the list."
    assert [unit.number for unit in (first, second, third)] == ["5.1", "5.2", "5.3"]
    assert first.actions == ("mark", "light")


def test_a_semicolon_list_under_one_operator_is_one_unit() -> None:
    """Does a list of gerunds stay with the operator it stands under?"""
    (unit,) = units_of(
        "Member States should reform the rules on salvage, including by mapping wrecks; training divers; and/or "
        "closing ports."
    )
    assert unit.words.endswith("closing ports.")


def test_a_clause_of_its_own_subject_begins_after_the_joint() -> None:
    """Is the second clause cut at its subject, and the "and" left out of both?"""
    first, second = units_of("States should close ports, and the Secretariat was requested to list them.")
    assert (first.words, second.words) == (
        "States should close ports",
        "the Secretariat was requested to list them.",
    )


@pytest.mark.parametrize(
    "words",
    [
        "The Working Group adopted the recommendations below for consideration at a later session.",
        "The Chair informed the meeting that the list would be submitted to the Conference.",
        "The Chair invited the Working Group to discuss the matter.",
        "The representative of a State said that States parties should mark wrecks.",
        "It is important that wrecks should be marked.",
        "States parties could mark wrecks.",
        "It should be noted that wrecks are many.",
        "They should not be construed as endorsed by the Working Group as a whole.",
        "Wrecks that might require marking were listed.",
        "Captains found the list that the Secretariat should have kept.",
    ],
)
def test_what_is_no_recommendation(words: str) -> None:
    """Do procedure, views, possibility and dependent clauses give no unit, though the chapter is the right one?"""
    assert units_of(words) == ()


@pytest.mark.parametrize(
    ("heading", "below", "holds"),
    [
        ("Recommendations adopted by the Committee", "", True),
        ("Conclusions and recommendations", "Wrecks", True),
        ("**RECOMMENDATIONS**", "", True),
        ("Summary of the deliberations", "", False),
        ("Summary of the deliberations", "Recommendations", True),
        ("Conclusions and recommendations", "Summary of the discussion", False),
        ("Follow-up to earlier recommendations", "", False),
        ("Attendance", "", False),
    ],
)
def test_where_recommendations_live(heading: str, below: str, holds: bool) -> None:
    """Does the nearest telling heading decide, and nothing else than headings?"""
    words = "States parties should mark wrecks."
    report = report_of(words, heading, below)
    assert holds_recommendations(report, report.paragraphs[0].section) is holds
    assert len(units_of(words, heading, below)) == int(holds)


def test_lettered_parts_take_operator_and_addressee_from_the_chapeau() -> None:
    """Is each lettered part a unit with the chapeau's operator, its words and the chapeau's apart?"""
    first, second, third, last = units_of(
        "The Secretariat should compile and disseminate:\n\n(a) Charts of wrecks;\n\n(b) Lists of pilots; and\n\n"
        "(c) The rules of salvage. In addition, States parties should give advice."
    )
    assert [unit.number for unit in (first, second, third, last)] == ["5(a).1", "5(b).1", "5(c).1", "5(c).2"]
    assert second.words == "Lists of pilots;"
    assert second.chapeau == "The Secretariat should compile and disseminate:"
    assert (second.subject, second.operator.words, second.actions) == (
        "chapeau",
        "should",
        ("compile", "disseminate"),
    )
    assert [actor.words for actor in second.addressees] == ["Secretariat"]


def test_a_chapeau_that_ends_in_its_operator_gets_the_verb_from_the_part() -> None:
    """Does "should:" leave the verb, and a weaker operator, to each part?"""
    assert rows("States parties should:\n\n(a) Map wrecks and mark them;\n\n(b) Consider lending buoys.") == [
        ("States parties", "should", "should", "map, mark"),
        ("States parties", "should consider", "consider", "lend"),
    ]
    assert rows("The Committee urges Member States to:\n\n(a) Map wrecks;\n\n(b) Mark them.") == [
        ("Member States", "urges to", "urge", "map"),
        ("Member States", "urges to", "urge", "mark"),
    ]
    assert rows("States parties:\n\n(a) Should map wrecks;\n\n(b) Are encouraged to mark them.") == [
        ("States parties", "should", "should", "map"),
        ("States parties", "are encouraged to", "encourage", "mark"),
    ]


def test_a_part_with_its_own_operator_keeps_it() -> None:
    """Does a chapeau without an operator leave the parts to speak for themselves?"""
    assert rows(
        "With regard to wrecks on which States parties might require advice:\n\n"
        "(a) The Conference should give advice;\n\n(b) The Secretariat should send charts. It should be prompt."
    ) == [
        ("Conference", "should", "should", "give"),
        ("Secretariat", "should", "should", "send"),
        ("(agentless)", "should", "should", "be"),
    ]


def test_spans_point_at_the_words() -> None:
    """Is every unit, operator and addressee quoted from where it stands, emphasis and wrapped lines included?"""
    report = report_of("States parties should, in line with the *Chart\nBook*, consider marking wrecks.")
    (unit,) = units_of("States parties should, in line with the *Chart\nBook*, consider marking wrecks.")
    assert report.quote(unit.span) == "States parties should, in line with the *Chart\nBook*, consider marking wrecks."
    assert unit.words == "States parties should, in line with the Chart Book, consider marking wrecks."
    assert report.quote(unit.operator.span) == "should, in line with the *Chart\nBook*, consider"
    assert report.quote(unit.addressees[0].span) == "States parties"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The Working Groups further recommended that States parties:\n\n(a) Consider mapping reefs;\n\n"
            "(b) Light piers.",
            [
                ("5(a).1", "States parties", "recommended that", "map"),
                ("5(b).1", "States parties", "recommended that", "light"),
            ],
        ),
        (
            "The Board recommended that:\n\n(a) States parties map reefs;\n\n(b) The Secretariat should light piers.",
            [("5(a).1", "States parties", "recommended that", "map"), ("5(b).1", "Secretariat", "should", "light")],
        ),
        (
            "The Board adopted the following recommendations:\n\n- States parties should map reefs;\n\n"
            "- States are encouraged to light piers; and\n\n- The Secretariat should train keepers.",
            [
                ("5.1", "States parties", "should", "map"),
                ("5.2", "States", "are encouraged to", "light"),
                ("5.3", "Secretariat", "should", "train"),
            ],
        ),
        (
            "States parties should:\n\n- Map reefs;\n\n- Train keepers.",
            [("5.1", "States parties", "should", "map"), ("5.2", "States parties", "should", "train")],
        ),
        (
            "The Board recommended the following:\n\n(a) Share charts;\n\n(b) States should train keepers.",
            [("5(a).1", "", "share", "share"), ("5(b).1", "States", "should", "train")],
        ),
    ],
)
def test_lists_of_recommendations(words: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Is each part of a list a unit, with the chapeau's addressee or its own, lettered or behind a bullet?"""
    assert [
        (u.number, " ".join(a.words for a in u.addressees), u.operator.norm, " ".join(u.actions))
        for u in units_of(words)
    ] == expected


def test_a_part_in_which_nothing_is_asked_is_said() -> None:
    """Is a part of a list of recommendations reported that holds none?"""
    report = report_of("The Board made the following recommendations:\n\n- States should map reefs;\n\n- Lamps.")
    found = find_units(report, (), load_authorities())
    assert [u.number for u in found.units] == ["5.1"]
    assert found.unread == ("paragraph 5: Lamps.",)


def test_a_list_completes_the_body_asked_in_its_chapeau() -> None:
    """Do the parts under "requested the Secretariat:" take operator and addressee, and those under a thing none?"""
    found = units_of("The Committee requested the Secretariat:\n\n(a) To map reefs;\n\n(b) To mark wrecks.")
    assert [(u.number, [a.words for a in u.addressees], u.operator.norm, u.actions) for u in found] == [
        ("5(a).1", ["Secretariat"], "requested to", ("map",)),
        ("5(b).1", ["Secretariat"], "requested to", ("mark",)),
    ]
    assert not units_of("The Committee requested the following charts:\n\n(a) Reefs;\n\n(b) Wrecks.")


def test_those_who_are_asked_may_open_the_sentence() -> None:
    """Is "Donors are invited to pay" a unit, as "Governments are invited" is?"""
    assert [u.operator.norm for u in units_of("Donors are invited to pay.")] == ["are invited to"]


def test_a_common_noun_nobody_listed_may_be_asked() -> None:
    """Are divers asked as donors are, named as a set, and is nobody where a thing is invited or the past is told?"""
    found = units_of("In that regard, divers of all ports are invited to map reefs, and owners are urged to report.")
    assert [([a.words for a in u.addressees], [a.is_set for a in u.addressees]) for u in found] == [
        (["divers of all ports"], [True]),
        (["owners"], [True]),
    ]
    assert not units_of("Attention is invited to the fact that reefs are old.")
    assert not units_of("Divers were invited to map reefs.")


def test_what_should_continue_over_a_list_continues_in_its_parts() -> None:
    """Is "should continue, subject to funds: (a) To map reefs" a continuing, each part completing it?"""
    found = units_of("The Secretariat should continue, subject to funds:\n\n(a) To map reefs;\n\n(b) To mark wrecks.")
    assert [(u.operator.norm, u.operator.strength, u.actions) for u in found] == [
        ("should continue to", "should-continue", ("map",)),
        ("should continue to", "should-continue", ("mark",)),
    ]
