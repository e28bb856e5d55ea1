"""Keeping a store: files in, whole reports loaded, replaced, removed and compared with their files.

What is there already with the same hashes is left alone, so that a command that was stopped can be given again.
"""

from __future__ import annotations

import difflib
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rapporteur.errors import RapporteurError, UnusableInput, UnusableStore
from rapporteur.graph.iris import Iris
from rapporteur.graph.shared import shared_graphs
from rapporteur.graph.vocabulary import RAP
from rapporteur.store.asking import Change, Store
from rapporteur.store.bundle import Bundle, GraphText, built_files, graph_text, read_bundles
from rapporteur.store.manifest import AMENDED, Entry

BATCH = 2**30
"""Bytes of text that are made durable together where many reports are loaded; one report is never divided."""


_UNDESCRIBED = "It holds reports, but tells the hash of none: they cannot be compared."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with one document.

    :ivar done: "loaded", "replaced", "removed" or "unchanged".
    """

    document: str
    done: str
    triples: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What `verify` found.

    :ivar graph: IRI; "" for the store as a whole.
    """

    graph: str
    seen: str
    remedy: str


def unwatched(number: int, of: int, file: Path) -> None:
    """Nobody looks on."""


def load(
    store: Store,
    paths: Sequence[Path],
    *,
    replace: bool = False,
    watch: Callable[[int, int, Path], object] = unwatched,
) -> Iterator[Outcome]:
    """Load the built reports in ``paths``, telling of each once it is durable.

    The ontology and the authorities that the package carries come with the first report, and anew where the store's
    are of an older version of the package.

    :param replace: put them in place of what the store has of the same reports; else such a report is refused.
    :param watch: told before each file is read: the how-manieth it is, of how many, and which. What it raises ends the
        load, as a fault does that is none of the house: what was made durable before stays.
    :raises UnusableInput: if a file cannot be used; what came before it is loaded.
    :raises UnusableStore: if a report is there in another form, or the store cannot be written.
    """
    steps = _steps(_watched(built_files(paths), watch), _by_document(store.entries()), replace)
    fault: RapporteurError | None = None
    more, put_off = True, False
    verb = "replace" if replace else "load"
    while more and fault is None:
        done: list[Outcome] = []

        def batch(done: list[Outcome]) -> Iterator[Change]:
            """The changes of the next batch, read while those before are being written."""
            nonlocal fault, more
            size = 0
            while size < BATCH:
                try:
                    outcome, change = next(steps)
                except StopIteration:
                    more = False
                    return
                except RapporteurError as told:  # what came before it is made durable first
                    fault = told
                    return
                done.append(outcome)
                if change is not None and change.new is not None:
                    size += change.new.size
                    yield change

        changes = batch(done)
        for first in changes:
            store.apply(itertools.chain([first], changes), verb, lambda: more and fault is None)
            put_off = more and fault is None
        yield from done
    if put_off:
        store.apply([], verb)
    if fault is not None:
        raise fault


def _watched(files: Sequence[Path], watch: Callable[[int, int, Path], object]) -> Iterator[Path]:
    for number, file in enumerate(files, start=1):
        watch(number, len(files), file)
        yield file


def _steps(
    files: Iterable[Path], known: dict[str, tuple[Entry, ...]], replace: bool
) -> Iterator[tuple[Outcome, Change | None]]:
    """What is to be done with each bundle in the files; None where it is there already."""
    for bundle in _coming(files, known):
        old = known.get(bundle.document, ())
        triples = sum(graph.triples for graph in bundle.graphs)
        if {(e.graph, e.sha256) for e in old} == {(g.name, g.sha256) for g in bundle.graphs}:
            yield Outcome(bundle.document, "unchanged", triples, bundle.file), None
            continue
        if old and not replace and not bundle.version:
            raise UnusableStore(
                f"The report {_short(bundle.document)} is there already, with other triples.",
                where=bundle.file,
                expected="a report that the store does not have.",
                remedy="Give `rapporteur store replace` to put this file in its place.",
            )
        done = "replaced" if old else "loaded"
        yield Outcome(bundle.document, done, triples, bundle.file), Change(bundle.document, old, bundle)


def _coming(files: Iterable[Path], known: dict[str, tuple[Entry, ...]]) -> Iterator[Bundle]:
    """The shared graphs where they are due, then each report; one that two files hold is refused."""
    seen: dict[str, Path] = {}
    for file in files:
        for bundle in read_bundles(file):
            if bundle.document in seen:
                raise UnusableInput(
                    f"The report {_short(bundle.document)} a second time.",
                    where=str(file),
                    expected=f"each report once; it came from {seen[bundle.document]} already.",
                    remedy="Give one of the two files.",
                )
            if not seen:
                yield from shared_bundles(known)
            seen[bundle.document] = file
            yield bundle


