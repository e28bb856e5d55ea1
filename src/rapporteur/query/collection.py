"""A collection: ``rapporteur.open(…)`` of a file, a folder, a store or a server → one object that answers.

IRIs come short, in the form in which they can be given back as a parameter; labels come in the language of the
collection where a question knows it.
"""

from __future__ import annotations

import html
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.evidence import Evidence, evidence_of
from rapporteur.query.grammar import form_of
from rapporteur.query.headers import read_query
from rapporteur.query.library import find_query
from rapporteur.query.parameters import Given, iri_of
from rapporteur.query.questions import Questions
from rapporteur.query.reading import read_other
from rapporteur.query.run import ask_store, page
from rapporteur.query.searching import search_of, told_late
from rapporteur.search.answer import Found
from rapporteur.search.filters import Given as Filter
from rapporteur.store import Answer, Store, Term, default_store, open_store

if TYPE_CHECKING:
    import pandas
    from rdflib import Graph

    from rapporteur.search.meaning import Vectors

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DTYPES = {
    **dict.fromkeys(("integer", "int", "long", "nonNegativeInteger", "positiveInteger"), "Int64"),
    **dict.fromkeys(("decimal", "double", "float"), "Float64"),
    "boolean": "boolean",
    "date": "datetime64[s]",
}

_REPORTS = (
    f"PREFIX rap: <{PREFIXES['rap']}> PREFIX dcterms: <{PREFIXES['dcterms']}> "
    "SELECT ?report (MIN(STR(?named)) AS ?title) (MIN(STR(?day)) AS ?issued) WHERE { ?report a rap:Report "
    "OPTIONAL { ?report dcterms:title ?named } OPTIONAL { ?report dcterms:issued ?day } } GROUP BY ?report"
)
_COUNTED = {
    "paragraphs": "?part a rap:Paragraph ; rap:inDocument ?report",
    "recommendations": "?unit a rap:Recommendation ; rap:recordedIn ?part . ?part rap:inDocument ?report",
}
_FIRST = {"rdfs:label": 0, "rdf:type": 1}
_SHOWN = 30
"""Reports that a notebook shows of many: the first and the last."""


def open_collection(address: str | Path | None = None, *, language: str = "") -> Collection:
    """Open built graphs or a store, to ask them questions.

    :param address: a ``NAME.trig`` or a folder of them; the folder of a store; the address of a SPARQL server. Without
        one, the setting ``RAPPORTEUR_STORE``, else the store in the user's data folder.
    :param language: of labels, where a question has them in several: "en", "fr", "es", "ru", "zh" or "ar".
    :raises UnusableStore: if there is nothing that can be asked.
    :raises UnusableInput: if built graphs cannot be read.
    """
    return Collection(open_store(address or default_store(), there=True), language)


