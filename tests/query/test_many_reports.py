"""Questions over several reports: do they answer on two invented ones as a reader counts, in two engines?"""

from __future__ import annotations

import pyoxigraph
import pytest
from ferries import SPECIMEN, ferries
from rdflib import Graph

from rapporteur.errors import UnusableQuery
from rapporteur.query import ask, find_query, nearest, values_of
from rapporteur.query.parameters import bind, terms_of
from rapporteur.query.run import Value, page

ONE, TWO = "FERRY/2031/1", "FERRY/2032/1"
BOTH = "Ratify the accord; Consider ratifying it"

CASES: list[tuple[str, dict[str, str | int], tuple[str, ...], list[tuple[Value, ...]]]] = [
    (
        "recommendations-of-a-state",
        {},
        ("state_name", "recommendation", "text", "themes", "how", "report_symbol"),
        [
            ("Fiji", "5.1", "Consider ratifying it", "Moorings", "recommend", ONE),
            ("Kenya", "5.1", "Ratify the accord", "Moorings", "recommend", ONE),
            ("Kenya", "7.1", "Light the piers", "Lamps, Moorings", "recommend", TWO),
            ("Samoa", "7.2", "Keep the lamps", "Lamps", "recommend", TWO),
        ],
    ),
    ("recommendations-of-a-state", {"state": "KEN"}, ("recommendation",), [("5.1",), ("7.1",)]),
    ("recommendations-of-a-state", {"theme": "lamps", "state": "KEN"}, ("recommendation",), [("7.1",)]),
    ("recommendations-of-a-state", {"theme": "moorings", "report": TWO}, ("recommendation",), [("7.1",), ("7.2",)]),
    (
        "states-that-recommended-most",
        {},
        ("state", "recommendations", "reports", "iso3"),
        [("Kenya", 2, 2, "KEN"), ("Fiji", 1, 1, "FJI"), ("Samoa", 1, 1, "WSM")],
    ),
    ("states-that-recommended-most", {"minimum": 2, "language": "es"}, ("state",), [("Kenia",)]),
    ("states-that-recommended-most", {"theme": "lamps"}, ("state",), [("Kenya",), ("Samoa",)]),
    (
        "statements-on-behalf",
        {},
        ("group_name", "spokesperson", "item", "paragraph", "report_symbol"),
        [("Group of Ferry Islands", "Samoa", "2", "8", TWO)],
    ),
    ("statements-on-behalf", {"group": "islands", "report": ONE}, ("item",), []),
    (
        "reports-citing-a-provision",
        {"provision": "quay/article/3"},
        ("report_symbol", "issued", "text_parts", "recommendations"),
        [(ONE, "2031-04-01", 0, 1), (TWO, "2032-04-01", 1, 1)],
    ),
    (
        "theme-over-time",
        {"theme": "moorings"},
        ("issued", "report_symbol", "recommendations"),
        [("2031-04-01", ONE, 1), ("2032-04-01", TWO, 2)],
    ),
    (
        "state-across-meetings",
        {"state": "WSM"},
        ("starts", "report_symbol", "attended_as", "statements"),
        [("2031-03-01", ONE, "Observer", 0), ("2032-03-01", TWO, "Member State", 1)],
    ),
    ("state-across-meetings", {"state": "FJI"}, ("attended_as", "statements"), [("", 1)]),
    (
        "recommendations-sharing-a-provision",
        {"report": ONE},
        ("recommendation", "other", "other_report", "cited", "text", "other_text"),
        [("5.1", "7.1", TWO, "Quay Accord, article 3, paragraph 2", BOTH, "Light the piers")],
    ),
    ("recommendations-sharing-a-provision", {"provision": "quay"}, ("recommendation",), [("5.1",), ("7.1",)]),
    ("reports", {}, ("report_symbol", "starts"), [(ONE, "2031-03-01"), (TWO, "2032-03-01")]),
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return ferries()


@pytest.mark.parametrize(("name", "params", "columns", "rows"), CASES, ids=lambda given: str(given)[:40])
def test_two_reports_answer_as_a_reader_counts(
    graph: Graph, name: str, params: dict[str, str | int], columns: tuple[str, ...], rows: list[tuple[Value, ...]]
) -> None:
    """Does each question over several reports give the rows that the specimen shows, in rdflib and in Oxigraph?"""
    answer = ask(graph, name, params)
    places = [answer.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in answer.rows] == rows
    store = pyoxigraph.Store()
    store.load(SPECIMEN, pyoxigraph.RdfFormat.TURTLE)
    query = find_query(name)
    found = store.query(bind(query, terms_of(query, params)))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    theirs = [tuple(None if s[column] is None else s[column].value for column in columns) for s in found]
    assert theirs == [tuple(None if value is None else str(value) for value in row) for row in rows]


@pytest.mark.parametrize(
    ("name", "parameter", "listed"),
    [
        ("who-attended", "report", [("FERRY/2031/1", "First ferry report"), ("FERRY/2032/1", "Second ferry report")]),
        ("statements-of-a-state", "speaker", [("FJI", "Fiji"), ("KEN", "Kenya"), ("WSM", "Samoa")]),
        ("statements-on-behalf", "group", [("islands", "Group of Ferry Islands")]),
        ("recommendations-by-theme", "theme", [("lamps", "Lamps"), ("moorings", "Moorings")]),
        (
            "recommendations-citing-a-provision",
            "provision",
            [
                ("quay", "Quay Accord"),
                ("quay/article/3", "Quay Accord, article 3"),
                ("quay/article/3/paragraph/2", "Quay Accord, article 3, paragraph 2"),
            ],
        ),
        ("treaty-mentions-by-section", "instrument", [("quay", "Quay Accord")]),
        ("who-attended", "language", [(tongue, "") for tongue in ("en", "fr", "es", "ru", "zh", "ar")]),
    ],
)
def test_what_a_parameter_can_be_given_is_listed(
    graph: Graph, name: str, parameter: str, listed: list[tuple[str, str]]
) -> None:
    """Does a list hold what is loaded, as it is typed, and is each value of it taken?"""
    query = find_query(name)
    allowed = values_of(graph, query, parameter)
    assert [(one.value, one.label) for one in allowed] == listed
    for one in allowed:
        terms_of(query, {parameter: one.value}, graph)


def test_a_parameter_without_a_list_says_what_it_takes(graph: Graph) -> None:
    """Is asking for the values of a number, or of a parameter that is not there, answered with what to do?"""
    with pytest.raises(UnusableQuery, match="no list"):
        values_of(graph, find_query("states-that-spoke-most"), "minimum")
    with pytest.raises(UnusableQuery, match="parameter 'ferry'"):
        values_of(graph, find_query("who-attended"), "ferry")


def test_an_answer_without_rows_names_what_was_meant(graph: Graph) -> None:
    """Is a provision that nothing cites told with the nearest that is cited, and a known one left alone?"""
    query = find_query("recommendations-citing-a-provision")
    assert nearest(graph, query, {"provision": "quay/article/4"}).endswith(
        "is none of the 3 values here; near it: quay/article/3, quay/article/3/paragraph/2."
    )
    assert nearest(graph, query, {"provision": "quay/article/3"}) == ""


def test_a_page_is_a_part_of_the_whole(graph: Graph) -> None:
    """Do pages put together give every row once, in its order, and is a page of a page refused?"""
    query = find_query("recommendations-of-a-state")
    whole = ask(graph, query).rows
    assert [*ask(graph, page(query, 3)).rows, *ask(graph, page(query, 3, 3)).rows] == list(whole)
    assert ask(graph, page(query, 0, 3)).rows == whole[3:]
    assert page(query) is query
    with pytest.raises(UnusableQuery, match="cut already"):
        page(page(query, 3), 1)
    with pytest.raises(UnusableQuery):
        page(query, -1)
