"""What a build depends on → two hashes: `code_fingerprint` of what is the same for all reports, `key_of` one report.

A build may be kept only while its key is the same: the same bytes and record, read by the same code with the same
patterns, styles, authorities, ontology and shapes, on the same versions of the libraries.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from rapporteur.many.values import Task
from rapporteur.resources import resource

_SHOWS_ONLY = {"cli", "view", "query", "score", "publish", "serve", "notebook", "data", "__pycache__"}
"""Parts of the package that no build passes through; ``data`` is looked at under its own names."""
_DATA = ("ontology", "shapes")


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """SHA-256 over the package's sources and data, the versions of its libraries, and that of Python."""
    sum_ = hashlib.sha256(platform.python_version().encode())
    for library in _libraries():
        sum_.update(f"\0{library}".encode())
    for name, path in _files():
        data = path.read_bytes()
        sum_.update(f"\0{name}\0{len(data)}\0".encode())
        sum_.update(data)
    return sum_.hexdigest()


def key_of(task: Task, code: str) -> str:
    """SHA-256 over one report: its bytes, its file name (the summary tells it), its record, the base, and the code."""
    record = asdict(task.record)
    if task.record.style and Path(task.record.style).is_file():
        record["style"] = hashlib.sha256(Path(task.record.style).read_bytes()).hexdigest()
    parts = [code, task.sha256, task.name, task.base, record]
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Each file with a name that is the same in a clone and in an installed package, in the order of the names."""
    package = Path(__file__).parent.parent
    folders = [(package, "")] + [(resource(name), f"{name}/") for name in _DATA]
    found = {
        prefix + path.relative_to(folder).as_posix(): path
        for folder, prefix in folders
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.relative_to(folder).parts[0] not in _SHOWS_ONLY
    }
    yield from sorted(found.items())


def _libraries() -> Iterator[str]:
    """Each library that the package may use, with the version that is installed."""
    for name in sorted(
        {re.split(r"[^A-Za-z0-9._-]", needed, maxsplit=1)[0] for needed in requires("rapporteur") or ()}
    ):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} -"
