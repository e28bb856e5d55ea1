"""Resolution: a `Site` in, rules for web servers out, by which its IRIs lead to pages and data.

A thing is no document, so its IRI answers ``303 See Other`` (W3C, *Cool URIs for the Semantic Web*, section 4.2): to
its page, or to its data in the form that the header ``Accept`` likes best. What is shown on the page of another leads
to its place there. One table of such ways is spelt for Apache, for nginx, and for w3id.org.
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from rdflib import Literal, URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import by_subject, turtle
from rapporteur.graph.vocabulary import LABEL, RAP, TYPE, Triple
from rapporteur.publish.lines import ntriples
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.resolution_apache import own_folder, permanent
from rapporteur.publish.resolution_nginx import snippet
from rapporteur.publish.resolution_ways import ways_of
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer


def write_resolution(site: Site, writer: Writer) -> None:
    """Write the rules, after all that they lead to: for Apache in this folder, for nginx, for w3id.org in two sizes.

    ``resolution/moved.json`` tells a program what does not lie where its IRI says.
    """
    _rules_of_linking(site, writer)
    ways = ways_of(site, writer.files)
    writer.write(".htaccess", own_folder(ways))
    moved = {iri: f"{folder}/" for iri, folder in sorted(site.places.moved.items())}
    writer.write("resolution/moved.json", json.dumps({"root": site.root, "moved": moved}, indent=1) + "\n")
    writer.write("resolution/nginx.conf", snippet(ways, urlsplit(site.home).path))
    writer.write("resolution/w3id/.htaccess", permanent(ways, site.home, site.base))
    writer.write("resolution/w3id-short/.htaccess", permanent(None, site.home, site.base))


def _rules_of_linking(site: Site, writer: Writer) -> None:
    """The data of the rules by which links were made, which stand on one page: what each is and is called."""
    rules = Pages(site, writer).rules
    triples: set[Triple] = {(iri, TYPE, RAP["Rule"]) for iri in rules}
    triples |= {(iri, LABEL, Literal(words, lang="en")) for iri, words in rules.items()}
    subjects = by_subject(triples)
    files = {"ttl": turtle(site.root, subjects), "nt": ntriples(subjects), "jsonld": jsonld(subjects)}
    folder = site.places.address(URIRef(f"{site.root}rule"))
    for ending, content in files.items():
        writer.write(f"{folder}index.{ending}", content)
