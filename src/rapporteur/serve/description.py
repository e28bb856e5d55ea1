"""Description: what the store holds → the description of the service in RDF.

SPARQL 1.1 Service Description, W3C, 21 March 2013. Made in a worker, since it asks the store.
"""

from __future__ import annotations

from rapporteur.serve.jobs import Written
from rapporteur.serve.negotiation import preferred
from rapporteur.store import Store
from rapporteur.store.evaluating import ROWS, TRIPLES, rewrite

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FORMATS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}
"""Media type → its name under http://www.w3.org/ns/formats/ ("Unique URIs for File Formats", W3C)."""


def describe(store: Store, address: str, accept: str, updates: bool = False) -> Written:
    """The description of the endpoint at ``address``.

    :param updates: whether it takes updates as well.
    """
    service, dataset = f"<{address}>", f"<{address}#dataset>"
    lines = [
        f"{service} <{_RDF}type> <{_SD}Service>",
        f'{service} <{_RDFS}label> "Reports of intergovernmental meetings, as a knowledge graph"@en',
        f"{service} <{_SD}endpoint> {service}",
        f"{service} <{_SD}supportedLanguage> <{_SD}SPARQL11Query>",
        *([f"{service} <{_SD}supportedLanguage> <{_SD}SPARQL11Update>"] if updates else []),
        f"{service} <{_SD}feature> <{_SD}UnionDefaultGraph>",
        f"{service} <{_SD}defaultEntailmentRegime> <http://www.w3.org/ns/entailment/Simple>",
        f"{service} <{_SD}defaultDataset> {dataset}",
        f"{dataset} <{_RDF}type> <{_SD}Dataset>",
        f"{dataset} <{_SD}defaultGraph> <{address}#default>",
        f"<{address}#default> <{_RDF}type> <{_SD}Graph>",
    ]
    lines += [
        f"{service} <{_SD}resultFormat> <http://www.w3.org/ns/formats/{_FORMATS[kind]}>" for kind in (*ROWS, *TRIPLES)
    ]
    for number, entry in enumerate(store.entries(), start=1):
        named, graph = f"<{address}#graph-{number}>", f"<{address}#graph-{number}-content>"
        lines += [
            f"{dataset} <{_SD}namedGraph> {named}",
            f"{named} <{_RDF}type> <{_SD}NamedGraph>",
            f"{named} <{_SD}name> <{entry.graph}>",
            f"{named} <{_SD}graph> {graph}",
            f"{graph} <{_RDF}type> <{_SD}Graph>",
            f'{graph} <{_VOID}triples> "{entry.triples}"^^<{_XSD}integer>',
        ]
    media_type = preferred(accept, TRIPLES)
    text = "".join(f"{line} .\n" for line in lines).encode()
    return Written(rewrite(text, media_type, {"sd": _SD, "void": _VOID}) if media_type else b"", media_type)
