"""Two real reviews, where they lie beside the repository: against the Secretariat's list, and number by number."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pytest
from review_rows import books

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, StateRef
from rapporteur.read import read_report

REPORTS = Path(__file__).parents[2].parent / "shared" / "reports"
_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)\s*(?=[;.(]|$)")
_ROW = re.compile(r"^(\d+\.\d+)\s+(.*?)\nSource of Position", re.M | re.S)

needs_reports = pytest.mark.skipif(
    not (REPORTS / "A_HRC_43_15.txt").exists(), reason="the real reports lie beside the repository, not in it"
)


@cache
def linked(name: str) -> LinkedReport:
    return link_mentions(find_mentions(read_report(REPORTS / name), books()), books())


def pairs(found: LinkedReport) -> set[tuple[str, str]]:
    """(number, State) of every recommendation."""
    return {(u.ref.number, s.code) for u in found.recommendations for s in u.recommended_by if isinstance(s, StateRef)}


def listed() -> dict[str, set[str]]:
    """The rows of the Secretariat's list: number → its States, read in a way of its own."""
    text = html.unescape((REPORTS / "A_HRC_43_15.thematic_recommendations.txt").read_text("utf-8"))
    issued = linked("A_HRC_43_15.txt").report.issued
    rows: dict[str, set[str]] = {}
    for number, words in _ROW.findall(text):
        named = [books().states_named(" ".join(name.split()), issued) for name in _BRACKETS.findall(words)]
        rows.setdefault(number, set()).update(states[0].code for states in named if len(states) == 1)
    return rows


@needs_reports
def test_the_numbers_and_states_of_the_secretariats_list() -> None:
    """Are the 215 numbers those of the Secretariat's list (F1 0.99), and their States too (F1 0.98)?"""
    found, rows = linked("A_HRC_43_15.txt"), listed()
    numbers = {unit.ref.number for unit in found.recommendations}
    assert len(found.recommendations) == len(numbers) == 215
    assert f1({*numbers}, {*rows}) >= 0.99
    assert f1({*pairs(found)}, {(number, code) for number, codes in rows.items() for code in codes}) >= 0.98


@needs_reports
def test_every_number_of_an_earlier_review() -> None:
    """Is every number printed under the list of the earlier review a unit with its States?"""
    found = linked("A_HRC_28_15.txt")
    printed = re.findall(r"^ *(115\.\d+)\s", (REPORTS / "A_HRC_28_15.txt").read_text("utf-8"), re.M)
    assert [unit.ref.number for unit in found.recommendations] == printed
    assert len(printed) == 163
    assert all(unit.recommended_by for unit in found.recommendations)


@needs_reports
@pytest.mark.parametrize(("name", "count"), [("A_HRC_43_15.txt", 81), ("A_HRC_28_15.txt", 72)])
def test_as_many_spoke_as_the_report_counts(name: str, count: int) -> None:
    """Is there one statement for each delegation that the report counts, each by somebody else?"""
    said = [s for s in linked(name).statements if s.capacity is not None and s.capacity.id == "representative"]
    assert len(said) == len({s.speaker for s in said}) == count


def f1(given: set[object], wanted: set[object]) -> float:
    return 2 * len(given & wanted) / (len(given) + len(wanted))