def shared_bundles(known: dict[str, tuple[Entry, ...]]) -> Iterator[Bundle]:
    """The graphs that all reports share, except those that the store has from a later version of the package."""
    ours = version("rapporteur")
    for name, text in shared_graphs(Iris.from_setting()).items():
        theirs = known.get(name, ())
        if not any(_order(entry.version) > _order(ours) for entry in theirs):
            yield Bundle(name, (graph_text(name, text),), version=ours)


def remove(store: Store, names: Sequence[str]) -> Iterator[Outcome]:
    """Remove whole reports.

    :param names: IRI, IRI without what stands before ``document/``, symbol, or the name of the build.
    :raises UnusableInput: if the store has no such report; nothing is removed then.
    """
    known = _by_document(store.entries())
    documents = list(dict.fromkeys(_find(name, known) for name in names))
    store.apply([Change(document, known[document], None) for document in documents], "remove")
    for document in documents:
        yield Outcome(document, "removed", sum(entry.triples for entry in known[document]))


def verify(store: Store) -> Iterator[Fault]:
    """Compare every graph with the manifest and with the file it came from, by hash.

    :raises UnusableStore: if files of the store are not as they were written.
    """
    store.check()
    files: dict[str, dict[str, GraphText] | str] = {}
    if is_undescribed(store):
        yield Fault("", _UNDESCRIBED, "Give `verify` the store that `rapporteur store load` filled.")
    for entry in store.entries():
        now = graph_text(entry.graph, store.graph(entry.graph))
        if now.sha256 != entry.sha256:
            seen = f"{now.triples} triples with the hash {now.sha256[:12]}…, not the {entry.triples} that were loaded."
            yield Fault(entry.graph, seen, "Give `rapporteur store replace` with its file.")
        elif entry.file:
            if entry.file not in files:
                files[entry.file] = _graphs_in(entry.file)
            found = files[entry.file]
            if isinstance(found, str):
                yield Fault(entry.graph, f"Its file {entry.file} cannot be compared: {found}", "Build it again there.")
            elif (there := found.get(entry.graph)) is None or there.sha256 != entry.sha256:
                yield _differs(entry, now, there)
    if astray := store.astray():
        yield Fault("", f"{astray} triples of the union fit no graph.", "Load the reports into a new store.")


def _differs(entry: Entry, now: GraphText, there: GraphText | None) -> Fault:
    """What is to be said of a graph that is not as its file is: one of the two was changed since it was loaded."""
    if entry.version != AMENDED or there is None:
        seen = f"Its file {entry.file} holds other triples now."
        return Fault(entry.graph, seen, "Give `rapporteur store replace` with the file.")
    ours, theirs = (set(graph.text.splitlines()) for graph in (now, there))
    seen = (
        f"An update changed it on {entry.loaded}: it has {len(ours - theirs)} triples that its file {entry.file} "
        f"has not, and lacks {len(theirs - ours)} of those."
    )
    return Fault(entry.graph, seen, "Give `rapporteur store replace` with the file to undo it; `backup` keeps it.")


def is_undescribed(store: Store) -> bool:
    """Whether it holds reports of which it tells no hash: others filled it, or it is a server that shows none."""
    return not store.entries() and bool(store.select(f"SELECT ?r WHERE {{ ?r a <{RAP['Report']}> }} LIMIT 1").rows)


def _graphs_in(file: str) -> dict[str, GraphText] | str:
    """The graphs of a file by name, or what is wrong with it."""
    try:
        return {graph.name: graph for bundle in read_bundles(Path(file)) for graph in bundle.graphs}
    except UnusableInput as fault:
        return fault.seen


def _by_document(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.document].append(entry)
    return {document: tuple(listed) for document, listed in found.items()}


def _find(name: str, known: dict[str, tuple[Entry, ...]]) -> str:
    """The document that a person means by ``name``."""
    names: dict[str, str] = {}
    for document, entries in known.items():
        if not entries[0].shared:
            for said in (document, _short(document), _short(document).removeprefix("document/")):
                names[said] = document
            names.setdefault(Path(entries[0].file).name.split(".trig")[0], document)
    if name in names:
        return names[name]
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    raise UnusableInput(
        f"The store has no report {name!r}.",
        where="the names given",
        expected="a symbol, an IRI or the name of a build, as `rapporteur store list` shows them.",
        remedy=f"Did you mean {close[0]}? Nothing was removed." if close else "Nothing was removed.",
    )


def _short(document: str) -> str:
    return document.removeprefix(Iris.from_setting().root)


def _order(version_text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version_text.split(".") if part.isdigit())
