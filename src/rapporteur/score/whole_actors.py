"""Who was there, who spoke, who is named and as what, in a report annotated by offsets alone: scored.

States' roles: attendance is a Participation with a capacity of attendance, a statement a Statement's speaker or those
spoken for; every other role is a mention, or a participation, that the paragraph records.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rdflib.term import Node

from rapporteur.model import Span
from rapporteur.model.slugs import slug
from rapporteur.score.facts import FOAF, RAP, GraphFacts
from rapporteur.score.gold import Gold, Row
from rapporteur.score.places import agrees, link_span, links_of, names_nothing, paragraph_of, same_place, stays_open
from rapporteur.score.tally import Tally, compare_sets

NO_ATTENDANCE = {"concerned-state", "panellist", "right-of-reply"}
"""Capacities that say what somebody did, not that somebody was represented."""

NAMED_ROLES = ("troika", "advance-question", "officer", "member", "nationality", "mention")


def _is(row: Row, facts: GraphFacts, who: str) -> bool:
    """Is a participant or a target the row's State or organization?"""
    if row["target"] == who:
        return True
    label = facts.label(who).lower()
    return bool(label) and label in {name.lower() for name in row.get("canonical", ())}


def _name(row: Row) -> str:
    return str(row["target"] or (row.get("canonical") or ["?"])[0]).split("/", 1)[-1]


