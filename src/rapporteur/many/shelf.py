"""The output folder: whole builds, a stamp for each, and the index of the last run.

``NAME.*`` are as a single build writes them. The stamps lie in ``.rapporteur/`` beside them, one a build, each with the
key of what it was built from and the SHA-256 of what was written. A stamp counts while its files are what it says.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapporteur.errors import unwritable
from rapporteur.graph import write_files
from rapporteur.many.values import Rendered, Result

STAMPS = ".rapporteur"
INDEX = "index.json"
_REMEDY = "Give another folder with --out, or the right to write this one."


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was built from one key.

    :ivar label: the source it was built from.
    :ivar files: name → SHA-256; none for a source that gave way to another of the same name.
    """

    key: str
    name: str
    label: str
    files: Mapping[str, str]


class Shelf:
    """The output folder of many builds.

    :raises UnwritableOutput: if it cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamps = folder / STAMPS
        with unwritable("The folder", folder, remedy=_REMEDY):
            self._stamps.mkdir(parents=True, exist_ok=True)
            _write(
                self._stamps / "README", "Which builds of this folder need not be made again: see `rapporteur build`.\n"
            )
        self._written: dict[str, Stamp] = {}
        self._gave_way: dict[str, Stamp] = {}
        self._by_name: dict[str, str] = {}
        for stamp in self._load():
            self._note(stamp)

    def kept(self, key: str) -> Stamp | None:
        """The build made from this key, if its files are still what was written."""
        stamp = self._written.get(key)
        if stamp is None or not all(_sha256(self.folder / name) == sum_ for name, sum_ in stamp.files.items()):
            return None
        return stamp

    def gave_way(self, key: str) -> Stamp | None:
        """The stamp of a source with this key whose name another source has."""
        return self._gave_way.get(key)

    def put(self, key: str, label: str, build: Rendered) -> str:
        """Write a build and its stamp; the stamps of what stood there before are taken away first.

        :returns: the label of another source that the files were built from before, "" if none.
        :raises UnwritableOutput: if the folder cannot be written; the last build is then as it was, without a stamp.
        """
        before = ""
        if (old := self._written.get(self._by_name.get(build.name, ""))) is not None:
            self._remove(old)
            before = old.label if old.label != label else ""
        write_files(build.name, build.files, self.folder)
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in build.files.items()}
        self._save(Stamp(key, build.name, label, sums), build.row)
        return before

    def give_way(self, key: str, label: str, name: str) -> None:
        """Remember that this source has a name that another source has, so that it is not built again."""
        self._save(Stamp(key, name, label, {}), {})

    def row(self, key: str) -> Mapping[str, Any]:
        """What the index tells of the build made from this key, as it was stamped."""
        row: dict[str, Any] = json.loads(self._path(key, True).read_text("utf-8"))["row"]
        return row

    def forget_all_but(self, keys: Set[str]) -> None:
        """Take away the stamps of sources that gave way, but for those of these keys."""
        with unwritable("The folder", self.folder, remedy=_REMEDY):
            for key in [key for key in self._gave_way if key not in keys]:
                self._path(key, False).unlink(missing_ok=True)
                del self._gave_way[key]

    def write_index(self, results: Iterable[tuple[Result, str]], aside: Mapping[str, int]) -> Path:
        """Write the index of a run: no times, no machine, the same bytes for the same sources.

        :param results: each with its key.
        """
        path = self.folder / INDEX
        with unwritable("The folder", self.folder, remedy=_REMEDY):
            partial = path.with_name(f".{INDEX}.{os.getpid()}")
            with partial.open("w", encoding="utf-8", newline="\n") as file:
                file.write('{\n"sources": [')
                for at, (result, key) in enumerate(results):
                    file.write(",\n" if at else "\n")
                    file.write(json.dumps(self._entry(result, key), ensure_ascii=False))
                file.write(f'\n],\n"left_aside": {json.dumps(aside, ensure_ascii=False)}\n}}\n')
            partial.replace(path)
        return path

    def _entry(self, result: Result, key: str) -> dict[str, Any]:
        entry: dict[str, Any] = {"source": result.source, "status": "built" if not result.fault else result.status}
        if result.name:
            entry["name"] = result.name
        if result.fault:
            fault = result.fault
            where = fault.where.replace(str(result.path), result.source)
            entry["fault"] = {
                "seen": fault.seen, "where": where, "expected": fault.expected, "remedy": fault.remedy,
            }  # fmt: skip
            return entry
        return entry | dict(self.row(key))

    def _path(self, key: str, written: bool) -> Path:
        return self._stamps / f"{key[:32]}{'' if written else '.clash'}.json"

    def _load(self) -> Iterator[Stamp]:
        for path in sorted(self._stamps.glob("*.json")):
            try:
                data = json.loads(path.read_text("utf-8"))
                yield Stamp(data["key"], data["name"], data["label"], data["files"])
            except (OSError, ValueError, KeyError, TypeError):
                continue  # a stamp that cannot be read keeps nothing: its report is built again

    def _save(self, stamp: Stamp, row: Mapping[str, Any]) -> None:
        written = bool(stamp.files)
        data = {"key": stamp.key, "name": stamp.name, "label": stamp.label, "files": stamp.files, "row": row}
        with unwritable("The folder", self.folder, remedy=_REMEDY):
            _write(self._path(stamp.key, written), json.dumps(data, ensure_ascii=False) + "\n")
        self._note(stamp)

    def _note(self, stamp: Stamp) -> None:
        (self._written if stamp.files else self._gave_way)[stamp.key] = stamp
        if stamp.files:
            self._by_name[stamp.name] = stamp.key

    def _remove(self, stamp: Stamp) -> None:
        with unwritable("The folder", self.folder, remedy=_REMEDY):
            self._path(stamp.key, True).unlink(missing_ok=True)
        self._written.pop(stamp.key, None)


def _sha256(path: Path) -> str:
    """Of a file's bytes, "" where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_bytes(text.encode("utf-8"))
    partial.replace(path)
