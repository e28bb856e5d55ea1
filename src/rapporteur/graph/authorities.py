"""The command that writes the reference books as Turtle, from the tables of ``ontology/authorities/``.

    python -m rapporteur.graph.authorities [FOLDER]

A test keeps the files in step with the tables.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rapporteur.authorities import load_authorities
from rapporteur.graph.books import authority_sheets
from rapporteur.graph.iris import Iris
from rapporteur.graph.serialize import by_subject, turtle
from rapporteur.resources import resource


def render_authorities() -> dict[str, str]:
    """The Turtle files by name."""
    iris = Iris()
    sheets = authority_sheets(load_authorities(), iris)
    return {f"{name}.ttl": turtle(iris.root, by_subject(triples)) for name, triples in sheets.items()}


def main(arguments: list[str]) -> int:
    """Write the files into the folder given, else where the package keeps its tables."""
    folder = Path(arguments[0]) if arguments else resource("ontology", "authorities")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_authorities().items():
        (folder / name).write_bytes(text.encode("utf-8"))
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
