"""Citations and treaty mentions of a report annotated by offsets alone, scored."""

from __future__ import annotations

import re
from collections import defaultdict

from rapporteur.model.slugs import slug
from rapporteur.score.facts import GraphFacts, LinkFact
from rapporteur.score.gold import Gold, Row, target_id
from rapporteur.score.places import (
    accepts,
    agrees,
    link_span,
    links_of,
    names_nothing,
    part_of,
    spans_of,
    stays_open,
    symbol_of,
    within,
)
from rapporteur.score.references import PROVISIONS, UNCOUNTED_CONTEXTS
from rapporteur.score.tally import Tally

SYMBOLS = ("document-symbol", "decision")


def _kinds(type_: str) -> tuple[str, ...]:
    """The kinds a citation counts for: all, its type, and provisions or symbols together."""
    sets = [("citations/provisions", PROVISIONS), ("citations/symbols", SYMBOLS)]
    return ("citations", f"citations/{type_}", *(kind for kind, types in sets if type_ in types))


def _guess(target: str) -> str:
    """The type of a citation that the gold does not hold, by what it was linked to."""
    if re.search(r"^instrument/.+/(article|annex)/", target):
        return "treaty-article"
    if "/rule/" in target:
        return "rule-of-procedure"
    if target.startswith(("paragraph/", "section/", "recommendation/")):
        return "internal-paragraph"
    if re.match(r"document/.+/(paragraph|recommendation)/", target):
        return "report-paragraph"
    kinds = {"decision": "decision", "publication": "publication", "instrument": "treaty"}
    return kinds.get(target.split("/")[0], "document-symbol")


def score_whole_citations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """End to end for each type, ``citations/detection`` and ``citations/resolution`` for all, ``wrong-instrument``."""
    symbol = symbol_of(gold)
    links = links_of(gold, facts, "cites")
    ends: dict[str, Tally] = defaultdict(Tally)
    detection, resolution = Tally(), Tally()
    used: set[tuple[str, str]] = set()
    done: set[tuple[object, ...]] = set()
    for row in gold.citations:
        spans = spans_of(row)
        near = [link for link in links if agrees(spans, link_span(link))]
        right = [link for link in near if accepts(row, link.target, symbol)]
        if row["optional"]:
            excused = near if names_nothing(row) else right
            used |= {(part_of(link.source), link.target) for link in excused}
            continue
        used |= {(part_of(link.source), link.target) for link in right}
        key = (row["paragraph"], row["section"], row["subparagraph"], row["target"])
        if key in done:
            continue
        done.add(key)
        name = f"{row['paragraph'] or row['section']} at {row['start']} -> {row['target']}"
        unseen = not near and stays_open(facts, row)
        for kind in _kinds(row["type"]):
            if right:
                ends[kind].hit()
            else:
                ends[kind].miss(name, open=unseen)
        if not near:
            detection.miss(name, open=unseen)
        else:
            detection.hit()
            if right:
                resolution.hit()
            else:
                resolution.miss(f"{name} (given {', '.join(sorted({link.target for link in near}))})")
    seen: set[tuple[str, str]] = set()
    for link in links:
        pair = (part_of(link.source), link.target)
        if pair in used or pair in seen:
            continue
        seen.add(pair)
        text = f"{link.source}: {link.quote[:70]!r} -> {link.target}"
        rows = [row for row in gold.citations if agrees(spans_of(row), link_span(link)) and not row["optional"]]
        if not rows:
            detection.false(text)
        for kind in sorted({kind for row in rows for kind in _kinds(row["type"])} or set(_kinds(_guess(link.target)))):
            ends[kind].false(text)
    order = sorted(ends)
    result = {kind: ends[kind] for kind in order if kind == "citations"}
    result |= {"citations/detection": detection, "citations/resolution": resolution}
    result |= {kind: ends[kind] for kind in order if kind != "citations"}
    result["wrong-instrument"] = _wrong_instruments(gold, links)
    return result


def _instrument(target: str) -> str:
    return re.split(r"/(?:article|rule|annex|preamble)(?:/|$)", target)[0]


def _wrong_instruments(gold: Gold, links: list[LinkFact]) -> Tally:
    """Articles and rules linked to an instrument other than the gold's: ``fp`` counts them."""
    tally = Tally()
    for link in links:
        if not re.search(r"^instrument/.+/(article|rule|annex)/", link.target):
            continue
        rows = [row for row in gold.citations if agrees(spans_of(row), link_span(link))]
        if any(_names_instrument(row, link.target) for row in rows):
            tally.hit()
        else:
            tally.false(f"{link.source}: {link.quote[:70]!r} -> {link.target}")
    return tally


def _names_instrument(row: Row, target: str) -> bool:
    for wanted in (row["target"], *row["target_alt"]):
        if wanted.startswith("re:"):
            if re.search(wanted[3:], target):
                return True
        elif _instrument(target_id(wanted)) == _instrument(target):
            return True
    return False


def _title(text: str) -> str:
    """A title as letters and digits, without article, year and bracketed matter."""
    plain = re.sub(r"\([^)]*\)|\b(1[89]|20)\d\d\b", " ", text)
    return re.sub(r"^(the|a)-", "", slug(plain))


def _is_treaty(row: Row, link: LinkFact, facts: GraphFacts) -> bool:
    if row["treaty"] and row["treaty"] != "title":
        return link.target == f"instrument/{row['treaty']}" or _titled(row, link, facts)
    return _titled(row, link, facts)


def _titled(row: Row, link: LinkFact, facts: GraphFacts) -> bool:
    titles = {_title(title) for title in row["titles"].split("|") if title}
    return bool(titles & {_title(facts.label(link.target)), link.target.removeprefix("instrument/")})


def score_whole_treaty_mentions(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Namings of treaties that are no citation, once a (text part, treaty)."""
    links = links_of(gold, facts, "mentions", "instrument/")
    tally = Tally()
    used: set[tuple[str, str]] = set()
    found: dict[tuple[str, ...], bool] = {}
    first: dict[tuple[str, ...], Row] = {}
    for row in gold.treaty_mentions:
        spans = spans_of(row)
        near = [link for link in links if agrees(spans, link_span(link))]
        if row["context"] in UNCOUNTED_CONTEXTS | {"optional"}:
            inside = [link for link in links if within(spans, link_span(link))]
            excused = [link for link in {*near, *inside} if not row["treaty"] or _is_treaty(row, link, facts)]
            used |= {(part_of(link.source), link.target) for link in excused}
            continue
        right = [link for link in near if _is_treaty(row, link, facts)]
        used |= {(part_of(link.source), link.target) for link in right}
        key = (row["paragraph"], row["section"], row["treaty"], row["titles"])
        first.setdefault(key, row)
        found[key] = found.get(key, False) or bool(right)
    for words, hit in found.items():
        if hit:
            tally.hit()
        else:
            row = first[words]
            given = sorted({link.target for link in links if agrees(spans_of(row), link_span(link))})
            treaty = row["titles"].split("|")[0] or row["treaty"]
            name = f"{row['paragraph'] or row['section']} at {row['start']}: {treaty}"
            tally.miss(name + (f" (given {', '.join(given)})" if given else ""), open=stays_open(facts, row))
    seen: set[tuple[str, str]] = set()
    for link in links:
        pair = (part_of(link.source), link.target)
        if pair not in used and pair not in seen:
            seen.add(pair)
            tally.false(f"{link.source}: {link.quote[:60]!r} -> {link.target}")
    return {"treaty-mentions": tally}
