"""The vocabulary's own folder: a `Site` in, ``ontology/`` out, with a page that shows every term, and its data.

The page stands at ``ontology/`` and, for the version IRI, at ``ontology/VERSION/``; a term's anchor is its local
name, so that ``…/ontology#Recommendation`` leads to it. Beside each page lie Turtle, JSON-LD and N-Triples; context,
frames, shapes and alignments lie with them. Earlier versions are published from ``ontology/versions/``, each with
what changed since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from markupsafe import Markup, escape
from rdflib import URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import by_subject
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SKOS
from rapporteur.publish.facts import Terms
from rapporteur.publish.framing import TREES, frame_file
from rapporteur.publish.ontology import Term, Vocabulary, read_vocabulary
from rapporteur.publish.ontology_changes import Change, ontology_changes, read_ontology
from rapporteur.publish.ontology_diagrams import MARKERS, group_diagram, overview
from rapporteur.publish.ontology_examples import Examples
from rapporteur.publish.ontology_shapes import STAGES, Constraint, read_constraints
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here, compact
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer
from rapporteur.resources import resource

FOLDER = "ontology"
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Scheme:
    """A concept scheme: its concepts weak to strong where they have a rank, else by label."""

    link: Markup
    id: str
    concepts: list[tuple[str, Markup, str]]
    ranked: bool
    matches: int


def write_ontology(site: Site, writer: Writer, folder: Path | None = None) -> None:
    """Write all of it.

    :param folder: where ``rapporteur.ttl`` and the rest lie; the package's own ontology without it.
    """
    source = folder or resource("ontology")
    turtle = (source / "rapporteur.ttl").read_bytes()
    vocabulary = read_vocabulary(site.books, turtle.decode("utf-8"))
    version = vocabulary.about["version"]
    earlier = {file.stem: file for file in sorted((source / "versions").glob("*.ttl")) if file.stem != version}
    pages = Pages(site, writer)
    pages.vocabulary = f"{FOLDER}/"
    for place in (FOLDER, f"{FOLDER}/{version}"):
        _data(writer, place, turtle)
        _page(pages, f"{place}/index.html", vocabulary, source, earlier)
    for name, file in earlier.items():
        _data(writer, f"{FOLDER}/{name}", file.read_bytes())
        _earlier(pages, name, file, source, vocabulary)
    _data(writer, f"{FOLDER}/alignments", (source / "alignments.ttl").read_bytes())
    _alignments(pages, vocabulary)
    writer.write(f"{FOLDER}/context.jsonld", (source / "context.jsonld").read_bytes())
    for kind in TREES:
        writer.write(f"{FOLDER}/frames/{kind}.jsonld", frame_file(kind))
    for file in sorted(resource("shapes").glob("*.ttl")):
        writer.write(f"shapes/{file.name}", file.read_bytes())


def _data(writer: Writer, place: str, turtle: bytes) -> None:
    """A Turtle file as it is, and the same in the other two formats."""
    ntriples = pyoxigraph.serialize(
        pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE), format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    lines = b"".join(sorted((ntriples or b"").splitlines(keepends=True)))
    writer.write(f"{place}/index.ttl", turtle)
    writer.write(f"{place}/index.nt", lines)
    writer.write(f"{place}/index.jsonld", jsonld(by_subject(Terms().triples(lines))))


def _page(pages: Pages, path: str, vocabulary: Vocabulary, source: Path, earlier: dict[str, Path]) -> None:
    here = Here(pages, path)
    constraints = read_constraints()
    title = pages.facts.text(vocabulary.iri, LABEL)
    pages.write(
        path,
        "ontology.html",
        title,
        vocabulary=vocabulary,
        version_page=here.to(f"{FOLDER}/{vocabulary.about['version']}/"),
        earlier=[(name, here.to(f"{FOLDER}/{name}/")) for name in earlier],
        overview=overview(vocabulary),
        markers=MARKERS,
        diagrams={group.id: group_diagram(vocabulary, group) for group in vocabulary.groups if group.classes},
        shown=_Shown(here, vocabulary, constraints),
        schemes=_schemes(here),
        others=_others(here),
        sources=pages.facts.values(URIRef(f"{vocabulary.iri}/alignments"), DCTERMS["source"]),
        constraints=constraints,
        stages=STAGES,
        changelog=changelog((source / "CHANGELOG.md").read_text("utf-8")),
        files=_files(here, vocabulary),
        schema={
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "@id": str(vocabulary.iri),
            "name": title,
            "description": " ".join(vocabulary.about["description"].split()),
            "version": vocabulary.about["version"],
            "license": vocabulary.about["licence"],
        },
    )


class _Shown:
    """What the template asks of a term."""

    def __init__(self, here: Here, vocabulary: Vocabulary, constraints: list[Constraint]) -> None:
        self._here, self._vocabulary, self._constraints = here, vocabulary, constraints
        self._examples = Examples(here.pages, here)
        self.of_class = self._examples.of_class
        self.of_property = self._examples.of_property
        self.uses = self._examples.uses
        self.statement = here.statement

    def link(self, iri: URIRef) -> Markup:
        """A term of ours by its anchor on this page, one of others by its label and address."""
        term = self._vocabulary.terms.get(iri)
        if term is not None:
            return Markup('<a href="#{}">{}</a>').format(term.name, term.label)
        return self._here.link(iri, compact(iri) if self._here.pages.facts.label(iri) == str(iri) else "")

    def links(self, iris: tuple[URIRef, ...]) -> Markup:
        return Markup(", ").join(map(self.link, iris))

    def checks(self, term: Term) -> list[Constraint]:
        """The constraints that look at a term; at a class also those of what has a property that it alone has."""
        alone = {p.iri for p in self._vocabulary.properties_of(term.iri) if len(p.domains) == 1}
        return [one for one in self._constraints if term.iri in one.terms or one.of & alone]

    def value(self, term: Term, name: str) -> Markup:
        """A text of a term, as a statement that a program can read."""
        property_ = {"label": LABEL, "definition": SKOS["definition"], "note": SKOS["editorialNote"]}[name]
        found = self._here.pages.facts.value(term.iri, property_)
        return self._here.statement(property_, found) if found is not None else Markup("")


def _schemes(here: Here) -> list[Scheme]:
    """Every concept scheme with its concepts."""
    facts, site = here.pages.facts, here.pages.site
    found = []
    for iri in site.things["scheme"]:
        concepts = facts.subjects(SKOS["inScheme"], iri)
        ranks = {one: facts.text(one, RAP["rank"]) for one in concepts}
        concepts.sort(key=lambda one: (int(ranks[one] or 0), facts.label(one).casefold()))
        matches = [
            match
            for one in concepts
            for kind in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
            for match in facts.things(one, SKOS[kind])
        ]
        rows = [(ranks[one], here.link(one), facts.text(one, SKOS["definition"])) for one in concepts]
        found.append(Scheme(here.link(iri), f"scheme/{iri[len(site.root) :]}", rows, any(ranks.values()), len(matches)))
    return found


def _others(here: Here) -> list[tuple[Markup, str, int]]:
    """Terms of other vocabularies that the published graphs use: link, short name, number of uses."""
    site = here.pages.site
    used = {iri for report in site.reports for iri in (*report.counts.classes, *report.counts.properties)}
    uses = Examples(here.pages, here).uses
    return [
        (here.link(iri, site.label(iri) if iri in site.facts else compact(iri)), compact(iri), uses(iri))
        for iri in sorted(used, key=lambda iri: (compact(iri), iri))
        if not iri.startswith(str(RAP))
    ]


def _files(here: Here, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    files = [("Turtle", "index.ttl"), ("JSON-LD", "index.jsonld"), ("N-Triples", "index.nt")]
    files += [("alignments", "alignments/"), ("JSON-LD context", "context.jsonld")]
    files += [(f"frame of {kind}", f"frames/{kind}.jsonld") for kind in TREES]
    shapes = [(f"shapes: {file.stem}", f"shapes/{file.name}") for file in sorted(resource("shapes").glob("*.ttl"))]
    return [(name, here.to(f"{FOLDER}/{path}")) for name, path in files] + [(n, here.to(p)) for n, p in shapes]


def _earlier(pages: Pages, name: str, file: Path, source: Path, vocabulary: Vocabulary) -> None:
    """The page of an earlier version: what it was, and what changed since."""
    path = f"{FOLDER}/{name}/index.html"
    here = Here(pages, path)
    changes: list[Change] = ontology_changes(read_ontology(file), read_ontology(source / "rapporteur.ttl"))
    pages.write(
        path,
        "ontology_version.html",
        f"Version {name} of the vocabulary",
        version=name,
        now=vocabulary.about["version"],
        current=here.to(f"{FOLDER}/"),
        changes=changes,
        breaking=sum(change.breaks for change in changes),
        files=[(kind, f"index.{ending}") for kind, ending in (("Turtle", "ttl"), ("JSON-LD", "jsonld"))],
    )


def _alignments(pages: Pages, vocabulary: Vocabulary) -> None:
    """The page of the alignments: term by term what is close elsewhere, and why it is no more."""
    path = f"{FOLDER}/alignments/index.html"
    here = Here(pages, path)
    iri = URIRef(f"{vocabulary.iri}/alignments")
    terms = sorted(vocabulary.terms.values(), key=lambda term: term.name.casefold())
    pages.write(
        path,
        "ontology_alignments.html",
        pages.facts.text(iri, LABEL),
        terms=terms,
        kinds=sum(bool(term.elsewhere) for term in terms),
        close=sum(bool(term.close) and not term.elsewhere for term in terms),
        shown=_Shown(here, vocabulary, []),
        sources=pages.facts.values(iri, DCTERMS["source"]),
        files=[("Turtle", "index.ttl"), ("JSON-LD", "index.jsonld"), ("N-Triples", "index.nt")],
    )


def changelog(text: str) -> list[tuple[str, list[Markup]]]:
    """The versions of a changelog with their entries, newest first.

    >>> changelog("# Changes\\n\\n## 0.2.0\\n\\n- `rap:a`\\n  is new.\\n")
    [('0.2.0', [Markup('<code>rap:a</code> is new.')])]
    """
    found = []
    for part in text.split("\n## ")[1:]:
        version, _, rest = part.partition("\n")
        entries = [" ".join(entry.split()) for entry in f"\n{rest}".split("\n- ")[1:]]
        found.append((version.strip(), [Markup(_CODE.sub(r"<code>\1</code>", str(escape(e)))) for e in entries]))
    return found


__all__ = ["FOLDER", "changelog", "write_ontology"]
