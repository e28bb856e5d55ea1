"""Are lists of names cut where their authors meant them to be?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.find.dates import find_days
from rapporteur.find.lists import read_list
from rapporteur.find.names import find_names
from rapporteur.find.passages import passages
from rapporteur.model import StateRef
from rapporteur.model.actors import Expected
from rapporteur.read.passage import passage_report


def cut(text: str, expects: Expected = "", several: bool = False) -> list[str]:
    """The names that a list is cut into."""
    report = passage_report(text, "list")
    passage = next(p for p in passages(report, find_names(report, load_authorities()), {}) if p.text)
    pieces = read_list(passage, 0, len(passage.text), expects, several)
    return [passage.text[slice(*item.at)] for item in pieces]


def cut_names(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Words and bearers of each item of a list of States."""
    report = passage_report(text, "list")
    passage = next(p for p in passages(report, find_names(report, load_authorities()), {}) if p.text)
    pieces = read_list(passage, 0, len(passage.text), "state")
    bearers = [item.name.candidates if item.name else () for item in pieces]
    return [
        (passage.text[slice(*item.at)], tuple(ref.code for ref in refs if isinstance(ref, StateRef)))
        for item, refs in zip(pieces, bearers, strict=True)
    ]


def codes_of(name: str) -> tuple[str, ...]:
    return tuple(ref.code for ref in load_authorities().states_named(name))


@pytest.mark.parametrize(
    ("text", "expects", "names"),
    [
        ("Chad, Cuba and Peru.", "state", ["Chad", "Cuba", "Peru"]),
        ("Chad, Cuba, and Peru.", "state", ["Chad", "Cuba", "Peru"]),
        ("Chad; Cuba; and Peru.", "state", ["Chad", "Cuba", "Peru"]),
        ("Ruritania and Syldavia", "state", ["Ruritania", "Syldavia"]),
        ("Bosnia and Herzegovina and Peru", "state", ["Bosnia and Herzegovina", "Peru"]),
        (
            "Iran (Islamic Republic of), Venezuela (Bolivarian Republic of) and the Sudan",
            "state",
            ["Iran (Islamic Republic of)", "Venezuela (Bolivarian Republic of)", "Sudan"],
        ),
        (
            "Council of Europe and Organization for Security and Cooperation in Europe",
            "organization",
            ["Council of Europe", "Organization for Security and Cooperation in Europe"],
        ),
        (
            "Union of Fog and Buoys, League of Arab States and Centre for Peace and Quiet",
            "organization",
            ["Union of Fog and Buoys", "League of Arab States", "Centre for Peace and Quiet"],
        ),
        (
            "International Labour Organization (ILO); Agency for Ropes, Chains and Anchors; and Eurojust",
            "organization",
            ["International Labour Organization", "Agency for Ropes, Chains and Anchors", "Eurojust"],
        ),
    ],
)
def test_a_list_is_cut_at_its_names(text: str, expects: Expected, names: list[str]) -> None:
    """Do commas, semicolons, the last "and" and brackets cut, or not cut, as the names ask?"""
    assert cut(text, expects) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(Chad)", ["Chad"]),
        ("(Chad) (Peru);", ["Chad", "Peru"]),
        ("(Chad, Peru, Venezuela (Bolivarian Republic of))", ["Chad", "Peru", "Venezuela (Bolivarian Republic of)"]),
        ("(Chad; Ruritania (Kingdom of, and of the Isles); Peru)", ["Chad", "Ruritania", "Peru"]),
        ("Chad (on behalf of Iran (Islamic Republic of), Mali and Oman), Peru", ["Chad", "Peru"]),
        ("Iran, Islamic Republic of, Korea, Republic of, and the Niger", ["Iran", "Korea", "Niger"]),
        ("Chad3, Peru,4 Mali and\nthe Lao People's\nDemocratic Republic", ["Chad", "Peru", "Mali", "Lao"]),
    ],
)
def test_brackets_and_inverted_names_do_not_break_a_list(text: str, names: list[str]) -> None:
    """Are lists in brackets, brackets in brackets, inverted names and note numbers read item by item?"""
    found = cut(text, "state")
    assert len(found) == len(names)
    assert all(item.startswith(name) for item, name in zip(found, names, strict=True))


NAMES = sorted({label for label, _ in load_authorities().state_names()})
PRINTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "typographic apostrophes": lambda name: name.replace("'", "’"),
    "spaces that do not break": lambda name: name.replace(" ", "\u00a0"),
    "a line for each word": lambda name: name.replace(" ", "\n    "),
    "hyphens that do not break": lambda name: name.replace("-", "\u2011"),
    "a line after each hyphen": lambda name: name.replace("-", "-\n"),
    "letters and accents apart": lambda name: unicodedata.normalize("NFD", name),
    "the number of a note": lambda name: name if name.isupper() else f"{name}12",
}


@pytest.mark.parametrize("way", PRINTS)
def test_every_name_of_a_state_is_read_back_from_a_list(way: str) -> None:
    """Is each name in the tables, in whatever print, one item of a list, and the name of its bearers?"""
    assert len(NAMES) > 1000
    read = cut_names("; ".join(PRINTS[way](name) for name in NAMES) + ".")
    assert len(read) == len(NAMES)
    lost = [(name, words) for name, (words, codes) in zip(NAMES, read, strict=True) if codes != codes_of(name)]
    assert not lost


def test_one_and_joins_two_only_where_two_are_announced() -> None:
    """Is "A and B" two bodies where the head says "organizations", and one where nothing does?"""
    assert cut("Fog Watch and Quiet", "organization", several=True) == ["Fog Watch", "Quiet"]
    assert cut("Fog Watch and Quiet", "organization") == ["Fog Watch and Quiet"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from 27 to 29 January 2010", [(27, 1, 2010), (28, 1, 2010), (29, 1, 2010)]),
        ("on 14 and 15 April 2009", [(14, 4, 2009), (15, 4, 2009)]),
        ("from 31 March to 2 April 2009", [(31, 3, 2009), (1, 4, 2009), (2, 4, 2009)]),
        ("from 31 December 2009 to 1 January 2010", [(31, 12, 2009), (1, 1, 2010)]),
        ("3–5 May 2003", [(3, 5, 2003), (4, 5, 2003), (5, 5, 2003)]),
        ("On 28 January, the Board met", [(28, 1, None)]),
        ("on 31 February 2010", []),
        ("May 3, 2031", [(3, 5, 2031)]),
        ("from March 30 to April 1, 2031", [(30, 3, 2031), (31, 3, 2031), (1, 4, 2031)]),
        ("December 31 to January 1, 2032", [(31, 12, 2031), (1, 1, 2032)]),
    ],
)
def test_dates_in_words(text: str, days: list[tuple[int, int, int | None]]) -> None:
    """Is every day of a range and of a list read, and no day that there never was?"""
    assert [day for _, found in find_days(text) for day in found] == days
