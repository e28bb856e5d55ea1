"""Pages for people: is there what is in the store, with true figures, without a script, and is everything escaped?"""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from calling import Calling
from test_hostile import HOSTILE

import rapporteur
from rapporteur.query import list_queries

PAGES = ("/", "/api/", "/api/docs", "/api/agenda", "/search?q=victim", "/about?iri=state/THA", "/editor")
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class Reading(HTMLParser):
    """What of a page a browser loads, and what a screen reader needs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.fields: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.tags: list[str] = []
        self.within_label = 0
        self.language: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append(tag)
        self.within_label += tag == "label"
        if tag == "html":
            self.language = said.get("lang")
        if tag == "label":
            self.labelled.add(said.get("for"))
        if tag in ("input", "select", "textarea") and said.get("type") != "hidden":
            self.fields.append({**said, "within": "yes" if self.within_label else ""})
        self.loaded += [
            v for n, v in attrs if v and (n in ("src", "srcset", "poster", "data") or (tag, n) == ("link", "href"))
        ]
        self.links += [v for n, v in attrs if v and (tag, n) == ("a", "href")]
        assert not any(name.startswith("on") or name == "style" for name in said), f"a script or style within {tag}"

    def handle_endtag(self, tag: str) -> None:
        self.within_label -= tag == "label"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_loads_nothing_from_elsewhere(client: Calling, path: str) -> None:
    """Has it a language, one main heading and labels for its fields, and are its files there, here and unchanging?"""
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    page = Reading(answer.text)
    assert page.language == "en" and page.tags.count("h1") == 1 and page.tags.count("main") == 1
    assert ("script" in page.tags) == (path == "/editor")
    for address in page.loaded:
        assert address.startswith("/assets/")
        file = client.get(address)
        assert file.status_code == 200 and "immutable" in file.headers["cache-control"]
    for field in page.fields:
        assert field["within"] or field.get("id") in page.labelled, field
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy


def test_links_of_the_front_page_lead_somewhere(client: Calling) -> None:
    """Is each address that the front page and the list of questions name answered?"""
    pages = [client.get(path, headers=BROWSER).text for path in ("/", "/api/")]
    for address in sorted({link for page in pages for link in Reading(page).links if not link.startswith("#")}):
        assert client.get(address, headers=BROWSER).status_code in (200, 303), address


def test_the_front_page_has_true_figures(client: Calling) -> None:
    """Are the figures those that the questions and searches give?"""
    page = client.get("/").text
    figures = {name: int(n.replace(",", "")) for name, n in re.findall(r"<dt>(\w+)</dt><dd>([\d,]+)</dd>", page)}
    found = client.get("/search", params={"limit": 0}).json()["facets"]["kind"]
    kinds = {count["value"]: count["hits"] for count in found}
    assert figures["report"] == 1
    assert figures["paragraphs"] == kinds["paragraph"]
    assert figures["recommendations"] == kinds["recommendation"] == 77
    assert figures["statements"] == kinds["statement"] == 122
    links = "SELECT (COUNT(DISTINCT ?l) AS ?n) { ?l a <https://w3id.org/rapporteur/ontology#Link> }"
    answer = client.get("/sparql", params={"query": links}, headers={"Accept": "application/sparql-results+json"})
    assert figures["links"] == int(answer.json()["results"]["bindings"][0]["n"]["value"])
    assert "CTOC/COP/WG.4/2010/6" in page and all(query.summary.split("?")[0] in page for query in list_queries()[:5])


def test_an_answer_on_a_page(client: Calling) -> None:
    """Does the page of a question show its rows, keep what was typed, and lead to the other forms and pages?"""
    page = client.get("/api/recommendations-by-theme?limit=10&theme=training", headers=BROWSER).text
    assert page.count("<tr>") == 11 and 'value="training"' in page
    assert "/api/recommendations-by-theme.csv?theme=training" in page
    assert 'rel="next"' in page and "offset=10" in page and 'rel="prev"' not in page
    assert '<option value="training">Training</option>' in page and '<option value="CTOC/COP/WG.4/2010/6">' in page
    typed = client.get("/api/agenda", params={"report": '"><script>x</script>'}, headers=BROWSER)
    assert typed.status_code == 400 and "<script>x" not in typed.text and "&lt;script&gt;" in typed.text


def test_a_thing_shows_what_is_said_and_on_which_words(client: Calling, main_store: Path) -> None:
    """Has a recommendation's page its text, its links with their words, and ways to what it names and back?"""
    iri = "document/CTOC/COP/WG.4/2010/6/recommendation/37.1"
    page = client.get("/about", params={"iri": iri}, headers=BROWSER).text
    said = client.get("/about", params={"iri": iri}).json()
    quotes = {row["quote"]["value"] for row in said["rests"]}
    assert "States parties" in quotes and len(quotes) > 2
    assert all(f"<q>{quote}</q>" in page for quote in quotes)
    assert 'href="/about?iri=instrument/untoc/article/26/paragraph/2"' in page
    back = client.get("/about", params={"iri": "instrument/untoc/article/26/paragraph/2"}).json()
    assert said["iri"] in {row["other"]["value"] for row in back["said"] if row["property"]["value"].endswith("#cites")}
    assert not any("cito" in row["property"]["value"] for row in said["says"])
    found = rapporteur.open(main_store).index.related(said["iri"], limit=5).hits
    again = client.get("/about", params={"iri": iri}).json()["alike"]
    assert [one["iri"] for one in again] == [hit.iri for hit in found] and len(again) == 5
    assert client.get("/about", params={"iri": "state/ALB"}).json()["alike"] == []


