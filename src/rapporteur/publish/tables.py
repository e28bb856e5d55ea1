"""Tables: a report's facts and evidence → CSV files, and one metadata file that says what every column means.

Five tables: recommendations, citations, statements, participations, evidence. Each row is a thing or a statement of the
graph, and the metadata says which: by its ``aboutUrl``, ``propertyUrl`` and ``valueUrl`` a processor makes triples of
the graph from the rows (W3C, Generating RDF from Tabular Data on the Web).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import LABEL, RAP, Object
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.site import PublishedReport, Site

METADATA = "csv-metadata.json"
"""Where a processor looks for it beside a table (W3C, Model for Tabular Data, 5.3)."""
_MANY = " "
"""What parts several IRIs in one cell; no IRI holds it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    :ivar property: what its cells say of the row's thing; None where they only help a reader.
    :ivar kind: "iri", "iris", "text" (with the report's language), "string" or "integer".
    """

    name: str
    title: str
    kind: str
    property: URIRef | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and the column or columns that name a row.

    :ivar about: the column that holds the IRI of the row's thing; "" where a row is a statement between two others.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str


def _thing(name: str, title: str, property_: str, kind: str = "iri") -> Column:
    return Column(name, title, kind, RAP[property_])


_LABEL = Column("label", "label", "text", LABEL)

RECOMMENDATIONS = Table(
    "recommendations",
    "Recommendations",
    (
        Column("recommendation", "IRI", "iri"),
        Column("number", "number", "string", RAP["number"]),
        Column("text", "words", "text", RAP["text"]),
        Column("chapeau", "words before the list it stands in", "text", RAP["chapeau"]),
        _thing("addressee", "addressee", "addressee", "iris"),
        _thing("strength", "strength", "strength"),
        Column("operator", "deontic phrase", "string", RAP["deonticPhrase"]),
        _thing("themes", "themes", "theme", "iris"),
        _thing("agenda_item", "agenda items", "agendaItem", "iris"),
        _thing("cites", "cites", "cites", "iris"),
        _thing("builds_on", "builds on", "buildsOn", "iris"),
        _thing("recommended_by", "recommended by", "recommendedBy", "iris"),
        _thing("recorded_in", "recorded in", "recordedIn"),
        Column("start", "start in the text as read", "integer", RAP["start"]),
        Column("end", "end in the text as read", "integer", RAP["end"]),
    ),
    ("recommendation",),
    "recommendation",
)
STATEMENTS = Table(
    "statements",
    "Statements",
    (
        Column("statement", "IRI", "iri"),
        _LABEL,
        _thing("speaker", "speaker", "speaker", "iris"),
        Column("name_as_written", "name as written", "string", RAP["nameAsWritten"]),
        _thing("agenda_item", "agenda items", "agendaItem", "iris"),
        _thing("capacity", "capacity", "capacity"),
        _thing("on_behalf_of", "on behalf of", "onBehalfOf", "iris"),
        _thing("recorded_in", "recorded in", "recordedIn", "iris"),
    ),
    ("statement",),
    "statement",
)
PARTICIPATIONS = Table(
    "participations",
    "Participations",
    (
        Column("participation", "IRI", "iri"),
        _LABEL,
        _thing("participant", "participant", "participant"),
        Column("name_as_written", "name as written", "string", RAP["nameAsWritten"]),
        _thing("meeting", "meeting", "meeting"),
        _thing("capacity", "capacity", "capacity", "iris"),
        _thing("role", "role", "role", "iris"),
        _thing("representing", "representing", "representing", "iris"),
        _thing("recorded_in", "recorded in", "recordedIn", "iris"),
    ),
    ("participation",),
    "participation",
)
CITATIONS = Table(
    "citations",
    "Citations",
    (
        Column("source", "what cites: a text part or a recommendation", "iri"),
        Column("source_label", "its label", "text"),
        Column("target", "what is cited", "iri", RAP["cites"]),
        Column("target_label", "its label", "text"),
    ),
    ("source", "target"),
    "source",
)
EVIDENCE = Table(
    "evidence",
    "Evidence: one row a link",
    (
        Column("link", "IRI", "iri"),
        _thing("source", "what the link starts from", "source"),
        _thing("property", "property", "property"),
        _thing("target", "what it leads to", "target"),
        Column("quote", "the words it rests on", "string", RAP["quote"]),
        Column("start", "start in the text as read", "integer", RAP["start"]),
        Column("end", "end in the text as read", "integer", RAP["end"]),
        Column("page", "page", "string"),
        _thing("rule", "rule", "rule"),
        _thing("grade", "grade", "grade"),
        _thing("origin", "origin", "origin"),
    ),
    ("link",),
    "link",
)
TABLES = (RECOMMENDATIONS, CITATIONS, STATEMENTS, PARTICIPATIONS, EVIDENCE)
_OF_CLASS = (
    (RECOMMENDATIONS, RAP["Recommendation"]),
    (STATEMENTS, RAP["Statement"]),
    (PARTICIPATIONS, RAP["Participation"]),
)


def table_files(report: PublishedReport, site: Site) -> dict[str, str]:
    """The tables of a report and their metadata, by file name."""
    rows: dict[str, list[Sequence[str]]] = {CITATIONS.name: _citations(report), EVIDENCE.name: _evidence(report)}
    for table, class_ in _OF_CLASS:
        rows[table.name] = [
            [_cell(report, iri, column) for column in table.columns] for iri in report.facts.of_class(class_)
        ]
    files = {f"{report.name}.{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    files[METADATA] = metadata(report, language(report))
    return files


def language(report: PublishedReport) -> str:
    """The language of a report's texts, as BCP 47; "en" where nothing has one."""
    for value in report.facts.values(report.document, LABEL):
        if isinstance(value, Literal) and value.language:
            return str(value.language)
    return "en"


def _cell(report: PublishedReport, iri: URIRef, column: Column) -> str:
    if column.property is None:
        return str(iri)
    values: list[Object] = report.facts.values(iri, column.property)
    return _MANY.join(map(str, values)) if column.kind == "iris" else "".join(map(str, values[:1]))


def _citations(report: PublishedReport) -> list[Sequence[str]]:
    facts = report.facts
    pairs = sorted(
        ((s, o) for s, p, o in facts if p == RAP["cites"] and isinstance(o, URIRef)),
        key=lambda pair: (natural(pair[0]), natural(pair[1])),
    )
    return [[source, facts.label(source), target, facts.label(target)] for source, target in pairs]


def _evidence(report: PublishedReport) -> list[Sequence[str]]:
    return [_link(row) for row in report.evidence]


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
    if column.kind == "integer":
        made["datatype"] = "integer"
    elif column.kind in ("iri", "iris"):
        made["datatype"] = "anyURI"
    else:
        made["datatype"] = "string"
    if column.kind == "text":
        made["lang"] = lang
    if column.kind == "iris":
        made["separator"] = _MANY
    if column.property is None:
        made["suppressOutput"] = True
    else:
        made["propertyUrl"] = str(column.property)
        if column.kind in ("iri", "iris"):
            made["valueUrl"] = f"{{+{column.name}}}"
    return made
