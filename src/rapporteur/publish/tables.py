"""Tables: a report's facts and evidence → CSV files, and one metadata file that says what every column means.

`columns` says which tables there are. Each row is a thing or a statement of the graph, and the metadata says which: by
its ``aboutUrl``, ``propertyUrl`` and ``valueUrl`` a processor makes triples of the graph from the rows (W3C, Generating
RDF from Tabular Data on the Web).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import LABEL, RAP, TYPE, Object, Triple, decimal
from rapporteur.publish.columns import TABLES, Column, Table
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.facts import Facts
from rapporteur.publish.site import PublishedReport

METADATA = "csv-metadata.json"
"""Where a processor looks for it beside a table (W3C, Model for Tabular Data, 5.3)."""
_SEPARATORS = {"iris": " ", "dates": " ", "strings": "|"}
"""What parts several values in one cell: no IRI or day holds a space."""
_STATEMENTS = {"citations": RAP["cites"], "mentions": RAP["mentions"]}
_DATATYPES = {
    "integer": "integer",
    "decimal": "decimal",
    "iri": "anyURI",
    "iris": "anyURI",
    "date": "date",
    "dates": "date",
    "boolean": "boolean",
}


def table_files(report: PublishedReport, evidence: Facts) -> dict[str, str]:
    """The tables of a report and their metadata, by file name.

    :param evidence: the facts of its evidence graph, for what its rules are called.
    """
    files = {f"{report.name}.{table.name}.csv": _csv(table, _rows(table, report, evidence)) for table in TABLES}
    files[METADATA] = metadata(report, language(report))
    return files


def _rows(table: Table, report: PublishedReport, evidence: Facts) -> Iterable[Sequence[str]]:
    if table.name == "evidence":
        return [_link(row) for row in report.evidence]
    if table.name in _STATEMENTS:
        return _pairs(report.facts, _STATEMENTS[table.name])
    facts = report.facts
    listed = dict.fromkeys(iri for class_ in table.classes for iri in facts.of_class(class_))
    if table.name == "rules":
        facts = Facts((*_labelled(evidence), *_labelled(report.facts)))
        listed = dict.fromkeys(facts.of_class(RAP["Rule"]))
    lang = language(report)
    return [[_cell(facts, iri, column, lang) for column in table.columns] for iri in listed]


def language(report: PublishedReport) -> str:
    """The language of a report's texts, as BCP 47; "en" where nothing has one."""
    for value in report.facts.values(report.document, LABEL):
        if isinstance(value, Literal) and value.language:
            return str(value.language)
    return "en"


def _cell(facts: Facts, iri: URIRef, column: Column, lang: str) -> str:
    if column.property is None:
        return str(iri)
    values: list[Object] = facts.values(iri, column.property)
    if column.kind == "text":
        values = [value for value in values if isinstance(value, Literal) and value.language == (column.lang or lang)]
    separator = _SEPARATORS.get(column.kind)
    return "".join(map(str, values[:1])) if separator is None else separator.join(map(str, values))


def _labelled(facts: Facts) -> Iterable[Triple]:
    """What is said of rules: those of links stand in the evidence, those of open mentions among the facts."""
    for rule in facts.of_class(RAP["Rule"]):
        for property_ in (TYPE, LABEL):
            yield from ((rule, property_, value) for value in facts.values(rule, property_))


def _pairs(facts: Facts, property_: URIRef) -> list[Sequence[str]]:
    """Every statement of a property between two things, with their labels."""
    pairs = sorted(
        ((s, o) for s, p, o in facts if p == property_ and isinstance(o, URIRef)),
        key=lambda pair: (natural(pair[0]), natural(pair[1])),
    )
    return [[source, facts.label(source), target, facts.label(target)] for source, target in pairs]


def _link(row: Evidence) -> Sequence[str]:
    return [
        row.iri,
        row.source,
        row.property,
        row.target,
        row.quote,
        str(row.start),
        str(row.end),
        row.page,
        row.rule,
        row.grade,
        row.origin,
        "" if row.score is None else str(decimal(row.score)),
    ]


def _csv(table: Table, rows: Iterable[Sequence[str]]) -> str:
    """RFC 4180 with bare line feeds, which CSV on the Web reads as well and which make shorter differences."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return out.getvalue()


def metadata(report: PublishedReport, lang: str) -> str:
    """The metadata of all tables of a report (W3C, Metadata Vocabulary for Tabular Data)."""
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@id": str(report.document),
        "dc:title": report.title,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"]},
        "tables": [_table(table, report.name, lang) for table in TABLES],
    }
    return json.dumps(group, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table, name: str, lang: str) -> dict[str, Any]:
    return {
        "url": f"{name}.{table.name}.csv",
        "dc:title": table.title,
        "tableSchema": {
            "aboutUrl": f"{{+{table.about}}}",
            "primaryKey": list(table.key) if len(table.key) > 1 else table.key[0],
            "columns": [_column(column, table, lang) for column in table.columns],
        },
    }


def _column(column: Column, table: Table, lang: str) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column.name, "titles": column.name, "dc:description": column.title}
    made["required"] = column.name in table.key
    made["datatype"] = _DATATYPES.get(column.kind, "string")
    if column.kind == "text":
        made["lang"] = column.lang or lang
    if column.kind in _SEPARATORS:
        made["separator"] = _SEPARATORS[column.kind]
    if column.property is None:
        made["suppressOutput"] = True
    else:
        made["propertyUrl"] = str(column.property)
        if column.kind in ("iri", "iris"):
            made["valueUrl"] = f"{{+{column.name}}}"
    return made
