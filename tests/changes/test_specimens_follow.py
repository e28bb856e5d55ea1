"""Does the graph of every specimen follow a change of its text in exactly the links that must move?

Every change is made to every specimen of every house style; what must come out is the old facts with the change made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from general_edits import (
    put,
    rewrapped_to,
    with_crlf,
    with_en_dashes,
    with_hard_spaces,
    with_hyphens,
    with_other_pages,
    with_page_turns,
    with_plain_quotes,
    without_furniture,
)
from specimen_facts import OVER_A_PAGE, SPECIMENS, Fact, Facts, alike, facts, linked, mapped, moved

from rapporteur.authorities import load_authorities
from rapporteur.model import Linked, PartKind, ProvisionRef, Span, StateRef
from rapporteur.patterns.styles import style_ids

LAYOUTS: list[Callable[[str], str]] = [
    with_crlf,
    with_hard_spaces,
    with_plain_quotes,
    with_hyphens,
    with_en_dashes,
    with_page_turns,
    without_furniture,
    with_other_pages,
    rewrapped_to(60),  # type: ignore[list-item]
    rewrapped_to(200),  # type: ignore[list-item]
]
MAIN = Path(__file__).parents[2] / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
"""The bundled report, tried with a few changes only: its own tests make the others."""

EVERY = pytest.mark.parametrize("path", SPECIMENS, ids=[path.stem for path in SPECIMENS])


def words_of(path: Path) -> str:
    return path.read_text("utf-8")


OCCASIONS = [(path, change) for path in SPECIMENS for change in LAYOUTS if change(words_of(path)) != words_of(path)]
OCCASIONS += [(MAIN, change) for change in (with_crlf, with_hard_spaces, with_plain_quotes, with_hyphens)]
"""Each specimen with each change of layout that changes it, and the bundled report with those that fit any text."""

OTHER_STATES = (
    "Togo",
    "Uganda",
    "Czechia",
    "Marshall Islands",
    "Sao Tome and Principe",
    "Tanzania (United Republic of)",
)
"""Names that no specimen holds, one of two words, one of three, one with brackets."""


def named_states(path: Path) -> dict[StateRef, list[Linked]]:
    """The States of a specimen with the places where they are named."""
    found: dict[StateRef, dict[Span, Linked]] = {}
    for link in linked(words_of(path), path.name).links:
        if isinstance(link.target, StateRef):
            found.setdefault(link.target, {})[link.span] = link
    return {state: list(places.values()) for state, places in found.items()}


def told(some: Facts) -> Iterator[tuple[str, str, str]]:
    """The facts without their quotes, each as often as it is told."""
    return (fact[:3] for fact in some.elements())


def test_every_style_has_a_specimen_that_is_read_as_its_own() -> None:
    """Is there one specimen a house style, is its style recognised, and does each of them hold links to move?"""
    assert {path.stem for path in SPECIMENS} >= set(style_ids()) - {"generic"}
    for path in SPECIMENS:
        found = linked(words_of(path), path.name)
        assert found.report.house.style.id == path.stem
        assert len(found.links) >= 12
        assert len(named_states(path)) >= 4


@pytest.mark.parametrize(
    ("path", "change"), OCCASIONS, ids=[f"{change.__name__}-{path.stem}" for path, change in OCCASIONS]
)
def test_layout_moves_nothing(path: Path, change: Callable[[str], str]) -> None:
    """Are all links and open mentions the same when only lines, spaces, signs or pages differ?"""
    text = words_of(path)
    changed = change(text)
    gone, come = moved(facts(text, path.name), facts(changed, path.name))
    assert Counter(told(gone)) == Counter(told(come))
    assert all(fact[3] == OVER_A_PAGE for fact in come), "only a quote that a page now breaks may read otherwise"


def test_every_change_of_layout_finds_its_occasion() -> None:
    """Is each change tried on a specimen at least, so that the test above is not empty?"""
    assert {change for _, change in OCCASIONS} == set(LAYOUTS)
    assert len(OCCASIONS) >= 30


@EVERY
def test_a_state_renamed(path: Path) -> None:
    """When a State gives way to another everywhere, do exactly its links and nodes become those of the other?"""
    text, books = words_of(path), load_authorities()
    before = facts(text, path.name)
    day = linked(text, path.name).report.issued
    tried = 0
    for place, (state, links) in enumerate(list(named_states(path).items())[:6]):
        name = OTHER_STATES[place % len(OTHER_STATES)]
        (other,) = books.states_named(name, day)
        names = {alike(link.quote) for link in links}
        changed = put(text, [link.span for link in links], [name] * len(links))
        if any(old in alike(changed) for old in names) or state.code in changed:
            continue  # also a part of other words: a symbol, a title, a longer name

        def renamed(
            fact: Fact, old: str = state.code, new: str = other.code, known: set[str] = names, by: str = name
        ) -> Fact:
            source, property, target, quote = fact
            for word in known:
                quote = quote.replace(word, by)
            return source.replace(f"'{old}'", f"'{new}'"), property, target.replace(f"'{old}'", f"'{new}'"), quote

        assert moved(mapped(before, renamed), facts(changed, path.name)) == ({}, {}), f"{sorted(names)} → {name}"
        tried += 1
    assert tried >= 3


@EVERY
def test_a_provision_renumbered(path: Path) -> None:
    """When an article gets another number, do exactly the links of its citation follow?"""
    text = words_of(path)
    before = facts(text, path.name)
    cited: dict[Span, list[ProvisionRef]] = {}
    for link in linked(text, path.name).links:
        if isinstance(link.target, ProvisionRef):
            cited.setdefault(link.span, []).append(link.target)
    tried = 0
    for span, targets in cited.items():
        number = targets[0].steps[0][1]
        quote = text[span.start : span.end]
        if not number.isdigit() or not re.search(rf"\b{number}\b", quote):
            continue
        other = next(str(n) for n in (11, 14, 16, 17) if not any(("article", str(n)) in t.steps for t in targets))
        new = re.sub(rf"\b{number}\b", other, quote, count=1)
        unit = targets[0].steps[0][0]
        changed = put(text, [span], [new])

        def renumbered(
            fact: Fact,
            quoted: str = alike(quote),
            by: str = alike(new),
            step: str = f"('{unit}', '{number}')",
            to: str = f"('{unit}', '{other}')",
        ) -> Fact:
            source, property, target, words = fact
            return (source, property, target.replace(step, to), by) if words == quoted else fact

        assert moved(mapped(before, renumbered), facts(changed, path.name)) == ({}, {}), f"{quote} → {new}"
        tried += 1
    assert tried >= 1, "the specimen cites no provision by number"


@EVERY
def test_a_list_in_another_order(path: Path) -> None:
    """When the States of a list change places, are the same States linked in the same roles, and nothing else?"""
    text = words_of(path)
    before = facts(text, path.name)
    lists: dict[object, dict[Span, Linked]] = {}
    for link in linked(text, path.name).links:
        if isinstance(link.target, StateRef):
            lists.setdefault((link.part, link.property, link.rule.id), {})[link.span] = link
    tried = 0
    for places in lists.values():
        spans = sorted(places, key=lambda span: span.start)
        if len(spans) < 2 or any(text[a.end : b.start].count(".") for a, b in pairwise(spans)):
            continue
        names = [text[span.start : span.end] for span in spans]
        for order in (names[::-1], names[1:] + names[:1]):
            if moved(before, facts(put(text, spans, order), path.name)) != ({}, {}):
                raise AssertionError((order, moved(before, facts(put(text, spans, order), path.name))))
            tried += 1
    assert tried >= 2, "the specimen holds no list of States"


@EVERY
def test_the_meeting_on_other_days(path: Path) -> None:
    """When the days of the meeting are others, does the meeting follow, and no link move?"""
    text = words_of(path)
    found = linked(text, path.name)
    assert found.meeting is not None and found.meeting.start is not None and found.meeting.end is not None
    old = f"from {found.meeting.start.day} to {found.meeting.end.day} "
    assert old in text
    last = found.meeting.end.day - 1
    changed = text.replace(old, f"from 1 to {last} ").replace(f"On {found.meeting.start.day} ", "On 1 ")
    after = linked(changed, path.name)
    assert after.meeting is not None and after.meeting.start is not None and after.meeting.end is not None
    assert (after.meeting.start.day, after.meeting.end.day) == (1, last)
    assert after.meeting.start.replace(day=1) == found.meeting.start.replace(day=1)
    assert moved(facts(text, path.name), facts(changed, path.name)) == ({}, {})


@EVERY
def test_words_destroyed(path: Path) -> None:
    """When the words of a citation are made illegible, are its links gone, and does none go to another target?

    Words of the title are left: it tells the house style, and with it how all the rest is read. Of two citations one in
    the other the outer one is destroyed. A section has its address from its heading: where that is destroyed, what the
    section says stays, under another address. Letters in brackets behind a body are its own, whichever they are.
    """
    text = words_of(path)
    before = facts(text, path.name)
    cited = {
        link.span: link
        for link in linked(text, path.name).links
        if link.property in ("cites", "mentions") and link.part.kind is not PartKind.REPORT
    }
    whole = [span for span in cited if not any(other != span and other.contains(span) for other in cited)]
    whole = [at for at in whole if not re.fullmatch(r"\([A-Z]{2,}\)", text[max(0, at.start - 1) : at.end + 1])]
    assert len(whole) >= 5
    for span in whole:
        link = cited[span]
        blot = re.sub(r"[a-zà-ÿ\d]", "x", re.sub(r"[A-ZÀ-Þ]", "X", text[span.start : span.end]))
        after = facts(put(text, [span], [blot]), path.name)
        here, there = ([f for f in told(some) if not f[2].startswith("open")] for some in (before, after))
        if link.part.kind is PartKind.SECTION:
            here, there = ([f[1:] for f in told_by] for told_by in (here, there))
        assert not Counter(there) - Counter(here), link.quote
        assert len(there) < len(here), link.quote


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if a State were renamed and the old facts still expected?"""
    path = SPECIMENS[0]
    text = words_of(path)
    state, links = next(iter(named_states(path).items()))
    changed = put(text, [link.span for link in links], ["Togo"] * len(links))
    assert state != StateRef("TGO")
    with pytest.raises(AssertionError):
        assert moved(facts(text, path.name), facts(changed, path.name)) == ({}, {})
