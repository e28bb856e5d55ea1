"""A report's graphs → its files under ``data/NAME/``: Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD.

Each report has a folder, so that a further report costs what it costs and no more.
"""

from __future__ import annotations

from rdflib import URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import Subjects, by_subject, trig, turtle
from rapporteur.publish.facts import Terms
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.writer import Writer


def write_formats(site: Site, writer: Writer) -> None:
    """Every report in every format of RDF."""
    for report in site.reports:
        for path, text in report_files(report, site.root).items():
            writer.write(f"data/{report.name}/{path}", text)


def report_files(report: PublishedReport, root: str) -> dict[str, bytes | str]:
    """The files of one report by name."""
    graphs = report.graphs()
    terms = Terms()
    sorted_graphs: dict[str, Subjects] = {
        part: by_subject(terms.triples(graph.text)) for part, graph in sorted(graphs.items())
    }
    name = report.name
    files: dict[str, bytes | str] = {
        f"{name}.trig": trig(root, {URIRef(graphs[part].name): subjects for part, subjects in sorted_graphs.items()}),
        f"{name}.nq": b"".join(graph.quads() for _, graph in sorted(graphs.items())),
        f"{name}.jsonld": jsonld(sorted_graphs[""]),
    }
    for part, subjects in sorted_graphs.items():
        of = f"{name}.{part}" if part else name
        files[f"{of}.ttl"] = turtle(root, subjects)
        files[f"{of}.nt"] = graphs[part].text
    return files
