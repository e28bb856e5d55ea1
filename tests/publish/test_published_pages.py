"""The pages of a publication as files: whole, linked without a break, and saying what the graph says?"""

from __future__ import annotations

import json
import posixpath
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest
from invented import invented
from rdflib import Literal, URIRef
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rapporteur.graph.vocabulary import DCTERMS, LABEL, PREFIXES, RAP, TYPE
from rapporteur.publish import Site, read_site
from rapporteur.publish.lines import ntriples
from rapporteur.publish.pages import write_pages
from rapporteur.publish.pages.drawn import Pictures
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.pictures import draw_figures
from rapporteur.publish.pages.searching import file_of
from rapporteur.publish.writer import Writer

REPORT = "https://w3id.org/rapporteur/id/document/CTOC/COP/WG.4/2010/6"
IN_THE_TEXT = ("Section", "Paragraph", "Subparagraph", "Footnote")
FACTS = 200
_IN_DATA = (RAP["start"], RAP["end"], RAP["order"], TYPE)
"""What the reading page does not show of a lettered part."""


@dataclass(frozen=True)
class Page:
    """One page: where it lies, its tree, the ids in it."""

    path: str
    tree: LexborHTMLParser
    ids: frozenset[str]


@pytest.fixture(scope="session")
def pages(out: Path) -> dict[str, Page]:
    """All pages by their paths; a picture is no page of ours, the room that draws it has its own tests."""
    return _read(out)


def _read(out: Path) -> dict[str, Page]:
    found = {}
    for file in sorted(out.rglob("*.html")):
        path = file.relative_to(out).as_posix()
        if path.startswith("pictures/") and file.name != "index.html":
            continue
        tree = LexborHTMLParser(file.read_text("utf-8"))
        ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), f"{path} has an id twice"
        found[path] = Page(path, tree, frozenset(ids))
    assert len(found) > 400
    return found


def test_every_thing_has_a_page(site: Site, pages: dict[str, Page]) -> None:
    """Has each thing its page, and each list that the front page names?"""
    missing = [iri for iri in site.kinds if site.places.page(iri) not in pages]
    assert missing == []
    front = pages["index.html"].tree
    assert {str(a.attributes["href"]) for a in front.css("ul.many a")} >= {
        "recommendations/",
        "id/state/",
        "id/instrument/",
        "id/theme/",
        "questions/",
        "compendium/",
        "search/",
        "persons/",
        "items/",
    }


def test_no_link_within_the_portal_is_broken(out: Path, pages: dict[str, Page]) -> None:
    """Does each relative address lead to a file, and each fragment to an element on it?"""
    seen, broken = _broken(out, pages)
    assert seen > 20_000
    assert broken == []


