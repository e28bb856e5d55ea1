"""Are operator, addressee and verbs read as an annotator would write them?"""

from __future__ import annotations

import pytest
from unit_rows import rows, units_of

from rapporteur.find.operators import find_operators
from rapporteur.find.verbs import base_actions, gerund_actions, lemma


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("States parties should mark wrecks.", ("States parties", "should", "should", "mark")),
        ("Member States should not close ports.", ("Member States", "should not", "should", "close")),
        ("States should also consider lending buoys.", ("States", "should consider", "consider", "lend")),
        ("States should consider further research on reefs.", ("States", "should consider", "consider", "research")),
        ("States should consider the feasibility of mapping.", ("States", "should consider", "consider", "map")),
        ("UNODC should continue to map reefs.", ("UNODC", "should continue to", "should-continue", "map")),
        (
            "The Conference should continue its examination of reefs.",
            ("Conference", "should continue to", "should-continue", "examine"),
        ),
        ("States should endeavour to mark wrecks.", ("States", "should endeavour to", "should-endeavour", "mark")),
        ("States should seek to fully involve pilots.", ("States", "should seek to", "should-endeavour", "involve")),
        (
            "States parties should acknowledge the work of pilots.",
            ("States parties", "should acknowledge", "should-acknowledge", "acknowledge"),
        ),
        (
            "States parties should acknowledge and support the work of pilots.",
            ("States parties", "should", "should", "acknowledge, support"),
        ),
        (
            "The Committee reaffirmed that States parties should mark wrecks.",
            ("States parties", "should", "should-reaffirmed", "mark"),
        ),
        ("States parties might use buoys.", ("States parties", "might", "may", "use")),
        ("States may wish to consider lending buoys.", ("States", "may wish to consider", "may", "lend")),
        (
            "States parties are also encouraged to use buoys.",
            ("States parties", "are encouraged to", "encourage", "use"),
        ),
        (
            "The Secretariat was requested, as far as funds allow, to map reefs, and to publish the maps.",
            ("Secretariat", "was requested to", "request", "map, publish"),
        ),
        (
            "States should adopt rules to protect reefs, and to mark wrecks.",
            ("States", "should", "should", "adopt"),
        ),
        ("Each State party shall mark its wrecks.", ("State party", "shall", "shall", "mark")),
        ("The Committee urges all States parties to mark wrecks.", ("States parties", "urges to", "urge", "mark")),
        ("Calls upon Parties to phase out nets.", ("Parties", "calls upon to", "call-upon", "phase out")),
        ("The Committee invited UNODC to send charts.", ("UNODC", "invited to", "invite", "send")),
        ("Requests the Secretariat to send charts.", ("Secretariat", "requests to", "request", "send")),
        (
            "The Committee recommended that, where possible, States parties mark wrecks.",
            ("States parties", "recommended that", "recommend", "mark"),
        ),
        (
            "It was recommended that Member States should mark wrecks.",
            ("Member States", "recommended that", "recommend", "mark"),
        ),
    ],
)
def test_operators(words: str, expected: tuple[str, str, str, str]) -> None:
    """Is the phrase normalised, and the narrowest strength taken?"""
    assert rows(words) == [expected]


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("The Conference and the Secretariat should meet.", ["Conference + Secretariat"]),
        ("States parties, in cooperation with UNODC, should map reefs.", ["States parties"]),
        ("In cooperation with other States, the Secretariat, on request, should map reefs.", ["Secretariat"]),
        ("When States parties map reefs, the Secretariat should list them.", ["Secretariat"]),
        ("States parties that have not yet done so should map reefs.", ["States parties"]),
        ("Reefs should be mapped by States parties.", ["States parties"]),
        ("States parties should map reefs. Such maps should be published.", ["States parties", "(agentless)"]),
        ("States parties should map reefs and should publish maps.", ["States parties", "(shared)"]),
        ("Brazil should map its reefs.", ["Brazil"]),
        ("National authorities should map reefs.", ["National authorities"]),
        ("The UNODC Toolkit should be used.", ["(agentless)"]),
    ],
)
def test_addressees(words: str, whom: list[str]) -> None:
    """Is the subject of the operator's own clause found, and nobody else named in the sentence?"""
    assert [row[0] for row in rows(words)] == whom


