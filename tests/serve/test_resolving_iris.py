"""Does the server resolve IRIs as the published rules do: by Accept, with 303, and 404 that says what is near?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import Calling
from rdflib import Graph

sys.path.insert(0, str(Path(__file__).parent.parent / "publish"))

from invented import DOCUMENT, LONG, MEETING, invented

from rapporteur.publish import publish_site
from rapporteur.serve import Settings, make_app
from rapporteur.store import load, open_store

ROOT = "https://w3id.org/rapporteur/id/"
PAGE, BROWSER = "text/html", "text/html,application/xhtml+xml,*/*;q=0.8"
ENDINGS = {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/n-triples": "nt"}
LIKED = [
    ("", PAGE),
    ("*/*", PAGE),
    (BROWSER, PAGE),
    ("image/png", PAGE),
    ("text/turtle", "text/turtle"),
    ("TEXT/TURTLE;charset=utf-8", "text/turtle"),
    ("application/ld+json, text/turtle;q=0.9, */*;q=0.1", "application/ld+json"),
    ("text/turtle;q=0.3, text/html", PAGE),
    ("text/html;q=0.5, text/turtle", "text/turtle"),
    ("text/turtle;q=0, application/n-triples;q=0.2", "application/n-triples"),
    ("text/turtle,application/n-triples;q=0.9,application/rdf+xml;q=0.7,*/*;q=0.3", "text/turtle"),
]
"""As in the table that Apache and nginx are held to."""
THINGS = [
    "state/ALB",
    "document/A/RES/1450(XIV)",
    DOCUMENT,
    f"{DOCUMENT}/paragraph/1",
    f"{DOCUMENT}/recommendation/1.1",
    f"{DOCUMENT}/link/0123456789ab",
    "document/FERRY/WG.1/2029/2/paragraph/17",
    f"{MEETING}/participation/ALB",
    f"{MEETING}/person/p%22q",
    "state/ALB/name/%D0%90",
    "organization/%C3%A9t%C3%A9",
    "organization/quay",
    LONG,
    "rule/names/state",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented graphs."""
    return invented(tmp_path_factory.mktemp("resolving") / "built", "https://w3id.org/rapporteur/").parent


@pytest.fixture(scope="module")
def store(built: Path) -> Path:
    """A store of them."""
    list(load(open_store(built.parent / "store"), [built]))
    return built.parent / "store"


@pytest.fixture(scope="module")
def plain(store: Path) -> Iterator[Calling]:
    """A server of it with its own pages alone."""
    with Calling(make_app(Settings(store, workers=2, long_workers=1))) as found:
        yield found


@pytest.fixture(scope="module")
def portal(built: Path, store: Path) -> Iterator[Calling]:
    """A server of it that was given the published pages."""
    published = publish_site(built.parent / "site", built)
    with Calling(make_app(Settings(store, workers=1, long_workers=1, pages=published.out))) as found:
        yield found


@pytest.mark.parametrize(("accept", "form"), LIKED)
def test_the_form_that_is_liked_best(plain: Calling, accept: str, form: str) -> None:
    """Is the way by 303 to the form that Accept likes best, and to a page for whoever wants what there is not?"""
    answer = plain.get("/id/state/ALB", headers={"Accept": accept})
    ending = f".{ENDINGS[form]}" if form != PAGE else ""
    assert (answer.status_code, answer.headers["location"]) == (303, f"/about{ending}?iri=state/ALB")
    assert "Accept" in answer.headers["vary"] and answer.headers["etag"]
    fresh = plain.get("/id/state/ALB", headers={"Accept": accept, "If-None-Match": answer.headers["etag"]})
    assert fresh.status_code == 304


@pytest.mark.parametrize("path", THINGS)
def test_what_an_iri_leads_to_speaks_of_it(plain: Calling, path: str) -> None:
    """Is each kind of thing described in each form, by statements that have it in them?"""
    page = plain.get(
        plain.get(f"/id/{path}", headers={"Accept": BROWSER}).headers["location"], headers={"Accept": BROWSER}
    )
    assert page.status_code == 200 and page.headers["content-type"].startswith(PAGE)
    assert ROOT + path in page.text.replace("&#34;", '"')
    for form in (*ENDINGS, "application/rdf+xml"):
        data = plain.get(plain.get(f"/id/{path}", headers={"Accept": form}).headers["location"])
        assert (data.status_code, data.headers["content-type"].partition(";")[0]) == (200, form)
        said = Graph().parse(data=data.text, format=form)
        assert any(ROOT + path in map(str, triple) for triple in said)


