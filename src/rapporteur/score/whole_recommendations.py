"""Numbered recommendations and the States that made them, of a report annotated by offsets alone, scored."""

from __future__ import annotations

from rapporteur.model import Span
from rapporteur.score.facts import RAP, GraphFacts
from rapporteur.score.gold import Gold
from rapporteur.score.places import agrees, gist, link_span, spans_of
from rapporteur.score.tally import Tally, compare_sets


def score_whole_recommendations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``recommendations`` by number and place, ``…/text`` by their words, ``recommended-by`` as (number, State).

    ``recommended-by/text`` asks besides whether the State's name stands under its own text, where a number has several.
    """
    numbers, words, pairs = Tally(), Tally(), {}
    nodes = {facts.value(node, RAP.number): node for node in facts.own("Recommendation")}
    rows = {row["id"]: row for row in gold.recommendations}
    texts: dict[object, str] = {}
    wanted: dict[object, str] = {}
    for number, row in rows.items():
        for state in row["states"]:
            wanted[number, state] = f"{number}: {state}"
        for place, text in enumerate(row["texts"], 1):
            for state in text["states"]:
                texts[number, place, state] = f"{number}, text {place}: {state}"
        node = nodes.get(number)
        if node is None:
            numbers.miss(f"recommendation {number}")
            words.miss(f"recommendation {number}")
            continue
        span = Span(int(facts.value(node, RAP.start)), int(facts.value(node, RAP.end)))
        if agrees(spans_of(row), span):
            numbers.hit()
        else:
            numbers.fn += 1
            numbers.false(f"recommendation {number} at {span.start}-{span.end}")
        if gist(facts.value(node, RAP.text)) in (row["gist"], row["gist_alt"]):
            words.hit()
        else:
            words.fn += 1
            words.false(f"recommendation {number}: {facts.value(node, RAP.text)[:60]!r}")
    for number in sorted(nodes.keys() - rows.keys()):
        numbers.false(f"recommendation {number}")
    for number, node in nodes.items():
        for state in facts.values(node, RAP.recommendedBy):
            code = state.removeprefix("state/")
            pairs[number, code] = f"{number}: {code}"
    placed: dict[object, str] = {}
    for link in facts.links:
        if link.property == "recommendedBy":
            number = link.source.split("/")[1]
            place = _text_at(rows.get(number, {}).get("texts", ()), link_span(link))
            code = link.target.removeprefix("state/")
            placed[number, place, code] = f"{number}, text {place}: {code}"
    return {
        "recommendations": numbers,
        "recommendations/text": words,
        "recommended-by": compare_sets(dict(pairs), wanted),
        "recommended-by/text": compare_sets(placed, texts),
    }


def _text_at(texts: object, span: Span) -> int:
    """Which text of a number holds the words, counted from 1; 0 if none."""
    for place, text in enumerate(texts, 1):  # type: ignore[arg-type, var-annotated]
        if text["start"] <= span.start and span.end <= text["end"]:
            return place
    return 0
