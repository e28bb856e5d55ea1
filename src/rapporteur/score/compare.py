"""Compare: gold rows and graph facts → one tally a kind, by the rules of the gold's README."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapporteur.score.facts import DCTERMS, RAP, GraphFacts
from rapporteur.score.gold import Gold, split_list
from rapporteur.score.meeting import (
    score_accessions,
    score_agenda,
    score_attendance,
    score_organizations,
    score_persons,
    score_presentations,
    score_state_mentions,
    score_statements,
)
from rapporteur.score.references import score_citations, score_treaty_mentions
from rapporteur.score.tally import Tally, compare_sets
from rapporteur.score.units import score_units
from rapporteur.score.whole import score_whole

Scorer = Callable[[Gold, GraphFacts], dict[str, Tally]]


def score_facts(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """All kinds the gold folder annotates, in a fixed order."""
    if gold.offsets_only:
        return score_whole(gold, facts)
    scorers: tuple[tuple[object, Scorer], ...] = (
        (gold.sections, score_outline),
        (gold.paragraphs, score_paragraphs),
        (gold.footnotes, score_notes),
        (gold.agenda, score_agenda),
        (gold.states, score_attendance),
        (gold.states, score_statements),
        (gold.states, score_accessions),
        (gold.states, score_state_mentions),
        (gold.persons, score_presentations),
        (gold.persons, score_persons),
        (gold.organizations, score_organizations),
        (gold.citations, score_citations),
        (gold.treaty_mentions, score_treaty_mentions),
        (gold.recommendations, score_units),
    )
    result: dict[str, Tally] = {}
    for rows, scorer in scorers:
        if rows:
            result.update(scorer(gold, facts))
    return result


def score_outline(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Sections by path, title and place. Only headings whose path the gold annotates are in scope."""
    annotated = {row["path"] for row in gold.sections}
    expected: dict[object, str] = {
        (row["path"], row["title"], row["start"], row["end"]): f"section {row['path']} {row['title'][:50]}"
        for row in gold.sections
        if row["path"] != "title"
    }
    given: dict[object, str] = {}
    for node in facts.own("Section"):
        path = facts.value(node, RAP.path)
        if path in annotated:
            title = facts.value(node, DCTERMS.title)
            key = (path, title, facts.value(node, RAP.start), facts.value(node, RAP.end))
            given[key] = f"section {path} {title[:50]}"
    return {"outline": compare_sets(given, expected)}


def _gist(text: str) -> tuple[int, str, str]:
    return len(text), text[:60], text[-40:]


def score_paragraphs(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Paragraphs by number, section, place, text and lettered parts; a row without them only says what was read."""
    expected: dict[object, str] = {}
    annotated = {row["number"]: row for row in gold.paragraphs if row.get("norm_chars")}
    for row in annotated.values():
        lettered = tuple(label for label in split_list(row["subparagraphs"]) if label.isalpha())
        key = (row["number"], row["section_path"], row["start"], row["end"], lettered)
        expected[(*key, int(row["norm_chars"]), row["first60"], row["last40"])] = f"paragraph {row['number']}"
    given: dict[object, str] = {}
    for node in facts.own("Paragraph"):
        number = facts.value(node, RAP.number)
        if number not in annotated or facts.local(node) != f"paragraph/{number}":
            continue
        section = facts.value(node, DCTERMS.isPartOf).removeprefix("section/")
        lettered = tuple(
            facts.value(part, RAP.number)
            for part in facts.own("Subparagraph")
            if re.fullmatch(re.escape(f"paragraph/{number}/") + r"[a-z]+", facts.local(part))
        )
        place = (facts.value(node, RAP.start), facts.value(node, RAP.end))
        given[(number, section, *place, lettered, *_gist(facts.value(node, RAP.text)))] = f"paragraph {number}"
    return {"paragraphs": compare_sets(given, expected)}


def score_notes(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Notes by number, words, place, and the paragraph that calls them."""
    expected: dict[object, str] = {
        (
            row["number"],
            row["text"],
            row["text_start"],
            row["text_end"],
            row["paragraph"],
        ): f"note {row['number']}"
        for row in gold.footnotes
    }
    given: dict[object, str] = {}
    for node in facts.own("Footnote"):
        number = facts.value(node, RAP.number)
        if number in gold.note_numbers:
            caller = facts.value(node, RAP.noteOf).split("/")
            place = (facts.value(node, RAP.start), facts.value(node, RAP.end))
            key = (number, facts.value(node, RAP.text), *place, caller[1] if len(caller) > 1 else "")
            given[key] = f"note {number}"
    return {"notes": compare_sets(given, expected)}
