"""What a search gives: hits in their order, how many there are in all, and counts by what they can be filtered by."""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

COLUMNS = ("score", "kind", "number", "report", "label", "snippet", "iri", "start", "end", "page")


@dataclass(frozen=True, slots=True)
class Hit:
    """One part that was found.

    :ivar kind: paragraph, subparagraph, recommendation, note, statement or heading.
    :ivar report: the report's symbol, else its IRI.
    :ivar snippet: words of the part around what was found; … where something is left out.
    :ivar marks: where in ``snippet`` what was found stands, as half-open pairs of offsets.
    :ivar score: BM25, higher is better; 0 where no words were asked for.
    :ivar start: offset of the part in the report's text as read, in code points; None for a statement. So ``end``.
    """

    iri: str
    kind: str
    number: str
    report: str
    report_iri: str
    label: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    start: int | None
    end: int | None
    page: int | None

    def marked(self, before: str = "«", after: str = "»") -> str:
        """The snippet with signs around what was found.

        >>> Hit("", "", "", "", "", "", "on trafficking", ((3, 14),), 0.0, None, None, None).marked("[", "]")
        'on [trafficking]'
        """
        text, done = "", 0
        for start, end in self.marks:
            text += self.snippet[done:start] + before + self.snippet[start:end] + after
            done = end
        return text + self.snippet[done:]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of all that was found have one value.

    :ivar value: as a filter takes it: "SVN", "untoc/article/26", "recommendation".
    """

    value: str
    label: str
    hits: int
    iri: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search.

    :ivar hits: one page of them, best first; what scores alike stands in reading order.
    :ivar total: how many there are on all pages.
    :ivar facets: facet → counts, most first, over all pages.
    :ivar notes: what the reader should know, such as a filter that nothing in the index has.
    :ivar stale: how the index differs from the store that it follows ("2 new, 1 gone"); "" where it does not.
    """

    hits: tuple[Hit, ...]
    total: int
    offset: int
    facets: dict[str, tuple[Count, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    stale: str = ""

    def frame(self) -> pandas.DataFrame:
        """The hits as a data frame, one a row; what was found stands between « and »."""
        import pandas  # takes longer to import than a search to answer

        rows = [{**asdict(hit), "snippet": hit.marked()} for hit in self.hits]
        frame = pandas.DataFrame(rows, columns=list(COLUMNS))
        return frame.astype({"score": "float64", "start": "Int64", "end": "Int64", "page": "Int64"})

    def _repr_html_(self) -> str:
        """The answer in a notebook: each hit with its place, what was found marked."""
        rows = "".join(
            f"<tr><td>{number}</td><td><b>{html.escape(hit.label)}</b><br>{_marked_html(hit)}</td></tr>"
            for number, hit in enumerate(self.hits, self.offset + 1)
        )
        said = [f"{len(self.hits)} of {self.total:,} found", *self.notes]
        said += [f"The index is stale: {self.stale}."] if self.stale else []
        return f"<p>{html.escape(' '.join(said))}</p><table style='text-align: left'>{rows}</table>"

    def as_json(self) -> dict[str, Any]:
        """The answer as plain values."""
        return {
            "total": self.total,
            "offset": self.offset,
            "hits": [{**asdict(hit), "marks": [list(mark) for mark in hit.marks]} for hit in self.hits],
            "facets": {name: [asdict(count) for count in counts] for name, counts in self.facets.items()},
            "notes": list(self.notes),
            "stale": self.stale,
        }


def _marked_html(hit: Hit) -> str:
    """A snippet as HTML; no sign of it is taken for markup."""
    text, done = "", 0
    for start, end in hit.marks:
        text += f"{html.escape(hit.snippet[done:start])}<mark>{html.escape(hit.snippet[start:end])}</mark>"
        done = end
    return text + html.escape(hit.snippet[done:])