@pytest.mark.parametrize(
    "iri", ["", "any", "state/XXX", "a b", "<http://e/> } SELECT", 'http://e/"> ?p ?o . ?s ?p <http://e/']
)
def test_what_is_no_thing_is_told(client: Calling, iri: str) -> None:
    """Is an IRI that is none, or that nothing has, refused with an example, in words of the address that was asked?"""
    answer = client.get("/about", params={"iri": iri})
    assert answer.status_code == 400 and "state/ALB" in answer.json()["expected"]
    assert "iri" in answer.json()["where"] or "/about" in answer.json()["where"]


def test_a_page_that_is_unchanged_is_not_sent(client: Calling) -> None:
    """Does the front page have a tag by which a browser keeps it?"""
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("name", ["../pages.py", "..%2Fpages.py", "yasgui/../../pages.py", "nothing.css", "yasgui"])
def test_only_files_of_pages_are_given(client: Calling, name: str) -> None:
    """Is no other file of the package, or of the machine, ever given?"""
    assert client.get(f"/assets/{name}").status_code == 404


def test_whatever_is_asked_is_no_fault_of_the_server(client: Calling) -> None:
    """Do hostile names, values, headers and bytes get an answer or a refusal at every address, and escaped on pages?"""
    for text in list(dict.fromkeys(HOSTILE))[::9]:
        said = quote(text, safe="")
        for path in (
            f"/api/{said}",
            f"/api/agenda/values/{said}",
            f"/assets/{said}",
            f"/about?iri={said}",
            f"/?offset={said}",
            f"/search?{said}={said}",
            f"/editor?question={said}",
        ):
            answer = client.get(path, headers=BROWSER)
            assert answer.status_code in (200, 400, 404), (path, answer.status_code)
            assert len(text.strip()) < 9 or "<" not in text or text not in answer.text
    for header in (
        {"Host": "[::"},
        {"Host": 'a"b<c>'},
        {"Accept": '"' * 50},
        {"Accept": "," * 999},
        {"If-None-Match": '\x7f"*'},
    ):
        for path in PAGES:
            assert client.get(path, headers=header).status_code in (200, 304, 406), (path, header)
    for said in ("%ff%fe", "a%00b", "%ed%a0%80"):
        for path in (f"/search?q={said}", f"/about?iri={said}", f"/api/agenda?report={said}", f"/api/{said}"):
            assert client.get(path).status_code in (200, 400, 404), path
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/api/agenda").status_code == 405
    assert client.request("HEAD", "/api/agenda").content == b""


def test_the_editor_is_the_one_that_was_vendored() -> None:
    """Are its files unchanged, noted with their hashes, and do the licences of all that it bundles lie beside it?"""
    folder = files("rapporteur.serve").joinpath("assets", "yasgui")
    note, licences = (folder.joinpath(name).read_text("utf-8") for name in ("VENDORED.md", "LICENSES.txt"))
    for name in ("yasgui.min.js", "yasgui.min.css"):
        assert hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest() in note
    for library in ("codemirror", "datatables.net", "jquery", "lodash-es", "n3", "dompurify", "column-resizer"):
        assert f"\n{library} " in licences
    assert licences.count("Permission is hereby granted") > 20 and "General Public License" not in licences


def test_it_works_below_a_path(client: Calling) -> None:
    """Behind a proxy that gives it a path of its own, do pages, files and next pages stay below that path?"""

    async def below(path: str) -> httpx.Response:
        transport = httpx.ASGITransport(client.app, root_path="/reports")
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as proxied:
            return await proxied.get(f"/reports{path}", headers=BROWSER if not path.endswith(".json") else {})

    for path in ("/", "/api/agenda", "/search?q=victim", "/editor"):
        answer = client.run(below(path))
        assert answer.status_code == 200
        page = Reading(answer.text)
        inner = [link for link in (*page.loaded, *page.links) if link.startswith("/")]
        assert len(inner) > 5 and all(link.startswith("/reports/") for link in inner)
    said = client.run(below("/api/agenda.json")).json()
    assert len(said["rows"]) > 5
