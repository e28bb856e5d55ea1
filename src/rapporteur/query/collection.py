"""A collection: ``rapporteur.open(…)`` of a file, a folder, a store or a server → one object that answers.

IRIs come short, in the form in which they can be given back as a parameter; labels come in the language of the
collection where a question knows it.
"""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.headers import read_query
from rapporteur.query.library import find_query, list_queries
from rapporteur.query.parameters import Given
from rapporteur.query.run import ask_store
from rapporteur.query.searching import search_of, told_late
from rapporteur.search.answer import Found
from rapporteur.search.filters import Given as Filter
from rapporteur.store import Answer, Store, Term, default_store, open_store

if TYPE_CHECKING:
    import pandas

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DTYPES = {
    **dict.fromkeys(("integer", "int", "long", "nonNegativeInteger", "positiveInteger"), "Int64"),
    **dict.fromkeys(("decimal", "double", "float"), "Float64"),
    "boolean": "boolean",
    "date": "datetime64[s]",
}
_LINK = re.compile(r"[0-9a-f]{12}")


def open_collection(address: str | Path | None = None, *, language: str = "") -> Collection:
    """Open built graphs or a store, to ask them questions.

    :param address: a ``NAME.trig`` or a folder of them; the folder of a store; the address of a SPARQL server. Without
        one, the setting ``RAPPORTEUR_STORE``, else the store in the user's data folder.
    :param language: of labels, where a question has them in several: "en", "fr", "es", "ru", "zh" or "ar".
    :raises UnusableStore: if there is nothing that can be asked.
    :raises UnusableInput: if built graphs cannot be read.
    """
    return Collection(open_store(address or default_store(), there=True), language)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a link rests on.

    :ivar sentence: the text the words stand in, normalised.
    :ivar quote: the words as printed, which may hold the printer's marks.
    :ivar start: first character in the text as read; ``end`` is the one after the last.
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
        """The sentence before, at and after the words; all before where the words are not in it as printed."""
        before, found, after = self.sentence.partition(self.quote)
        return before, found, after


