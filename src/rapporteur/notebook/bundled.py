"""The bundled report: nothing in, the path of its graph out, built once where no clone brings it built.

A clone has ``graphs/NAME.trig``. An installed package carries the report's text only, a fortieth of the size; its graph
is built at the first call and kept in the user's cache, under a name that changes with the code that built it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.resources import resource

CACHE_SETTING = "XDG_CACHE_HOME"


def bundled_report(progress: Callable[[str], None] | None = None) -> Path:
    """The built graph of the report that the package carries: the path of a ``NAME.trig``.

    :param progress: called with what is being done, should it be built; by default it is printed on standard error.
    :raises UnusableInput: if this installation does not carry the report.
    :raises UnwritableOutput: if it must be built and the cache cannot be written.
    """
    source = _source()
    built = source.parent.parent / f"{source.stem}.trig"
    return built if built.is_file() else _cached(source, progress or _say)


def cache() -> Path:
    """Where built graphs are kept: ``rapporteur/graphs`` in the user's cache (XDG Base Directory)."""
    return Path(os.environ.get(CACHE_SETTING) or Path.home() / ".cache") / "rapporteur" / "graphs"


def _source() -> Path:
    """The text of the bundled report."""
    try:
        found = sorted(resource("graphs", "sources").glob("*.md"))
    except FileNotFoundError:
        found = []
    if not found:
        raise UnusableInput(
            "This installation carries no report.",
            where="graphs/sources",
            expected="the report that a clone and the wheel carry.",
            remedy="Install the package again, or open a graph of your own: rapporteur.open('NAME.trig').",
        )
    return found[0]


def _cached(source: Path, progress: Callable[[str], None]) -> Path:
    """The graph in the cache, built there if it is not."""
    from rapporteur.many.fingerprint import code_fingerprint
    from rapporteur.pipeline import build_into

    texts = b"\0".join(path.read_bytes() for path in sorted(source.parent.iterdir()))
    key = hashlib.sha256(code_fingerprint().encode() + b"\0" + texts).hexdigest()[:16]
    place = cache() / key
    built = place / f"{source.stem}.trig"
    if built.is_file():
        return built
    progress(f"Building the graph of {source.stem} once; it is kept in {place}.")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{key}-") as beside:
            build_into(source, Path(beside, "whole"), progress=progress)
            _put(Path(beside, "whole"), place)
    except OSError as fault:
        raise UnwritableOutput(
            f"The graph cannot be kept: {fault.strerror}.",
            where=str(place),
            expected="a cache that may be written.",
            remedy=f"Set {CACHE_SETTING} to another folder, or build the report yourself and open its graph.",
        ) from fault
    return built


def _put(whole: Path, place: Path) -> None:
    """Give a whole folder its name; who was later than another finds it there and leaves it."""
    try:
        whole.rename(place)
    except OSError:
        if not any(place.glob("*.trig")):
            shutil.rmtree(place, ignore_errors=True)
            whole.rename(place)


def _say(step: str) -> None:
    print(step, file=sys.stderr, flush=True)
