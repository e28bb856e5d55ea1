"""Does every kind of reference get the address that the design fixes for it?"""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from rapporteur.graph.bases import BASE_SETTING
from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.graph.segments import IriError
from rapporteur.model import (
    ConceptRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    Entity,
    InstrumentRef,
    ItemRef,
    NodeRef,
    OrganizationRef,
    PartKind,
    PartRef,
    PersonRef,
    ProvisionRef,
    PublicationRef,
    Source,
    StateRef,
    UnitRef,
)

IRIS = Iris()
REPORT = DocumentRef("CTOC/COP/WG.4/2010/6")
OWN = ReportIris(IRIS, IRIS.document(REPORT), IRIS.meeting("CTOC/COP/WG.4", date(2010, 1, 27)))
HERE = "document/CTOC/COP/WG.4/2010/6"
THERE = "meeting/CTOC/COP/WG.4/2010-01-27"


def part(kind: PartKind, *path: str, annex: str = "") -> PartRef:
    return PartRef(kind, path, annex)


def provision(instrument: InstrumentRef | PublicationRef, *steps: str) -> ProvisionRef:
    return ProvisionRef(instrument, tuple(zip(steps[::2], steps[1::2], strict=True)))


SOURCES: list[tuple[str, Source]] = [
    (HERE, part(PartKind.REPORT)),
    (f"{HERE}/paragraph/31", part(PartKind.PARAGRAPH, "31")),
    (f"{HERE}/paragraph/122.17", part(PartKind.PARAGRAPH, "122.17")),
    (f"{HERE}/paragraph/31/b", part(PartKind.SUBPARAGRAPH, "31", "b")),
    (f"{HERE}/paragraph/31/b/ii", part(PartKind.SUBPARAGRAPH, "31", "b", "ii")),
    (f"{HERE}/section/II.A.1", part(PartKind.SECTION, "II.A.1")),
    (f"{HERE}/section/II.A/closing-remarks", part(PartKind.SECTION, "II.A/closing-remarks")),
    (f"{HERE}/note/3", part(PartKind.NOTE, "3")),
    (f"{HERE}/note/p7-1", part(PartKind.NOTE, "p7-1")),
    (f"{HERE}/annex/II/paragraph/3", part(PartKind.PARAGRAPH, "3", annex="II")),
    (f"{HERE}/recommendation/23.1", UnitRef("23.1")),
    (f"{HERE}/recommendation/31.b.1", UnitRef("31(b).1")),
    (f"{HERE}/recommendation/122.17", UnitRef("122.17")),
    (f"{THERE}/participation/ALB", NodeRef("participation", ("ALB",))),
    (f"{THERE}/participation/ALB~2", NodeRef("participation", ("ALB", "~2"))),
    (f"{THERE}/statement/2/ALB", NodeRef("statement", ("2", "ALB"))),
    (f"{THERE}/statement/1.a/unodc", NodeRef("statement", ("1(a)", "unodc"))),
    (f"{THERE}/statement/none/unnamed", NodeRef("statement", ("none", "unnamed"))),
    (f"{THERE}/statement/none/unnamed~3", NodeRef("statement", ("none", "unnamed", "~3"))),
    (f"{THERE}/presentation/5/jane-doe", NodeRef("presentation", ("5", "jane-doe"))),
    (f"{HERE}/accession/tip-protocol/TCD", NodeRef("accession", ("tip-protocol", "TCD"))),
]

ENTITIES: list[tuple[str, Entity | ItemRef]] = [
    ("document/A/RES/55/25", DocumentRef("A/RES/55/25")),
    ("document/A/RES/1450(XIV)", DocumentRef("A/RES/1450(XIV)")),
    ("document/A/HRC/RES/14/2", DocumentRef("A/HRC/RES/14/2")),
    ("document/E/2002/68/Add.1", DocumentRef("E/2002/68/Add.1")),
    ("document/title/final-act-1961", DocumentRef("title/final-act-1961")),
    (
        "document/CTOC/COP/WG.4/2009/2/paragraph/17",
        DocumentPartRef(DocumentRef("CTOC/COP/WG.4/2009/2"), part(PartKind.PARAGRAPH, "17")),
    ),
    (
        "document/CTOC/COP/WG.4/2009/2/section/III",
        DocumentPartRef(DocumentRef("CTOC/COP/WG.4/2009/2"), part(PartKind.SECTION, "III")),
    ),
    (f"{THERE}/item/4", ItemRef("4")),
    (f"{THERE}/item/1.a", ItemRef("1(a)")),
    (f"{THERE}/person/jane-doe", PersonRef("jane-doe")),
    ("state/LBY", StateRef("LBY")),
    ("state/united-arab-republic", StateRef("united-arab-republic")),
    ("organization/unodc", OrganizationRef("unodc")),
    (
        "instrument/untoc/article/26/paragraph/2",
        provision(InstrumentRef("untoc"), "article", "26", "paragraph", "2"),
    ),
    (
        "instrument/tip-protocol/article/3/subparagraph/a",
        provision(InstrumentRef("tip-protocol"), "article", "3", "subparagraph", "a"),
    ),
    (
        "instrument/unfccc/annex/II/paragraph/4",
        provision(InstrumentRef("unfccc"), "annex", "II", "paragraph", "4"),
    ),
    (
        "instrument/ctoc-cop-rules-of-procedure/rule/2/paragraph/2",
        provision(InstrumentRef("ctoc-cop-rules-of-procedure"), "rule", "2", "paragraph", "2"),
    ),
    (
        "instrument/ken/ferries-act-2008/article/41",
        provision(InstrumentRef("ken/ferries-act-2008"), "article", "41"),
    ),
    ("decision/CTOC/COP/4/4", DecisionRef("CTOC/COP", "4/4")),
    ("decision/A/HRC/13/24", DecisionRef("A/HRC", "13/24")),
    ("decision/FCCC/CP/16/1", DecisionRef("FCCC/CP", "16/1")),
    ("publication/sales/E.09.V.11", PublicationRef("sales", "E.09.V.11")),
    (
        "publication/sales/E.09.V.11/article/10",
        provision(PublicationRef("sales", "E.09.V.11"), "article", "10"),
    ),
    ("publication/unts/2225/39574", PublicationRef("unts", "2225/39574")),
    ("publication/a-handbook-for-pilots", PublicationRef("title", "a-handbook-for-pilots")),
    ("strength/should-continue", ConceptRef("strength", "should-continue")),
    ("theme/demand-reduction", ConceptRef("theme", "demand-reduction")),
]


