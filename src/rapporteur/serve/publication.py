"""A publication beside the server: what follows ``id/`` in an IRI → the address of the page that shows it there.

It is looked up on disk, so that nothing of a publication is held in memory but what lies elsewhere than its IRI says.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

_SAFE = re.compile(r"[A-Za-z0-9._~()-]+")


class Publication:
    """A folder made by ``rapporteur publish``.

    :ivar folder: where it lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        table = folder / "resolution" / "moved.json"
        self._moved: dict[str, str] = {}
        if table.is_file():
            said = json.loads(table.read_text("utf-8"))
            self._moved = {iri.removeprefix(said["root"]): address for iri, address in said["moved"].items()}

    def has(self, file: str) -> bool:
        """Whether it holds a file, named from its top."""
        return (self.folder / file).is_file()

    def address(self, path: str) -> str:
        """Where a thing is shown, from the top of the publication; "" where no page shows it.

        :param path: what follows ``id/`` in its IRI, percent signs as they are.
        """
        steps = path.split("/")
        for kept in range(len(steps), 0, -1):
            above, rest = "/".join(steps[:kept]), "/".join(steps[kept:])
            page = self._moved.get(above, f"id/{above}/" if all(map(_is_safe, steps[:kept])) else "")
            if page and self.has(f"{page}index.ttl"):
                place = "/".join(steps[kept : kept + 2]) if steps[kept : kept + 1] == ["link"] else rest
                return f"{page}#{place}" if place else page
        return ""


def _is_safe(step: str) -> bool:
    return bool(_SAFE.fullmatch(step)) and step not in (".", "..")
