"""Are Turtle, TriG and JSON-LD canonical, and read back by rdflib and pyoxigraph as what was written?"""

from __future__ import annotations

import json
import random
from datetime import date

import pyoxigraph
import pytest
from rdflib import Dataset, Graph, Literal, URIRef

from rapporteur.graph.jsonld import context, jsonld
from rapporteur.graph.serialize import by_subject, trig, turtle
from rapporteur.graph.vocabulary import (
    DCTERMS,
    LABEL,
    RAP,
    SCHEMA,
    TRUE,
    TYPE,
    Triple,
    day,
    decimal,
    integer,
    plain,
    words,
)

ROOT = "https://w3id.org/rapporteur/id/"
THING = URIRef(ROOT + "document/A/RES/1450(XIV)/paragraph/31/b")
STRINGS = [
    "",
    "“quoted” and \"quoted\" and 'quoted'",
    "two\nlines\r\nand\ta tab",
    "back\\slash \\n",
    "\x00\x01\x1f\x7f",
    "line separator \u2028 and a flag 🏳️",
    "ends in a backslash\\",
    "true",
    "12",
]
AWKWARD: list[Triple] = [
    *((THING, RAP["quote"], plain(text)) for text in STRINGS),
    *((THING, RAP["text"], words(text, language)) for text in STRINGS for language in ("en", "fr", "zh")),
    (THING, TYPE, RAP["Subparagraph"]),
    (THING, TYPE, URIRef("http://elsewhere.example/Class")),
    (THING, LABEL, words("label", "en")),
    (THING, RAP["start"], integer(0)),
    (THING, RAP["end"], integer(-12)),
    (THING, RAP["score"], decimal(0.92)),
    (THING, RAP["score"], decimal(1)),
    (THING, RAP["namedHereOnly"], TRUE),
    (THING, RAP["consideredOn"], day(date(2031, 2, 4))),
    (THING, DCTERMS["issued"], day(date(2031, 2, 4))),
    (THING, DCTERMS["source"], URIRef("https://docs.example/en/A?b=c&d=%20#e")),
    (THING, DCTERMS["source"], words("a literal where the context expects an address", "en")),
    (THING, RAP["cites"], THING),
    (THING, RAP["cites"], plain("a literal where only addresses stand")),
    (THING, SCHEMA["unknownToTheContext"], plain("x")),
    (THING, URIRef("http://elsewhere.example/1"), integer(1)),
    (URIRef(ROOT + "note/~2"), LABEL, words("a sign", "en")),
    (URIRef(ROOT + "note/%2A"), LABEL, words("an encoded sign", "en")),
    (URIRef(str(RAP)), LABEL, words("the namespace itself", "en")),
    (URIRef(str(RAP) + "-x."), LABEL, words("no local name", "en")),
]


def ox(data: str, form: pyoxigraph.RdfFormat) -> set[str]:
    """The triples that pyoxigraph reads, as N-Triples without their graph."""
    return {str(pyoxigraph.Triple(q.subject, q.predicate, q.object)) for q in pyoxigraph.parse(data, form)}


def expected(triples: list[Triple]) -> set[str]:
    return ox("".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in triples), pyoxigraph.RdfFormat.TURTLE)


def test_turtle_reads_back() -> None:
    """Do both readers get exactly the triples that were written, awkward strings and addresses included?"""
    text = turtle(ROOT, by_subject(AWKWARD))
    assert set(Graph().parse(data=text, format="turtle")) == set(AWKWARD)
    assert ox(text, pyoxigraph.RdfFormat.TURTLE) == expected(AWKWARD)


