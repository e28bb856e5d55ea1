"""Do lists, articles and layout hold over many random changes? A short round each time, a long one by `make soak`."""

from __future__ import annotations

import random
import re

import pytest
from edits import headings_without_bold, notes_at_the_end, rewrapped
from test_the_graph_follows import RECORD, TEXT

from rapporteur.authorities import load_authorities
from rapporteur.model import ConceptRef, InstrumentRef, LinkedReport, PartRef, ProvisionRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

PARTIES = re.search(r"(?m)^68\. .*?: (?P<list>.+(?:\n\n.+)?) and (?P<last>[^\n]+)\.$", TEXT)
LAYOUTS = (headings_without_bold, notes_at_the_end, rewrapped)


def _states() -> dict[str, StateRef]:
    """Every State of today by its label, those with a comma or bracket included."""
    books = load_authorities()
    return {state.labels["en"]: state.ref for state in books.states.values() if state.kind == "state"}


def changed(seed: int) -> tuple[str, set[StateRef], str]:
    """A copy with another list of parties, another article, and perhaps another layout; and what it should say."""
    chance = random.Random(seed)
    states = _states()
    names = chance.sample(sorted(states), chance.randint(2, 60))
    assert PARTIES is not None
    text = TEXT[: PARTIES.start("list")] + ", ".join(names[:-1]) + " and " + names[-1] + TEXT[PARTIES.end("last") :]
    article = str(chance.choice([n for n in range(1, 42) if n not in (25, 26, 32)]))
    text = text.replace(
        "article 25 of the Organized Crime Convention", f"article {article} of the Organized Crime Convention"
    )
    for layout in chance.sample(LAYOUTS, chance.randint(0, 2)):
        text = layout(text)
    return text, {states[name] for name in names}, article


def check_round(seed: int) -> None:
    """The copy of this seed: parties and article as written, every quote true."""
    text, states, article = changed(seed)
    found: LinkedReport = link_report(report_from_text(text, f"seed {seed}", RECORD))
    party = ConceptRef("capacity", "state-party")
    assert {p.participant for p in found.participations if p.capacity == party} == states, seed
    cited = {link.target for link in found.links if link.property == "cites" and isinstance(link.source, PartRef)}
    assert ProvisionRef(InstrumentRef("untoc"), (("article", article),)) in cited, seed
    assert ProvisionRef(InstrumentRef("untoc"), (("article", "25"),)) not in cited, seed
    assert len(found.statements) == 122, seed
    for link in (*found.links, *found.unlinked):
        assert link.quote == text[link.span.start : link.span.end], seed


@pytest.mark.parametrize("seed", range(12))
def test_a_short_round(seed: int) -> None:
    """Do twelve random copies say what was put into them?"""
    check_round(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 600))
def test_a_long_round(seed: int) -> None:
    """Do five hundred?"""
    check_round(seed)