class Collection:
    """Reports that can be asked together.

    :ivar store: where they are.
    :ivar index: the index of their words, which follows the store; `Following.search` is for who serves requests.
    """

    def __init__(self, store: Store, language: str = "") -> None:
        self.store = store
        self.language = language
        self.index = search_of(store)

    def ask(self, name: str | Path, /, **params: Given) -> pandas.DataFrame:
        """The answer to a carried question, or to a ``.rq`` file, as a data frame.

        Whole numbers are ``Int64``, decimals ``Float64``, days ``datetime64``, the rest text; what is unbound is
        missing.

        :raises UnusableQuery: if the question is unknown, or a parameter has the wrong name or type.
        """
        query = find_query(name)
        tongue = query.parameter("language")
        if self.language and tongue is not None and "language" not in params:
            params["language"] = self.language
        return _frame(ask_store(self.store, query, params), self.short)

    def sparql(self, text: str) -> pandas.DataFrame:
        """The answer to a SELECT of one's own, over the union of all reports.

        :raises UnusableQuery: if it is broken; it shows the line with a caret.
        """
        return _frame(ask_store(self.store, read_query(text, "your query"), {}), self.short)

    def search(self, words: str = "", /, *, limit: int = 20, offset: int = 0, **filters: Filter) -> pandas.DataFrame:
        """What is found in the words of the reports, best first, as a data frame; in ``snippet`` between « and ».

        :param words: words, ``"phrases"``, ``begin*``, ``AND``, ``OR``, ``NOT``, ``( )``; "" for the filters alone.
        :param filters: ``report``, ``kind``, ``state``, ``theme`` and the like, each a value or several alternatives.
        :raises UnusableQuery: if the words cannot be read, or a filter or number is none.
        """
        found = self.index.search(words, limit=limit, offset=offset, facets=False, watch=told_late(), **_any(filters))
        return self._hits(found)

    def related(self, iri: str, /, *, limit: int = 10, **filters: Filter) -> pandas.DataFrame:
        """The parts whose words are most like those of a paragraph, recommendation, note, statement or heading.

        :param iri: in full or short; of the same kind are the answers, unless ``kind`` says otherwise.
        :raises UnusableQuery: if there is no such part.
        """
        return self._hits(self.index.related(self._full(iri), limit=limit, watch=told_late(), **_any(filters)))

    def facets(self, words: str = "", /, **filters: Filter) -> pandas.DataFrame:
        """How many of all that `search` finds have each value of each filter, most first."""
        import pandas

        found = self.index.search(words, limit=0, watch=told_late(), **_any(filters))
        names = self._labels({count.iri for counts in found.facets.values() for count in counts})
        rows = [
            (facet, count.value, names.get(count.iri, count.label), count.hits)
            for facet, counts in found.facets.items()
            for count in counts
        ]
        frame = pandas.DataFrame(rows, columns=["filter", "value", "name", "hits"])
        return frame.astype({"filter": "string", "value": "string", "name": "string", "hits": "Int64"})

    def evidence(self, link: str) -> Evidence:
        """The words that a link rests on.

        :param link: its IRI, short or in full, or the twelve hexadecimal digits at its end.
        :raises UnusableQuery: if there is no such link.
        """
        if _LINK.fullmatch(link):
            found = (
                f'SELECT ?l WHERE {{ ?l a <{PREFIXES["rap"]}Link> FILTER(STRENDS(STR(?l), "/link/{link}")) }} LIMIT 1'
            )
            rows = self.store.select(found).rows
            link = rows[0][0].value if rows and rows[0][0] is not None else link
        answer = ask_store(self.store, find_query("evidence-of-a-link"), {"link": link})
        if not answer.rows:
            raise UnusableQuery(
                f"No link {link!r}.",
                where=self.store.address,
                expected="the IRI of a rap:Link, as the question evidence-of-a-link gives it in its column evidence.",
                remedy="Take it from there.",
            )
        row = dict(zip(answer.variables, answer.rows[0], strict=True))
        say = {name: term.value if term else "" for name, term in row.items()}
        return Evidence(
            link=self.short(say["evidence"]),
            source=self.short(say["subject"]),
            property=say["property_name"],
            target=self.short(say["object"]),
            quote=say["quote"],
            sentence=say["sentence"],
            grade=say["grade"],
            rule=say["rule"],
            start=int(say["start"]),
            end=int(say["end"]),
        )

    def describe(self, iri: str) -> pandas.DataFrame:
        """What is said of a thing: each property with its value and the label of that value.

        :param iri: in full, short ("state/ALB"), or with a prefix ("rap:Link").
        :raises UnusableQuery: if it is no IRI, or nothing is said of it.
        """
        parameter = "#+ params:\n#+   thing:\n#+     type: iri\n#+     example: state/ALB\n"
        text = (
            f"{parameter}PREFIX rdfs: <{PREFIXES['rdfs']}>\nSELECT ?property ?value ?label WHERE {{\n"
            "  VALUES ?thing { UNDEF }\n  ?thing ?property ?value\n"
            '  OPTIONAL { ?value rdfs:label ?own FILTER(LANG(?own) = "TONGUE") }\n'
            '  OPTIONAL { ?value rdfs:label ?english FILTER(LANG(?english) = "en") }\n'
            "  BIND(COALESCE(?own, ?english) AS ?label)\n} ORDER BY ?property ?value"
        ).replace("TONGUE", self.language if self.language.isalpha() else "en")
        answer = ask_store(self.store, read_query(text, "describe"), {"thing": self._full(iri)})
        if not answer.rows:
            raise UnusableQuery(
                f"Nothing is said of {iri!r}.",
                where=self.store.address,
                expected="the IRI of something in these reports, such as state/ALB.",
                remedy="Check the IRI; answers give them in the form that is taken here.",
            )
        return _frame(answer, self.short)

    def questions(self) -> pandas.DataFrame:
        """The carried questions, with the parameters that each takes."""
        import pandas

        rows = [(q.name, q.summary, ", ".join(p.name for p in q.parameters)) for q in list_queries()]
        return pandas.DataFrame(rows, columns=["name", "question", "parameters"])

    def reports(self) -> pandas.DataFrame:
        """The reports, with their triples."""
        import pandas

        sizes: dict[str, int] = {}
        for entry in self.store.entries():
            if not entry.shared:
                sizes[self.short(entry.document)] = sizes.get(self.short(entry.document), 0) + entry.triples
        return pandas.DataFrame(sorted(sizes.items()), columns=["report", "triples"])

    def _hits(self, found: Found) -> pandas.DataFrame:
        """Hits as a data frame with short IRIs; what the reader should know is said as a warning."""
        for note in found.notes:
            warnings.warn(note, UserWarning, stacklevel=3)
        frame = found.frame()
        texts = ("kind", "number", "report", "label", "snippet", "iri")
        frame = frame.assign(iri=[self.short(iri) for iri in frame["iri"]]).astype(dict.fromkeys(texts, "string"))
        frame.attrs["total"] = found.total
        return frame

    def _labels(self, iris: set[str]) -> dict[str, str]:
        """The names of things in the language of the collection, where they have one."""
        listed = " ".join(f"<{iri}>" for iri in sorted(iris) if iri)
        if not self.language.isalpha() or self.language == "en" or not listed:
            return {}
        rows = self.store.select(
            f"SELECT ?thing ?name WHERE {{ VALUES ?thing {{ {listed} }} ?thing <{PREFIXES['rdfs']}label> ?name "
            f'FILTER(LANG(?name) = "{self.language}") }}'
        ).rows
        return {thing.value: name.value for thing, name in rows if thing is not None and name is not None}

    def short(self, iri: str) -> str:
        """An IRI in its shortest form: without what stands before ``document/``, or with a prefix."""
        root = Iris.from_setting().root
        if iri.startswith(root):
            return iri.removeprefix(root)
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace) and iri != namespace:
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

    def _full(self, iri: str) -> str:
        """An IRI that has a prefix, in full; any other as it is."""
        prefix, sign, name = iri.partition(":")
        return PREFIXES[prefix] + name if sign and prefix in PREFIXES and not name.startswith("//") else iri

    def __repr__(self) -> str:
        return f"<Collection of {len(self.reports())} reports at {self.store.address}>"

    def _repr_html_(self) -> str:
        address = html.escape(self.store.address)
        return f"<p>Reports at <code>{address}</code></p>{self.reports().to_html(index=False)}"


def _any(filters: dict[str, Filter]) -> dict[str, Any]:
    """Filters as they are handed on: none has the name of an option."""
    return dict(filters)


def _frame(answer: Answer, short: Callable[[str], str]) -> pandas.DataFrame:
    """Rows of terms as a data frame: a column whose values are all of one kind has its type."""
    import pandas

    columns: dict[str, Any] = {}
    for place, name in enumerate(answer.variables):
        terms = [row[place] for row in answer.rows]
        kinds = {_DTYPES.get(t.datatype.removeprefix(_XSD), "") if t.datatype else "" for t in terms if t is not None}
        dtype = kinds.pop() if len(kinds) == 1 else ""
        cells: list[Any] = [_cell(term, dtype, short) for term in terms]
        columns[name] = pandas.Series(cells, dtype=dtype or "string")
    return pandas.DataFrame(columns, columns=list(answer.variables))


def _cell(term: Term | None, dtype: str, short: Callable[[str], str]) -> Any:
    if term is None:
        return None
    match dtype:
        case "Int64":
            return int(term.value)
        case "Float64":
            return float(term.value)
        case "boolean":
            return term.value in ("true", "1")
    return short(term.value) if term.kind == "uri" else term.value
