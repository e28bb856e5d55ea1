"""Citations and treaty mentions, scored: detection, resolution and end to end apart, and per type."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from rapporteur.model import Span
from rapporteur.score.facts import GraphFacts, LinkFact
from rapporteur.score.gold import Gold, Row, target_id
from rapporteur.score.scope import AGREEMENT, is_open, scoped_links
from rapporteur.score.tally import Tally

PROVISIONS = ("treaty-article", "rule-of-procedure", "national-law")


def score_citations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """``citations`` and one kind a type, each end to end, ``.../detection`` and ``.../resolution``; ``provisions`` too.

    Detection asks whether the words were seen as a citation at all, resolution whether, once seen, the target is right.
    """
    links = scoped_links(gold, facts, "cites")
    rows = _once(gold.citations)
    ends: dict[str, Tally] = defaultdict(Tally)
    detections: dict[str, Tally] = defaultdict(Tally)
    resolutions: dict[str, Tally] = defaultdict(Tally)
    used: set[tuple[str, str]] = set()
    excused: set[tuple[str, str]] = set()
    for row in rows:
        span = Span(row["start"], row["end"])
        near = [link for link in links if span.jaccard(Span(link.start, link.end)) >= AGREEMENT]
        right = [link for link in near if _right(row, link, facts)]
        if row["optional"]:
            excused |= {(link.source, link.target) for link in near}
            continue
        name = f"{_where(row)}: {row['quote_norm'][:70]} -> {row['target']}"
        used |= {(link.source, link.target) for link in right}
        unseen = not near and is_open(facts, span)
        for kind in _kinds(row["type"]):
            if near:
                detections[kind].hit()
            else:
                detections[kind].miss(name, open=unseen)
            if near and right:
                resolutions[kind].hit()
            elif near:
                resolutions[kind].miss(name + f" (given {', '.join(link.target for link in near)})")
            if right:
                ends[kind].hit()
            else:
                ends[kind].miss(name, open=unseen)
    seen: set[tuple[str, str]] = set()
    for link in links:
        key = (link.source, link.target)
        if key in used or key in excused or key in seen:
            continue
        seen.add(key)
        text = f"{link.source}: {link.quote[:70]!r} -> {link.target}"
        span = Span(link.start, link.end)
        overlapping = [row for row in rows if span.jaccard(Span(row["start"], row["end"])) >= AGREEMENT]
        types = {row["type"] for row in overlapping} or {_guess(link.target)}
        for kind in sorted({kind for type_ in types for kind in _kinds(type_)}):
            ends[kind].false(text)
            if not overlapping:
                detections[kind].false(text)
    result: dict[str, Tally] = {}
    for kind in sorted(ends):
        result |= {kind: ends[kind], f"{kind}/detection": detections[kind], f"{kind}/resolution": resolutions[kind]}
    result["wrong-instrument"] = _wrong_instruments(rows, links, facts)
    return result


def _kinds(type_: str) -> tuple[str, ...]:
    """The kinds a citation of this type counts for: all, its type, and the provisions together."""
    return ("citations", f"citations/{type_}", *(["citations/provisions"] if type_ in PROVISIONS else []))


def _guess(target: str) -> str:
    if "/article/" in target:
        return "treaty-article"
    if "/rule/" in target:
        return "rule-of-procedure"
    if target.startswith(("paragraph/", "section/")):
        return "internal-paragraph"
    if re.match(r"document/.+/paragraph/", target):
        return "report-paragraph"
    return {"decision": "decision", "publication": "publication", "instrument": "treaty"}.get(
        target.split("/")[0], "document-symbol"
    )


def _once(rows: tuple[Row, ...]) -> list[Row]:
    """Rows counted once a (text part, target); of several the first."""
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        found.setdefault((row["paragraph"], row["subparagraph"], row["footnote"], row["target"]), row)
    return list(found.values())


def _where(row: Row) -> str:
    return f"note {row['footnote']}" if row["footnote"] else f"paragraph {row['paragraph']}{row['subparagraph'] or ''}"


def _right(row: Row, link: LinkFact, facts: GraphFacts) -> bool:
    """Is the link's target the row's, or one that the row accepts? Untitled slugs are compared by title."""
    accepted = [target_id(target) for target in (row["target"], *row["target_alt"])]
    own = {re.sub(r"^document/.+?/((?:paragraph|section)/.+)$", r"\1", target) for target in accepted}
    if link.target in accepted or (link.target in own and not link.target.startswith("document/")):
        return True
    return any(target.startswith("pub:") for target in accepted) and _title(facts.label(link.target)).startswith(
        _title(row["quote_norm"])
    )


def _title(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def _wrong_instruments(rows: list[Row], links: list[LinkFact], facts: GraphFacts) -> Tally:
    """Articles and rules linked to an instrument other than the gold's: ``fp`` counts them."""
    tally = Tally()
    for link in links:
        if not re.search(r"/(article|rule)/", link.target):
            continue
        span = Span(link.start, link.end)
        near = [row for row in rows if span.jaccard(Span(row["start"], row["end"])) >= AGREEMENT]
        instruments = {re.split(r"/(?:article|rule)/", target_id(row["target"]))[0] for row in near}
        if near and re.split(r"/(?:article|rule)/", link.target)[0] in instruments:
            tally.hit()
        else:
            tally.false(f"{link.source}: {link.quote[:70]!r} -> {link.target}")
    return tally


UNCOUNTED_CONTEXTS = {
    "article-citation",
    "nested-in-protocol-title",
    "within-body-name",
    "within-publication-title",
}


def score_treaty_mentions(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Namings of treaties that are no citation, once a (text part, treaty); "its Protocols" is one of each."""
    links = scoped_links(gold, facts, "mentions", "instrument/")
    protocols = ("tip-protocol", "som-protocol", "firearms-protocol")
    tally = Tally()
    used: set[tuple[str, str]] = set()
    excused: set[tuple[str, str]] = set()
    done: set[tuple[str, str, str]] = set()
    for row in gold.treaty_mentions:
        segments = [tuple(map(int, s.split("-"))) for s in row["segments"].split(";") if s]
        span = Span(segments[0][0], segments[-1][1])
        near = [link for link in links if span.jaccard(Span(link.start, link.end)) >= AGREEMENT]
        if row["context"] in UNCOUNTED_CONTEXTS | {"footnoted"}:
            excused |= {(link.source, link.target) for link in near}
            continue
        for treaty in protocols if row["treaty"] == "untoc-protocols" else (row["treaty"],):
            right = [link for link in near if link.target == f"instrument/{treaty}"]
            used |= {(link.source, link.target) for link in right}
            part = (row["paragraph"], near[0].source if near else "", treaty)
            if part in done and right:
                continue
            done.add(part)
            if right:
                tally.hit()
            else:
                tally.miss(f"paragraph {row['paragraph']}: {row['text'][:60]} -> {treaty}", open=is_open(facts, span))
    for link in links:
        key = (link.source, link.target)
        if key not in used and key not in excused:
            excused.add(key)
            tally.false(f"{link.source}: {link.quote[:60]!r} -> {link.target}")
    return {"treaty-mentions": tally}
