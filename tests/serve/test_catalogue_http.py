"""The catalogue over HTTP: is each question an address that gives what `ask` gives, in pages and in three forms?"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from calling import Calling
from test_hostile import HOSTILE

from rapporteur.query import Allowed, Rows, ask, list_queries, values_of
from rapporteur.query.headers import Query
from rapporteur.store import Store, open_store

QUERIES = list_queries()
PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def store(main_store: Path) -> Store:
    return open_store(main_store)


def example_of(query: Query) -> dict[str, str]:
    """The parameters of a question as its header gives them for example."""
    return {p.name: p.example for p in query.parameters if p.example}


def rows_of(said: dict[str, object]) -> Rows:
    names = tuple(column["name"] for column in said["columns"])  # type: ignore[attr-defined]
    return Rows(names, tuple(tuple(row[name] for name in names) for row in said["rows"]))  # type: ignore[attr-defined]


def test_no_question_bears_the_name_of_another_address() -> None:
    """Is no question called as the reference is, and none with an ending?"""
    assert len(QUERIES) >= 30
    assert all(query.name != "docs" and "." not in query.name for query in QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_question_gives_what_ask_gives(client: Calling, store: Store, query: Query) -> None:
    """Does the address give the rows of `ask`, as it stands and with its examples, with meanings beside them?"""
    for params in ({}, example_of(query)):
        answer = client.get(f"/api/{query.name}", params=params)
        assert answer.status_code == 200, answer.text
        said = answer.json()
        expected = ask(store, query, params)
        assert rows_of(said) == expected
        assert said["total"] == len(expected.rows) and said["next"] is None
        assert {column["name"]: column["meaning"] for column in said["columns"]} == {
            name: query.columns[name] for name in expected.columns
        }
        assert {column["name"]: column["unit"] for column in said["columns"] if "unit" in column} == query.units
        assert said["parameters"] == {p.name: params.get(p.name, p.default) for p in query.parameters}


@pytest.mark.parametrize("query", QUERIES[::4], ids=lambda query: query.name)
def test_csv_and_sparql_results_say_the_same(client: Calling, store: Store, query: Query) -> None:
    """Do the other two forms hold the same rows, asked for by an ending or by a header?"""
    expected = ask(store, query, {})
    plain = [["" if value is None else str(value) for value in row] for row in expected.rows]
    for answer in (
        client.get(f"/api/{query.name}.csv"),
        client.get(f"/api/{query.name}", headers={"Accept": "text/csv"}),
    ):
        assert answer.headers["content-type"].startswith("text/csv")
        head, *rows = list(csv.reader(io.StringIO(answer.text)))
        assert (head, rows) == (list(expected.columns), plain)
    answer = client.get(f"/api/{query.name}.srj")
    assert answer.headers["content-type"] == "application/sparql-results+json"
    said = answer.json()
    names = said["head"]["vars"]
    assert [[row[n]["value"] if n in row else "" for n in names] for row in said["results"]["bindings"]] == plain


def test_pages_follow_one_another(client: Calling, store: Store) -> None:
    """Do the pages that `next` and the header Link name together make the whole answer, and tell the total at last?"""
    whole = ask(store, "recommendations-by-theme", {})
    found, address, seen = [], "/api/recommendations-by-theme?limit=25&theme=any", 0
    while address:
        answer = client.get(address)
        said = answer.json()
        found += rows_of(said).rows
        links = answer.links
        assert links.get("next", {}).get("url") == said["next"]
        assert ("prev" in links) == (seen > 0)
        assert said["total"] == (None if said["next"] else len(whole.rows))
        address, seen = said["next"], seen + 1
    assert tuple(found) == whole.rows and seen == -(-len(whole.rows) // 25) > 3
    beyond = client.get("/api/agenda", params={"offset": 1000}).json()
    assert beyond["rows"] == [] and beyond["total"] is None and beyond["next"] is None
    none = client.get("/api/agenda", params={"limit": 0})
    assert none.json()["rows"] == []


def test_an_answer_is_not_sent_twice(client: Calling) -> None:
    """Does a client that has an answer get 304, and another form or page another tag?"""
    first = client.get("/api/agenda")
    tag = first.headers["etag"]
    again = client.get("/api/agenda", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    others = {client.get(path).headers["etag"] for path in ("/api/agenda.csv", "/api/agenda?limit=2", "/api/outline")}
    assert len(others | {tag}) == 4


def test_the_list_and_the_texts(client: Calling) -> None:
    """Does /api/ list every question with what it takes, and does .rq give the file?"""
    listed = client.get("/api/").json()
    assert [one["name"] for one in listed] == [query.name for query in QUERIES]
    for one, query in zip(listed, QUERIES, strict=True):
        assert one["summary"] == query.summary
        assert [p["name"] for p in one["parameters"]] == [p.name for p in query.parameters]
        text = client.get(one["query"])
        assert text.text == query.text and text.headers["content-type"].startswith("application/sparql-query")
    rows = list(csv.reader(io.StringIO(client.get("/api/", headers={"Accept": "text/csv"}).text)))
    assert len(rows) == len(QUERIES) + 1


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/agend", 404, "Did you mean agenda"),
        ("/api/..%2Fagenda", 404, "nothing at this address"),
        ("/api/agenda.txt", 404, "No question"),
        ("/api/agenda.rq.rq", 404, "No question"),
        ("/api/agenda?repport=x", 400, "Did you mean report?"),
        ("/api/agenda?report=a&report=b", 400, "twice"),
        ("/api/agenda?limit=ten", 400, "such as limit=100"),
        ("/api/agenda?limit=-1", 400, "whole number"),
        ("/api/agenda?offset=1e3", 400, "whole number"),
        ("/api/agenda?limit=99999999999", 400, "whole number"),
        ("/api/agenda?limit=2&limit=3", 400, "whole number"),
        ("/api/recommendations-by-theme?theme=no-such-theme", 400, "theme"),
        ("/api/who-attended?state=Atlantis%20x", 400, "state"),
    ],
)
def test_what_is_wrong_is_told_with_the_nearest(client: Calling, path: str, status: int, says: str) -> None:
    """Does a slip get a problem with what was seen, what was expected and what to do, as JSON and as a page?"""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert problem["status"] == status and {"seen", "where", "expected", "to_do"} <= set(problem)
    assert says in answer.text.replace("\\", "")
    page = client.get(path, headers=PAGE)
    assert page.status_code == status and page.headers["content-type"].startswith("text/html")
    assert "Expected" in page.text and "Traceback" not in page.text


def test_a_form_that_is_not_there_is_refused(client: Calling) -> None:
    """Is 406 given with the forms there are?"""
    answer = client.get("/api/agenda", headers={"Accept": "image/png"})
    assert answer.status_code == 406 and "text/csv" in answer.json()["expected"]


def test_an_answer_too_long_for_one_page_is_never_cut_in_silence(main_store: Path) -> None:
    """Where the server gives fewer rows than there are, does JSON name the next page and CSV refuse to look whole?"""
    from rapporteur.serve import Settings, make_app

    with Calling(make_app(Settings(main_store, rows=5, workers=1, long_workers=1))) as small:
        said = small.get("/api/network-things").json()
        assert len(said["rows"]) == 5 and said["next"]
        head = small.get("/api/network-things.srj").json()["head"]
        assert "offset=5" in head["link"][0]
        assert small.get("/api/network-things.csv").status_code == 403
        cut = small.get("/api/network-things.csv", headers={"Prefer": "handling=lenient"})
        assert cut.status_code == 200 and cut.headers["rapporteur-cut"].startswith("rows")
        assert small.get("/api/network-things.csv?limit=5").status_code == 200


def test_no_hostile_value_changes_what_is_asked(client: Calling, store: Store) -> None:
    """Is each of hundreds of strings, given as a parameter over HTTP, found nowhere, or refused by name?"""
    hostile = list(dict.fromkeys(text for text in HOSTILE if text.strip()))
    assert len(hostile) > 200
    answered = refused = 0
    for turn, text in enumerate(hostile):
        name, params = (
            ("recommendations-citing-a-provision", {"provision": text}),
            ("who-attended", {"state": text}),
            ("open-mentions", {"because": text, "report": text}),
            ("who-attended", {"language": text}),
        )[turn % 4]
        form = ("", ".csv")[turn % 2]
        answer = client.get(f"/api/{name}{form}", params=params)
        if answer.status_code == 400:
            assert any(parameter in answer.json()["seen"] for parameter in params), text
            refused += 1
            continue
        assert answer.status_code == 200, (text, answer.text)
        rows = answer.json()["rows"] if not form else list(csv.reader(io.StringIO(answer.text)))[1:]
        assert rows == [], text
        answered += 1
    assert refused > 150 and answered + refused == len(hostile)


def test_values_say_what_a_parameter_takes(client: Calling, store: Store) -> None:
    """Are the values of a parameter those of `values_of`, can they be given, and is a value none has told of?"""
    of = {p.allowed or p.name: (query, p) for query in QUERIES for p in query.parameters}
    assert {"reports", "provisions", "states", "language"} <= set(of)
    for query, parameter in of.values():
        said = client.get(f"/api/{query.name}/values/{parameter.name}").json()
        assert (said["question"], said["parameter"]) == (query.name, parameter.name)
        listed = bool(parameter.values or parameter.allowed)
        assert said["complete"] == listed
        if listed:
            known = [Allowed(**value) for value in said["values"]]
            assert tuple(known) == values_of(store, query, parameter.name)
        for value in said["values"][:1]:
            asked = client.get(f"/api/{query.name}", params={parameter.name: value["value"], "limit": 1})
            assert asked.status_code == 200, asked.text
    rows = list(csv.reader(io.StringIO(client.get("/api/agenda/values/report", headers={"Accept": "text/csv"}).text)))
    assert rows[0] == ["value", "label"] and rows[1][0] == "CTOC/COP/WG.4/2010/6"
    empty = client.get("/api/recommendations-citing-a-provision", params={"provision": "untoc/article/1818"}).json()
    assert empty["rows"] == [] and "near it: untoc/article/" in empty["note"]
    wrong = client.get("/api/agenda/values/repor")
    assert wrong.status_code == 404 and "Did you mean report?" in wrong.text
    json.loads(wrong.text)
