"""Query files: the text of an ``.rq`` file → a `Query` with its question, parameters and columns.

The header is the block of ``#+`` lines at the top, in the manner of grlc: a small YAML of nested keys and
plain values.

    #+ summary: Which recommendations cite a provision, or a part of it?
    #+ params:
    #+   provision:
    #+     type: iri
    #+     under: instrument/
    #+     default: any
    #+     example: some-treaty/article/9
    #+     allowed: provisions
    #+     meaning: the treaty, article or paragraph asked about
    #+ columns:
    #+   recommendation: number of the unit in its report
    #+   citations:
    #+     meaning: how many text parts cite the provision
    #+     unit: text parts
    #+ not_on:
    #+   virtuoso: why that server cannot answer it; left out where every server can
    #+ cost: why it takes longer than 50 ms of 100 reports together; left out where it does not

The cost ends with the parameter that narrows it ("name a report"). Where one report among a hundred takes longer
too, it says what "one report" takes, and why.

A column that holds numbers says in which unit they count; of any other what it holds is enough.

``allowed`` names a file of ``queries/values/``, the question that says what a parameter can be given.

Each parameter has a ``VALUES ?name { … }`` row in the body that holds its default, so that the file runs as
it stands in any SPARQL 1.1 engine. ``default: any`` is the row ``{ UNDEF }``: the parameter then restricts
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from rapporteur.errors import UnusableQuery

TYPES = ("iri", "concept", "state", "string", "integer")
ANY = "any"

_HEADER = re.compile(r"#\+ ?(?P<indent> *)(?P<key>[\w-]+):(?: +(?P<value>.*\S))?\s*")
_KEYS = {"type", "under", "scheme", "default", "example", "values", "allowed", "meaning"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query.

    :ivar type: "iri", "concept", "state", "string" or "integer".
    :ivar under: where a short value stands below ``id/``: "instrument/", "document/"; "theme/" for a concept.
    :ivar default: as a person would type it, or "any".
    :ivar values: the only values allowed; () where any is.
    :ivar allowed: the question of ``queries/values/`` that lists what can be given; "" where there is none.
    """

    name: str
    type: str
    meaning: str
    default: str = ANY
    example: str = ""
    under: str = ""
    values: tuple[str, ...] = ()
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One documented query.

    :ivar name: file name without its ending.
    :ivar summary: the question a person would ask; "" where the file has no header.
    :ivar columns: column → what it holds, in the order of the table; empty where the file has no header.
    :ivar units: column of numbers → what they count ("statements", "characters").
    :ivar text: the whole file, valid SPARQL 1.1 as it stands.
    :ivar not_on: server that cannot answer it → why.
    :ivar cost: why it is slow over many reports together; "" where it is not.
    """

    name: str
    summary: str
    text: str
    path: Path | None = None
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    not_on: dict[str, str] = field(default_factory=dict)
    cost: str = ""
    units: dict[str, str] = field(default_factory=dict)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name, None where the query has none such."""
        return next((p for p in self.parameters if p.name == name), None)


@dataclass(slots=True)
class _Node:
    """One key of the header: its value or its children."""

    line: int
    indent: int
    value: str
    children: dict[str, _Node] = field(default_factory=dict)


def read_query(text: str, name: str, path: Path | None = None) -> Query:
    """The query that ``text``, the content of a ``.rq`` file, holds.

    :raises UnusableQuery: if the header is broken, or a parameter has no ``VALUES`` row in the body; it
        names the line.
    """
    tree = _tree(text, name)
    parameters = tuple(
        _parameter(key, node, name) for key, node in tree.get("params", _Node(0, 0, "")).children.items()
    )
    for parameter in parameters:
        if len(set(values_row(parameter.name).findall(text))) != 1:
            raise UnusableQuery(
                f"The parameter {parameter.name} has no VALUES row of its own, or rows that differ.",
                where=f"{name}.rq, line {tree['params'].children[parameter.name].line}",
                expected=f"a row VALUES ?{parameter.name} {{ … }} in the body, holding its default.",
                remedy="Add the row, or take the parameter out of the header.",
            )
    columns = {key: _column(key, node, name) for key, node in tree.get("columns", _Node(0, 0, "")).children.items()}
    return Query(
        name=name,
        summary=tree["summary"].value if "summary" in tree else "",
        text=text,
        path=path,
        description=tree["description"].value if "description" in tree else "",
        parameters=parameters,
        columns={key: facts.get("meaning", "") for key, facts in columns.items()},
        not_on={key: node.value for key, node in tree.get("not_on", _Node(0, 0, "")).children.items()},
        cost=tree["cost"].value if "cost" in tree else "",
        units={key: facts["unit"] for key, facts in columns.items() if "unit" in facts},
    )


def values_row(name: str) -> re.Pattern[str]:
    """The pattern of the row in a query's body that holds the parameter ``name``."""
    return re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{\s*(?P<value>[^{{}}]*?)\s*\}}", re.IGNORECASE)


def _tree(text: str, name: str) -> dict[str, _Node]:
    """The ``#+`` lines as a tree of keys."""
    roots: dict[str, _Node] = {}
    chain: list[_Node] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            break
        match = _HEADER.fullmatch(line)
        if match is None:
            raise _broken(name, number, f"The header line {line!r} is no 'key: value'.")
        node = _Node(number, len(match["indent"]), (match["value"] or "").strip("\"'"))
        while chain and chain[-1].indent >= node.indent:
            chain.pop()
        if not chain and node.indent:
            raise _broken(name, number, f"The header line {line!r} is indented under nothing.")
        siblings = chain[-1].children if chain else roots
        if match["key"] in siblings:
            raise _broken(name, number, f"The header says {match['key']} twice.")
        siblings[match["key"]] = node
        chain.append(node)
    return roots


def _parameter(key: str, node: _Node, query: str) -> Parameter:
    """The parameter that the header describes under ``key``."""
    facts = {word: child.value for word, child in node.children.items()}
    unknown = sorted(set(facts) - _KEYS)
    if unknown or facts.get("type") not in TYPES:
        seen = f"the key {unknown[0]}" if unknown else f"the type {facts.get('type')!r}"
        raise _broken(query, node.line, f"The parameter {key} has {seen}.")
    under = {"concept": facts.get("scheme", "") + "/", "state": "state/"}.get(facts["type"], facts.get("under", ""))
    return Parameter(
        name=key,
        type=facts["type"],
        meaning=facts.get("meaning", ""),
        default=facts.get("default", ANY),
        example=facts.get("example", ""),
        under=under,
        values=tuple(v.strip() for v in facts["values"].split(",")) if "values" in facts else (),
        allowed=facts.get("allowed", ""),
    )


def _column(key: str, node: _Node, query: str) -> dict[str, str]:
    """What the header says of the column ``key``: its meaning, and where it holds numbers their unit."""
    facts = {word: child.value for word, child in node.children.items()} or {"meaning": node.value}
    if unknown := sorted(set(facts) - {"meaning", "unit"}):
        raise _broken(query, node.line, f"The column {key} has the key {unknown[0]}.")
    return facts


def _broken(name: str, line: int, seen: str) -> UnusableQuery:
    return UnusableQuery(
        seen,
        where=f"{name}.rq, line {line}",
        expected="a header of '#+ key: value' lines: summary, params (each with a type: "
        f"{', '.join(TYPES)}) and columns.",
        remedy="Mend the header; any file in queries/ shows its form.",
    )