@pytest.mark.parametrize(
    ("words", "secondary"),
    [
        ("The Conference should consider requesting UNODC to map reefs.", ["UNODC"]),
        ("The Conference should request the Secretariat to map reefs.", ["Secretariat"]),
        ("States parties should map reefs, with UNODC providing charts.", ["UNODC"]),
        ("States parties should map reefs in consultation with UNODC.", []),
        ("The Secretariat should help UNODC.", []),
    ],
)
def test_secondary_actors(words: str, secondary: list[str]) -> None:
    """Is somebody beside the addressee found only where asked or acting?"""
    (unit,) = units_of(words)
    assert [actor.words for actor in unit.secondary] == secondary


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("make better use of charts", ("make better use of",)),
        ("take into account the charts, and establish registers", ("take into account", "establish")),
        (
            "pay close attention to the charts (old, new or lost) and recognize that",
            ("pay close attention", "recognize"),
        ),
        ("increase their efforts to find and raise wrecks", ("increase efforts to find", "increase efforts to raise")),
        ("monitor and evaluate results", ("monitor", "evaluate")),
        ("adopt measures to assist and protect crews", ("adopt",)),
        ("review their rules, adopt plans and establish registers", ("review", "adopt", "establish")),
        ("also be carefully undertaken", ("undertake",)),
        ("ensure that crews map reefs and publish charts", ("ensure",)),
        ("develop research and support mechanisms", ("develop",)),
        ("apply the rules", ("apply",)),
        ("continue modernizing ports", ("modernize",)),
        ("continue to map reefs", ("map",)),
        ("continue and widen the survey", ("continue", "widen")),
    ],
)
def test_verbs(words: str, verbs: tuple[str, ...]) -> None:
    """Are phrase verbs kept whole, coordinated verbs found, and infinitives below them left out?"""
    assert base_actions(words, 0, len(words)) == verbs


def test_gerunds_have_their_base_form() -> None:
    """Do spelling and exceptions give the verb back?"""
    forms = "providing developing requesting compiling setting undertaken applied dealt using studying agreed"
    assert [lemma(form) for form in forms.split()] == (
        ["provide", "develop", "request", "compile", "set", "undertake", "apply", "deal", "use", "study", "agree"]
    )
    assert gerund_actions("adopting and implementing rules", 0, 31) == ("adopt", "implement")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The Committee recommended that UNODC map reefs and encouraged States to mark wrecks.",
            [("UNODC", "recommend", "map"), ("States", "encourage", "mark")],
        ),
        (
            "The Committee recommends that States should map reefs, invites UNODC to help and urges donors to pay.",
            [("States", "recommend", "map"), ("UNODC", "invite", "help"), ("donors", "urge", "pay")],
        ),
        (
            "States should map reefs, and the Committee also requested UNODC to help.",
            [("States", "should", "map"), ("UNODC", "request", "help")],
        ),
        (
            "The Committee recommended that States help the ports that had closed and invited pilots to leave.",
            [("States", "recommend", "help")],
        ),
        (
            "The Committee recommended that States map reefs and encourage pilots to mark wrecks.",
            [("States", "recommend", "map, encourage")],
        ),
    ],
)
def test_a_body_that_recommends_and_asks_more_in_one_sentence(words: str, expected: list[tuple[str, str, str]]) -> None:
    """Is each operator with its addressee a unit, and a verb of those addressed none?"""
    assert [(whom, strength, verbs) for whom, _, strength, verbs in rows(words)] == expected


@pytest.mark.parametrize(
    "words", ["continue its efforts to light lamps", "continue the programme", "continue its work"]
)
def test_to_continue_something_is_to_continue(words: str) -> None:
    """Is the strength that of continuing, whatever is continued?"""
    (operator,) = find_operators(text := f"UNODC should {words}.", 0, len(text))
    assert operator.strength == "should-continue"
