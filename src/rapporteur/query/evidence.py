"""A link of a store → the text it rests on with its words marked, for a terminal and for a notebook.

The words are quoted as printed, the text is normalised: emphasis, note markers and whatever a page turn put between are
gone from it. So words are looked for one by one, and where they stand more than once, the place that the offsets fit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapporteur.errors import UnusableQuery
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.library import find_query
from rapporteur.query.parameters import iri_of
from rapporteur.query.run import ask_store
from rapporteur.store import Store

_RAP = PREFIXES["rap"]
_LINK = re.compile(r"[0-9a-f]{12}")
_WORD = re.compile(r"[^\W_]+")
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a link rests on.

    :ivar sentence: the text the words stand in, normalised.
    :ivar quote: the words as printed, which may hold the printer's marks.
    :ivar start: first character in the text as read; ``end`` is the one after the last.
    :ivar mark: where in ``sentence`` the words stand, half-open; None where only the words themselves can tell.
    """

    link: str
    source: str
    property: str
    target: str
    quote: str
    sentence: str
    grade: str
    rule: str
    start: int
    end: int
    mark: Mark | None = None

    def __str__(self) -> str:
        before, words, after = self._parts()
        marked = f"{before}⟦{words}⟧{after}" if words else f"{self.sentence} ⟦{self.quote}⟧"
        return f"{self.source} {self.property} {self.target}\n{marked}\n{self.grade}: {self.rule}"

    def _repr_html_(self) -> str:
        said = {name: html.escape(text) for name, text in zip("bwa", self._parts(), strict=True)}
        quoted = f"<mark>{said['w']}</mark>" if said["w"] else f" <mark>{html.escape(self.quote)}</mark>"
        return (
            f"<blockquote>{said['b']}{quoted}{said['a']}</blockquote>"
            f"<p><code>{html.escape(self.source)}</code> {html.escape(self.property)} "
            f"<code>{html.escape(self.target)}</code><br>{html.escape(self.grade)}: {html.escape(self.rule)}; "
            f"characters {self.start} to {self.end}</p>"
        )

    def _parts(self) -> tuple[str, str, str]:
        """The sentence before, at and after the words; all before where the words are not in it."""
        start, end = self.mark or mark_of(self.sentence, self.quote) or (len(self.sentence), len(self.sentence))
        return self.sentence[:start], self.sentence[start:end], self.sentence[end:]


def evidence_of(store: Store, link: str, short: Callable[[str], str]) -> Evidence:
    """The words that a link of a store rests on.

    :param link: its IRI, short or in full, or the twelve hexadecimal digits at its end.
    :param short: makes IRIs short.
    :raises UnusableQuery: if there is no such link.
    """
    if _LINK.fullmatch(link):
        found = f'SELECT ?l WHERE {{ ?l a <{_RAP}Link> FILTER(STRENDS(STR(?l), "/link/{link}")) }} LIMIT 1'
        rows = store.select(found).rows
        link = rows[0][0].value if rows and rows[0][0] is not None else link
    remedy = 'Take it from the column evidence of reports.ask("evidence-of-a-link", source=…).'
    named = iri_of(link, "document/", "evidence", "document/SYMBOL/link/0123456789ab", remedy)
    answer = ask_store(store, find_query("evidence-of-a-link"), {"link": named})
    if not answer.rows:
        raise UnusableQuery(
            f"No link {link!r}.",
            where=store.address,
            expected="the IRI of a rap:Link, as the question evidence-of-a-link gives it in its column evidence.",
            remedy="Take it from there.",
        )
    row = dict(zip(answer.variables, answer.rows[0], strict=True))
    say = {name: term.value if term else "" for name, term in row.items()}
    start = int(say["start"])
    near = _place(store, say["subject"], say["evidence"], say["sentence"], start)
    return Evidence(
        link=short(say["evidence"]),
        source=short(say["subject"]),
        property=say["property_name"],
        target=short(say["object"]),
        quote=say["quote"],
        sentence=say["sentence"],
        grade=say["grade"],
        rule=say["rule"],
        start=start,
        end=int(say["end"]),
        mark=mark_of(say["sentence"], say["quote"], near),
    )


def _place(store: Store, source: str, link: str, sentence: str, start: int) -> int:
    """About where in the text that a link shows its words begin; 0 where nothing tells where the text was printed.

    From the distance in print is taken what is known to have stood between: the number before a paragraph, and notes
    where a page turned. Markers and signs of emphasis that are gone as well are taken to stand beside these notes, or
    all along.
    """
    document = link.partition("/link/")[0]
    answer = store.select(
        f"PREFIX rap: <{_RAP}> PREFIX oa: <{PREFIXES['oa']}> PREFIX dcterms: <{PREFIXES['dcterms']}>\n"
        "SELECT ?text ?begins ?ends ?number ?from ?to WHERE {\n"
        f"  {{ BIND(<{source}> AS ?part) }} UNION {{ <{link}> oa:hasTarget/oa:hasSource ?part }}\n"
        "  ?part rap:text|dcterms:title ?text ; rap:start ?begins ; rap:end ?ends\n"
        "  OPTIONAL { ?part a rap:Paragraph ; rap:number ?number }\n"
        "  OPTIONAL { ?note a rap:Footnote ; rap:start ?from ; rap:end ?to\n"
        f'    FILTER(STRSTARTS(STR(?note), "{document}/") && ?from > ?begins && ?to <= ?ends) }}\n'
        "}"
    )
    rows = [[term.value if term else "" for term in row] for row in answer.rows]
    shown = [row[1:] for row in rows if row[0] == sentence]
    if not shown:
        return 0
    begins, ends, number, *_ = shown[0]
    lead = len(f"{number}. ") if number else 0
    notes = {(int(first), int(last)) for _, _, _, first, last in shown if first}
    before = sum(last - first for first, last in notes if last <= start)
    within = sum(last - first for first, last in notes)
    into, printed = start - int(begins) - lead - before, int(ends) - int(begins) - lead - within
    gone = max(0, printed - len(sentence))
    return into - round(gone * (before / within if within else into / max(1, printed)))


def mark_of(sentence: str, quote: str, near: int = 0) -> Mark | None:
    """Where in a normalised text words stand that are quoted as printed; None where they do not.

    :param near: about where they begin; of several places the nearest is taken.

    >>> mark_of("of the Treaty Series, vol. 7", "*Treaty Series*, vol. 7")
    (7, 28)
    >>> mark_of("the law and the law", "the law", near=10)
    (12, 19)
    """
    places = [*_exact(sentence, quote)] or [*_by_words(sentence, quote)]
    return min(places, key=lambda place: abs(place[0] - near), default=None)


def _exact(sentence: str, quote: str) -> Iterator[Mark]:
    at = sentence.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = sentence.find(quote, at + 1)


def _by_words(sentence: str, quote: str) -> Iterator[Mark]:
    """Places where the text goes on with the words of the quote, some of which it may lack."""
    said = list(_WORD.finditer(sentence))
    wanted = [match.group() for match in _WORD.finditer(quote)]
    for first in range(len(said)):
        if not wanted or said[first].group() != wanted[0]:
            continue
        at = first
        for number, word in enumerate(wanted):
            if at < len(said) and said[at].group() == word:
                at += 1
                last = number
        if last == len(wanted) - 1 and at - first > len(wanted) // 3:
            yield said[first].start(), said[at - 1].end()
