"""Is the secretariat that is asked the body's own only where no other is named, and asked by its actions as well?"""

from __future__ import annotations

import pytest

from rapporteur.model import UnitRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text


def asked(words: str, symbol: str = "LBX/2031/4") -> tuple[list[str], list[str]]:
    """The addressees of a report's units, and the words of those that stay open."""
    text = f"{symbol}\n\n# Report of the ninth meeting of keepers\n\n## I. Recommendations\n\n1. {words}\n"
    links = link_report(report_from_text(text, "invented.md"))
    named = [str(one.target.id) for one in links.links if one.property == "addressee"]
    return named, [u.quote for u in links.unlinked if u.property == "addressee" and isinstance(u.source, UnitRef)]


@pytest.mark.parametrize(
    "who",
    [
        "Secretariat of the Lamp Convention",
        "secretariat of the Convention on Lamps",
        "Secretariat of the Conference on Lamps",
        "Lamp Secretariat",
        "Isles Lamp Convention secretariat",
        "OTHR secretariat",
        "secretariat of OTHR",
        "Secretariat of the Lamp, Buoy and Reef conventions",
        "secretariat to the Isles Board",
    ],
)
@pytest.mark.parametrize("words", ["The {} should close the port.", "Requests the {} to close the port."])
def test_the_secretariat_of_somebody_else_is_not_the_bodys_own(who: str, words: str) -> None:
    """Does a secretariat with a name of its own stay open, with its whole name?"""
    assert asked(words.format(who)) == ([], [who])


@pytest.mark.parametrize(
    "who",
    [
        "Secretariat",
        "secretariat of the Conference",
        "Secretariat of the United Nations",
        "United Nations Secretariat",
        "LBX secretariat",
        "UNLBX secretariat",
        "secretariat of LBX",
    ],
)
@pytest.mark.parametrize("words", ["The {} should close the port.", "Requests the {} to close the port."])
def test_the_bodys_own_is_its_own_by_any_of_its_names(who: str, words: str) -> None:
    """Is the secretariat still asked whose body is told by a common noun, or by the letters of the document?"""
    assert asked(words.format(who)) == (["secretariat"], [])


def test_letters_of_a_report_without_a_symbol_are_nobodys() -> None:
    """Do letters stay open where no symbol tells whose they are?"""
    assert asked("The LBX secretariat should close the port.", "Invented") == ([], ["LBX secretariat"])


@pytest.mark.parametrize("done", ["undertaken", "carried out", "undertaken subject to the lamps being lit"])
def test_whose_actions_are_to_be_undertaken_is_asked(done: str) -> None:
    """Is it the secretariat that is asked where its actions are to be undertaken, and nobody where they are judged?"""
    by = "The SBSTA requested that the actions of the secretariat called for above be "
    assert asked(f"{by}{done}.", "FCCC/SBSTA/2031/4")[0] == ["secretariat"]
    assert asked(f"{by}reviewed.", "FCCC/SBSTA/2031/4")[0] == []
