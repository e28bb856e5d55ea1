"""Whose resolution it is, where its title, its day or what is cited of it stands between: is the body found?"""

from __future__ import annotations

import pytest

from rapporteur import link_text

CONTEXT = "A/HRC/19/2"


def cited(text: str) -> list[str]:
    """The words and the target of each citation."""
    return [f"{link.target}" for link in link_text(text, context=CONTEXT).links if link.property == "cites"]


@pytest.mark.parametrize(
    "text",
    [
        "In its resolution 68/3, entitled “Lamps of the isles”, the General Assembly asked for lamps.",
        "In its resolution 68/3, paragraphs 4 and 5, the General Assembly asked for lamps.",
        "In its resolution 68/3 (para. 4), the General Assembly asked for lamps.",
        "By its resolution 68/3 of 18 December 2013, entitled “Lamps”, the General Assembly asked for lamps.",
        "They recalled resolution 68/3, by which the General Assembly asked for lamps.",
        "They recalled resolution 68/3, entitled “Lamps”, of the General Assembly.",
    ],
)
def test_the_body_behind_a_title_or_parts_is_whose_resolution_it_is(text: str) -> None:
    """Is it the Assembly's, and not the reporting body's?"""
    found = cited(text)
    assert found
    assert all("A/RES/68/3'" in target for target in found)


def test_a_body_that_is_told_of_something_else_is_not_whose_it_is() -> None:
    """Does the Assembly that a report goes to stay apart?"""
    assert not cited("Pursuant to resolution 68/3, the Secretary-General reported to the General Assembly.")


def test_parts_in_brackets_are_of_the_resolution_before_them() -> None:
    """Are paragraphs and annexes read there, and left alone where they stand with other things or are to be seen?"""
    assert any("'4'" in target for target in cited("General Assembly resolution 68/3 (para. 4) was read."))
    assert any("annex='annex'" in target for target in cited("General Assembly resolution 68/3 (annex) was read."))
    for text in (
        "General Assembly resolution 68/3 (see para. 4)",
        "General Assembly resolution 68/3 (para. 4 and more)",
    ):
        assert not any("A/RES/68/3" in target and "'4'" in target for target in cited(text))


@pytest.mark.parametrize(
    "text",
    [
        "Recalling General Assembly resolution 68/3, Recalling also its resolutions 5/4 and 6/2,",
        "Recalling General Assembly resolution 68/3, by which it lit lamps, Recalling also its resolution 5/4,",
        "Recalling General Assembly resolution 68/3 and its own resolution 5/4,",
        "Noting Economic and Social Council resolution 68/3 on lamps, and recalling further its resolution 5/4,",
        "Guided by General Assembly resolution 68/3 and its resolution 5/4,",
    ],
)
def test_what_a_recital_recalls_as_its_own_is_not_the_body_s_before(text: str) -> None:
    """Is "its resolution" the speaking body's, where another body only said whose resolution was recalled before?"""
    found = cited(text)
    assert any("A/HRC/RES/5/4'" in target for target in found)
    assert not any("'A/RES/5/4'" in target or "'E/RES/5/4'" in target for target in found)


def test_its_resolution_behind_which_is_of_the_body_right_before() -> None:
    """Is a clause with "which" about the last body, and a clause without about the first?"""
    text = (
        "The General Assembly, in its resolution 68/3, asked the Economic and Social Council, which in its resolution"
    )
    assert any("'E/RES/2008/5'" in target for target in cited(f"{text} 2008/5 lit lamps."))


def test_its_resolution_in_which_it_did_something_is_of_the_subject_before() -> None:
    """Is it the body's that the sentence before begins with, and that of no body only told of there?"""
    text = (
        "The General Assembly met. By its resolution 68/3 of 18 December 2013, it lit lamps, and by its resolution 69/4"
    )
    assert [target for target in cited(f"{text} of 13 December 2014 it rose.") if "RES" in target] == [
        "DocumentRef(symbol='A/RES/68/3')",
        "DocumentRef(symbol='A/RES/69/4')",
    ]
    assert not any(
        "'A/RES" in target for target in cited("The report of the Assembly was read. In its resolution 5/4, it")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Recalling the work of the Fog Commission, including its resolution 5/4,",
        "The Fog Board, in its resolution 5/4, lit lamps.",
    ],
)
def test_the_resolution_of_an_unknown_body_is_not_the_reporting_one_s(text: str) -> None:
    """Is it open where the body right before "its" is not known?"""
    assert not [target for target in cited(text) if "RES" in target]
