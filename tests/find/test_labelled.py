"""Labelled recommendations: is what stands under "Recommendation 3" one unit of that number, however it is printed?"""

from __future__ import annotations

import pytest
from review_rows import linked, who

from rapporteur.model import ConceptRef, LinkedReport, PartKind

PAGE = """CTOC/COP/WG.8/2031/5

# Report on the meeting of the Working Group on Reefs held in Vienna from 3 to 5 March 2031

## I. Introduction

1. The Working Group on Reefs met in Vienna.

## {chapter}

2. The Working Group adopted what follows.

{words}

## III. Adoption of the report

9. The meeting adopted its report.
"""


def page(words: str, chapter: str = "II. Recommendations") -> LinkedReport:
    return linked(PAGE.format(words=words, chapter=chapter))


def rows(found: LinkedReport) -> list[tuple[str, str, str, str, str]]:
    """Each unit as number, strength, addressees, verbs, first and last words."""
    return [
        (
            unit.ref.number,
            unit.strength.id,
            " ".join(a.id if isinstance(a, ConceptRef) else who(a) for a in unit.addressees),
            " ".join(unit.actions),
            f"{unit.text.split()[0]} … {unit.text.split()[-1]}",
        )
        for unit in found.recommendations
    ]


MAP = ("1", "should", "states-parties", "map", "States … reefs.")
SELL = ("2", "should", "secretariat", "print sell", "The … it.")


@pytest.mark.parametrize(
    "words",
    [
        "### Recommendation 1\n\nStates parties should map reefs.\n\n"
        "### Recommendation 2\n\nThe Secretariat should print a list. It should also sell it.",
        "### Recommendation 1: Reefs\n\n3. States parties should map reefs.\n\n"
        "### Recommendation 2: Lists\n\n4. The Secretariat should print a list. It should also sell it.",
        "### A. Reefs\n\nRecommendation 1: States parties should map reefs.\n\n"
        "Recommendation 2: The Secretariat should print a list. It should also sell it.",
        "### A. Reefs\n\n**Recommendation No. 1**\n\n*Reefs*\n\nStates parties should map reefs.\n\n"
        "**Recommendation No. 2**\n\n*Lists*\n\nThe Secretariat should print a list.\n\nIt should also sell it.",
        "3. **Recommendation 1.** States parties should map reefs.\n\n"
        "4. **Recommendation 2.** The Secretariat should print a list. It should also sell it.",
        "R1. States parties should map reefs.\n\nR2. The Secretariat should print a list. It should also sell it.",
        "Recommendation 1 — States parties should map reefs.\n\n"
        "Recommendation 2 — The Secretariat should print a list. It should also sell it.",
    ],
)
def test_a_label_is_one_unit(words: str) -> None:
    """Is the printed number the unit, with all its sentences, its addressee and its verbs, and nothing unread?"""
    found = page(words)
    assert rows(found) == [MAP, SELL]
    assert not [line for line in found.unread if not line.startswith("themes")]


def test_numbers_that_begin_again_are_told_apart() -> None:
    """Has a number that comes again under the next heading an address of its own?"""
    found = page(
        "### A. Reefs\n\nRecommendation 1: States should map reefs.\n\n"
        "### B. Lamps\n\nRecommendation 1: States should: (a) Light piers; (b) Pay keepers.\n\n"
        "Recommendation 2: Consider abolishing tolls."
    )
    assert rows(found) == [
        ("1", "should", "states", "map", "States … reefs."),
        ("1~2", "should", "states", "light pay", "States … keepers."),
        ("2", "consider", "", "abolish", "Consider … tolls."),
    ]
    assert [u.recorded_in.kind for u in found.recommendations] == [PartKind.SECTION] * 3
    assert [m.quote for m in found.unlinked if m.property == "addressee"] == ["Consider"]


def test_what_a_unit_of_a_section_cites_stands_on_the_unit() -> None:
    """Does a unit without paragraph number cite what its words cite?"""
    found = page("### A. Reefs\n\nR1. States should lend boats under article 27 of the Organized Crime Convention.")
    cited = [link for link in found.links if link.property == "cites" and link.source == found.recommendations[0].ref]
    assert [link.quote for link in cited] == ["article 27 of the Organized Crime Convention"]


@pytest.mark.parametrize(
    ("words", "chapter"),
    [
        ("3. States agreed with\nrecommendation 1. The keepers should rest, some said.", "II. Discussion"),
        ("### Recommendation 1\n\n3. Many speakers said that States should map reefs.", "II. Summary of deliberations"),
        ("Recommendation 1 of the Board was kept.", "II. Recommendations"),
    ],
)
def test_what_only_speaks_of_a_recommendation_is_none(words: str, chapter: str) -> None:
    """Is a recommendation that is spoken of, or discussed under its own heading, no unit under a printed number?"""
    assert [u.ref.number for u in page(words, chapter).recommendations if u.ref.number == "1"] == []


def test_a_label_under_which_nothing_is_asked_is_said() -> None:
    """Is a label reported whose words ask for nothing, and one with no words at all?"""
    found = page("### A. Reefs\n\nR1. The reefs of the north.\n\nR2. States should map reefs.\n\nR3.")
    assert [u.ref.number for u in found.recommendations] == ["2"]
    assert [line for line in found.unread if "Recommendation" in line] == [
        "section II.A: Recommendation 1: The reefs of the north.",
        "section II.A: Recommendation 3",
    ]


@pytest.mark.parametrize("heading", ["### A. On reefs\n\n", "### A. On reefs\n", ""])
def test_a_label_on_a_line_of_its_own_is_no_citation(heading: str) -> None:
    """Is a recommendation's own label no link from the chapter to it, while one told of in a sentence is?"""
    words = "Recommendation 1\n\nStates should map reefs.\n\nRecommendation 2\n\nStates should heed recommendation 1."
    cited = [link for link in page(heading + words).links if link.property == "cites" and "ecommendation" in link.quote]
    assert {link.quote for link in cited} == {"recommendation 1"}


@pytest.mark.parametrize("space", ["\n", "\n\n"])
def test_labels_over_their_words_need_no_blank_lines(space: str) -> None:
    """Are headings and labels told apart where a copy keeps no blank line between them, and each label's words read?"""
    lines = ["A. On reefs", "Recommendation 1", "States should map reefs.", "Recommendation 2", "States may rest."]
    lines += ["B. On nets", "Recommendation 3", "The Board recommends that States mend nets."]
    found = page(space.join(lines))
    assert [section.path for section in found.report.sections] == ["I", "II", "II.A", "II.B", "III"]
    assert [row[0] for row in rows(found)] == ["1", "2", "3"]
    assert not [link for link in found.links if link.property == "cites"]
