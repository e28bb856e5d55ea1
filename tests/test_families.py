"""Invented reports, one a family: is each read under its own style, and all that it says of who did what?

Each family is two files under ``tests/families``: the report, and in ``expected`` what must be read in it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rapporteur import build_graph, check_graph, find_mentions, link_mentions, read_report
from rapporteur.authorities import load_authorities
from rapporteur.find import Mentions
from rapporteur.model import LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.patterns.styles import load_style

FOLDER = Path(__file__).parent / "families"
FAMILIES = sorted(path.stem for path in (FOLDER / "expected").glob("*.toml"))


@cache
def expected(family: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / "expected" / f"{family}.toml").read_text("utf-8"))


@cache
def linked(family: str) -> tuple[Mentions, LinkedReport]:
    mentions = find_mentions(read_report(FOLDER / f"{family}.md"))
    return mentions, link_mentions(mentions)


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def test_every_report_has_what_is_expected_of_it() -> None:
    """Are there as many reports as expectations, and enough of both that the suite is not empty?"""
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == FAMILIES
    assert len(FAMILIES) >= 3


@pytest.mark.parametrize("family", FAMILIES)
def test_the_style_is_chosen_from_the_words(family: str) -> None:
    """Is the report read under the style of its family, for a reason and without a rival?"""
    mentions, _ = linked(family)
    house = mentions.report.house
    assert house.style == load_style(expected(family)["style"])
    assert house.reasons and not house.rivals


@pytest.mark.parametrize("family", FAMILIES)
def test_those_present(family: str) -> None:
    """Is everybody present recorded, in the right capacity, and nobody else?"""
    _, found = linked(family)
    present = [f"{who(p.participant)} {p.capacity.id}" for p in found.participations if p.capacity is not None]
    assert present == expected(family)["present"]


@pytest.mark.parametrize("family", FAMILIES)
def test_those_who_spoke(family: str) -> None:
    """Is every speaker recorded, in the right capacity, with those for whom it spoke?"""
    _, found = linked(family)
    spoke = []
    for statement in found.statements:
        assert statement.capacity is not None
        behalf = [who(one) for one in (statement.on_behalf_of, *statement.also_for) if one is not None]
        spoke.append(
            f"{who(statement.speaker)} {statement.capacity.id}" + "".join(f" for {' '.join(behalf)}" * bool(behalf))
        )
    assert spoke == expected(family)["spoke"]


@pytest.mark.parametrize("family", FAMILIES)
def test_what_was_asked(family: str) -> None:
    """Is every operative clause a unit with its strength and verb, and no two of one number?"""
    _, found = linked(family)
    asked = [f"{u.ref.number} {u.strength.id} {' '.join(u.actions)}" for u in found.recommendations]
    assert asked == expected(family)["asked"]
    assert len({u.ref for u in found.recommendations}) == len(asked)


@pytest.mark.parametrize("family", FAMILIES)
def test_states_that_are_only_named(family: str) -> None:
    """Are sponsors, votes and places namings of States and no statements?"""
    mentions, _ = linked(family)
    assert [name.words for name in mentions.actors.states] == expected(family)["named"]


@pytest.mark.parametrize("family", FAMILIES)
def test_what_was_not_read_is_said(family: str) -> None:
    """Is each list that cannot be read reported, and nothing that was?"""
    _, found = linked(family)
    lists = [line.split(": ", 1)[1] for line in found.unread if line.startswith(("section", "paragraph", "annex"))]
    assert lists == expected(family)["unread"]


@pytest.mark.parametrize("family", FAMILIES)
def test_quotes_and_graph(family: str) -> None:
    """Does every link quote its words, and does the graph keep to the shapes?"""
    mentions, found = linked(family)
    report = mentions.report
    assert found.links
    assert all(report.quote(one.span) == one.quote for one in (*found.links, *found.unlinked))
    checked = check_graph(build_graph(found, load_authorities()))
    assert [str(finding) for finding in checked.findings if finding.severity != "warning"] == []
