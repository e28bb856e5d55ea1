"""Built graphs as files in, an index that is up to date with them out.

A file is known by its size and time, and by its hash where these have changed or are too young to be trusted. What has
changed is read anew, one transaction a file. Without a place of its own the index lies in the user's cache, so that
nothing is written among the graphs.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.search.index import SearchIndex, Staleness
from rapporteur.search.parts import Facts, parts_of
from rapporteur.search.placing import cache_of, make_index
from rapporteur.search.schema import HEADER, BusyIndex, UnusableIndex

FORMATS = {".trig": pyoxigraph.RdfFormat.TRIG, ".nq": pyoxigraph.RdfFormat.N_QUADS, ".ttl": pyoxigraph.RdfFormat.TURTLE}
_YOUNG = 2_000_000_000
"""Nanoseconds within which a file may change again without a change of its time."""

Watch = Callable[[str], None]
Paths = Path | str | Sequence[Path | str]


def _unwatched(step: str) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the index keeps of a file; times in nanoseconds."""

    id: int
    size: int
    changed: int
    seen: int
    sha256: str


def is_index(path: Path) -> bool:
    """Whether the file is an SQLite file, whosever it is."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError:
        return False


def graph_files(paths: Paths) -> list[Path]:
    """The built graphs that files and folders name, absolute, each once, by name.

    :raises UnusableInput: if one is missing, is no graph, or a folder holds none.
    """
    found: set[Path] = set()
    for path in [Path(paths)] if isinstance(paths, Path | str) else map(Path, paths):
        if path.is_dir():
            inside = [*path.glob("*.trig"), *path.glob("*.nq")]
            if not inside:
                raise UnusableInput(
                    "The folder holds no built graph.",
                    where=str(path),
                    expected="NAME.trig files that `rapporteur build REPORT --out FOLDER` wrote.",
                    remedy="Build a report first, or name another folder.",
                )
            found |= {file.absolute() for file in inside}
        elif path.is_file() and path.suffix.lower() in FORMATS:
            found.add(path.absolute())
        else:
            raise UnusableInput(
                "No built graph." if path.exists() else "There is no such file or folder.",
                where=str(path),
                expected=f"a folder of built graphs, or a file that ends in {', '.join(FORMATS)}.",
                remedy="Give the NAME.trig that the build wrote, or its folder.",
            )
    if not found:
        raise UnusableInput(
            "No graph was named.",
            where="the graphs to search",
            expected="a folder of built graphs, or a NAME.trig.",
            remedy="Name one.",
        )
    return sorted(found)


def facts_of(ntriples: bytes) -> Facts:
    """The facts in N-Triples."""
    return pyoxigraph.parse(ntriples, format=pyoxigraph.RdfFormat.N_TRIPLES)


def cache_place(paths: Paths) -> Path:
    """Where the index of some graphs lies when no place is named: a file in the user's cache, known by their paths."""
    given = [Path(paths)] if isinstance(paths, Path | str) else [Path(path) for path in paths]
    named = "\n".join(sorted(str(path.resolve()) for path in given))
    return cache_of(named)


def index_graphs(paths: Paths, to: Path | str | None = None, watch: Watch = _unwatched) -> SearchIndex:
    """The index of built graphs, open to read, made or brought up to date first.

    :param paths: files and folders.
    :param to: the index file; None for one in the user's cache. A cache that is damaged is made anew, one that cannot
        be written is kept in memory, and both are told to ``watch``; a file that was named is never overwritten so.
    :param watch: is told each step.
    :raises UnusableInput: if there is no graph, or one cannot be read.
    :raises UnusableIndex: if ``to`` is no index or damaged.
    :raises UnwritableOutput: if ``to`` must be written and cannot be.
    """
    files = graph_files(paths)
    if to is not None:
        return _up_to_date(files, Path(to), watch)
    place = cache_place(paths)
    try:
        return _up_to_date(files, place, watch)
    except BusyIndex:
        raise
    except UnusableIndex as fault:
        watch(f"{fault.seen} It is made anew")
        place.unlink(missing_ok=True)
        return _up_to_date(files, place, watch)
    except UnwritableOutput as fault:
        watch(f"{fault.seen} The index is kept in memory")
        index = SearchIndex(None, writing=True)
        _bring(index, files, watch)
        return index


