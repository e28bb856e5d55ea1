"""Facts: whatever holds reports → what is tied to what, how things are called, and the words behind each tie.

Three questions are asked once; every projection is then made of their rows, whatever engine answered. So whoever makes
several networks of one source reads its `Facts` first and gives them instead of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from rapporteur.errors import RapporteurError
from rapporteur.graph.iris import Iris
from rapporteur.query import Collection, Loaded, Rows, ask, load_dataset, open_collection, union_of
from rapporteur.query.load import FORMATS
from rapporteur.store import Change, Store
from rapporteur.store.bundle import Bundle, graph_text
from rapporteur.store.embedded import MemoryStore
from rapporteur.view.networks.words import words_in_context
from rapporteur.view.reports import require_report

Evidence: TypeAlias = dict[str, Any]

_RANKS = ("Report", "Publication", "Decision", "Recommendation", "Subparagraph", "Footnote", "Section", "Paragraph")
_LAST = ("Document", "Earlier")


class HasDataset(Protocol):
    """A build: anything with the dataset it holds."""

    @property
    def dataset(self) -> Loaded: ...


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a report ties to something else.

    :ivar class_name: the name of its class, "Earlier" for a part of a document that is cited and not there.
    :ivar order: of a part of a report its first character, of a strength its rank, else 0.
    :ivar wholes: what it is a part of.
    :ivar report: IRI of the report that holds it; "" for what all reports share.
    """

    iri: str
    class_name: str
    label: str
    text: str
    number: str
    order: int
    wholes: tuple[str, ...]
    issued: str
    report: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact: what, of which class, by which property, to what, told in which report."""

    source: str
    of: str
    property: str
    target: str
    report: str


@dataclass(slots=True)
class Facts:
    """All that networks are made of.

    :ivar links: by source, property and target of a fact the IRIs of the links it rests on, in reading order.
    """

    things: dict[str, Thing]
    ties: tuple[Tie, ...]
    links: dict[tuple[str, str, str], tuple[str, ...]]
    _rows: dict[str, Evidence]
    _of: dict[str, list[Tie]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_source: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            by_source[tie.source].append(tie)
        self._of = dict(by_source)

    def of(self, *classes: str) -> list[str]:
        """The sources of these classes ("Recommendation", "Text", "Statement" …), each once, in a fixed order."""
        return list(dict.fromkeys(tie.source for tie in self.ties if tie.of in classes))

    def targets(self, source: str, *properties: str) -> list[str]:
        """What a source is tied to by these properties."""
        return [tie.target for tie in self._of.get(source, ()) if tie.property in properties]

    def links_of(self, source: str, property_: str, target: str) -> tuple[str, ...]:
        """The links that a fact rests on; () where the graph has none for it."""
        return self.links.get((source, property_, target), ())

    def knows(self, link: str) -> bool:
        """Is there a link of this IRI?"""
        return link in self._rows

    def place(self, link: str) -> tuple[int, int]:
        """First character of a link's quote and the one after its last, in the text as read; 0 where it is not told."""
        row = self._rows[link]
        return row["start"] or 0, row["end"] or 0

    def evidence(self, link: str) -> Evidence:
        """What a reader needs to judge a link: its words in their sentence, grade, rule, and where they stand."""
        row = self._rows[link]
        near = (row["start"] or 0) - (row["text_start"] or 0)
        before, marked, after = words_in_context(row["text"] or "", row["quote"] or "", near)
        told = {key: row[key] or "" for key in ("quote", "grade", "rule", "paragraph", "property", "number")}
        return {**told, "before": before, "marked": marked, "after": after, "page": row["page"] or None}

    @property
    def reports(self) -> list[Thing]:
        """The reports that are there, oldest first."""
        held = [thing for thing in self.things.values() if thing.class_name == "Report"]
        return sorted(held, key=lambda thing: (thing.issued, thing.number, thing.iri))

    @property
    def about(self) -> str:
        """Which reports, in words."""
        names = [thing.number or thing.label for thing in self.reports]
        return ", ".join(names) if len(names) <= 3 else f"{len(names)} reports"