@pytest.mark.parametrize(("address", "ref"), SOURCES, ids=[a for a, _ in SOURCES])
def test_sources_have_their_addresses(address: str, ref: Source) -> None:
    """Does each node a link can start from stand where the design says?"""
    assert str(OWN.source(ref)) == f"https://w3id.org/rapporteur/id/{address}"


@pytest.mark.parametrize(("address", "ref"), ENTITIES, ids=[a for a, _ in ENTITIES])
def test_entities_have_their_addresses(address: str, ref: Entity | ItemRef) -> None:
    """Does each thing a link can point at stand where the design says?"""
    assert str(OWN.entity(ref)) == f"https://w3id.org/rapporteur/id/{address}"


def test_graphs_and_evidence_have_their_addresses() -> None:
    """Do the graphs, links and open mentions of a report stand under it, and the shared graphs apart?"""
    root = "https://w3id.org/rapporteur/id"
    assert [str(OWN.graph(name)) for name in ("", "evidence", "inferred")] == [
        f"{root}/{HERE}/graph",
        f"{root}/{HERE}/graph/evidence",
        f"{root}/{HERE}/graph/inferred",
    ]
    assert [str(IRIS.graph(name)) for name in ("ontology", "authorities")] == [
        f"{root}/graph/ontology",
        f"{root}/graph/authorities",
    ]
    assert str(OWN.open_mention(3, 9, "treaty")) == f"{root}/{HERE}/open/3-9-treaty"
    assert str(OWN.open_mention(3, 9, "treaty", 2)) == f"{root}/{HERE}/open/3-9-treaty~2"


def test_a_link_is_named_by_the_documented_hash() -> None:
    """Is the identifier of a link the SHA-256 of source, property, target, start and end, one space between?"""
    source, target = OWN.source(UnitRef("23.1")), IRIS.state(StateRef("LBY"))
    property_ = IRIS.outside("https://w3id.org/rapporteur/ontology#mentions")
    key = f"{source} {property_} {target} 12 34".encode()
    assert str(OWN.link(source, property_, target, 12, 34)).endswith(
        f"/{HERE}/link/{hashlib.sha256(key).hexdigest()[:12]}"
    )


def test_names_are_slugs_and_the_second_is_told_apart() -> None:
    """Is a name of a State its slug, in a script without slugs its own letters, and a second one marked?"""
    libya = IRIS.state(StateRef("LBY"))
    assert str(IRIS.name(libya, "Libyan Arab Jamahiriya")).endswith("/state/LBY/name/libyan-arab-jamahiriya")
    assert str(IRIS.name(libya, "Libya", 2)).endswith("/name/libya~2")
    assert str(IRIS.name(libya, "利")).endswith("/name/%E5%88%A9")


@pytest.mark.parametrize("symbol", ["", "A//B", "A/../B", "A/.", "/A", "A/\ud800"])
def test_what_cannot_be_a_path_is_refused(symbol: str) -> None:
    """Is an identifier refused that a browser or a parser would change under way?"""
    with pytest.raises(IriError) as caught:
        IRIS.document(DocumentRef(symbol))
    assert caught.value.remedy


def test_other_characters_are_percent_encoded() -> None:
    """Does everything outside RFC 3986's unreserved set and parentheses come out encoded, and nothing else?"""
    address = IRIS.document(DocumentRef('A/é <b>#?%"{}|\\^`~(XIV)'))
    assert str(address).endswith("document/A/%C3%A9%20%3Cb%3E%23%3F%25%22%7B%7D%7C%5C%5E%60~(XIV)")


@pytest.mark.parametrize("base", ["example.org/", "https://example.org", "https://exa mple.org/", "file:///tmp/"])
def test_a_base_that_is_no_address_is_refused(base: str) -> None:
    """Does a base without scheme, closing stroke or with a space fail with what was expected?"""
    with pytest.raises(IriError, match="Expected: an http address"):
        Iris(base)


def test_one_setting_changes_every_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all addresses follow the setting, and a parameter come before it?"""
    monkeypatch.setenv(BASE_SETTING, "https://data.example/")
    assert str(Iris.from_setting().state(StateRef("LBY"))) == "https://data.example/id/state/LBY"
    assert Iris.from_setting("https://other.example/").root == "https://other.example/id/"
    monkeypatch.delenv(BASE_SETTING)
    assert Iris.from_setting() == Iris()


@pytest.mark.parametrize("address", ["no scheme", "https://x.example/a b", "https://x.example/<>", ""])
def test_an_outside_address_is_checked(address: str) -> None:
    """Is an address from a record or a table refused where a serializer would choke on it?"""
    with pytest.raises(IriError):
        IRIS.outside(address)
