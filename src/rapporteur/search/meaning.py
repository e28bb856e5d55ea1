"""A part and a model of meaning in; the parts alike in words or in meaning out, the two orders made one.

Each order gives a part one over its rank (reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009); that of
meaning counts a quarter. Vectors are kept in the user's cache under the hash of the text, whatever index it is in.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rapporteur.search.answer import Found
from rapporteur.search.asking import fill, shown
from rapporteur.search.filters import Given
from rapporteur.search.index import SearchIndex
from rapporteur.search.placing import cache_of
from rapporteur.search.plan import NOTHING, ranked_by_any
from rapporteur.search.related import meant, telling_words

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

DEEP = 100
"""Parts of each order that count."""
_FLAT = 60
"""Added to each rank, so that the first do not decide alone (as in the article)."""
_SHARE = 0.25
"""What the order by meaning counts beside that by words: see the figures in docs/search.md."""
_LOT = 32
"""Texts that are embedded and kept together."""


class Embedder(Protocol):
    """A model of meaning.

    :ivar name: of model and version: vectors of another name are not compared with its own.
    """

    name: str

    def embed(self, texts: Sequence[str]) -> Floats:
        """The vectors of texts, one a row, each of length 1."""
        ...


class Vectors:
    """The vectors of texts, kept once they were computed.

    :param place: a file; the user's cache if none. Where none can be written they are kept in memory.
    """

    def __init__(self, embedder: Embedder, place: Path | None = None) -> None:
        self._embedder = embedder
        self._turn = threading.Lock()
        self._kept = _opened(place or cache_of(f"vectors {embedder.name}"))

    def of(self, texts: Sequence[str], watch: Callable[[str], None]) -> Floats:
        """The vectors of texts, one a row."""
        import numpy

        hashes = [hashlib.sha256(f"{self._embedder.name}\n{text}".encode()).digest() for text in texts]
        with self._turn:
            known = self._known(set(hashes))
            due = {hash_: text for hash_, text in zip(hashes, texts, strict=True) if hash_ not in known}
            lots = list(due.items())
            for begin in range(0, len(lots), _LOT):
                watch(f"Reading the meaning of texts: {begin} of {len(lots)}")
                lot = lots[begin : begin + _LOT]
                made = numpy.asarray(self._embedder.embed([text for _, text in lot]), dtype="<f4")
                for (hash_, _), vector in zip(lot, made, strict=True):
                    known[hash_] = vector
                self._keep([(hash_, known[hash_].tobytes()) for hash_, _ in lot])
        return numpy.stack([known[hash_] for hash_ in hashes])

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def _known(self, hashes: set[bytes]) -> dict[bytes, Floats]:
        import numpy

        listed = sorted(hashes)
        known: dict[bytes, Floats] = {}
        for begin in range(0, len(listed), 500):
            some = listed[begin : begin + 500]
            sql = f"SELECT hash, data FROM vector WHERE hash IN ({', '.join('?' * len(some))})"
            for hash_, data in self._kept.execute(sql, some):
                known[hash_] = numpy.frombuffer(data, dtype="<f4")
        return known

    def _keep(self, rows: list[tuple[bytes, bytes]]) -> None:
        try:
            self._kept.executemany("INSERT OR REPLACE INTO vector (hash, data) VALUES (?, ?)", rows)
        except sqlite3.OperationalError:  # a full disk or another who writes: they are computed again another time
            return


def ask_alike(
    index: SearchIndex,
    iri: str,
    vectors: Vectors,
    *,
    limit: int = 10,
    offset: int = 0,
    watch: Callable[[str], None] = lambda step: None,
    **filters: Given,
) -> Found:
    """The parts most like one in words and meaning; else as `ask_related`.

    :param watch: is told how many texts the model has read, which takes long at first.
    :raises UnusableQuery: if the index holds no such part.
    """
    with index.transaction():
        words, conditions = meant(index, iri, limit, offset, filters)
        sql = f"SELECT part.id, part.words FROM part WHERE {' AND '.join(conditions.sql)} ORDER BY part.id"
        others = index.database.execute(sql, conditions.values).fetchall()
    near = vectors.of([words, *(text for _, text in others)], watch)  # long, so that no lock is held meanwhile
    order = (near[1:] @ near[0]).argsort(kind="stable")[::-1][:DEEP]
    alike = [others[place][0] for place in order]
    with index.transaction():
        words, conditions = meant(index, iri, limit, offset, filters)
        telling = telling_words(index, words)
        plan = ranked_by_any(telling) if telling else NOTHING
        fill(index, plan, conditions)
        run = index.database.execute
        worded = [part for (part,) in run("SELECT part FROM temp.found ORDER BY score DESC, part LIMIT ?", (DEEP,))]
        held = {part for (part,) in run("SELECT id FROM part")}
        run("DELETE FROM temp.found")
        index.database.executemany(
            "INSERT INTO temp.found (part, score) VALUES (?, ?)",
            fused(worded, [part for part in alike if part in held]).items(),
        )
        return shown(index, plan, conditions, limit, offset)


def fused(worded: Sequence[int], alike: Sequence[int], share: float = _SHARE) -> dict[int, float]:
    """Two orders of parts, the best first, as one score a part.

    >>> scores = fused([1, 2], [2, 3], share=1.0)
    >>> sorted(scores, key=lambda part: -scores[part])
    [2, 1, 3]
    """
    scores: dict[int, float] = {}
    for weight, order in ((1.0, worded), (share, alike)):
        for rank, part in enumerate(order, 1):
            scores[part] = scores.get(part, 0.0) + weight / (_FLAT + rank)
    return scores


def _opened(place: Path) -> sqlite3.Connection:
    """The file of vectors; a damaged one is thrown away, one that cannot be written is done without."""
    for turn in range(2):
        kept = None
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            kept = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
            kept.execute("CREATE TABLE IF NOT EXISTS vector (hash BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID")
            kept.execute("SELECT count(*) FROM vector").fetchone()
            return kept
        except (OSError, sqlite3.OperationalError):
            break
        except sqlite3.DatabaseError:
            if kept is not None:
                kept.close()
            if turn == 0:
                place.unlink(missing_ok=True)
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    memory.execute("CREATE TABLE vector (hash BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID")
    return memory