def staleness(index: SearchIndex, paths: Paths | None = None) -> Staleness:
    """Which files differ from what the index read of them; without ``paths``, of those it came from.

    A report that was put from a store has no file: see `SearchIndex.stale`.
    """
    known = _known(index)
    files = graph_files(paths) if paths is not None else [Path(name) for name in known if Path(name).is_file()]
    names = {str(file): file for file in files}
    return Staleness(
        new=tuple(sorted(set(names) - set(known))),
        changed=tuple(sorted(name for name in set(names) & set(known) if not _same(names[name], known[name]))),
        gone=tuple(sorted(set(known) - set(names))),
    )


def _up_to_date(files: list[Path], place: Path, watch: Watch) -> SearchIndex:
    """The index at a place, made if there is none, written to only if something changed."""
    if not place.exists() or place.stat().st_size == 0:
        watch(f"Making the index {place}")
        make_index(place, lambda index: _bring(index, files, watch))
        return SearchIndex(place)
    index = SearchIndex(place)
    try:
        stale = staleness(index, files)
    except BaseException:
        index.close()
        raise
    if not stale:
        return index
    index.close()
    watch(f"The index is stale ({stale}); it is brought up to date")
    with SearchIndex(place, writing=True) as writing:
        _bring(writing, files, watch)
    return SearchIndex(place)


def _bring(index: SearchIndex, files: list[Path], watch: Watch) -> None:
    """Bring an index up to date with files: what has gone out, what has changed or come in."""
    known = _known(index)
    for name in sorted(set(known) - {str(file) for file in files}):
        watch(f"Taking out what came from {Path(name).name}")
        _forget(index, known[name].id)
    for turn, file in enumerate(files, 1):
        before = known.get(str(file))
        if before is None or not _same(file, before):
            watch(f"Indexing {turn} of {len(files)}: {file.name}")
            _read(index, file, before, watch)


def _read(index: SearchIndex, file: Path, before: _Known | None, watch: Watch) -> None:
    """Put the reports of one file, in the place of what it held before; all of them or none."""
    try:
        state, data = file.stat(), file.read_bytes()
    except OSError as fault:
        raise UnusableInput(
            f"The graph cannot be read: {fault.strerror}.",
            where=str(file),
            expected="a built graph.",
            remedy="Check the file, or build the report again.",
        ) from fault
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        reports = parts_of(_quads(data, file))
    except (SyntaxError, ValueError) as fault:
        raise UnusableInput(
            f"The graph cannot be read: {str(fault).splitlines()[0][:160]}.",
            where=str(file),
            expected=f"well-formed RDF, as the ending {file.suffix} says.",
            remedy="Build the report again, or mend the file.",
        ) from fault
    run = index.database.execute
    with index.transaction("BEGIN IMMEDIATE"):
        if before is not None:
            _forget(index, before.id)
        source = run(
            "INSERT INTO source (path, size, changed, seen, sha256) VALUES (?, ?, ?, ?, ?)",
            (str(file), state.st_size, state.st_mtime_ns, time.time_ns(), sha256),
        ).lastrowid
        for iri, report in reports.items():
            other = run(
                "SELECT path FROM report JOIN source ON source.id = report.source WHERE report.iri = ?", (iri,)
            ).fetchone()
            if other is None:
                index.write(report, sha256, source)
            else:
                watch(f"{report.symbol or iri} stands in {Path(other[0]).name} too; {file.name} is left out")


def _quads(data: bytes, file: Path) -> Iterable[Any]:
    """The statements of a file with the name of their graph."""
    for quad in pyoxigraph.parse(data, format=FORMATS[file.suffix.lower()]):
        yield quad.subject, quad.predicate, quad.object, quad.graph_name


def _forget(index: SearchIndex, source: int) -> None:
    """Take out a file and the reports that came from it."""
    with index.transaction("BEGIN IMMEDIATE"):
        for (iri,) in index.database.execute("SELECT iri FROM report WHERE source = ?", (source,)).fetchall():
            index.drop(iri)
        index.database.execute("DELETE FROM source WHERE id = ?", (source,))


def _known(index: SearchIndex) -> dict[str, _Known]:
    """The files an index came from, by path."""
    with index.transaction():
        rows = index.database.execute("SELECT path, id, size, changed, seen, sha256 FROM source").fetchall()
    return {path: _Known(*rest) for path, *rest in rows}


def _same(file: Path, known: _Known) -> bool:
    """Whether a file is as it was read."""
    state = file.stat()
    if state.st_size != known.size:
        return False
    if state.st_mtime_ns == known.changed and known.seen - known.changed > _YOUNG:
        return True
    return hashlib.sha256(file.read_bytes()).hexdigest() == known.sha256
