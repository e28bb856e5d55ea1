"""Where an index is put: a place and what fills it in, a whole index at that place out, or what was there before.

A new index is filled beside its place and put there with one rename, so that a process that is killed leaves the old
one or none. What such a process left beside is swept by whoever makes the next.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.errors import UnwritableOutput
from rapporteur.search.index import SearchIndex
from rapporteur.search.schema import faults

CACHE_SETTING = "XDG_CACHE_HOME"
_LEFT = 3600.0
"""Seconds after which what lies beside an index and was not touched was left by one who is gone."""


def cache_of(name: str) -> Path:
    """A file of the user's cache (XDG Base Directory) for what is named."""
    home = os.environ.get(CACHE_SETTING) or str(Path.home() / ".cache")
    return Path(home) / "rapporteur" / "search" / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.sqlite"


def make_index(place: Path, fill: Callable[[SearchIndex], None]) -> None:
    """Make an index and put it in its place when it is whole.

    :raises UnwritableOutput: if it cannot be written there.
    """
    beside = place.with_name(f".{place.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        try:
            with SearchIndex(beside, writing=True) as index, faults(beside):
                index.database.execute("PRAGMA synchronous = OFF")
                fill(index)
            with beside.open("rb+") as whole:
                os.fsync(whole.fileno())
            beside.replace(place)
        finally:
            for left in (beside, beside.with_name(f"{beside.name}-journal")):
                left.unlink(missing_ok=True)
    except OSError as fault:
        raise UnwritableOutput(
            f"The index cannot be written: {fault.strerror}.",
            where=str(place),
            expected="a folder that may be written.",
            remedy="Name another file with --index.",
        ) from fault


def _sweep(place: Path) -> None:
    """Remove what one who was killed left beside a place."""
    for left in place.parent.glob(f".{place.name}.*"):
        try:
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()
        except FileNotFoundError:
            continue
