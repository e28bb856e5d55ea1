"""A report's graphs → its files under ``data/NAME/``: RDF in every format, trees, tables, networks, the text as read.

Each report has a folder, so that a further report costs what it costs and no more. What all reports share lies in
``data/shared/``: the authorities, the ontology, the context, the frames.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph
from rdflib import URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import Subjects, by_subject, trig, turtle
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.publish.facts import Facts, Terms
from rapporteur.publish.framing import TREES, flat, frame_file, tree
from rapporteur.publish.networks import NOT_IN_XML, network_files
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.tables import table_files
from rapporteur.publish.writer import Writer
from rapporteur.resources import resource
from rapporteur.store.bundle import GraphText

SHARED = "data/shared"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    :ivar ending: of its name.
    :ivar media_type: as IANA has it; where it has none, what the format's own specification says.
    """

    ending: str
    media_type: str
    title: str


FORMATS = (
    Format(".ttl", "text/turtle", "Turtle"),
    Format(".trig", "application/trig", "TriG: all graphs"),
    Format(".nt", "application/n-triples", "N-Triples"),
    Format(".nq", "application/n-quads", "N-Quads: all graphs"),
    Format(".rdf", "application/rdf+xml", "RDF/XML"),
    Format("csv-metadata.json", "application/csvm+json", "CSV on the Web: what the columns mean"),
    Format(".graph.json", "application/vnd.jgf+json", "JSON Graph Format"),
    Format(".jsonld", "application/ld+json", "JSON-LD"),
    Format(".csv", "text/csv", "CSV"),
    Format(".graphml", "application/graphml+xml", "GraphML"),
    Format(".txt", "text/plain", "the text as read"),
    Format(".tar.gz", "application/gzip", "archive of all data"),
    Format(".json", "application/json", "JSON"),
    Format(".html", "text/html", "page"),
    Format(".cff", "application/yaml", "Citation File Format"),
)


def format_of(path: str) -> Format | None:
    """The format of a file by its name; the longest ending that fits, None for others."""
    fitting = [format_ for format_ in FORMATS if path.endswith(format_.ending)]
    return max(fitting, key=lambda format_: len(format_.ending), default=None)


def write_formats(site: Site, writer: Writer) -> None:
    """Every report in every format, and what they share."""
    for report in site.reports:
        for path, content in report_files(report, site).items():
            writer.write(f"data/{report.name}/{path}", content)
    for path, content in shared_files(site).items():
        writer.write(f"{SHARED}/{path}", content)


def report_files(report: PublishedReport, site: Site) -> dict[str, bytes | str]:
    """The files of one report by name."""
    graphs = report.graphs()
    terms = Terms()
    triples = {part: list(terms.triples(graph.text)) for part, graph in sorted(graphs.items())}
    subjects = {part: by_subject(listed) for part, listed in triples.items()}
    name = report.name
    files: dict[str, bytes | str] = {
        f"{name}.trig": trig(site.root, {URIRef(graphs[part].name): said for part, said in subjects.items()}),
        f"{name}.nq": b"".join(graph.quads() for _, graph in sorted(graphs.items())),
    }
    for part, said in subjects.items():
        files |= _rdf(f"{name}.{part}" if part else name, said, graphs[part], site.root, readable=not part)
    evidence = Facts(triples.pop("evidence", ()))
    files |= {f"{name}.{kind}.jsonld": tree(kind, report.facts, evidence) for kind in TREES}
    files |= table_files(report, evidence)
    files |= network_files(report)
    if report.text is not None:
        files[f"{name}.txt"] = report.text
    return files


def shared_files(site: Site) -> dict[str, bytes | str]:
    """The authorities and the ontology in every format, the context and the frames."""
    files: dict[str, bytes | str] = {}
    for name, graph in site.shared.items():
        files |= _rdf(name, by_subject(Terms().triples(graph.text)), graph, site.root)
    files["context.jsonld"] = resource("ontology", "context.jsonld").read_text("utf-8")
    return files | {f"frames/{kind}.jsonld": frame_file(kind) for kind in TREES}


def _rdf(name: str, said: Subjects, graph: GraphText, root: str, readable: bool = False) -> Mapping[str, bytes | str]:
    """One graph in each format for one graph. RDF/XML is left out where a text holds what XML cannot.

    :param readable: lay JSON-LD out as a build does, a value a line.
    """
    files: dict[str, bytes | str] = {
        f"{name}.ttl": turtle(root, said),
        f"{name}.nt": graph.text,
        f"{name}.jsonld": jsonld(said) if readable else flat(said),
    }
    if not any(NOT_IN_XML.search(str(value)) for _, listed in said for _, values in listed for value in values):
        files[f"{name}.rdf"] = _rdf_xml(graph.text)
    return files


def _rdf_xml(ntriples: bytes) -> bytes:
    triples = pyoxigraph.parse(ntriples, pyoxigraph.RdfFormat.N_TRIPLES)
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
