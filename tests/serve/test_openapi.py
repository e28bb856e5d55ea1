"""OpenAPI: is the document valid, does it say what the headers say, and do the answers fit it?"""

from __future__ import annotations

from typing import Any

import pytest
from calling import Calling
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from rapporteur.query import list_queries
from rapporteur.search import FILTERS

QUERIES = list_queries()


@pytest.fixture(scope="module")
def document(client: Calling) -> dict[str, Any]:
    answer = client.get("/openapi.json")
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.1"
    said: dict[str, Any] = answer.json()
    return said


def fits(document: dict[str, Any], schema: dict[str, Any], said: object) -> None:
    """Fail where an answer does not fit a schema of the document."""
    Draft202012Validator({**schema, "components": document["components"]}).validate(said)


def schema_of(document: dict[str, Any], path: str, form: str = "application/json") -> dict[str, Any]:
    found: dict[str, Any] = document["paths"][path]["get"]["responses"]["200"]["content"][form]["schema"]
    return found


def test_it_is_valid_by_the_official_schema(document: dict[str, Any]) -> None:
    """Does the document keep to OpenAPI 3.1, and is each operation named once?"""
    assert document["openapi"].startswith("3.1")
    assert [str(fault) for fault in OpenAPIV31SpecValidator(document).iter_errors()] == []
    names = [op["operationId"] for path in document["paths"].values() for op in path.values()]
    assert len(names) == len(set(names)) == len(QUERIES) + 8


def test_each_question_is_there_with_its_parameters(document: dict[str, Any]) -> None:
    """Is each parameter there with its meaning, allowed values and example, and each column with its meaning?"""
    for query in QUERIES:
        operation = document["paths"][f"/api/{query.name}"]["get"]
        assert operation["summary"] == query.summary
        said = {p["name"]: p for p in operation["parameters"] if "name" in p}
        assert list(said) == [p.name for p in query.parameters]
        for parameter in query.parameters:
            one = said[parameter.name]
            assert one["allowEmptyValue"]
            assert parameter.meaning in one["description"]
            if parameter.values:
                assert set(parameter.values) <= set(one["schema"]["enum"])
            elif parameter.example:
                assert str(one["examples"]["example"]["value"]) == parameter.example
            default = one["schema"]["default"]
            assert str(default) == parameter.default
            Draft202012Validator(one["schema"]).validate(default)
        rows = schema_of(document, f"/api/{query.name}")["properties"]["rows"]["items"]["properties"]
        assert {name: column["description"] for name, column in rows.items()} == query.columns


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_answers_fit_their_schema(client: Calling, document: dict[str, Any], query: Any) -> None:
    """Is what is answered what the document promises?"""
    said = client.get(f"/api/{query.name}", params={"limit": 20}).json()
    fits(document, schema_of(document, f"/api/{query.name}"), said)


def test_the_other_answers_fit_too(client: Calling, document: dict[str, Any]) -> None:
    """So for the list, the search and a problem?"""
    fits(document, schema_of(document, "/api/"), client.get("/api/").json())
    fits(document, schema_of(document, "/search"), client.get("/search", params={"q": "victim"}).json())
    fits(document, schema_of(document, "/about"), client.get("/about", params={"iri": "state/ALB"}).json())
    fits(document, document["components"]["schemas"]["Problem"], client.get("/api/agenda?limit=x").json())
    filters = {p["name"] for p in document["paths"]["/search"]["get"]["parameters"] if "name" in p}
    assert set(FILTERS) <= filters


def test_the_furthest_page_is_the_one_it_says(client: Calling, document: dict[str, Any]) -> None:
    """Is an offset answered up to the maximum that is told, and refused above it, and an empty value taken for none?"""
    most = document["components"]["parameters"]["offset"]["schema"]["maximum"]
    for address in (f"/api/{QUERIES[0].name}", "/search"):
        assert client.get(address, params={"offset": str(most)}).status_code == 200
        assert client.get(address, params={"offset": str(most + 1)}).status_code == 400
    for query in QUERIES:
        given = {parameter.name: "" for parameter in query.parameters}
        assert client.get(f"/api/{query.name}", params={**given, "limit": "1"}).status_code == 200, query.name


def test_the_page_has_a_form_for_each(client: Calling) -> None:
    """Does the reference show each question with a form that needs no script, and name no outside address to load?"""
    page = client.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html") and "<script" not in page.text
    assert page.text.count("<form") == len(QUERIES)
    for query in QUERIES:
        assert f'action="/api/{query.name}"' in page.text
