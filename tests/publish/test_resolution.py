"""Do the IRIs of a publication resolve behind the servers that libraries have, and as w3id.org would send them on?"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import httpx
import pytest
from behind import apache, free_port, nginx
from invented import DOCUMENT, LONG, MEETING, invented
from rdflib import Graph
from selectolax.lexbor import LexborHTMLParser

from rapporteur.publish import Published, publish_site

PAGE, TURTLE, JSONLD, NTRIPLES = "text/html", "text/turtle", "application/ld+json", "application/n-triples"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

LIKED = [
    (None, PAGE),
    ("*/*", PAGE),
    (BROWSER, PAGE),
    ("image/png", PAGE),
    (TURTLE, TURTLE),
    ("TEXT/TURTLE;charset=utf-8", TURTLE),
    (JSONLD, JSONLD),
    (NTRIPLES, NTRIPLES),
    ("application/ld+json, text/turtle;q=0.9, */*;q=0.1", JSONLD),
    ("text/turtle;q=0.3, text/html", PAGE),
    ("text/html;q=0.5, text/turtle", TURTLE),
    ("text/turtle;q=0, application/n-triples;q=0.2", NTRIPLES),
    ("text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3", TURTLE),
]
"""The header Accept, and the form that it likes best."""

ENDINGS = {TURTLE: "ttl", JSONLD: "jsonld", NTRIPLES: "nt"}
EVIDENCE = "data/FERRY-WG.1-2031-1/FERRY-WG.1-2031-1.evidence"
WAYS = [
    ("state/ALB", "id/state/ALB/", ""),
    ("grade/explicit", "id/grade/explicit/", ""),
    ("grade", "id/grade/", ""),
    ("document/A/RES/1450(XIV)", "id/document/A/RES/1450(XIV)/", ""),
    ("document/A/RES/1450%28XIV%29", "id/document/A/RES/1450(XIV)/", ""),
    (DOCUMENT, f"id/{DOCUMENT}/", ""),
    (f"{DOCUMENT}/paragraph/1", f"id/{DOCUMENT}/#paragraph/1", ""),
    (f"{DOCUMENT}/section/I", f"id/{DOCUMENT}/#section/I", ""),
    (f"{DOCUMENT}/paragraph/99", f"id/{DOCUMENT}/paragraph/99/", ""),
    (f"{DOCUMENT}/recommendation/1.1", f"id/{DOCUMENT}/recommendation/1.1/", ""),
    ("document/FERRY/WG.1/2029/2/paragraph/17", "id/document/FERRY/WG.1/2029/2/paragraph/17/", ""),
    (MEETING, f"id/{MEETING}/", ""),
    (f"{MEETING}/participation/ALB", f"id/{MEETING}/#participation/ALB", ""),
    (f"{MEETING}/person/p%22q", f"id/{MEETING}/person/p=22q/", ""),
    ("state/ALB/name/%D0%90", "id/state/ALB/#name/%D0%90", ""),
    ("organization/%C3%A9t%C3%A9", "id/organization/=C3=A9t=C3=A9/", ""),
    ("organization/%c3%a9t%c3%a9", "id/organization/=C3=A9t=C3=A9/", ""),
    ("organization/%C3%A9t%C3%A9/name/summer", "id/organization/=C3=A9t=C3=A9/#name/summer", ""),
    ("organization/Quay", "id/organization/Quay/", ""),
    ("organization/quay", "id/organization/quay~9180e1a0/", ""),
    (LONG, f"id/{LONG[: 13 + 107]}~97c01bdc2ddb/", ""),
    ("instrument/untoc/article/26", "id/instrument/untoc/article/26/", ""),
    ("instrument/untoc/article/3", "id/instrument/untoc/#article/3", ""),
    ("rule/names/state", "id/rule/#names/state", ""),
    (f"{DOCUMENT}/link/0123456789ab", f"id/{DOCUMENT}/#link/0123456789ab", EVIDENCE),
    (f"{DOCUMENT}/graph", f"id/{DOCUMENT}/", EVIDENCE.removesuffix(".evidence")),
    (f"{DOCUMENT}/graph/evidence", f"{EVIDENCE}.ttl", EVIDENCE),
    ("graph/authorities", "data/shared/authorities.ttl", "data/shared/authorities"),
]
"""The IRI after ``id/``; where its page is; its data without ending, where that is not ``index`` beside the page."""
KNOWN = [("state/DEU", "id/state/", "data/shared/authorities")]
"""The same for what only the authorities know; a host that only redirects cannot tell it."""


@dataclass(frozen=True)
class Served:
    """A publication behind servers: the tops at which its IRIs are asked for, and where the publication then is."""

    published: Published
    base: str
    tops: dict[str, tuple[str, str]]

    def ask(self, by: str, path: str, accept: str | None) -> httpx.Response:
        """The first answer to a request for an IRI."""
        headers = {} if accept is None else {"Accept": accept}
        with httpx.Client(headers={"Accept": ""} if accept is None else headers, timeout=30) as client:
            if accept is None:
                del client.headers["Accept"]
            return client.get(f"{self.tops[by][0]}{path}")

    def location(self, by: str, answer: httpx.Response) -> str:
        """Where it leads, below the publication."""
        target = urljoin(str(answer.url), answer.headers["location"])
        top = self.tops[by][1]
        assert target.startswith(top), f"{by} leads elsewhere: {target}"
        return target.removeprefix(top)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """The invented report, published and behind Apache, nginx, and an Apache that only redirects as w3id.org does."""
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-resolution-"))
    folder.chmod(0o777)  # the servers run as somebody else where the tests are run by root
    forwarding, home, other = free_port(), free_port(), free_port()
    base, top = f"http://127.0.0.1:{forwarding}/rapporteur/", f"http://127.0.0.1:{home}/a/pub/"
    try:
        published = publish_site(folder / "www/a/pub", invented(folder / "built", base), base=base, home=top)
        for name, space in (("w3id", "rapporteur"), ("w3id-short", "short")):
            (folder / "redirecting" / space).mkdir(parents=True)
            shutil.copy(published.out / "resolution" / name / ".htaccess", folder / "redirecting" / space)
        sites = {forwarding: folder / "redirecting", home: folder / "www"}
        snippet = published.out / "resolution/nginx.conf"
        with apache(folder, sites), nginx(folder, other, folder / "www", snippet):
            tops = {
                "apache": (top, top),
                "nginx": (f"http://127.0.0.1:{other}/a/pub/",) * 2,
                "w3id": (base, top),
                "w3id-short": (f"http://127.0.0.1:{forwarding}/short/", top),
            }
            yield Served(published, base, tops)
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("by", ["apache", "nginx", "w3id"])
@pytest.mark.parametrize(("accept", "form"), LIKED)
def test_a_client_gets_the_form_it_likes_best(served: Served, by: str, accept: str | None, form: str) -> None:
    """Does the header Accept decide by its numbers, and does whoever wants nothing we have get the page?"""
    answer = served.ask(by, "id/state/ALB", accept)
    assert (answer.status_code, answer.headers["vary"]) == (303, "Accept")
    assert served.location(by, answer) == f"id/state/ALB/{f'index.{ENDINGS[form]}' if form != PAGE else ''}"
    body = httpx.get(urljoin(str(answer.url), answer.headers["location"]))
    assert (body.status_code, body.headers["content-type"].partition(";")[0]) == (200, form)


@pytest.mark.parametrize("by", ["apache", "nginx", "w3id"])
@pytest.mark.parametrize(("path", "page", "data"), [*WAYS, *KNOWN])
def test_an_iri_leads_to_what_speaks_of_it(served: Served, by: str, path: str, page: str, data: str) -> None:
    """Does each kind of IRI lead by 303 to the place that shows it, and to data with statements about it?"""
    if by == "w3id" and (path, page, data) in KNOWN:
        pytest.skip("a host that only redirects does not know what has a page")
    answer = served.ask(by, f"id/{path}", BROWSER)
    assert (answer.status_code, served.location(by, answer)) == (303, page)
    target, fragment = urldefrag(urljoin(str(answer.url), answer.headers["location"]))
    shown = httpx.get(target)
    assert shown.status_code == 200
    if fragment:
        assert any(one.attributes.get("id") == fragment for one in LexborHTMLParser(shown.text).css("[id]")) or (
            path
            == "instrument/untoc/article/3"  # in the authorities and in no report: its treaty's page is all there is
        ), f"no place {fragment} at {target}"
    iri = f"{served.base}id/{path.replace('%c3%a9', '%C3%A9').replace('%28', '(').replace('%29', ')')}"
    for accept, ending in ENDINGS.items():
        answer = served.ask(by, f"id/{path}", accept)
        assert served.location(by, answer) == f"{data or urldefrag(page)[0] + 'index'}.{ending}"
        body = httpx.get(urljoin(str(answer.url), answer.headers["location"]))
        assert (body.status_code, body.headers["content-type"].partition(";")[0]) == (200, accept)
        if "/graph" not in iri:
            said = Graph().parse(data=body.text, format={"ttl": "turtle", "jsonld": "json-ld"}.get(ending, "nt"))
            assert any(iri in map(str, triple) for triple in said), f"{target} does not speak of {iri}"


@pytest.mark.parametrize("by", ["apache", "nginx"])
def test_what_is_nothing_is_not_found(served: Served, by: str) -> None:
    """Is an IRI of nothing 404 in every form, and is nothing that a client wrote taken over undone into a header?"""
    for path in ("id/state/NOPE", "id/nothing/at/all", "id/state/ALB/nonsense", f"id/{DOCUMENT}/recommendation/9.9"):
        for accept in (BROWSER, TURTLE):
            assert served.ask(by, path, accept).status_code == 404, path
    split = served.ask(by, "id/state/ALB/name/x%0d%0aX-Made-Up:%20yes", BROWSER)
    assert "x-made-up" not in split.headers


@pytest.mark.parametrize("by", ["apache", "nginx", "w3id"])
def test_the_vocabulary_resolves(served: Served, by: str) -> None:
    """Does the IRI of the vocabulary lead to its page and to its triples?"""
    for accept, form in (
        (BROWSER, PAGE),
        (TURTLE, TURTLE),
        (JSONLD, JSONLD),
        ("application/rdf+xml", "application/rdf+xml"),
    ):
        answer = served.ask(by, "ontology", accept)
        body = httpx.get(urljoin(str(answer.url), answer.headers["location"]))
        assert (answer.status_code, body.status_code) == (303, 200)
        assert body.headers["content-type"].partition(";")[0] == form
        assert "rapporteur/ontology" in body.text


def test_the_short_file_sends_on_everything(served: Served) -> None:
    """Does the file for a home that resolves by itself keep the path as the client wrote it, to the end of the way?"""
    for path in ("id/state/ALB", f"id/{MEETING}/person/p%22q", "id/state/ALB/name/%D0%90", "ontology"):
        answer = served.ask("w3id-short", path, TURTLE)
        assert (answer.status_code, served.location("w3id-short", answer)) == (303, path)
        end = httpx.get(str(answer.url), headers={"Accept": TURTLE}, follow_redirects=True)
        assert (end.status_code, end.headers["content-type"].partition(";")[0]) == (200, TURTLE)


def test_the_files_for_w3id_keep_its_rules(served: Served) -> None:
    """Would the checker of that service find nothing: no flag with a space, no 301, no 406, anchored, nothing else?"""
    for name in ("w3id", "w3id-short"):
        text = (served.published.out / "resolution" / name / ".htaccess").read_text("utf-8")
        assert text.endswith("\n") and not re.search(r"[ \t]$|\r|\n\n\n", text, re.MULTILINE)
        assert "RewriteEngine on" in text and "GitHub username" in text
        rules = [line.split() for line in text.splitlines() if line.startswith("RewriteRule")]
        assert rules and all(len(rule) == 4 and rule[1].startswith("^") for rule in rules)
        assert {rule[3] for rule in rules if rule[2] != "-"} <= {"[R=303,L,NE,QSD]", "[R=302,L]"}
        assert all(rule[2].startswith(("-", served.tops["apache"][0])) for rule in rules)
        directives = {line.split()[0] for line in text.splitlines() if line and not line.startswith("#")}
        assert directives <= {"RewriteEngine", "RewriteRule", "RewriteCond", "Header", "<IfModule", "</IfModule>"}


def test_a_base_of_ones_own_is_everywhere(served: Served) -> None:
    """Does a publication under another base name w3id.org for vocabularies alone?"""
    seen, strange = 0, set()
    kept = ("w3id.org/rapporteur/ontology", "w3id.org/rapporteur/shapes", "w3id.org/un/", "w3id.org/ro/")
    for file in sorted(served.published.out.rglob("*")):
        if file.is_file() and file.suffix not in (".gz",):
            found = re.findall(r"w3id\.org/[^\s\"'<>)\\]*", file.read_text("utf-8"))
            seen += len(found)
            strange |= {one for one in found if not one.startswith(kept)}
    assert seen > 100 and not strange
    assert served.base in (served.published.out / "catalogue.ttl").read_text("utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_base_that_is_given_stands_before_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """Does a setting of another base reach no file, and are questions asked and answered about the base given?"""
    base = "https://given.example/un/"
    built = invented(tmp_path / "built", base)
    monkeypatch.setenv("RAPPORTEUR_BASE", "https://setting.example/")
    out = publish_site(tmp_path / "out", built, base=base, jobs=jobs).out
    files = [file for file in out.rglob("*") if file.is_file() and file.suffix != ".gz"]
    assert [file.name for file in files if b"setting.example" in file.read_bytes()] == []
    queries = "".join(file.read_text("utf-8") for file in (out / "questions").glob("*/query.rq"))
    assert f"{base}id/" in queries and "w3id.org/rapporteur/id" not in queries
