"""Lists of decisions: is each part a unit of its own, whatever verb it opens with, and what cannot be read said?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text


def linked(words: str, title: str = "Report of the Conference on Lamps on its ninth session") -> LinkedReport:
    """A report whose section "Outcome" holds the words."""
    text = f"# {title}\n\n## I. Opening\n\n1. It met.\n\n## II. Outcome\n\n{words}\n"
    return link_report(report_from_text(text, "x.md"))


def units(words: str, title: str = "Report of the Conference on Lamps on its ninth session") -> list[str]:
    """Number, strength, operator and addressees of its units."""
    found = linked(words, title).recommendations
    return [f"{r.ref.number} {r.strength.id}: {r.operator} {','.join(a.id for a in r.addressees)}" for r in found]


PAST = (
    "2. At its third meeting, the Conference, on the proposal of the Chair:\n\n(a) Took note of the chart;\n\n"
    "(b) Decided to meet again in 2031;\n\n(c) Also requested the secretariat to sell nets, and urged States to buy "
    "them;\n\n(d) Decided that the port should be closed;\n\n(e) Approved the budget;\n\n(f) Elected a Chair."
)


def test_parts_with_verbs_in_the_past() -> None:
    """Is each part its own, with the body that binds itself as addressee, and what was only noted or elected none?"""
    expected = [
        "2(b).1 decide: decided to conference",
        "2(c).1 request: requested to secretariat",
        "2(c).2 urge: urged to states",
        "2(d).1 decide: decided that conference",
        "2(e).1 decide: approved conference",
    ]
    assert units(PAST) == expected
    assert not [line for line in linked(PAST).unread if "recommendations" in line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "2. The Conference decided:\n\n(a) To close the port;\n\n(b) To invite States to pay;\n\n(c) That States "
            "should light lamps;\n\n(d) To take note of the chart.",
            [
                "2(a).1 decide: decided to conference",
                "2(b).1 invite: invite to states",
                "2(c).1 decide: decided that states",
            ],
        ),
        (
            "2. The Conference agreed that:\n\n(a) States should light lamps;\n\n(b) The secretariat should report.",
            ["2(a).1 should: should states", "2(b).1 should: should secretariat"],
        ),
        (
            "2. The Conference took the following decisions:\n\n- It approved the budget;\n- The secretariat was "
            "requested to sell the lamps;\n- To urge States to pay.",
            [
                "2.1 decide: approved conference",
                "2.2 request: was requested to secretariat",
                "2.3 urge: urge to states",
            ],
        ),
        (
            "The Conference:\n\n(a) Decided to close the port;\n\n(b) Requested the secretariat to report.",
            ["II(a).1 decide: decided to conference", "II(b).1 request: requested to secretariat"],
        ),
        (
            "The Conference decided:\n\n2. To close the port;\n\n3. To invite States to pay.",
            ["2.1 decide: decided to conference", "3.1 invite: invite to states"],
        ),
        ("2. The General Assembly:\n\n(a) Decided to meet;\n\n(b) Requested the secretariat to report.", []),
        (
            "2. In its decision 4/1, the Conference:\n\n(a) Decided to meet;\n\n(b) Urged States to pay.",
            [],
        ),
        ("2. The following decisions were told:\n\n(a) Decided to meet;\n\n(b) Urged States to pay.", []),
    ],
)
def test_forms_of_lists(words: str, expected: list[str]) -> None:
    """Are infinitives, clauses with "that", sentences and points read, and lists of other bodies and sessions not?"""
    assert units(words) == expected


def test_what_is_not_read_is_said() -> None:
    """Is a part in no form that is known said, and so the list of a body that nobody can tell?"""
    odd = "2. The Conference decided:\n\n(a) To close the port;\n\n(b) Keepers are to close ports."
    assert any("one part in no form that is known" in line and "Keepers" in line for line in linked(odd).unread)
    nobodys = linked(PAST, "Report on the ninth session")
    assert not nobodys.recommendations
    assert any("paragraph 2 lists what a body decided" in line for line in nobodys.unread)


def test_a_document_that_is_a_decision() -> None:
    """Is whoever decides in it its body, whatever stands on the lines before, and a proposal in no known form said?"""
    text = (
        "Decision on the third item on the agenda\n\nRecord of decisions\n\nThe Harbour Body:\n\n(a) approved the plan "
        "of the port;\n\n(b) requested the Secretariat to light lamps; and\n\n(c) proposed to ports that they close.\n"
    )
    found = link_report(report_from_text(text, "x.txt"))
    assert [(r.ref.number, r.strength.id) for r in found.recommendations] == [
        ("text(a).1", "decide"),
        ("text(b).1", "request"),
    ]
    assert any("proposed to ports" in line for line in found.unread)


AGREED = "\n\n(a) Pilots should be trained;\n\n(b) States should light lamps."


@pytest.mark.parametrize(
    "over",
    [
        "2. The following decisions were taken:",
        "2. At the third meeting, on 3 May 2031, the following conclusions were reached:",
        "2. After an exchange of views, the following was agreed:",
        "2. The representative of Norway spoke. The Conference discussed the fog. It was agreed that:",
        "2. The Conference discussed the fog. It also considered the chart. The following measures were taken:",
        "2. The Chair spoke. The participants agreed that:",
        "2. The Conference discussed the fog.\n\n3. The following recommendations were made:",
        "2. The Chair summarized the discussion. It was agreed that:",
        "2. The representative of Norway spoke of lamps.\n\n3. It was agreed that:",
        "2. The Conference discussed the fog. It agreed that:",
    ],
)
def test_lists_of_the_body_over_which_nobody_is_named(over: str) -> None:
    """Is such a list read where it opens its paragraph, or where the sentence before has the body as its subject?"""
    assert [line.split(":")[1] for line in units(over + AGREED)] == [" should ", " should states"]


@pytest.mark.parametrize(
    "over",
    [
        "2. The representative of Norway described the reform in his country. The following measures were taken:",
        "2. The representative of Norway described the reform in his country.\n\n3. The following measures were taken:",
        "2. The representative of Norway spoke.\n\n3. The following steps were taken:",
        "2. He recalled the summit of mayors held in Oslo in 2008. It was agreed that:",
        "2. The Conference recalled the summit of mayors. It was agreed that:",
        "2. The seminar had been held in Oslo.\n\n3. The following conclusions were reached:",
        "2. At that seminar, the following conclusions were reached:",
        "2. The keynote speaker presented a paper.\n\n3. The following recommendations were made:",
        "2. The seminar had been held in Oslo. The participants agreed that:",
        "2. At that seminar, the participants agreed that:",
        "2. In Norway, the following measures were taken:",
        "2. The General Assembly discussed the fog. It was decided that:",
        "2. The Conference heard a presentation by Norway. The following measures were taken:",
        "2. The Conference noted the reform in Norway.\n\n3. The following steps were taken:",
        "2. The representative of Norway described the parliament. It agreed that:",
    ],
)
def test_lists_that_may_be_those_of_another(over: str) -> None:
    """Is a list said and not read that a State, another gathering or another body may have decided?"""
    assert not units(over + AGREED)
    assert [line for line in linked(over + AGREED).unread if "it may be another who did" in line]


def at(words: str, section: str) -> LinkedReport:
    """A report whose second section, by the title given, holds the words."""
    text = f"# Report of the Conference on Lamps\n\n## I. Opening\n\n1. It met.\n\n## II. {section}\n\n{words}\n"
    return link_report(report_from_text(text, "x.md"))


@pytest.mark.parametrize("section", ["Deliberations", "Recommendations"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2. The Conference: (a) Requested States to pay; (b) Decided to meet.", ["2(a).1 request", "2(b).1 decide"]),
        ("2. The Conference decided: a. to meet; b. to request States to pay.", ["2(a).1 decide", "2(b).1 request"]),
        ("2. The Conference decided: a) to meet; b) to request States to pay.", ["2(a).1 decide", "2(b).1 request"]),
        ("2. The Conference decided: (i) to meet; (ii) to urge States to pay.", ["2(i).1 decide", "2(ii).1 urge"]),
        (
            "2. The Conference expressed its thanks and:\n\n(a) Requested States to pay;\n\n(b) Urged Peru to pay.",
            ["2(a).1 request", "2(b).1 urge"],
        ),
        (
            "2. The Conference, under article 4 (a) of the Treaty: (a) Urged States to pay under article 5 (b); and "
            "(b) Decided to meet.",
            ["2(a).1 urge", "2(b).1 decide"],
        ),
        ("2. The General Assembly: (a) Requested States to pay; (b) Decided to meet.", []),
        ("2. The Conference heard: (a) Norway; (b) Peru.", []),
    ],
)
def test_lists_that_no_line_breaks_part(words: str, expected: list[str], section: str) -> None:
    """Are parts within one line read, in a chapter of recommendations too, and those of other bodies not?"""
    found = at(words, section)
    assert [f"{unit.ref.number} {unit.strength.id}" for unit in found.recommendations] == expected
    assert not [line for line in found.unread if line.startswith("recommendations")]


@pytest.mark.parametrize("section", ["Deliberations", "Recommendations"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2. The Conference:\n\n(a) Requested States to pay;\n\n(b) Set up a fund;\n\n(c) Met.", ["Set up a fund"]),
        ("2. The Conference:\n\n(a) Set up a fund;\n\n(b) Fixed the date.", ["Set up a fund", "Fixed the date"]),
        ("2. The Conference decided:\n\n(a) To meet;\n\n(b) Not to pay.", ["Not to pay"]),
        ("2. The Conference decided: (a) to meet; (b) the secretariat to pay.", ["the secretariat to pay"]),
        ("2. The Conference urged States to pay and: (a) Urged Peru to pay; (b) Decided to meet.", ["urged States to"]),
        ("2. The Conference: (a) Urged Peru to pay; (b) Closed the port.", ["Closed the port"]),
        ("2. The Conference (a) urged Peru to pay; and (b) decided to meet.", ["The Conference (a) urged"]),
        ("2. The Conference decided: 1. to meet; 2. to urge Peru to pay.", ["decided: 1. to meet"]),
        ("2. The Conference rose. It decided: 1. to meet; 2. to urge Peru to pay.", ["It decided: 1. to meet"]),
        ("2. The Conference decided: A. To meet; B. To urge Peru to pay.", ["decided: A. To meet"]),
        ("2. The Conference decided as follows: First, to meet; second, to pay.", ["as follows: First"]),
        ("2. The Conference agreed on the agenda: (a) Lamps; (b) Buoys.", ["agreed on the agenda"]),
    ],
)
def test_parts_that_are_not_read_are_said(words: str, said: list[str], section: str) -> None:
    """Is each part said whose verb no rule knows, what the words over the list ask, and what stands behind it?"""
    lines = [line for line in at(words, section).unread if line.startswith("recommendations")]
    assert len(lines) == len(said)
    assert all(any(words in line for line in lines) for words in said)


def test_words_before_and_after_a_list_are_not_handed_down() -> None:
    """Is what the words over a list ask not asked again by each part that has a verb of its own?"""
    over = "2. The Conference requested States to pay and:\n\n(a) Invited Peru to attend;\n\n(b) Decided to meet."
    found = [(unit.ref.number, unit.strength.id) for unit in at(over, "Recommendations").recommendations]
    assert found == [("2(a).1", "invite"), ("2(b).1", "decide")]


@pytest.mark.parametrize("first", ["The Conference requested States to report. ", ""], ids=["before", "behind"])
def test_sentences_beside_a_list(first: str) -> None:
    """Are what the body asked in the same paragraph before its list, and behind it, units too?"""
    last = "" if first else " It also invited Fiji to attend."
    words = f"2. {first}The Conference: (a) Urged Peru to pay; (b) Decided to meet.{last}"
    found = [f"{unit.ref.number} {unit.strength.id}" for unit in at(words, "Deliberations").recommendations]
    beside = "2.1 request" if first else "2.1 invite"
    assert sorted(found) == sorted(["2(a).1 urge", "2(b).1 decide", beside])
    assert not [line for line in at(words, "Deliberations").unread if "not read" in line]


def test_a_sentence_behind_a_list_that_recommends_is_said() -> None:
    """Is a list said of which a chapter of recommendations gave only the sentence behind it?"""
    found = at("2. The Conference: (a) Urged Peru to pay; (b) Took note of it. States should pay.", "Recommendations")
    assert [unit.ref.number for unit in found.recommendations] == ["2.1"]
    assert [line for line in found.unread if "Urged Peru to pay" in line]
