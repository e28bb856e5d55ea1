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
