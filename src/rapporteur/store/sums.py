"""Sums: the files of a generation → a checksum of each, so that damage is found before a question meets it.

The engine checks what it reads, but a question that sorts or counts over a damaged block is never answered: it takes
ever more memory (measured with Oxigraph 0.5.13). And what no question reads, it does not check. Only the files with
triples are summed, which the engine never changes once they are written.
"""

from __future__ import annotations

import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_SUMS = "sums.json"
_PIECE = 2**20


def note_sums(generation: Path) -> None:
    """Write down the sums of files that are new; of the others what was written stays, or damage would be covered."""
    known = _known(generation)
    files = sorted(generation.glob("*.sst"))
    with ThreadPoolExecutor() as crew:  # reading and summing leave the interpreter free
        new = dict(zip(files, crew.map(lambda file: known.get(file.name) or _sum(file), files), strict=True))
    now = {file.name: summed for file, summed in new.items()}
    (generation / _SUMS).write_text(json.dumps(now, indent=0), "utf-8")


def wrong_file(generation: Path) -> str:
    """The name of a file that is not as it was written; "" where there is none, or nothing was written of it."""
    for name, noted in _known(generation).items():
        file = generation / name
        if file.exists() and _sum(file) != noted:
            return name
    return ""


def _known(generation: Path) -> dict[str, list[int]]:
    """What was written; nothing in a store of an earlier version."""
    try:
        found = json.loads((generation / _SUMS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _sum(file: Path) -> list[int]:
    """Size and CRC-32."""
    size = crc = 0
    with file.open("rb") as data:
        while piece := data.read(_PIECE):
            size, crc = size + len(piece), zlib.crc32(piece, crc)
    return [size, crc]