Source: TypeAlias = Loaded | HasDataset | Collection | Store | str | Path | Sequence[Path] | Facts
"""What every projection takes: what `load_dataset`, `rapporteur.open` or a build gives, a store, the path of a
``NAME.trig``, of several, of a folder of them or of a store, the address of a server, or the `Facts` of these."""


def read_facts(source: Source, *, report: str = "", language: str = "") -> Facts:
    """The facts of ``source``; `Facts` are given back as they are.

    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies, "en" by default, or that of the collection.
    :raises UnusableQuery: if there is no such report or language.
    :raises UnusableStore: if the path or address holds nothing that can be asked.
    """
    if isinstance(source, Facts):
        return source
    asked = askable(source)
    only = {"report": report} if report else {}
    tongue = language or (source.language if isinstance(source, Collection) else "") or "en"
    rows, links = _words(ask(asked, "network-words", only))
    things = _things(ask(asked, "network-things", {**only, "language": tongue}))
    if report and not any(thing.class_name == "Report" for thing in things.values()):
        require_report(asked, report)
    return Facts(things, _ties(ask(asked, "network-ties", only)), links, rows)


def askable(source: Any) -> Store:
    """The store behind whatever was given; raises as `read_facts`, and `RapporteurError` for what nothing can be asked.

    A graph of rdflib is copied into a store in memory first, where these questions are answered six times as fast, the
    copying included.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        is_file = path.suffix in FORMATS and not (path.suffix == ".trig" and path.is_file())
        if not is_file or "://" in str(source):
            return open_collection(source).store
        return _copied(load_dataset(path))
    if isinstance(source, list | tuple):
        return _copied(load_dataset(*source))
    if isinstance(source, Collection):
        return source.store
    graph = source.dataset if hasattr(source, "dataset") else source
    if isinstance(graph, Loaded):
        return _copied(union_of(graph))
    if not callable(getattr(graph, "select", None)):
        raise RapporteurError(
            f"Nothing can be asked of a {type(source).__name__}.",
            where="a network",
            expected="a graph, a build, a store, a path or an address.",
            remedy="Give rapporteur.open(PATH), or the path itself.",
        )
    store: Store = graph
    return store


def _copied(graph: Loaded) -> Store:
    """The triples of a graph in a store in memory."""
    iris = Iris.from_setting()
    name = str(iris.graph("copy"))
    store = MemoryStore("a graph in memory", str(iris.graph("manifest")))
    held = Bundle(name, (graph_text(name, graph.serialize(format="nt", encoding="utf-8")),))
    store.apply([Change(name, (), held)], "load")
    return store


def _mapped(answer: Rows) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _ties(answer: Rows) -> tuple[Tie, ...]:
    return tuple(Tie(*(str(value) for value in row)) for row in answer.rows)


def _words(answer: Rows) -> tuple[dict[str, Evidence], dict[tuple[str, str, str], tuple[str, ...]]]:
    rows: dict[str, Evidence] = {}
    links: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in _mapped(answer):
        if row["link"] not in rows:
            rows[row["link"]] = row
            links[row["source"], row["property"], row["target"]].append(row["link"])
    return rows, {fact: tuple(found) for fact, found in links.items()}


def _things(answer: Rows) -> dict[str, Thing]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _mapped(answer):
        rows[row["thing"]].append(row)
    return {iri: _thing(iri, found) for iri, found in rows.items()}


def _rank(row: dict[str, Any]) -> tuple[int, str]:
    """The narrowest class of a thing first; what is only cited last."""
    name = str(row["kind"])
    return (_RANKS.index(name) if name in _RANKS else 99 if name in _LAST else 50), name


def _thing(iri: str, rows: list[dict[str, Any]]) -> Thing:
    rows = sorted(rows, key=_rank)

    def first(key: str) -> Any:
        return next((row[key] for row in rows if row[key]), "")

    return Thing(
        iri=iri,
        class_name=str(rows[0]["kind"]),
        label=str(first("label") or iri.rsplit("/", 1)[-1]),
        text=str(first("text")),
        number=str(first("number")),
        order=int(first("order") or 0),
        wholes=tuple(dict.fromkeys(str(row["whole"]) for row in rows if row["whole"])),
        issued=str(first("issued")),
        report=str(first("told_in")),
    )
