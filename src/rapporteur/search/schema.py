"""The index file: what tables it has, how it is opened to read or to write, and how SQLite's faults are told.

One SQLite file. ``part`` holds what can be found; ``stems`` and ``exact`` are its full-text indexes (FTS5, Porter's
stems and the words as printed, both without diacritics); ``value`` and ``mark`` are what parts can be filtered by.
Deleted words are overwritten, in the file and in the full-text indexes: a report that was removed leaves no trace.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapporteur.errors import RapporteurError, UnwritableOutput

MAGIC = 0x52415053
"""Written into the file's header: the letters RAPS."""
VERSION = 2
HEADER = b"SQLite format 3\x00"
_WAIT = 30.0
"""Seconds that one who writes waits for another."""

_TOKENS = {
    "stems": "porter unicode61 remove_diacritics 2",
    "exact": "unicode61 remove_diacritics 2",
}
_TABLES = f"""
CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, changed INTEGER, seen INTEGER,
  sha256 TEXT);
CREATE TABLE report (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, symbol TEXT, title TEXT, issued TEXT,
  fingerprint TEXT NOT NULL, source INTEGER);
CREATE TABLE part (id INTEGER PRIMARY KEY, report INTEGER NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL,
  start INTEGER, "end" INTEGER, page INTEGER, iri TEXT NOT NULL, number TEXT, label TEXT, words TEXT NOT NULL);
CREATE INDEX part_of_report ON part (report);
CREATE INDEX part_by_iri ON part (iri);
CREATE TABLE value (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, iri TEXT NOT NULL, label TEXT, UNIQUE (facet, iri));
CREATE TABLE mark (part INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (part, value)) WITHOUT ROWID;
CREATE INDEX mark_by_value ON mark (value, part);
CREATE VIRTUAL TABLE stems USING fts5(words, content='part', content_rowid='id',
  tokenize="{_TOKENS["stems"]}");
CREATE VIRTUAL TABLE exact USING fts5(words, content='part', content_rowid='id', prefix='2 3 4',
  tokenize="{_TOKENS["exact"]}");
"""
_FOR_READING = f"""
CREATE TEMP TABLE found (part INTEGER PRIMARY KEY, score REAL NOT NULL);
CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'exact', 'row');
CREATE VIRTUAL TABLE temp.shown_stems USING fts5(words, tokenize="{_TOKENS["stems"]}");
CREATE VIRTUAL TABLE temp.shown_exact USING fts5(words, tokenize="{_TOKENS["exact"]}");
"""


class UnusableIndex(RapporteurError):
    """An index that cannot be used: not there, not ours, of another version, damaged, or held by another."""


class BusyIndex(UnusableIndex):
    """An index that another keeps too long; it is as good as it was, and may not be thrown away."""


def connect(path: Path | None, *, writing: bool) -> sqlite3.Connection:
    """Open an index; ``None`` makes one in memory. A new one is made only for writing.

    :raises UnusableIndex: if it is not there, not ours, of another version, or damaged.
    :raises UnwritableOutput: if it was to be written and cannot be.
    """
    new = path is None or (writing and (not path.exists() or path.stat().st_size == 0))
    if path is None:
        target = ":memory:"
    elif new or path.is_file():
        mode = "rwc" if writing else "rw"  # a reader, too, may find the journal of a writer that was killed
        target = f"{path.absolute().as_uri()}?mode={mode}"
    else:
        raise UnusableIndex(
            "There is no such index.",
            where=str(path),
            expected="an index that `rapporteur search --index FILE --graph FOLDER` made.",
            remedy="Name the graphs with --graph, and the index is made.",
        )
    with faults(path):
        opened = sqlite3.connect(target, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        try:
            if not new:
                _check(opened, path)
            opened.executescript("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cache_size = -32000;")
            if new:
                _make(opened)
            opened.executescript(_FOR_READING)
        except BaseException:
            opened.close()
            raise
    return opened


def _make(opened: sqlite3.Connection) -> None:
    """Write the tables into an empty file, all of them or none."""
    opened.execute("BEGIN IMMEDIATE")
    opened.execute(f"PRAGMA application_id = {MAGIC}")
    opened.execute(f"PRAGMA user_version = {VERSION}")
    for statement in _TABLES.split(";"):
        if statement.strip():
            opened.execute(statement)
    if sqlite3.sqlite_version_info >= (3, 42):
        for name in ("stems", "exact"):
            opened.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")
    opened.execute("COMMIT")


def _check(opened: sqlite3.Connection, path: Path | None) -> None:
    """Refuse a file that is not ours or of another version."""
    (magic,) = opened.execute("PRAGMA application_id").fetchone()
    (version,) = opened.execute("PRAGMA user_version").fetchone()
    if magic != MAGIC:
        raise UnusableIndex(
            "An SQLite file that Rapporteur did not make.",
            where=str(path),
            expected="a search index.",
            remedy="Name another file; this one was left as it is.",
        )
    if version != VERSION:
        raise UnusableIndex(
            f"An index of version {version}.",
            where=str(path),
            expected=f"version {VERSION}.",
            remedy="Remove the file and search with --graph: it is made anew.",
        )
    tables = {name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if missing := sorted({"source", "report", "part", "value", "mark", "stems", "exact"} - tables):
        raise UnusableIndex(
            f"The index is damaged: it lacks {', '.join(missing)}.",
            where=str(path),
            expected="a search index as it was written.",
            remedy="Remove the file and search with --graph: it is made anew.",
        )


@contextmanager
def faults(path: Path | None) -> Iterator[None]:
    """Tell SQLite's faults in four parts.

    :raises UnusableIndex: if the file is damaged, is no index, or is held by another.
    :raises UnwritableOutput: if it cannot be written.
    """
    where = str(path or "the index in memory")
    try:
        yield
    except sqlite3.Error as fault:
        name = getattr(fault, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise BusyIndex(
                "The index is being written by another.",
                where=where,
                expected=f"to be let in within {_WAIT:.0f} seconds.",
                remedy="Try again when the other is done.",
            ) from fault
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_PERM")):
            raise UnwritableOutput(
                f"The index cannot be opened or written: {fault}.",
                where=where,
                expected="a folder that may be written, with room.",
                remedy="Name another file with --index.",
            ) from fault
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise UnusableIndex(
                f"The index is damaged or is none: {fault}.",
                where=where,
                expected="a search index as it was written.",
                remedy="Remove the file and search with --graph: it is made anew.",
            ) from fault
        raise
