"""Places: gold rows that hold offsets → the spans they accept, and which linked words fall under them.

For folders without words (``tests/gold/OFFSETS.md``): a row may accept several spans, and an optional row without a
target excuses whatever is linked inside it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rapporteur.model import Span
from rapporteur.score.facts import GraphFacts, LinkFact
from rapporteur.score.gold import Gold, Row, split_list, target_id
from rapporteur.score.scope import AGREEMENT, is_open


def gist(text: str) -> str:
    """What stands for words in the gold: how many letters and digits, and twelve hex digits of their SHA-256.

    >>> gist("Opening of the session") == gist("opening of the  session.")
    True
    >>> gist("Opening of the session").split(":")[0]
    '19'
    """
    signs = "".join(sign for sign in text.casefold() if sign.isalnum())
    return f"{len(signs)}:{hashlib.sha256(signs.encode()).hexdigest()[:12]}"


def spans_of(row: Row) -> tuple[Span, ...]:
    """All spans a row accepts, the first the row's own."""
    alternatives = row.get("alt_spans") or ()
    if isinstance(alternatives, str):
        pairs = [tuple(map(int, pair.split("-"))) for pair in split_list(alternatives)]
    else:
        pairs = [(int(start), int(end)) for start, end in alternatives]
    return tuple(Span(start, end) for start, end in [(int(row["start"]), int(row["end"])), *pairs])


def agrees(spans: Iterable[Span], given: Span, least: float = AGREEMENT) -> bool:
    """Do the words share at least this Jaccard measure with one of the spans?"""
    return any(span.jaccard(given) >= least for span in spans)


def within(spans: Iterable[Span], given: Span) -> bool:
    """Do the words lie inside one of the spans?"""
    return any(span.start <= given.start and given.end <= span.end for span in spans)


def link_span(link: LinkFact) -> Span:
    return Span(link.start, link.end)


def part_of(source: str) -> str:
    """The text part of a source, a printed number's recommendation being its paragraph.

    >>> part_of("recommendation/122.17"), part_of("paragraph/3/a"), part_of("section/II.A")
    ('paragraph/122.17', 'paragraph/3/a', 'section/II.A')
    """
    return re.sub(r"^recommendation/", "paragraph/", source)


def paragraph_of(source: str, numbers: frozenset[str] = frozenset()) -> str:
    """The number of the paragraph that holds a source, "" outside numbered paragraphs.

    :param numbers: the annotated paragraphs; a unit whose id is none of them stands in the one before its last step.

    >>> paragraph_of("paragraph/3/a"), paragraph_of("recommendation/122.17"), paragraph_of("note/3")
    ('3', '122.17', '')
    >>> paragraph_of("recommendation/48.1", frozenset({"48"}))
    '48'
    """
    match = re.match(r"paragraph/([^/]+)", part_of(source))
    number = match[1] if match else ""
    while numbers and number not in numbers and "." in number:
        number = number.rpartition(".")[0]
    return number


def same_place(gold: Gold, row: Row, source: str, given: Span | None = None) -> bool:
    """Does the row stand in the paragraph of the source? A row outside paragraphs is compared by its words."""
    if row["paragraph"]:
        return str(row["paragraph"]) == paragraph_of(source, gold.paragraph_numbers)
    return given is not None and any(span.start < given.end and given.start < span.end for span in spans_of(row))


def links_of(gold: Gold, facts: GraphFacts, property_: str, target: str = "") -> list[LinkFact]:
    """Links of one property whose target begins so; what stands before the first section or paragraph counts not."""
    starts = [int(row["start"]) for row in gold.paragraphs]
    starts += [int(row["start"]) for row in gold.sections if row["path"] != "title" and row["optional"] != "true"]
    front = min(starts, default=0)
    return [
        link
        for link in facts.links
        if link.property == property_ and link.target.startswith(target) and link.start >= front
    ]


def accepts(row: Row, target: str, symbol: str) -> bool:
    """Is the target the row's, or one that it accepts? Parts of the report itself have ids without its symbol."""
    own = f"document/{symbol}/"
    for wanted in (row["target"], *row["target_alt"]):
        if wanted is None:
            continue
        if wanted.startswith("re:"):
            if re.search(wanted[3:], target):
                return True
        elif target_id(wanted).removeprefix(own if symbol else "") == target:
            return True
    return False


def names_nothing(row: Row) -> bool:
    """Has an optional row no target of its own, so that it excuses any?"""
    return not row["target"] or str(row["target"]).startswith(("unresolved:", "pub:"))


def stays_open(facts: GraphFacts, row: Row) -> bool:
    """Are the row's words an open mention?"""
    return any(is_open(facts, span) for span in spans_of(row))


def symbol_of(gold: Gold) -> str:
    """The symbol of the annotated report, "" if it has none."""
    return str(gold.document.get("symbol") or "")
