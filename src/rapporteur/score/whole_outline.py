"""Sections, paragraphs, notes and agenda of a report annotated by offsets alone, scored.

Words are compared by their gist, places by offsets. A section without a printed label has no fixed path: its place,
its words and its parent decide.
"""

from __future__ import annotations

import re

from rapporteur.model import Span
from rapporteur.score.facts import DCTERMS, RAP, GraphFacts
from rapporteur.score.gold import Gold, Row, split_list
from rapporteur.score.places import agrees, gist, spans_of, within
from rapporteur.score.tally import Tally, compare_sets

NEARLY = 0.9
"""A heading or a note is the gold's when their spans share this Jaccard measure: a sign at its end may be in or out."""


def _labelled(path: str) -> bool:
    return bool(re.fullmatch(r"[A-Z0-9]+(\.[A-Z0-9]+)*", path))


def score_whole_outline(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Sections by place, title and, where they have a label, path."""
    tally = Tally()
    nodes = {
        node: Span(int(facts.value(node, RAP.start)), int(facts.value(node, RAP.end))) for node in facts.own("Section")
    }
    used = set()
    for row in gold.sections:
        spans = spans_of(row)
        near = [node for node, span in nodes.items() if agrees(spans, span, NEARLY)]
        if row["path"] == "title" or row["optional"] == "true":
            used |= {node for node, span in nodes.items() if node in near or within(spans, span)}
            continue
        name = f"section {row['path']} at {row['start']}"
        right = [node for node in near if _is_section(facts, row, facts.value(node, RAP.path), node, nodes[node])]
        if right:
            used |= set(right)
            tally.hit()
        else:
            tally.miss(name + (f" (given {', '.join(facts.value(n, RAP.path) for n in near)})" if near else ""))
    for node in nodes:
        if node not in used:
            tally.false(f"section {facts.value(node, RAP.path)}: {facts.value(node, DCTERMS.title)[:60]!r}")
    return {"outline": tally}


def _is_section(facts: GraphFacts, row: Row, path: str, node: object, span: Span) -> bool:
    if _labelled(row["path"]) and path != row["path"]:
        return False
    first = spans_of(row)[0]
    return first.jaccard(span) < NEARLY or gist(facts.value(node, DCTERMS.title)) == row["gist"]  # type: ignore[arg-type]


def score_whole_paragraphs(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``paragraphs`` by number, place, section and lettered parts; ``paragraphs/text`` by their words."""
    places, words = Tally(), Tally()
    rows = {row["number"]: row for row in gold.paragraphs}
    seen: set[str] = set()
    letters: dict[str, list[str]] = {}
    for part in facts.own("Subparagraph"):
        if match := re.fullmatch(r"paragraph/([^/]+)/([a-z]+)", facts.local(part)):
            letters.setdefault(match[1], []).append(match[2])
    for node in facts.own("Paragraph"):
        number = facts.value(node, RAP.number)
        row = rows.get(number)
        if row is None or number in seen:
            if number:
                places.false(f"{facts.local(node)} at {facts.value(node, RAP.start)}")
            continue
        seen.add(number)
        given = (facts.value(node, RAP.start), facts.value(node, RAP.end))
        section = facts.value(node, DCTERMS.isPartOf).removeprefix("section/")
        faults = []
        if given[0] != row["start"] or given[1] not in (row["end"], row["end_alt"]):
            faults.append(f"at {given[0]}-{given[1]} instead of {row['start']}-{row['end']}")
        if _labelled(row["section_path"]) and section != row["section_path"]:
            faults.append(f"in {section} instead of {row['section_path']}")
        if sorted(letters.get(number, [])) != sorted(split_list(row["subparagraphs"])):
            faults.append(f"parts {';'.join(letters.get(number, []))} instead of {row['subparagraphs']}")
        if faults:
            places.fn += 1
            places.false(f"paragraph {number}: {'; '.join(faults)}")
        else:
            places.hit()
        if row["gist_alt"] == "any":
            continue
        if gist(facts.value(node, RAP.text)) in (row["gist"], row["gist_alt"]):
            words.hit()
        else:
            words.fn += 1
            words.false(f"paragraph {number}: other words")
    for number in rows.keys() - seen:
        places.miss(f"paragraph {number}")
        words.miss(f"paragraph {number}")
    return {"paragraphs": places, "paragraphs/text": words}


def score_whole_notes(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Notes by the place and the words of their text."""
    tally = Tally()
    nodes = {n: Span(int(facts.value(n, RAP.start)), int(facts.value(n, RAP.end))) for n in facts.own("Footnote")}
    used = set()
    for row in gold.footnotes:
        span = Span(int(row["text_start"]), int(row["text_end"]))
        right = [n for n, place in nodes.items() if span.jaccard(place) >= NEARLY]
        used |= set(right)
        if right and gist(facts.value(right[0], RAP.text)) == row["gist"]:
            tally.hit()
        else:
            tally.miss(f"note {row['number']} at {row['text_start']}")
    for node in nodes.keys() - used:
        tally.false(facts.local(node))
    return {"notes": tally}


def score_whole_agenda(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Agenda items by number, parent and title; their sections and documents as pairs."""
    kinds = ("agenda", "agenda/sections", "agenda/documents")
    wanted: dict[str, dict[object, str]] = {kind: {} for kind in kinds}
    given: dict[str, dict[object, str]] = {kind: {} for kind in kinds}
    optional: set[object] = set()
    for row in gold.agenda:
        item = row["item"]
        if row["optional"] == "true":
            optional.add(item)
            continue
        wanted["agenda"][item, row["gist"], row["parent"]] = f"item {item}"
        if row["deliberation_section"]:
            key = (item, row["deliberation_section"])
            wanted["agenda/sections"][key] = f"item {item} in {row['deliberation_section']}"
        for symbol in split_list(row["documents"]):
            wanted["agenda/documents"][item, f"document/{symbol}"] = f"item {item} had {symbol}"
    for node in facts.of_type("AgendaItem"):
        item = facts.value(node, RAP.number)
        if item in optional:
            continue
        parents = [facts.value(parent, RAP.number) for parent in facts.nodes(node, DCTERMS.isPartOf)]
        title = facts.value(node, DCTERMS.title)
        given["agenda"][item, gist(title), (parents or [""])[0]] = f"item {item} {title[:40]}"
        for section in facts.values(node, RAP.discussedIn):
            given["agenda/sections"][item, section.removeprefix("section/")] = f"item {item} in {section}"
        for document in facts.values(node, RAP.hadBefore):
            given["agenda/documents"][item, document] = f"item {item} had {document}"
    return {kind: compare_sets(given[kind], wanted[kind]) for kind in kinds}