def test_many_things_are_divided(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a list or a section has more than a page holds, is it cut, said to be, and is no link broken by it?"""
    monkeypatch.setattr("rapporteur.publish.pages.lists.MOST", 30)
    monkeypatch.setattr("rapporteur.publish.pages.groups.MOST", 10)
    monkeypatch.setattr("rapporteur.publish.pages.searching.MOST_PLACES", 100)
    monkeypatch.setattr("rapporteur.publish.pages.write_questions", lambda pages: 0)
    monkeypatch.setattr("rapporteur.publish.pages.reports.report_data", lambda here, report: [])
    with Writer(tmp_path / "site") as writer:
        write_pages(site, writer)
    pages = _read(tmp_path / "site")
    _, broken = _broken(tmp_path / "site", pages)
    assert {address for _, address in broken if "questions/" not in address and "downloads/" not in address} == set()
    rows = [len(pages[f"recommendations/{part}index.html"].tree.css("tbody tr")) for part in ("", "~2/", "~3/")]
    assert rows == [30, 30, 17]
    assert re.search(r"The first 10 of \d+\.", str(pages["id/capacity/representative/index.html"].tree.html))
    form = pages["search/index.html"].tree.css_first("form.search[data-parts]")
    parts = str(form.attributes["data-parts"]).split() if form else []
    assert {"v", "vi", "vic"} & set(parts) and len(parts) > 60
    for part in parts:
        for word in json.loads((tmp_path / f"site/search/words/{part}_.json").read_text("utf-8")):
            starts = [file_of(word[:letters]) for letters in range(1, len(word) + 1)]
            assert [start for start in starts if start in parts][-1] == part, word


def _broken(out: Path, pages: dict[str, Page]) -> tuple[int, list[tuple[str, str]]]:
    """How many relative addresses there are, and those that lead nowhere."""
    broken, seen = [], 0
    things: dict[str, set[str]] = {}
    for page in pages.values():
        for node in page.tree.css("[href], [src]"):
            address = str(node.attributes.get("href") or node.attributes.get("src"))
            if address.startswith(("http://", "https://")):
                continue
            seen += 1
            way, _, fragment = address.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(way))) if way else page.path
            to = posixpath.normpath(f"{to}/index.html") if way.endswith("/") else to
            if fragment and to.startswith("pictures/") and to not in pages:
                if to not in things:
                    things[to] = {node["id"] for node in picture_data(out / to)["scenes"][0]["nodes"]}
                if unquote(fragment) in things[to]:
                    continue
                broken.append((page.path, address))
            if not (out / to).is_file() or (fragment and to in pages and fragment not in pages[to].ids):
                broken.append((page.path, address))
    return seen, broken


def picture_data(file: Path) -> dict[str, Any]:
    """What a picture knows."""
    node = LexborHTMLParser(file.read_text("utf-8")).css_first("#data")
    assert node is not None
    data: dict[str, Any] = json.loads(node.text())
    return data


def test_what_stands_in_the_network_leads_there(site: Site, out: Path, pages: dict[str, Page]) -> None:
    """Does each page of a thing that the picture of everything holds lead to it there, and no other page?"""
    folder = f"pictures/{site.reports[0].name}"
    shown = {node["id"] for node in picture_data(out / folder / "everything.html")["scenes"][0]["nodes"]}
    leading = {
        str(iri)
        for iri in site.kinds
        for a in pages[site.places.page(iri)].tree.css(".see a")
        if unquote(str(a.attributes["href"])).endswith(f"{folder}/everything.html#{iri}")
    }
    assert leading == shown & {str(iri) for iri in site.kinds if str(iri) != REPORT} and len(leading) > 150
    report = pages[site.places.page(URIRef(REPORT))].tree
    drawn = {posixpath.basename(str(a.attributes["href"])) for a in report.css(".see a")} - {""}
    assert drawn == {file.name for file in (out / folder).iterdir()} - {"index.html"} and len(drawn) == 8


def test_a_picture_leads_to_the_page_of_all_it_shows(out: Path, pages: dict[str, Page]) -> None:
    """Does each thing and each link of every picture lead to a page, and to the place on it where it stands?"""
    pictures = [file for file in sorted(out.glob("pictures/*/*.html")) if file.name != "index.html"]
    seen, broken = 0, []
    for file in pictures:
        data = picture_data(file)
        folder = file.parent.relative_to(out).as_posix()
        for iri in {node["id"] for node in data["scenes"][0]["nodes"]} | set(data["evidence"]):
            way, _, fragment = data["addresses"].get(iri, "missing").partition("#")
            page = pages.get(posixpath.normpath(f"{folder}/{unquote(way)}/index.html"))
            seen += 1
            if page is None or (fragment and unquote(fragment) not in page.ids):
                broken.append((file.name, iri))
    assert broken == [] and len(pictures) == 8 and seen > 1000


def test_figures_are_drawn_where_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does the front show figures with words for those who do not see them, and does their page show all?"""
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    monkeypatch.setattr("rapporteur.view.figures.__all__", ["who_was_asked", "provisions_by_citation"])
    monkeypatch.setattr("rapporteur.publish.pages.write_questions", lambda pages: 0)
    site = read_site(invented(tmp_path / "built", "https://w3id.org/rapporteur/"))
    pictures = Pictures()
    with Writer(tmp_path / "site") as writer:
        draw_figures(site, writer, pictures)
        write_pages(site, writer, drawn=lambda: pictures)
    folder = "pictures/FERRY-WG.1-2031-1"
    for page, names in (
        ("index.html", [f"{folder}/who-was-asked.svg"]),
        (f"{folder}/index.html", ["who-was-asked.svg", "provisions-by-citation.svg"]),
    ):
        tree = LexborHTMLParser((tmp_path / "site" / page).read_text("utf-8"))
        assert [img.attributes["src"] for img in tree.css("img")] == names
        assert all(len(str(img.attributes["alt"])) > 20 for img in tree.css("img"))
    assert (tmp_path / "site" / folder / "who-was-asked.svg").read_bytes().startswith(b"<?xml")


def test_pages_load_nothing_from_outside(pages: dict[str, Page]) -> None:
    """Are styles, scripts and pictures our own, and is every script a file that nothing but data stands beside?"""
    for page in pages.values():
        for node in page.tree.css("script[src], img, iframe, object, link[rel=stylesheet], link[rel=icon]"):
            address = str(node.attributes.get("src") or node.attributes.get("href"))
            assert not re.match(r"\w+:|//", address), page.path
        for node in page.tree.css("script:not([src])"):
            kind = node.attributes.get("type")
            if kind == "application/json":
                assert page.path == "resolve/index.html" and json.loads(node.text())["keys"]
                continue
            assert kind == "application/ld+json", page.path
            assert json.loads(node.text())["@context"] == "https://schema.org"
        assert page.tree.css_first("[style]") is None and page.tree.css_first("[onclick]") is None


def _kinds(site: Site, pages: dict[str, Page]) -> list[str]:
    """A page of each kind, and of each template."""
    kinds = [site.places.page(iris[len(iris) // 2]) for iris in site.things.values() if iris]
    others = ["index.html", "recommendations/index.html", "id/state/index.html", "id/rule/index.html"]
    others += [
        "search/index.html",
        "resolve/index.html",
        "questions/index.html",
        "questions/agenda/index.html",
        "compendium/index.html",
        "downloads/index.html",
        "downloads/CTOC-COP-WG.4-2010-6/index.html",
    ]
    return [path for path in kinds + others if not path.endswith("2010/6/index.html")]


def test_pages_are_valid_html(site: Site, out: Path, pages: dict[str, Page]) -> None:
    """Does a parser of the HTML standard find no fault in a page of each kind, and in a long piece of the report?"""
    for path in _kinds(site, pages):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((out / path).read_text("utf-8"))
        assert parser.errors == [], path
    report = (out / site.places.page(URIRef(REPORT))).read_text("utf-8")
    begin, end = report.index('<h2 id="section/I"'), report.index('<p class="p" id="paragraph/14"')
    parser = html5lib.HTMLParser(strict=False)
    parser.parseFragment(report[begin:end])
    assert parser.errors == [] and end - begin > 20_000


def test_every_file_of_the_data_can_be_had_from_a_page(out: Path, pages: dict[str, Page]) -> None:
    """Do the front and the pages of the data lead to every file of it, and say licence, and what it is to a search?"""
    front, whole = pages["index.html"], pages["downloads/index.html"]
    assert "downloads/" in _leads_to(front, front.tree.css_first("main"))
    own = pages["downloads/CTOC-COP-WG.4-2010-6/index.html"]
    listed = {way.strip("/") for page in (whole, own) for way in _leads_to(page, page.tree.css_first("main"))}
    there = {path.relative_to(out).as_posix() for path in (out / "data").rglob("*") if path.is_file()}
    assert len(there) > 40
    assert there | {"rapporteur-data.tar.gz", "catalogue.ttl", "CITATION.cff", "SHA256SUMS"} <= listed
    assert whole.tree.css_first('a[rel~="license"]') is not None
    embedded = json.loads(front.tree.css_first('script[type="application/ld+json"]').text())["@graph"]
    assert [one["@type"] for one in embedded] == ["WebSite", "Dataset"]


def test_counts_are_of_things_and_not_of_lines(site: Site, pages: dict[str, Page]) -> None:
    """Does an item count statements and recommendations apart, a theme recommendations, a treaty the text parts?"""
    item = pages[site.places.page(URIRef(f"{site.root}meeting/CTOC/COP/WG.4/2010-01-27/item/2"))]
    assert {"Statements and presentations on it 33", "Recommendations on it 29"} <= _headings(item)
    theme = pages[site.places.page(URIRef(f"{site.root}theme/training"))]
    assert "Recommendations on this theme 12, in 9 places" in _headings(theme)
    article = pages[site.places.page(URIRef(f"{site.root}instrument/tip-protocol/article/3/subparagraph/a"))]
    assert "Cited in 2" in _headings(article)
    rows = pages["id/instrument/index.html"].tree.css("tbody tr")
    row = next(row for row in rows if "article 3, subparagraph (a)" in row.css_first("td").text())
    assert [cell.text() for cell in row.css("td")][2:] == ["2", "0"]


def _headings(page: Page) -> set[str]:
    return {" ".join(node.text().split()) for node in page.tree.css("h2")}


def test_the_report_is_light(site: Site, out: Path) -> None:
    """Is the reading page below 500 kB, and with all its files?"""
    page = (out / site.places.page(URIRef(REPORT))).stat().st_size
    assert page < 500_000
    assert page + (out / "assets/style.css").stat().st_size + (out / "assets/page.js").stat().st_size < 530_000


def _iri(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _statements(page: Page) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    """What a page says in RDFa: of what stands in the nearest ``about``."""
    for node in page.tree.css("[about] [property]"):
        above: LexborNode | None = node
        while above is not None and "about" not in above.attributes:
            above = above.parent
        assert above is not None
        subject, property_ = URIRef(str(above.attributes["about"])), _iri(str(node.attributes["property"]))
        if resource := node.attributes.get("resource"):
            yield subject, property_, URIRef(resource)
            continue
        content = node.attributes.get("content")
        words = content if content is not None else node.text(deep=True)
        datatype = node.attributes.get("datatype")
        language = None if datatype else node.attributes.get("lang")
        plain = not datatype or datatype == "xsd:string"
        yield (
            subject,
            property_,
            Literal(words, lang=language, datatype=None if plain else _iri(str(datatype)), normalize=False),
        )


def _text_of(node: LexborNode) -> str:
    """The words of a paragraph, heading or note without cards, number, note markers and recommendations."""
    copy = LexborHTMLParser(f"<div id=whole>{node.html}</div>").css_first("#whole")
    assert copy is not None
    for away in copy.css(".c, .n, .u, sup"):
        away.decompose()
    return " ".join(copy.text(deep=True).split())


def _heading_above(page: Page, fragment: str) -> str:
    last = ""
    for node in page.tree.css(".report > [id]"):
        if node.attributes["id"] == fragment:
            return last
        if (node.tag or "").startswith("h"):
            last = str(node.attributes["id"])
    raise AssertionError(fragment)


def _leads_to(page: Page, node: LexborNode) -> list[str]:
    """The addresses from the top of the publication that the links within an element lead to."""
    found = []
    for link in node.css("a[href]"):
        way, mark, fragment = str(link.attributes["href"]).partition("#")
        at = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), way or "."))
        found.append(f"{at}/{mark}{fragment}")
    return found


def _on_the_reading_page(site: Site, page: Page, subject: URIRef, property_: URIRef, value: URIRef | Literal) -> bool:
    """Whether a statement of a part of the report is shown where the part is."""
    fragment = site.places.fragment(subject)
    node = page.tree.css_first(f'[id="{fragment}"]')
    if node is None:
        return False
    name = str(property_)[len(str(RAP)) :] if property_.startswith(str(RAP)) else str(property_)
    sub = RAP["Subparagraph"] in site.facts.things(subject, TYPE)
    around = node.parent if sub else node
    assert around is not None
    title = (around.css_first("a.n") or around).attributes.get("title") or ""
    if name in ("text", str(DCTERMS["title"])):
        return " ".join(str(value).split()) in _text_of(around)
    if name in ("cites", "mentions") and isinstance(value, URIRef):
        cards = [card for card in around.css(".c > span") if f" {name} " in f" {card.text()}"]
        return any(site.places.address(value) in _leads_to(page, card) for card in cards)
    if name == "inDocument":
        return page.path == site.places.page(value)
    if name == str(LABEL):
        words = fragment.replace("/", " ") if not sub else "paragraph {} ({})".format(*fragment.split("/")[1:])
        return str(value) == f"{site.label(URIRef(REPORT))}, {words}"
    if sub:
        if name == "number":
            after = re.sub(r"<[^>]*>", "", str(around.html).partition(f'id="{fragment}"')[2].partition(">")[2])
            return after.lstrip().startswith(f"({value})")
        return name == str(DCTERMS["isPartOf"]) and around.attributes["id"] == site.places.fragment(value)
    if name in ("start", "end", "order", "page"):
        numbers = dict(zip(("order", "start", "end", "page"), re.findall(r"\d+", title), strict=False))
        return numbers[name] == str(value)
    if name == "number":
        shown = node.css_first(".n") or node.css_first("sup")
        return shown is not None and shown.text().strip().rstrip(".") == str(value)
    if name == "path":
        return fragment == f"section/{value}"
    if name == "noteOf":
        holder = page.tree.css_first(f'[id="{site.places.fragment(value)}"]')
        return holder is not None and f"#{fragment}" in {a.attributes["href"] for a in holder.css("sup a")}
    if property_ == TYPE:
        kinds = {"p": RAP["Paragraph"], "fn": RAP["Footnote"], None: RAP["Section"]}
        return kinds[node.attributes.get("class")] == value
    if name != str(DCTERMS["isPartOf"]):
        return False
    if node.attributes.get("class") == "p":
        return _heading_above(page, fragment) == site.places.fragment(value)
    if node.attributes.get("class") == "fn":
        return page.tree.css_first(f'[id="{site.places.fragment(value)}"]') is not None
    above = site.places.fragment(value)  # a section's heading stands a level below that of what it is part of
    holder = page.tree.css_first(f'[id="{above}"]') if above else page.tree.css_first("h1")
    return holder is not None and int(str(node.tag)[1]) == int(str(holder.tag)[1]) + 1


def _kind(site: Site, fact: tuple[URIRef, URIRef, URIRef | Literal]) -> tuple[str, ...]:
    """What a fact is of, and what it says."""
    return (*map(str, site.facts.things(fact[0], TYPE)), str(fact[1]))


def test_facts_of_the_graph_stand_on_the_right_page(site: Site, pages: dict[str, Page], out: Path) -> None:
    """Are facts taken at random from the graph, of each kind at least one, shown on the page of what they are about?

    Where a lettered part begins and ends, and its place in the order, stand in the page's data alone.
    """
    facts = sorted(t for t in site.reports[0].facts if site.places.is_ours(t[0]))
    random.Random(20100127).shuffle(facts)
    chosen = list({_kind(site, fact): fact for fact in facts}.values())
    assert len(chosen) > 140
    chosen += facts[:FACTS]
    data = set((out / site.places.data(URIRef(REPORT), "nt")).read_text("utf-8").splitlines(keepends=True))
    said: dict[str, set[tuple[URIRef, URIRef, URIRef | Literal]]] = defaultdict(set)
    missing, read, in_data = [], 0, 0
    for fact in chosen:
        subject, property_, value = fact
        path = f"{site.places.address(subject).partition('#')[0]}index.html"
        page = pages[path]
        if any(RAP[name] in site.facts.things(subject, TYPE) for name in IN_THE_TEXT) and str(subject).startswith(
            REPORT
        ):
            read += 1
            if RAP["Subparagraph"] in site.facts.things(subject, TYPE) and property_ in _IN_DATA:
                in_data += ntriples([(subject, [(property_, [value])])]) in data
            elif not _on_the_reading_page(site, page, subject, property_, value):
                missing.append(fact)
            continue
        said[path] = said[path] or set(_statements(page))
        if fact not in said[path]:
            missing.append(fact)
    assert missing == []
    assert 60 < read < len(chosen) - FACTS // 2 and in_data >= len(_IN_DATA)


def test_statements_of_pages_stand_in_the_graph(site: Site, pages: dict[str, Page]) -> None:
    """Is every statement that a page makes a fact of the graph, word for word?"""
    every = [statement for page in pages.values() for statement in _statements(page)]
    assert len(every) > 4_000
    assert len({_kind(site, statement) for statement in every}) > 100
    wrong = [s for s in every if s[2] not in site.facts.about(s[0]).get(s[1], ())]
    assert wrong == []


def test_every_link_has_its_card(site: Site, pages: dict[str, Page]) -> None:
    """Has each link of the evidence its own place on the reading page, with target, grade and rule?"""
    page = pages[site.places.page(URIRef(REPORT))]
    evidence = site.reports[0].evidence
    missing = [row.iri for row in evidence if site.places.fragment(row.iri) not in page.ids]
    assert missing == []
    rules = {str(a.attributes["href"]): a for a in page.tree.css(".c small a")}
    assert len(rules) > 60
    for row in random.Random(7).sample(evidence, 60):
        card = page.tree.css_first(f'[id="{site.places.fragment(row.iri)}"]')
        assert card is not None
        card = card if card.css_first("small") else card.parent
        assert card is not None
        words = card.text()
        assert site.label(row.grade) in words
        assert any(
            str(a.attributes["href"]).endswith(site.places.address(row.target).rpartition("id/")[2][-12:])
            for a in card.css("a")
        )
        phrase = card.parent.parent.css_first("a") if card.parent and card.parent.parent else None
        assert phrase is not None and phrase.text().strip()[:4] in row.quote.replace("*", "").replace("\n", " ")


def test_links_lie_on_their_words(site: Site) -> None:
    """Is what is underlined for a link, letter by letter, its quote, wherever the part shown holds it?"""
    pages = Pages(site, Writer("unused"))
    placed, wrong = 0, []
    for row in site.reports[0].evidence:
        passage = pages.passage(pages.part_of(row))
        place = passage.place(row.start, row.end) if passage else None
        if passage is None or place is None:
            continue
        placed += 1
        quote = re.sub(r"<sup>[^<]*</sup>|\W", "", row.quote)
        if re.sub(r"\W", "", passage.text[slice(*place)]) != quote:
            wrong.append(row.quote)
    assert placed > 1_000 and len(wrong) <= 1, wrong


def test_pages_give_their_own_data(site: Site, out: Path, pages: dict[str, Page]) -> None:
    """Does each page of a thing link Turtle and JSON-LD that say of it what the graph says?"""
    from rdflib import Graph

    for iri in random.Random(3).sample(sorted(site.kinds), 12):
        page = pages[site.places.page(iri)]
        ways = [str(node.attributes["href"]) for node in page.tree.css("link[rel=alternate]")]
        assert ways == ["index.ttl", "index.jsonld"]
        graphs = [Graph().parse(out / site.places.data(iri, ending)) for ending in ("ttl", "jsonld")]
        assert set(graphs[0]) == set(graphs[1])
        wanted = {(iri, p, value) for p, values in site.facts.about(iri).items() for value in values}
        assert wanted <= set(graphs[0])


def test_the_search_index_finds_what_is_there(site: Site, out: Path, pages: dict[str, Page]) -> None:
    """Do the words of a recommendation lead to it in the index, and does each address in the index exist?"""
    files = sorted((out / "search/things").iterdir(), key=lambda file: int(file.stem))
    things = [row for file in files for row in json.loads(file.read_text("utf-8"))]
    assert len(things) > len(site.kinds)
    for _, address, _, _ in things:
        assert (out / address.partition("#")[0] / "index.html").is_file()
    kinds = {o.text(): o.attributes for o in pages["search/index.html"].tree.css("#kind option[data-first]")}
    for kind, said in kinds.items():
        where = [at for at, row in enumerate(things) if row[2] == kind]
        assert where == list(range(int(str(said["data-first"])), int(str(said["data-end"]))))
    words = json.loads((out / "search/words/v_.json").read_text("utf-8"))
    unit = next(iri for iri in site.things["recommendation"] if "victim-centred" in site.facts.text(iri, RAP["text"]))
    assert site.places.address(unit) in {things[at][1] for at, _ in words["victim"]}


def test_the_compendium_has_every_recommendation(site: Site, pages: dict[str, Page]) -> None:
    """Does each recommendation that has a theme stand under it?"""
    page = pages["compendium/index.html"]
    for theme in {theme for unit in site.things["recommendation"] for theme in site.facts.things(unit, RAP["theme"])}:
        head = page.tree.css_first(f'[id="t/{theme[len(site.root) :]}"]')
        assert head is not None and head.parent is not None
        assert len(head.parent.css("dt")) == len(site.facts.subjects(RAP["theme"], theme))


def test_several_reports_have_a_compendium_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does the page of the compendium lead to that of each report, and does each hold its own recommendations alone?"""
    monkeypatch.setattr("rapporteur.publish.pages.write_questions", lambda pages: 0)
    text = invented(tmp_path / "built", "https://w3id.org/rapporteur/").read_text("utf-8")
    other = text.replace("FERRY/WG.1/2031", "FERRY/WG.2/2031").replace("Albania should paint", "Albania should sink")
    (tmp_path / "built/other.trig").write_text(other, "utf-8")
    theme = "rap:theme <theme/training> ; rap:recordedIn"
    for file in (tmp_path / "built").iterdir():
        file.write_text(file.read_text("utf-8").replace("rap:recordedIn", theme), "utf-8")
    with Writer(tmp_path / "site") as writer:
        write_pages(read_site(tmp_path / "built"), writer)
    leads = LexborHTMLParser((tmp_path / "site/compendium/index.html").read_text("utf-8"))
    assert [str(a.attributes["href"]) for a in leads.css("ul.many")[0].css("a")] == [
        "FERRY-WG.1-2031-1/",
        "FERRY-WG.2-2031-1/",
    ]
    for group, verb in ((1, "paint"), (2, "sink")):
        page = (tmp_path / f"site/compendium/FERRY-WG.{group}-2031-1/index.html").read_text("utf-8")
        assert [dd.text().split()[2] for dd in LexborHTMLParser(page).css("dd")] == [verb]


def test_the_look_is_one_with_the_server() -> None:
    """Have the pages of a publication and of the server the same colours, light and dark?"""
    source = Path(__file__).parent.parent.parent / "src/rapporteur"
    ours, theirs = (
        re.findall(r"--[a-z-]+: #[0-9a-f]{3,6}", (source / room / "assets/style.css").read_text("utf-8"))
        for room in ("publish", "serve")
    )
    assert len(theirs) > 20 and ours[: len(theirs)] == theirs
