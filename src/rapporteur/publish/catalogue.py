"""The catalogue: what was written → DCAT 3, with what VoID counts and PROV tells, as Turtle and in three more formats.

A dataset a report, one for the authorities and one for the ontology, one for all together; a distribution a file, with
size and checksum. Addresses are those of the files at the site's home, so that ``catalogue.ttl#…`` leads here on plain
hosting.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP
from rapporteur.publish.archive import ARCHIVE
from rapporteur.publish.counts import TARGETS, Counts, count
from rapporteur.publish.crate import description_of, meeting_days, title_of
from rapporteur.publish.describing import Description, typed, words
from rapporteur.publish.formats import SHARED, format_of
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.terms import CODE_LICENCE, CODE_LICENCE_NAME, RIGHTS
from rapporteur.publish.units import recommendations
from rapporteur.publish.writer import Writer

NAME = "catalogue"
_IANA = "https://www.iana.org/assignments/media-types/"
_RDF = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld")
_GRAPHS = {
    "": "what it says",
    "evidence": "the evidence: every link as rap:Link and as Web Annotation",
    "inferred": "what follows by OWL 2 RL",
}


def write_catalogue(site: Site, writer: Writer) -> None:
    """Describe every file under ``data/`` and the archive."""
    made = _Catalogue(site, dict(writer.files))
    for path, content in made.files().items():
        writer.write(path, content)


@dataclass(frozen=True, slots=True)
class _Dataset:
    """A dataset in the making.

    :ivar key: what stands after ``catalogue.ttl#``.
    :ivar folder: where its files lie, or the file itself.
    """

    key: str
    title: str
    description: str
    folder: str


class _Catalogue:
    def __init__(self, site: Site, files: dict[str, tuple[int, str]]) -> None:
        self._site = site
        self._files = files
        self._said = Description()

    def _at(self, key: str) -> str:
        return f"{self._site.home}{NAME}.ttl#{key}"

    def files(self) -> dict[str, bytes]:
        """The catalogue in its formats."""
        self._agents()
        self._catalogue()
        keys = [self._report(report) for report in self._site.reports]
        keys += self._shared()
        whole = _Dataset("all", title_of(self._site), description_of(self._site), ARCHIVE)
        self._dataset(whole)
        self._said.say(self._at("all"), "dcterms:hasPart", *(self._at(key) for key in keys))
        self._said.say(self._at("all"), "void:subset", *(self._at(key) for key in keys))
        self._said.say(self._at("catalogue"), "dcat:dataset", *(self._at(key) for key in (*keys, "all")))
        return dict(self._said.files(NAME))

    def _agents(self) -> None:
        """Publisher, program, licences, languages."""
        said, site = self._said, self._site
        publisher, program = self._at("publisher"), self._at("rapporteur")
        said.thing(publisher, site.terms.publisher, "foaf:Agent", "prov:Agent")
        said.say(publisher, "foaf:name", words(site.terms.publisher))
        said.thing(program, f"Rapporteur {site.version}", "prov:SoftwareAgent", "schema:SoftwareApplication")
        said.say(program, "schema:softwareVersion", typed(site.version, "string"))
        said.say(program, "dcterms:license", CODE_LICENCE)
        said.thing(CODE_LICENCE, CODE_LICENCE_NAME, "dcterms:LicenseDocument")
        said.thing(site.terms.licence, site.terms.licence_name, "dcterms:LicenseDocument")
        rights = self._at("rights")
        said.thing(rights, RIGHTS, "dcterms:RightsStatement")

    def _catalogue(self) -> None:
        said, site, it = self._said, self._site, self._at("catalogue")
        said.thing(it, f"Catalogue: {title_of(site)}", "dcat:Catalog")
        said.say(it, "dcterms:title", words(f"Catalogue: {title_of(site)}"))
        said.say(it, "dcterms:description", words(description_of(site)))
        self._terms(it)
        said.say(it, "foaf:homepage", site.home)
        said.thing(site.home, "Home page", "foaf:Document")
        said.say(it, "dcterms:identifier", typed(site.state, "string"))

    def _terms(self, it: str) -> None:
        """Publisher, licence, rights; the day where it was said."""
        said, site = self._said, self._site
        said.say(it, "dcterms:publisher", self._at("publisher"))
        said.say(it, "dcterms:license", site.terms.licence)
        said.say(it, "dcterms:rights", self._at("rights"))
        if site.terms.day_said:
            said.say(it, "dcterms:issued", typed(site.terms.day, "date"))

    def _dataset(self, dataset: _Dataset) -> str:
        """A dataset with a distribution for every file in its folder; gives its address."""
        said, it = self._said, self._at(dataset.key)
        said.thing(it, dataset.title, "dcat:Dataset", "void:Dataset", "prov:Entity")
        said.say(it, "dcterms:title", words(dataset.title))
        said.say(it, "dcterms:description", words(dataset.description))
        said.say(it, "dcat:landingPage", self._site.home)
        said.say(it, "void:uriSpace", typed(self._site.root, "string"))
        self._terms(it)
        for path, (size, sha256) in self._files.items():
            if path.startswith(dataset.folder):
                self._distribution(it, path, size, sha256)
        return it

    def _distribution(self, dataset: str, path: str, size: int, sha256: str) -> None:
        said, it, address = self._said, self._at(path), f"{self._site.home}{path}"
        found = format_of(path)
        name = path.rpartition("/")[2]
        said.thing(it, f"{name}: {found.title}" if found else name, "dcat:Distribution")
        said.say(dataset, "dcat:distribution", it)
        said.say(it, "dcterms:title", words(f"{name}: {found.title}" if found else name))
        said.say(it, "dcat:accessURL", address)
        said.say(it, "dcat:downloadURL", address)
        said.thing(address, name, "rdfs:Resource")
        said.say(it, "dcat:byteSize", typed(size, "nonNegativeInteger"))
        said.say(it, "dcterms:license", self._site.terms.licence)
        said.say(it, "dcterms:rights", self._at("rights"))
        if found:
            media_type = _IANA + found.media_type
            said.say(it, "dcat:mediaType", media_type)
            said.thing(media_type, found.media_type, "dcterms:MediaType")
        if path == ARCHIVE:
            said.say(it, "dcat:packageFormat", _IANA + "application/gzip")
        checksum = f"{it}-sha256"
        said.say(it, "spdx:checksum", checksum)
        said.thing(checksum, f"SHA-256 of {name}", "spdx:Checksum")
        said.say(checksum, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
        said.thing("spdx:checksumAlgorithm_sha256", "SHA-256", "spdx:ChecksumAlgorithm")
        said.say(checksum, "spdx:checksumValue", typed(sha256, "hexBinary"))
        if path.endswith(_RDF) and not path.endswith((".recommendations.jsonld", ".actors.jsonld", ".tree.jsonld")):
            said.say(dataset, "void:dataDump", address)

    def _report(self, report: PublishedReport) -> str:
        """The dataset of a report: what it is about, its graphs, its counts, how it was built."""
        said = self._said
        titled = (
            f"Linked data of {report.symbol}: {report.title}" if report.symbol else f"Linked data of {report.title}"
        )
        about = f"The report as RDF in three graphs, as trees, tables and networks. {description_of_report(report)}"
        it = self._dataset(_Dataset(report.name, titled, about, f"data/{report.name}/"))
        for theme in sorted({theme for _, property_, theme in report.facts if property_ == RAP["theme"]}, key=str):
            if isinstance(theme, URIRef):
                said.say(it, "dcat:keyword", words(report.facts.label(theme)))
        said.say(it, "dcterms:subject", report.document)
        for language in report.facts.things(report.document, DCTERMS["language"]):
            said.say(it, "dcterms:language", language)
            said.thing(language, report.facts.label(language), "dcterms:LinguisticSystem")
        for at, (_, first, last) in enumerate(meeting_days(report), start=1):
            if first and last:
                period = self._at(f"{report.name}/period-{at}")
                said.say(it, "dcterms:temporal", period)
                said.thing(period, f"{first} to {last}", "dcterms:PeriodOfTime")
                said.say(period, "dcat:startDate", typed(first, "date"))
                said.say(period, "dcat:endDate", typed(last, "date"))
        self._built(report, it)
        for part, triples in report.sizes.items():
            graph = f"{report.document}/graph/{part}".rstrip("/")
            said.say(it, "void:subset", graph)
            said.thing(graph, f"{report.name}: {_GRAPHS.get(part, part)}", "void:Dataset")
            said.say(graph, "void:triples", typed(triples, "integer"))
        self._counted(report.name, report.counts, it)
        return report.name

    def _built(self, report: PublishedReport, it: str) -> None:
        """PROV: the text as read, with its hash, what read it, and the rules that made the links."""
        said, build = self._said, self._at(f"{report.name}/build")
        source = self._at(f"{report.name}/text")
        said.say(it, "prov:wasGeneratedBy", build)
        said.thing(build, f"Building {report.name}", "prov:Activity")
        said.say(build, "prov:used", source)
        said.thing(source, f"The text of {report.symbol or report.title}, as read", "prov:Entity")
        said.say(source, "prov:specializationOf", report.document)
        said.thing(report.document, report.facts.label(report.document), "prov:Entity")
        if sha256 := report.facts.text(report.document, RAP["sha256"]):
            checksum = f"{source}-sha256"
            said.say(source, "spdx:checksum", checksum)
            said.thing(checksum, "SHA-256 of the text as read", "spdx:Checksum")
            said.say(checksum, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
            said.say(checksum, "spdx:checksumValue", typed(sha256, "hexBinary"))
        how = self._at(f"{report.name}/association")
        builder = self._at(f"rapporteur-{report.built_with}" if report.built_with else "rapporteur-of-unknown-version")
        said.thing(builder, f"Rapporteur {report.built_with or 'of a version that is not known'}", "prov:SoftwareAgent")
        if report.built_with:
            said.say(builder, "schema:softwareVersion", typed(report.built_with, "string"))
        said.say(build, "prov:wasAssociatedWith", builder)
        said.say(build, "prov:qualifiedAssociation", how)
        said.thing(how, f"The rules by which {report.name} was built", "prov:Association")
        said.say(how, "prov:agent", builder)
        for rule in sorted({row.rule for row in report.evidence}, key=natural):
            said.say(how, "prov:hadPlan", rule)
            said.thing(rule, report.facts.text(rule, LABEL) or self._site.label(rule), "prov:Plan")

    def _shared(self) -> list[str]:
        """The datasets of the authorities and the ontology."""
        abouts = {
            "authorities": ("Authorities", "States, organizations, treaties with their articles, and concept schemes."),
            "ontology": ("Ontology", "The vocabulary, and what it is aligned with."),
        }
        keys = []
        for key, graph in self._site.shared.items():
            it = self._dataset(_Dataset(key, *abouts[key], f"{SHARED}/{key}."))
            self._counted(key, count([graph.text], self._site.root), it)
            keys.append(key)
        return keys

    def _counted(self, key: str, counts: Counts, it: str) -> None:
        """VoID: sizes, partitions by class and property, linksets."""
        said = self._said
        for property_, number in (
            ("void:triples", counts.triples),
            ("void:entities", counts.entities),
            ("void:distinctSubjects", counts.subjects),
            ("void:distinctObjects", counts.objects),
            ("void:classes", len(counts.classes)),
            ("void:properties", len(counts.properties)),
        ):
            said.say(it, property_, typed(number, "integer"))
        for kind, of, number_of, listed in (
            ("class", "void:classPartition", "void:entities", counts.classes),
            ("property", "void:propertyPartition", "void:triples", counts.properties),
        ):
            names = _told_apart(listed)
            for iri, number in listed.items():
                part = self._at(f"{key}/{kind}/{names[iri]}")
                said.say(it, of, part)
                said.thing(part, f"{names[iri]} in {key}", "void:Dataset")
                said.say(part, f"void:{kind}", iri)
                said.say(part, number_of, typed(number, "integer"))
        names = _told_apart({property_ for _, property_ in counts.links})
        for (target, property_), number in counts.links.items():
            links = self._at(f"{key}/links/{target}/{names[property_]}")
            label, space = TARGETS[target]
            said.thing(links, f"{key} to {label} by {names[property_]}", "void:Linkset")
            said.say(it, "void:subset", links)
            said.say(links, "void:subjectsTarget", it)
            said.say(links, "void:objectsTarget", self._at(f"target/{target}"))
            said.say(links, "void:linkPredicate", property_)
            said.say(links, "void:triples", typed(number, "integer"))
            said.thing(self._at(f"target/{target}"), label, "void:Dataset")
            said.say(self._at(f"target/{target}"), "void:uriSpace", typed(space, "string"))


def description_of_report(report: PublishedReport) -> str:
    """A sentence with what was counted in the report."""
    listed = [f"{len(recommendations(report))} recommendations"]
    listed += [f"{len(report.facts.of_class(RAP[name]))} {name.casefold()}s" for name in ("Participation", "Statement")]
    return f"{', '.join(listed)} and {len(report.evidence)} links with their words."


def _local(iri: str) -> str:
    """The last step of an IRI."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _told_apart(iris: Iterable[str]) -> dict[str, str]:
    """The last step of each IRI; where vocabularies use the same word, ours alone has it bare."""
    listed = list(iris)
    words_used = Counter(_local(iri) for iri in listed)
    return {
        iri: _local(iri)
        if words_used[_local(iri)] == 1 or iri.startswith(str(RAP))
        else f"{_local(iri)}-{hashlib.sha256(iri.encode()).hexdigest()[:6]}"
        for iri in listed
    }