def test_escapes_may_be_written_in_any_way(plain: Calling) -> None:
    """Is an IRI the same whichever way a client writes its percent signs, and is a graph still its graph?"""
    for path in ("organization/%c3%a9t%c3%a9", "document/A/RES/1450%28XIV%29", "state/%41LB"):
        assert plain.get(f"/id/{path}", headers={"Accept": BROWSER}).status_code == 303
    graph = plain.get(f"/id/{DOCUMENT}/graph/evidence", headers={"Accept": "text/turtle"})
    assert graph.status_code == 200 and "0123456789ab" in graph.text
    assert plain.request("PUT", "/id/state/ALB").status_code == 405


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("state/alb", "state/ALB"),
        ("state/Albania", "state/ALB"),
        ("document/FERRY/WG.1/2031/2", DOCUMENT),
        (f"{DOCUMENT}/paragraph/7", DOCUMENT),
        ("organization/Quays", "organization/Quay"),
    ],
)
def test_what_is_nothing_says_what_is_near(plain: Calling, path: str, near: str) -> None:
    """Does a 404 name what may have been meant, to a program and as a link on a page?"""
    answer = plain.get(f"/id/{path}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 404 and f"<{ROOT}{near}>" in answer.json()["to_do"]
    page = plain.get(f"/id/{path}", headers={"Accept": BROWSER})
    assert page.status_code == 404 and f'href="/id/{near}"' in page.text


@pytest.mark.parametrize("path", ["state/A%3E%20%7D%20DROP", "x/%00", "%ff%fe", "a/../../etc", "state/ALB/", "n" * 900])
def test_what_was_made_to_break_it_is_not_found(plain: Calling, path: str) -> None:
    """Is an IRI that would end a query, climb a folder or is no text 404, and nothing else?"""
    assert plain.get(f"/id/{path}", headers={"Accept": BROWSER}).status_code == 404
    assert plain.get("/about.ttl", params={"iri": "http://x/> } UNION { ?s ?p ?o"}).status_code == 400
    assert plain.get("/about.ttl?iri=state/ZZZ").status_code == 404


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("state/ALB", "id/state/ALB/"),
        (f"{DOCUMENT}/paragraph/1", f"id/{DOCUMENT}/#paragraph/1"),
        (f"{DOCUMENT}/paragraph/99", f"id/{DOCUMENT}/paragraph/99/"),
        (f"{DOCUMENT}/link/0123456789ab", f"id/{DOCUMENT}/#link/0123456789ab"),
        (f"{MEETING}/participation/ALB", f"id/{MEETING}/#participation/ALB"),
        (f"{MEETING}/person/p%22q", f"id/{MEETING}/person/p=22q/"),
        ("organization/%C3%A9t%C3%A9/name/summer", "id/organization/=C3=A9t=C3=A9/#name/summer"),
        ("organization/quay", "id/organization/quay~9180e1a0/"),
        ("rule/names/state", "id/rule/#names/state"),
    ],
)
def test_published_pages_are_where_a_browser_is_led(portal: Calling, path: str, page: str) -> None:
    """Where a publication is given, do IRIs lead a browser to its pages, and to the place on them?"""
    answer = portal.get(f"/id/{path}", headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/pages/{page}")
    shown = portal.get(answer.headers["location"].partition("#")[0])
    assert shown.status_code == 200
    assert "#" not in page or f'id="{page.partition("#")[2]}"' in shown.text
    data = portal.get("/pages/id/state/ALB/index.ttl")
    assert data.headers["content-type"].startswith("text/turtle")


def test_the_vocabulary_resolves(plain: Calling, portal: Calling) -> None:
    """Does the IRI of the vocabulary lead to its page and to its triples?"""
    for form in (*ENDINGS, "application/rdf+xml"):
        answer = plain.get("/ontology", headers={"Accept": form})
        body = plain.get(answer.headers["location"])
        assert (answer.status_code, body.status_code) == (303, 200)
        assert body.headers["content-type"].partition(";")[0] == form and "rapporteur/ontology" in body.text
    for server in (plain, portal):
        answer = server.get("/ontology", headers={"Accept": BROWSER})
        assert answer.status_code == 303
        assert server.get(answer.headers["location"], headers={"Accept": BROWSER}).status_code == 200
