"""Answers: does each carried query give, on the built main report, what a reader counts by hand?

The expectations stand in the modules ``answers_…`` beside this one; they were counted in the printed report, paragraph
by paragraph, and ``because`` says where.
"""

from __future__ import annotations

import pyoxigraph
import pytest
from answer import Answer
from answers_evidence import EVIDENCE
from answers_meeting import MEETING
from answers_recommendations import RECOMMENDATIONS
from rdflib import Graph

from rapporteur.query import Rows, ask, find_query, list_queries, load_dataset
from rapporteur.query.parameters import bind, terms_of
from rapporteur.query.run import Value

ANSWERS = [*RECOMMENDATIONS, *MEETING, *EVIDENCE]


@pytest.fixture(scope="module")
def dataset() -> Graph:
    return load_dataset()


@pytest.fixture(scope="module")
def store(dataset: Graph) -> pyoxigraph.Store:
    """The same statements in another engine."""
    store = pyoxigraph.Store()
    store.load(dataset.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


@pytest.fixture(scope="module")
def given(dataset: Graph) -> dict[str, Rows]:
    """What rdflib answers to each case, asked once."""
    return {str(answer): ask(dataset, answer.query, answer.params) for answer in ANSWERS}


def picked(answer: Rows, columns: tuple[str, ...]) -> list[tuple[Value, ...]]:
    """The rows, cut down to some columns."""
    places = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in answer.rows]


def test_every_carried_query_is_answered_by_hand() -> None:
    """Is there a hand-counted answer for each query, and none for a query that is gone?"""
    assert {answer.query for answer in ANSWERS} == {query.name for query in list_queries()}


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_a_query_gives_what_a_reader_counts(given: dict[str, Rows], answer: Answer) -> None:
    """Does the built graph answer as the printed report does?"""
    rows = picked(given[str(answer)], answer.columns)
    if answer.count is not None:
        assert len(rows) == answer.count, answer.because
    if answer.whole and answer.columns:
        assert rows == list(answer.rows), answer.because
    else:
        missing = [row for row in answer.rows if row not in rows]
        assert not missing, f"{answer.because}: {missing}"


def test_whoever_reads_a_number_is_told_what_it_counts(given: dict[str, Rows]) -> None:
    """Has each column that holds numbers, and no other, a unit?"""
    counted = set()
    for asked in ANSWERS:
        query, answer = find_query(asked.query), given[str(asked)]
        for place, name in enumerate(answer.columns):
            values = [row[place] for row in answer.rows if row[place] is not None]
            if values:
                numbers = all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
                assert numbers == (name in query.units), (query.name, name)
                counted |= {(query.name, name)} if numbers else set()
    assert len(counted) > 30


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_another_engine_gives_the_same_rows_in_the_same_order(
    given: dict[str, Rows], store: pyoxigraph.Store, answer: Answer
) -> None:
    """Is each query plain SPARQL 1.1, with one answer whoever is asked?"""
    query = find_query(answer.query)
    solutions = store.query(bind(query, terms_of(query, answer.params)))
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    theirs = [tuple(None if s[c] is None else s[c].value for c in query.columns) for s in solutions]
    ours = [tuple(None if v is None else str(v) for v in row) for row in given[str(answer)].rows]
    assert theirs == ours


def test_sums_agree_with_one_another(dataset: Graph) -> None:
    """Do links by grade and links by rule count the same links, and statements by State all 119?"""
    by_grade = picked(ask(dataset, "links-by-grade"), ("links",))
    by_rule = picked(ask(dataset, "links-by-rule"), ("links",))
    assert sum(row[0] for row in by_grade) == sum(row[0] for row in by_rule) > 900  # type: ignore[misc]
    assert sum(row[0] for row in picked(ask(dataset, "states-that-spoke-most"), ("statements",))) == 119  # type: ignore[misc]
    properties = [row[0] for row in picked(ask(dataset, "network-words"), ("property",))]
    assert (properties.count("buildsOn"), properties.count("speaker")) == (6, 133)
    kinds = [row[1] for row in set(picked(ask(dataset, "network-things"), ("thing", "kind")))]
    assert (kinds.count("Recommendation"), kinds.count("Paragraph")) == (77, 115)


def test_every_quote_of_a_recommendation_stands_in_its_sentence(dataset: Graph) -> None:
    """Does the evidence of a citation show a sentence that holds the quoted words?"""
    rows = picked(ask(dataset, "evidence-of-a-link", {"property": "buildsOn"}), ("quote", "sentence"))
    assert len(rows) == 6
    for quote, sentence in rows:
        assert str(quote) in str(sentence)