class Collection:
    """Reports that can be asked together.

    :ivar store: where they are.
    :ivar questions: called, a table of the carried questions; each of its attributes is the function that asks one.
    :ivar index: the index of their words, which follows the store; `Following.search` is for who serves requests.
    """

    def __init__(self, store: Store, language: str = "") -> None:
        self.store = store
        self.language = language
        self.index = search_of(store)
        self.questions = Questions(self.ask)
        self._meaning: Vectors | None = None

    def ask(self, name: str | Path, /, *, limit: int = 0, offset: int = 0, **params: Given) -> pandas.DataFrame:
        """The answer to a carried question, or to a ``.rq`` file, as a data frame.

        Whole numbers are ``Int64``, decimals ``Float64``, days ``datetime64``, the rest text; what is unbound is
        missing. ``attrs`` has the question, what each column holds, and what each column of numbers counts.

        :param limit: at most so many rows, 0 being all, after the first ``offset``.
        :raises UnusableQuery: if the question is unknown, or a parameter has the wrong name or type.
        """
        query = find_query(name)
        tongue = query.parameter("language")
        if self.language and tongue is not None and "language" not in params:
            params["language"] = self.language
        frame = _frame(ask_store(self.store, page(query, limit, offset), params), self.short)
        frame.attrs |= {"question": query.summary, "columns": dict(query.columns), "units": dict(query.units)}
        return frame

    def sparql(self, text: str) -> pandas.DataFrame | bool | Graph:
        """The answer to a query of one's own, over the union of all reports.

        :returns: of a SELECT a data frame, of an ASK a bool, of a CONSTRUCT or DESCRIBE an rdflib graph.
        :raises UnusableQuery: if it is broken, where it shows the line with a caret, or would write or reach outside.
        """
        query = read_query(text, "your query")
        is_table = form_of(query) == "SELECT"
        return _frame(ask_store(self.store, query, {}), self.short) if is_table else read_other(self.store, query)

    def search(self, words: str = "", /, *, limit: int = 20, offset: int = 0, **filters: Filter) -> pandas.DataFrame:
        """What is found in the words of the reports, best first, as a data frame; in ``snippet`` between « and ».

        :param words: words, ``"phrases"``, ``begin*``, ``AND``, ``OR``, ``NOT``, ``( )``; "" for the filters alone.
        :param filters: ``report``, ``kind``, ``state``, ``theme`` and the like, each a value or several alternatives.
        :raises UnusableQuery: if the words cannot be read, or a filter or number is none.
        """
        found = self.index.search(words, limit=limit, offset=offset, facets=False, watch=told_late(), **_any(filters))
        return self._hits(found)

    def related(
        self, iri: str, /, *, limit: int = 10, offset: int = 0, meaning: bool = False, **filters: Filter
    ) -> pandas.DataFrame:
        """The parts whose words are most like those of a paragraph, recommendation, note, statement or heading.

        :param iri: in full or short; of the same kind are the answers, unless ``kind`` says otherwise.
        :param meaning: rank by a model of meaning as well, which the extra ``embeddings`` brings; slow at first.
        :raises UnusableQuery: if there is no such part.
        :raises MissingModel: if the model is not installed.
        """
        if meaning and self._meaning is None:
            from rapporteur.search.meaning import Vectors
            from rapporteur.search.minilm import MiniLM

            self._meaning = Vectors(MiniLM())
        vectors = self._meaning if meaning else None
        page: dict[str, Any] = {"limit": limit, "offset": offset, **filters}
        return self._hits(self.index.related(self._full(iri), meaning=vectors, watch=told_late(), **page))

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
        return evidence_of(self.store, link, self.short)

    def describe(self, iri: str) -> pandas.DataFrame:
        """What is said of a thing: each property with its value and the label of that value, what it is at the top.

        :param iri: in full, short ("state/ALB"), or with a prefix ("rap:Link").
        :raises UnusableQuery: if it is no IRI, or nothing is said of it.
        """
        remedy = 'Take it from an answer, or find it by its words: reports.search("two words") shows IRIs.'
        thing = iri_of(self._full(iri), "", "describe", "state/ALB", remedy)
        parameter = "#+ params:\n#+   thing:\n#+     type: iri\n#+     example: state/ALB\n"
        text = (
            f"{parameter}PREFIX rdfs: <{PREFIXES['rdfs']}>\nSELECT ?property ?value ?label WHERE {{\n"
            "  VALUES ?thing { UNDEF }\n  ?thing ?property ?value\n"
            '  OPTIONAL { ?value rdfs:label ?own FILTER(LANG(?own) = "TONGUE") }\n'
            '  OPTIONAL { ?value rdfs:label ?english FILTER(LANG(?english) = "en") }\n'
            "  BIND(COALESCE(?own, ?english) AS ?label)\n} ORDER BY ?property ?value"
        ).replace("TONGUE", self.language if self.language.isalpha() else "en")
        answer = ask_store(self.store, read_query(text, "describe"), {"thing": thing})
        if not answer.rows:
            raise UnusableQuery(
                f"Nothing is said of {iri!r}.",
                where=self.store.address,
                expected="the IRI of something in these reports, such as state/ALB.",
                remedy="Check the IRI; answers give them in the form that is taken here.",
            )
        frame = _frame(answer, self.short)
        ranks = frame["property"].map(lambda name: (_FIRST.get(name, 2 + (not name.startswith("rap:"))), name))
        return frame.iloc[sorted(range(len(frame)), key=ranks.__getitem__)].reset_index(drop=True)

    def reports(self) -> pandas.DataFrame:
        """The reports by symbol: title, day of issue, how many paragraphs and recommendations, and triples."""
        import pandas

        sizes, told = self._held()
        counts = {name: self._counts(pattern) for name, pattern in _COUNTED.items()}
        rows = []
        for report in sorted({*sizes, *told}):
            title, issued = (term.value if term else None for term in told.get(report, (None, None)))
            counted = [counts[name].get(report, 0) for name in _COUNTED]
            rows.append((self.short(report), title, issued, *counted, sizes.get(report)))
        frame = pandas.DataFrame(rows, columns=["report", "title", "issued", *_COUNTED, "triples"])
        texts, numbers = ("report", "title"), (*_COUNTED, "triples")
        kinds = {**dict.fromkeys(texts, "string"), **dict.fromkeys(numbers, "Int64"), "issued": "datetime64[s]"}
        return frame.astype(kinds)

    def _held(self) -> tuple[dict[str, int], dict[str, Any]]:
        """The triples of the reports that the manifest knows; title and day of all that say that they are reports."""
        sizes: dict[str, int] = {}
        for entry in self.store.entries():
            if not entry.shared:
                sizes[entry.document] = sizes.get(entry.document, 0) + entry.triples
        return sizes, {row[0].value: row[1:] for row in self.store.select(_REPORTS).rows if row[0] is not None}

    def _counts(self, pattern: str) -> dict[str, int]:
        """How many things each report has."""
        rows = self.store.select(
            f"PREFIX rap: <{PREFIXES['rap']}> SELECT ?report (COUNT(*) AS ?n) WHERE {{ {pattern} }} GROUP BY ?report"
        ).rows
        return {report.value: int(n.value) for report, n in rows if report is not None and n is not None}

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
        sizes, told = self._held()
        return f"<Collection of {_said(len({*sizes, *told}))} at {self.store.address}>"

    def _repr_html_(self) -> str:
        reports = self.reports()
        sums = [f"{int(reports[name].sum()):,} {name}" for name in _COUNTED]
        said = f"{_said(len(reports))}, {', '.join(sums)}, at <code>{html.escape(self.store.address)}</code>"
        table = reports.to_html(index=False, max_rows=_SHOWN, na_rep="")
        return f"<p>{said}. <code>.questions()</code> lists what can be asked.</p>{table}"


def _said(count: int) -> str:
    """A number of reports in words."""
    return f"{count:,} report{'s' * (count != 1)}"


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
