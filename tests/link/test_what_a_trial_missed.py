"""Wordings of treaties and documents that a trial on texts nobody had read found unread: are they read now?"""

from __future__ import annotations

import pytest

from rapporteur import link_text


def targets(text: str) -> list[str]:
    """What each citation and mention is linked to, in reading order."""
    return [str(link.target) for link in link_text(text, context="CTOC/COP/WG.4/2010/6").links]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Accede to Convention No. 997 of the International Labour Organization.", {"997"}),
        ("Ratify Convention No. 997 (2031) of the International Labour Organization (ILO).", {"997"}),
        ("Ratify conventions Nos. 997, 998 and 999 of the ILO.", {"997", "998", "999"}),
        ("Ratify ILO Conventions No. 997 and No. 998.", {"997", "998"}),
    ],
)
def test_labour_conventions_by_their_numbers(text: str, numbers: set[str]) -> None:
    """Is each one treaty by its number, wherever the organization is named, and the year none?"""
    found = {target for target in targets(text) if "ilo-convention" in target}
    assert found == {f"InstrumentRef(id='ilo-convention-no-{number}')" for number in numbers}


def test_a_convention_by_number_of_somebody_else_is_not_the_labour_organization_s() -> None:
    """Is the organization asked for?"""
    assert not [target for target in targets("Ratify Convention No. 997 of the Council of Isles.") if "ilo" in target]


@pytest.mark.parametrize("text", ["A/99/L.1 and Add.1 to Add.3", "A/99/L.1 and Add.1 to 3.", "A/99/L.1/Add.1 to Add.3"])
def test_addenda_from_one_to_another(text: str) -> None:
    """Is each addendum of the range cited?"""
    found = targets(f"It had before it {text}")
    assert [target for target in found if "Add." in target] == [
        f"DocumentRef(symbol='A/99/L.1/Add.{number}')" for number in (1, 2, 3)
    ]


def test_a_title_that_says_between_whom_the_treaties_are_is_no_other_s() -> None:
    """Does an article go to the longer title?"""
    title = "the Strelsau Convention on the Law of Lamps between States and International Bodies"
    assert any(
        "between-states-and-international-bodies" in target
        for target in targets(f"{title}. Article 6 of the Convention")
    )


@pytest.mark.parametrize("text", ["decision 2/CMA.3 and its annex were read", "decision 2/CMA.3 and the annex thereto"])
def test_the_annex_that_is_joined_to_a_decision_is_its_own(text: str) -> None:
    """Is the annex cited beside the decision?"""
    assert [("annex='annex'" in target) for target in targets(text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Norway went to the International Court of Justice. Switzerland welcomed that.",
        "It was told by the Ministry of Justice. Switzerland welcomed that.",
        "Norway heard every Judge. Switzerland welcomed that.",
    ],
)
def test_a_state_behind_a_sentence_that_ends_with_a_title_is_one(text: str) -> None:
    """Is a whole word with its full stop no title before a name?"""
    assert "StateRef(code='CHE')" in targets(text)


def test_a_chapter_of_a_treaty_is_none_of_the_document_in_brackets() -> None:
    """Is it open, and a chapter of a report read?"""
    assert not [target for target in targets("the report on chapter II of the Convention (A/99/5)") if "'II'" in target]
    assert [target for target in targets("chapter II of the report (A/99/5)") if "'II'" in target]
