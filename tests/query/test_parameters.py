"""Parameters: is what a person types the term it means, and what it cannot mean refused with an example?"""

from __future__ import annotations

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from rapporteur.errors import UnusableQuery
from rapporteur.query import Parameter, read_query
from rapporteur.query.parameters import bind, term_of, terms_of

ID = "https://w3id.org/rapporteur/id/"
PROVISION = Parameter("provision", "iri", "what is cited", example="untoc/article/18", under="instrument/")
THEME = Parameter("theme", "concept", "what it is about", example="training", under="theme/")
STATE = Parameter("state", "state", "who", example="ALB", under="state/")
COUNT = Parameter("count", "integer", "how many", default="1")
WORD = Parameter("word", "string", "a word")
TONGUE = Parameter("tongue", "string", "a language", default="en", values=("en", "fr"))


@pytest.mark.parametrize(
    ("parameter", "typed", "meant"),
    [
        (PROVISION, "untoc/article/18", URIRef(ID + "instrument/untoc/article/18")),
        (PROVISION, "instrument/untoc", URIRef(ID + "instrument/untoc")),
        (PROVISION, "publication/sales/E.31.V.2", URIRef(ID + "publication/sales/E.31.V.2")),
        (PROVISION, "https://example.org/a", URIRef("https://example.org/a")),
        (PROVISION, "<https://example.org/a>", URIRef("https://example.org/a")),
        (PROVISION, URIRef("https://example.org/a"), URIRef("https://example.org/a")),
        (PROVISION, "any", None),
        (THEME, "training", URIRef(ID + "theme/training")),
        (STATE, "alb", URIRef(ID + "state/ALB")),
        (STATE, "organization/eu", URIRef(ID + "organization/eu")),
        (COUNT, "3", Literal(3)),
        (COUNT, 3, Literal(3)),
        (WORD, 'a "quoted" } word', Literal('a "quoted" } word')),
        (TONGUE, "fr", Literal("fr")),
    ],
)
def test_what_a_person_types_is_the_term_it_means(parameter: Parameter, typed: str, meant: object) -> None:
    """Is a short value expanded under its room, a full IRI kept, a number a number?"""
    assert term_of(parameter, typed) == meant


@pytest.mark.parametrize(
    ("parameter", "typed", "expected"),
    [
        (COUNT, "many", "a whole number, such as count=1."),
        (PROVISION, "article 18", "such as provision=untoc/article/18."),
        (PROVISION, "a> } DROP ALL", "such as provision=untoc/article/18."),
        (THEME, "vocational training", "such as theme=training."),
        (TONGUE, "de", "one of en, fr"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_an_example(parameter: Parameter, typed: str, expected: str) -> None:
    """Does the message say what was expected, and show one?"""
    with pytest.raises(UnusableQuery) as caught:
        term_of(parameter, typed, "ferries")
    assert expected in caught.value.expected
    assert typed in caught.value.seen and parameter.name in caught.value.seen


QUERY = read_query(
    "#+ summary: Which?\n#+ params:\n#+   theme:\n#+     type: concept\n#+     scheme: theme\n"
    "#+   word:\n#+     type: string\n"
    "SELECT ?x WHERE { VALUES ?theme { UNDEF } VALUES ?word { UNDEF } ?x ?theme ?word }",
    "which",
)


def test_words_of_a_user_never_become_query_text() -> None:
    """Does a value with quotes, braces and a comment sign stay one string?"""
    nasty = 'x" } } # \\ \n VALUES ?theme { 1 }'
    graph = Graph()
    graph.add((URIRef("http://e/1"), URIRef("http://e/p"), Literal(nasty)))
    graph.add((URIRef("http://e/2"), URIRef("http://e/p"), Literal("x")))
    rows = list(graph.query(bind(QUERY, terms_of(QUERY, {"word": nasty}))))
    assert [str(row[0]) for row in rows] == ["http://e/1"]  # type: ignore[index]


def test_a_concept_that_nobody_knows_is_refused_with_the_nearest() -> None:
    """Is a slip in a closed list told, instead of answered with an empty table?"""
    graph = Graph()
    for id in ("training", "compensation"):
        graph.add((URIRef(f"{ID}theme/{id}"), RDF.type, SKOS.Concept))
    assert terms_of(QUERY, {"theme": "training"}, graph)["theme"] == URIRef(f"{ID}theme/training")
    with pytest.raises(UnusableQuery) as caught:
        terms_of(QUERY, {"theme": "trainning"}, graph)
    assert caught.value.remedy == "Did you mean training?"


def test_an_unknown_parameter_is_refused_with_the_nearest() -> None:
    """Does a misspelt parameter name get its likely meaning?"""
    with pytest.raises(UnusableQuery) as caught:
        terms_of(QUERY, {"themes": "training"})
    assert caught.value.remedy == "Did you mean theme?"
    assert caught.value.expected == "one of theme, word."
