"""The library: the queries the package carries, and any file a user points at.

A name or a path in, a `Query` out.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.query.headers import Query, read_query
from rapporteur.resources import resource


def list_queries() -> tuple[Query, ...]:
    """Every query that the package carries, by name.

    :raises UnusableQuery: if one of the files is broken.
    """
    return tuple(read_file(path) for path in sorted(resource("queries").glob("*.rq")))


def find_query(name_or_path: str | Path) -> Query:
    """The carried query of this name, or the one in this file.

    What ends in ``.rq`` is taken as a path, unless a carried query bears that file name.

    :raises UnusableQuery: if there is none such; it names the nearest.
    """
    name = str(name_or_path)
    folder = resource("queries")
    carried = folder / f"{name.removesuffix('.rq')}.rq"
    if Path(name).name == name and carried.is_file():
        return read_file(carried)
    if name.endswith(".rq"):
        return read_file(Path(name))
    names = [path.stem for path in sorted(folder.glob("*.rq"))]
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.3)
    raise UnusableQuery(
        f"No query is called {name!r}.",
        where="the queries that the package carries",
        expected="the name of a carried query, or the path of a file that ends in .rq.",
        remedy=f"Did you mean {' or '.join(close)}?" if close else f"Take one of {', '.join(names)}.",
    )


def under(query: Query, root: str) -> Query:
    """A query whose IRIs of things, written under our own base as they are, begin with another root."""
    return replace(query, text=query.text.replace(Iris().root, root))


def read_file(path: Path) -> Query:
    """The query in a file.

    :raises UnusableQuery: if the file cannot be read, or its header is broken.
    """
    try:
        return under(read_query(path.read_text("utf-8"), path.stem, path), Iris.from_setting().root)
    except OSError as fault:
        raise UnusableQuery(
            f"The file cannot be read: {fault.strerror}.",
            where=str(path),
            expected="a file with one SPARQL query.",
            remedy="Check the path, or name a carried query.",
        ) from fault
    except UnicodeDecodeError as fault:
        raise UnusableQuery(
            f"The file is not UTF-8 text: byte {fault.start} does not fit.",
            where=str(path),
            expected="a file with one SPARQL query, in UTF-8.",
            remedy="Save the file as UTF-8.",
        ) from fault