def score_whole_attendance(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Who was represented, States and organizations together."""
    tally = Tally()
    rows = [row for row in (*gold.states, *gold.organizations) if row["role"] == "attendance"]
    given: dict[str, str] = {}
    for node in facts.of_type("Participation"):
        who = facts.value(node, RAP.participant)
        capacity = facts.value(node, RAP.capacity).removeprefix("capacity/")
        if capacity and capacity not in NO_ATTENDANCE and not facts.value(node, RAP.role) and "/person/" not in who:
            given[who] = f"{facts.value(node, RAP.nameAsWritten)} ({capacity})"
    used = set()
    for row in rows:
        right = [who for who in given if _is(row, facts, who)]
        used |= set(right)
        if right:
            tally.hit()
        elif not row["optional"]:
            tally.miss(f"{_name(row)} attended", open=bool(row.get("start")) and stays_open(facts, row))
    for who in given.keys() - used:
        tally.false(f"{given[who]} -> {who}")
    return {"attendance": tally}


def score_whole_statements(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Who took the floor or was spoken for, as (who, paragraph), with the item where the report gives one."""
    tally = Tally()
    rows = [row for row in (*gold.states, *gold.organizations) if row["role"] == "statement"]
    nodes: list[tuple[Node, set[str], tuple[str, ...], str]] = []
    for node in facts.of_type("Statement"):
        speakers = {*facts.values(node, RAP.speaker), *facts.values(node, RAP.onBehalfOf)}
        item = facts.value(node, RAP.agendaItem).rsplit("/item/", 1)[-1]
        nodes.append((node, speakers, facts.values(node, RAP.recordedIn), item))
    used: set[Node] = set()
    done: set[tuple[object, ...]] = set()
    for row in rows:
        item = re.sub(r"\(([a-z])\)", r".\1", str(row["agenda_item"] or ""))
        here = [entry for entry in nodes if any(same_place(gold, row, source) for source in entry[2])]
        if row["optional"]:
            used |= {n for n, who, _, _ in here if names_nothing(row) or any(_is(row, facts, one) for one in who)}
            continue
        right = [
            node
            for node, who, _, given in here
            if any(_is(row, facts, one) for one in who) and given in (item, str(row["agenda_item"] or ""))
        ]
        used |= set(right)
        key = (row["paragraph"], row["target"], row["agenda_item"])
        if key in done:
            continue
        done.add(key)
        if right:
            tally.hit()
        else:
            tally.miss(f"paragraph {row['paragraph']}: {_name(row)} on item {item or 'none'}")
    for node, who, sources, item in nodes:
        if node not in used:
            tally.false(f"{', '.join(sources)}: {', '.join(sorted(who))} on item {item or 'none'}")
    return {"statements": tally}


def score_whole_state_mentions(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``state-mentions``: States named in any other role, once a (paragraph, State, role); then one kind a role."""
    whole = Tally()
    roles: dict[str, Tally] = defaultdict(Tally)
    links = links_of(gold, facts, "mentions", "state/")
    holders: list[tuple[str, tuple[str, ...]]] = []
    for class_ in ("Participation", "Accession"):
        for node in facts.of_type(class_):
            for property_ in (RAP.participant, RAP.representing):
                holders += [(who, facts.values(node, RAP.recordedIn)) for who in facts.values(node, property_)]
    done: set[tuple[object, ...]] = set()
    for row in gold.states:
        key = (row["paragraph"], row["section"], row["target"], row["role"])
        if row["role"] not in NAMED_ROLES or row["optional"] or key in done:
            continue
        done.add(key)
        found = any(
            link.target == row["target"] and same_place(gold, row, link.source, link_span(link)) for link in links
        ) or any(who == row["target"] and any(same_place(gold, row, s) for s in sources) for who, sources in holders)
        for tally in (whole, roles[f"state-mentions/{row['role']}"]):
            if found:
                tally.hit()
            else:
                place = row["paragraph"] or row["section"]
                tally.miss(f"{place}: {_name(row)} as {row['role']}", open=stays_open(facts, row))
    seen: set[tuple[str, str]] = set()
    for link in links:
        pair = (paragraph_of(link.source, gold.paragraph_numbers) or link.source, link.target)
        known = [row for row in gold.states if row["target"] == link.target]
        if pair in seen or any(same_place(gold, row, link.source, link_span(link)) for row in known):
            continue
        seen.add(pair)
        whole.false(f"{link.source}: {link.quote} -> {link.target}")
    return {"state-mentions": whole, **{kind: roles[kind] for kind in sorted(roles)}}


def score_whole_persons(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``persons`` by name; ``persons/state`` as (name, State represented or given in brackets)."""
    expected: dict[object, str] = {}
    states: dict[object, str] = {}
    for row in gold.persons:
        expected[row["target"].removeprefix("person/")] = row["target"]
        if row["iso3"]:
            states[row["target"].removeprefix("person/"), row["iso3"]] = f"{row['target']} of {row['iso3']}"
    given: dict[object, str] = {}
    names: dict[str, str] = {}
    for node in facts.of_type("Person"):
        name = facts.value(node, FOAF.name)
        names[facts.local(node)] = slug(name)
        given[slug(name)] = name
    pairs: dict[object, str] = {}
    for node in facts.of_type("Participation"):
        name = names.get(facts.value(node, RAP.participant), "")
        for state in facts.values(node, RAP.representing):
            if name and state.startswith("state/"):
                pairs[name, state.removeprefix("state/")] = f"{name} of {state}"
    return {"persons": compare_sets(given, expected), "persons/state": compare_sets(pairs, states)}


def score_whole_organizations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Organizations named, once a (paragraph, organization)."""
    tally = Tally()
    links = links_of(gold, facts, "mentions", "organization/")
    used: set[tuple[str, str]] = set()
    done: set[tuple[object, ...]] = set()
    for row in gold.organizations:
        spans = [Span(start, end) for start, end in row["occurrences"]]
        for link in links:
            given = link_span(link)
            here = same_place(gold, {**row, "start": spans[0].start, "end": spans[0].end}, link.source, given)
            inside = any(span.start < given.end and given.start < span.end for span in spans)
            if (here or inside) and (
                _is(row, facts, link.target) or (inside and row["target"] is None and row["optional"])
            ):
                used.add((paragraph_of(link.source, gold.paragraph_numbers) or link.source, link.target))
        key = (row["paragraph"], row["section"], row["target"])
        if row["role"] != "mention" or row["optional"] or key in done:
            continue
        done.add(key)
        found = any(
            _is(row, facts, link.target)
            and (
                str(row["paragraph"]) == paragraph_of(link.source, gold.paragraph_numbers)
                if row["paragraph"]
                else agrees(spans, link_span(link))
            )
            for link in links
        )
        if found:
            tally.hit()
        else:
            open_ = any(agrees(spans, Span(mention.start, mention.end)) for mention in facts.open)
            tally.miss(f"{row['paragraph'] or row['section']}: {_name(row)}", open=open_)
    seen: set[tuple[str, str]] = set()
    for link in links:
        pair = (paragraph_of(link.source, gold.paragraph_numbers) or link.source, link.target)
        if pair not in used and pair not in seen:
            seen.add(pair)
            tally.false(f"{link.source}: {link.quote} -> {link.target}")
    return {"organizations": tally}
