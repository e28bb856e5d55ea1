"""What it is and how to cite it: a research object, ``CITATION.cff``, and ``dataset.jsonld`` in schema.org's words.

RO-Crate Metadata Specification 1.1; Citation File Format 1.2.0; `schema_dataset` is what a page embeds.
"""

from __future__ import annotations

import json
from typing import Any

from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, RAP, SCHEMA
from rapporteur.publish.archive import ARCHIVE
from rapporteur.publish.formats import format_of
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.terms import CODE_LICENCE, CODE_LICENCE_NAME, RIGHTS
from rapporteur.publish.writer import Writer

CRATE = "ro-crate-metadata.json"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"


def write_crate(site: Site, writer: Writer) -> None:
    """The three files."""
    writer.write("CITATION.cff", citation(site))
    writer.write("dataset.jsonld", _json(schema_dataset(site)))
    writer.write(CRATE, _json(crate(site, {path: size for path, (size, _) in writer.files.items()})))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def title_of(site: Site) -> str:
    """What the whole is called."""
    if len(site.reports) == 1:
        return f"Linked data of {site.reports[0].symbol or site.reports[0].title}"
    return f"Linked data of {len(site.reports)} reports of intergovernmental meetings"


def description_of(site: Site) -> str:
    """What the whole is, in two sentences."""
    listed = "; ".join(
        f"{report.title} ({report.symbol})" if report.symbol else report.title for report in site.reports[:3]
    )
    more = f"; and {len(site.reports) - 3} more" if len(site.reports) > 3 else ""
    return (
        "Recommendations, participation, statements, citations and themes of reports of intergovernmental meetings as "
        f"RDF, where every link carries the words it rests on. Reports: {listed}{more}."
    )


def schema_dataset(site: Site) -> dict[str, Any]:
    """The whole as a schema.org Dataset."""
    terms = site.terms
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{site.home}catalogue.ttl#all",
        "name": title_of(site),
        "description": description_of(site),
        "url": site.home,
        "license": terms.licence,
        "creditText": RIGHTS,
        "publisher": {"@type": "Organization", "name": terms.publisher},
        "creator": {"@type": "Organization", "name": terms.publisher},
        "datePublished": terms.day,
        "isAccessibleForFree": True,
        "inLanguage": sorted({language for report in site.reports for language in _languages(report)}),
        "isBasedOn": [_work(report) for report in site.reports],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": "all data in one archive",
                "encodingFormat": "application/gzip",
                "contentUrl": f"{site.home}{ARCHIVE}",
            }
        ],
    }


def _languages(report: PublishedReport) -> list[str]:
    return [iri.rpartition("/")[2] for iri in report.facts.things(report.document, DCTERMS["language"])]


def _work(report: PublishedReport) -> dict[str, Any]:
    """The report that a dataset was made from."""
    made: dict[str, Any] = {"@type": "Report", "name": report.title}
    if report.symbol:
        made["reportNumber"] = report.symbol
    if report.issued:
        made["datePublished"] = report.issued
    if source := report.facts.things(report.document, DCTERMS["source"]):
        made["url"] = str(source[0])
    return made


def crate(site: Site, files: dict[str, int]) -> dict[str, Any]:
    """The publication as a research object.

    :param files: bytes of every file by path; those under ``data/`` are described one by one.
    """
    terms = site.terms
    folders = {f"data/{report.name}/": report.title for report in site.reports} | {
        "data/shared/": "What all reports share"
    }
    graph: list[dict[str, Any]] = [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": _SPECIFICATION},
            "about": {"@id": "./"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": title_of(site),
            "description": description_of(site),
            "datePublished": terms.day,
            "license": {"@id": terms.licence},
            "publisher": {"@id": "#publisher"},
            "author": {"@id": "#publisher"},
            "usageInfo": RIGHTS,
            "hasPart": [{"@id": path} for path in (*folders, "CITATION.cff", "dataset.jsonld")],
            "mentions": {"@id": "#publishing"},
        },
        {"@id": "#publisher", "@type": "Organization", "name": terms.publisher},
        {"@id": terms.licence, "@type": "CreativeWork", "name": terms.licence_name, "description": RIGHTS},
        {
            "@id": CODE_LICENCE,
            "@type": "CreativeWork",
            "name": CODE_LICENCE_NAME,
            "description": "The licence of the program.",
        },
        {
            "@id": "#rapporteur",
            "@type": "SoftwareApplication",
            "name": "Rapporteur",
            "version": site.version,
            "license": {"@id": CODE_LICENCE},
        },
        {
            "@id": "#publishing",
            "@type": "CreateAction",
            "name": "Publishing built graphs",
            "instrument": {"@id": "#rapporteur"},
            "object": [{"@id": str(report.document)} for report in site.reports],
            "result": {"@id": "./"},
        },
    ]
    graph += [{"@id": str(report.document), **_work(report)} for report in site.reports]
    for folder, name in folders.items():
        inside = [path for path in files if path.startswith(folder)]
        graph.append({"@id": folder, "@type": "Dataset", "name": name, "hasPart": [{"@id": path} for path in inside]})
    described = [path for path in files if path.startswith("data/") or path in ("CITATION.cff", "dataset.jsonld")]
    graph += [_file(path, files[path]) for path in described]
    return {"@context": f"{_SPECIFICATION}/context", "@graph": graph}


def _file(path: str, size: int) -> dict[str, Any]:
    made: dict[str, Any] = {"@id": path, "@type": "File", "name": path.rpartition("/")[2], "contentSize": str(size)}
    if found := format_of(path):
        made |= {"encodingFormat": found.media_type, "description": found.title}
    return made


def citation(site: Site) -> str:
    """``CITATION.cff``: YAML, every text as a JSON string, which YAML 1.2 reads as it is."""
    terms = site.terms
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted('If you use this dataset, please cite it, and the reports it was made from.')}",
        "type: dataset",
        f"title: {_quoted(title_of(site))}",
        "authors:",
        f"  - name: {_quoted(terms.publisher)}",
        f"abstract: {_quoted(description_of(site))}",
        f"version: {_quoted(site.state[:12])}",
        f"url: {_quoted(site.home)}",
    ]
    if terms.day:
        lines.append(f"date-released: {_quoted(terms.day)}")
    lines.append(f"license: {terms.licence_id}" if terms.licence_id else f"license-url: {_quoted(terms.licence)}")
    lines.append("references:")
    for report in site.reports:
        lines += [
            "  - type: report",
            f"    title: {_quoted(report.title)}",
            "    authors:",
            f"      - name: {_quoted(_body(report))}",
        ]
        if report.symbol:
            lines += [f"    number: {_quoted(report.symbol)}"]
        if report.issued:
            lines += [f"    date-published: {_quoted(report.issued)}"]
        if source := report.facts.things(report.document, DCTERMS["source"]):
            lines += [f"    url: {_quoted(str(source[0]))}"]
    return "\n".join(lines) + "\n"


def _body(report: PublishedReport) -> str:
    """The body that the report is of, else the name of the report."""
    facts = report.facts
    for meeting in facts.things(report.document, RAP["reports"]):
        for body in facts.things(meeting, RAP["body"]):
            return facts.label(body)
    return report.symbol or report.title


def meeting_days(report: PublishedReport) -> list[tuple[URIRef, str, str]]:
    """The meetings that a report is of, each with its first and last day where they are known."""
    facts = report.facts
    return [
        (meeting, facts.text(meeting, SCHEMA["startDate"]), facts.text(meeting, SCHEMA["endDate"]))
        for meeting in facts.things(report.document, RAP["reports"])
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
