"""The index: facts of reports in, one file to search out; a report is put and dropped as a whole.

Whoever changes a store calls `SearchIndex.put` and `SearchIndex.drop` for each report; `SearchIndex.stale` compares the
hashes kept here with those of the store. Every change is one transaction: a reader sees a report's old parts or its new
ones, and a process that is killed leaves one of the two.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.search.parts import Facts, ReportParts, parts_of
from rapporteur.search.schema import connect, faults


@dataclass(frozen=True, slots=True)
class Indexed:
    """A report that the index holds.

    :ivar fingerprint: the hash of its graph when it was put.
    :ivar source: the file it came from; "" where it came from a store or from memory.
    """

    iri: str
    symbol: str
    title: str
    issued: str
    fingerprint: str
    parts: int
    source: str


@dataclass(frozen=True, slots=True)
class Staleness:
    """How an index differs from what it should hold: IRIs of reports, or names of files. Empty is true of none."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def __str__(self) -> str:
        counted = (("new", self.new), ("changed", self.changed), ("gone", self.gone))
        return ", ".join(f"{len(names)} {word}" for word, names in counted if names) or "nothing has changed"


class SearchIndex:
    """An index that is open; one connection, which threads take in turn.

    :param path: its file; None for one in memory.
    :param writing: to change it; a file that is not there is then made.
    :raises UnusableIndex: if it is not there, not ours, of another version, or damaged.
    :raises UnwritableOutput: if it was to be written and cannot be.
    """

    def __init__(self, path: Path | str | None = None, *, writing: bool = False) -> None:
        self.path = Path(path) if path is not None else None
        self.database = connect(self.path, writing=writing)
        self.writing = writing
        self._turn = threading.RLock()

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    @contextmanager
    def transaction(self, begin: str = "BEGIN") -> Iterator[None]:
        """One state of the index for all that is read; all that is written, or nothing."""
        if begin != "BEGIN" and not self.writing:
            raise UnwritableOutput(
                "An index that was opened to be read.",
                where=str(self.path),
                expected="one that was opened to be written.",
                remedy="Open it with writing=True.",
            )
        with self._turn, faults(self.path):
            if self.database.in_transaction:
                yield
                return
            self.database.execute(begin)
            try:
                yield
                self.database.execute("COMMIT")
            except BaseException:
                if self.database.in_transaction:
                    self.database.execute("ROLLBACK")
                raise

    def put(self, report: str, facts: Facts, fingerprint: str = "") -> int:
        """Put a report in, or in the place of what stood there; how many parts it has.

        :param report: its IRI.
        :param facts: its graph; facts about other reports may stand there too and are passed over.
        :param fingerprint: the hash by which `stale` knows the graph; of what is searched, if none is given.
        :raises UnusableInput: if the facts tell of no such report.
        """
        found = parts_of(facts)
        if str(report) not in found:
            raise UnusableInput(
                "The facts tell of no such report.",
                where=str(report),
                expected=f"a rap:Report; there are {', '.join(found) or 'none'}.",
                remedy="Give the report's own graph.",
            )
        return self.write(found[str(report)], fingerprint)

    def drop(self, report: str) -> bool:
        """Take a report out without a trace; whether it was there."""
        with self.transaction("BEGIN IMMEDIATE"):
            row = self.database.execute("SELECT id FROM report WHERE iri = ?", (str(report),)).fetchone()
            if row is None:
                return False
            marked = self._unmark(row[0])
            parts = self.database.execute("SELECT id, words FROM part WHERE report = ?", row).fetchall()
            self._take_out(parts)
            self.database.execute("DELETE FROM report WHERE id = ?", row)
            self._forget(marked)
        return True

    def reports(self) -> list[Indexed]:
        """What the index holds, by symbol."""
        with self.transaction():
            rows = self.database.execute(
                "SELECT iri, symbol, title, issued, fingerprint, "
                "(SELECT count(*) FROM part WHERE part.report = report.id), "
                "coalesce((SELECT path FROM source WHERE source.id = report.source), '') "
                "FROM report ORDER BY symbol, iri"
            ).fetchall()
        return [Indexed(*row) for row in rows]

    def stale(self, fingerprints: Mapping[str, str]) -> Staleness:
        """How the index differs from reports with these hashes, by IRI."""
        held = {report.iri: report.fingerprint for report in self.reports()}
        return Staleness(
            new=tuple(sorted(set(fingerprints) - set(held))),
            changed=tuple(sorted(iri for iri in held if fingerprints.get(iri, held[iri]) != held[iri])),
            gone=tuple(sorted(set(held) - set(fingerprints))),
        )

    def write(self, report: ReportParts, fingerprint: str = "", source: int | None = None) -> int:
        """Put the parts of a report in, in the place of what stood there; how many they are.

        Where a part has the words that it had, they are not indexed again: to take words out without a trace is slow.
        """
        run = self.database.execute
        about = (report.symbol, report.title, report.issued, fingerprint or fingerprint_of(report), source)
        with self.transaction("BEGIN IMMEDIATE"):
            before = run("SELECT id FROM report WHERE iri = ?", (report.iri,)).fetchone()
            if before is None:
                row = run(
                    "INSERT INTO report (symbol, title, issued, fingerprint, source, iri) VALUES (?, ?, ?, ?, ?, ?)",
                    (*about, report.iri),
                ).lastrowid
                held, marked = {}, set[int]()
            else:
                (row,) = before
                run(
                    "UPDATE report SET symbol = ?, title = ?, issued = ?, fingerprint = ?, source = ? WHERE id = ?",
                    (*about, row),
                )
                parts = run("SELECT iri, words, id FROM part WHERE report = ?", (row,))
                held = {(iri, words): number for iri, words, number in parts}
                marked = self._unmark(row)
            values = self._values(report)
            for part in report.parts:
                shown = (row, part.iri, part.kind, part.number, part.label, part.start, part.end, part.page, part.place)
                number = held.pop((part.iri, part.words), None)
                if number is None:
                    number = run(
                        'INSERT INTO part (report, iri, kind, number, label, start, "end", page, place, words) '
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        (*shown, part.words),
                    ).lastrowid
                    for table in ("stems", "exact"):
                        run(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (number, part.words))
                else:
                    run(
                        "UPDATE part SET report = ?, iri = ?, kind = ?, number = ?, label = ?, start = ?, "
                        '"end" = ?, page = ?, place = ? WHERE id = ?',
                        (*shown, number),
                    )
                marks = sorted((number, values[mark]) for mark in part.marks)
                self.database.executemany("INSERT INTO mark (part, value) VALUES (?, ?)", marks)
            self._take_out([(number, words) for (_, words), number in held.items()])
            self._forget(marked)
        return len(report.parts)

    def _values(self, report: ReportParts) -> dict[tuple[str, str], int]:
        """The numbers of the values that a report's parts are marked with."""
        wanted = sorted({mark for part in report.parts for mark in part.marks})
        self.database.executemany(
            "INSERT INTO value (facet, iri, label) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(facet, iri, report.labels.get(iri, "")) for facet, iri in wanted],
        )
        find = "SELECT id FROM value WHERE facet = ? AND iri = ?"
        return {mark: self.database.execute(find, mark).fetchone()[0] for mark in wanted}

    def _unmark(self, report: int) -> set[int]:
        """Delete the marks of a report's parts; the values that they stood for."""
        parts = self.database.execute("SELECT id FROM part WHERE report = ?", (report,)).fetchall()
        values = "SELECT DISTINCT value FROM mark WHERE part IN (SELECT id FROM part WHERE report = ?)"
        marked = {value for (value,) in self.database.execute(values, (report,))}
        self.database.executemany("DELETE FROM mark WHERE part = ?", parts)
        return marked

    def _take_out(self, parts: Sequence[tuple[int, str]]) -> None:
        """Delete parts, of which the marks are gone, with their words."""
        for table in ("stems", "exact"):
            self.database.executemany(f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)", parts)
        self.database.executemany("DELETE FROM part WHERE id = ?", [(number,) for number, _ in parts])

    def _forget(self, values: set[int]) -> None:
        """Delete those values that no part is marked with any more."""
        sql = "DELETE FROM value WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mark WHERE value = ?1)"
        self.database.executemany(sql, [(value,) for value in sorted(values)])


def fingerprint_of(report: ReportParts) -> str:
    """SHA-256, in hexadecimal digits, of all that is searched of a report."""
    digest = hashlib.sha256(repr((report.iri, report.symbol, report.title, report.issued)).encode())
    for part in report.parts:
        shown = (part.iri, part.kind, part.number, part.label, part.words, part.start, part.end, part.page)
        digest.update(repr((shown, sorted(part.marks))).encode())
    digest.update(repr(sorted(report.labels.items())).encode())
    return digest.hexdigest()