def test_trig_keeps_triples_in_their_graphs() -> None:
    """Does each triple come back in the graph it was written in, and an empty graph leave no trace?"""
    one, two, empty = (URIRef(f"{ROOT}graph/{name}") for name in ("one", "two", "empty"))
    text = trig(ROOT, {one: by_subject(AWKWARD[:9]), empty: [], two: by_subject(AWKWARD[9:])})
    read = Dataset()
    read.parse(data=text, format="trig")
    assert set(read.graph(one)) == set(AWKWARD[:9])
    assert set(read.graph(two)) == set(AWKWARD[9:])
    assert "graph/empty" not in text
    quads = list(pyoxigraph.parse(text, pyoxigraph.RdfFormat.TRIG))
    assert {str(quad.graph_name.value) for quad in quads} == {str(one), str(two)}
    assert len(quads) == len(set(AWKWARD))


def test_json_ld_reads_back() -> None:
    """Do both readers get the same triples from the compact JSON-LD, with nothing but the inline context?"""
    text = jsonld(by_subject(AWKWARD))
    assert set(Graph().parse(data=text, format="json-ld")) == set(AWKWARD)
    assert ox(text, pyoxigraph.RdfFormat.JSON_LD) == expected(AWKWARD)
    assert json.loads(text)["@context"] == context()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_making_leaves_no_trace(seed: int) -> None:
    """Are the bytes the same whatever order the triples came in, and however often?"""
    mixed = AWKWARD * 2
    random.Random(seed).shuffle(mixed)
    assert turtle(ROOT, by_subject(mixed)) == turtle(ROOT, by_subject(AWKWARD))
    assert jsonld(by_subject(mixed)) == jsonld(by_subject(AWKWARD))


def test_files_are_readable() -> None:
    """Are addresses relative to the base, names prefixed, class and label first, and numbers in their order?"""
    triples: list[Triple] = []
    for number in (10, 2):
        node = URIRef(f"{ROOT}paragraph/{number}")
        triples += [(node, RAP["start"], integer(number)), (node, TYPE, RAP["Paragraph"])]
        triples += [(node, LABEL, words(f"paragraph {number}", "en")), (node, RAP["number"], plain(str(number)))]
    assert turtle(ROOT, by_subject(triples)) == (
        "@base <https://w3id.org/rapporteur/id/> .\n"
        "@prefix rap: <https://w3id.org/rapporteur/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
        '<paragraph/2>\n    a rap:Paragraph ;\n    rdfs:label "paragraph 2"@en ;\n'
        '    rap:number "2" ;\n    rap:start 2 .\n\n'
        '<paragraph/10>\n    a rap:Paragraph ;\n    rdfs:label "paragraph 10"@en ;\n'
        '    rap:number "10" ;\n    rap:start 10 .\n'
    )


def test_short_forms_of_json_ld_are_used() -> None:
    """Does a reader meet the project's terms, plain numbers and strings, and a map by language?"""
    triples: list[Triple] = [
        (THING, TYPE, RAP["Subparagraph"]),
        (THING, LABEL, words("b", "en")),
        (THING, RAP["start"], integer(4)),
        (THING, RAP["quote"], plain("words")),
        (THING, RAP["cites"], RAP["x"]),
        (THING, DCTERMS["issued"], day(date(2031, 1, 1))),
    ]
    assert json.loads(jsonld(by_subject(triples)))["@graph"] == [
        {
            "id": str(THING),
            "type": "Subparagraph",
            "label": {"en": "b"},
            "issued": {"@value": "2031-01-01", "@type": "xsd:date"},
            "cites": "rap:x",
            "quote": "words",
            "start": 4,
        }
    ]


def test_literals_are_canonical() -> None:
    """Does a store that canonicalises numbers and dates keep ours as they are?"""
    ours = [integer(7), decimal(0.9200004), decimal(0.5), decimal(1), day(date(2010, 1, 27)), TRUE]
    store = pyoxigraph.Store()
    lines = "".join(f"<http://x/{i}> <http://x/p> {value.n3()} .\n" for i, value in enumerate(ours))
    store.load(lines.encode(), pyoxigraph.RdfFormat.TURTLE)
    assert {str(quad.object) for quad in store} == {value.n3() for value in ours}
    assert all(Literal(str(value), datatype=value.datatype) == value for value in ours)
