"""The picture in a browser: can it be read, does a line open its words, and can all be done by keyboard?"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from rdflib import Graph

from rapporteur.view import Picture, picture
from rapporteur.view.networks import PROJECTIONS, project, read_facts

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

pytestmark = pytest.mark.slow

GOLD = Path(__file__).parents[1] / "gold" / "CTOC-COP-WG.4-2010-6"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def networks(graph: Graph) -> list[nx.Graph]:
    """Every projection of the main report, "everything" first."""
    facts = read_facts(graph)
    return [project(facts, name) for name in PROJECTIONS]


@pytest.fixture(scope="module")
def drawn(networks: list[nx.Graph]) -> Picture:
    return picture(networks)


@pytest.fixture(scope="module")
def address(drawn: Picture, tmp_path_factory: pytest.TempPathFactory) -> str:
    return drawn.save(tmp_path_factory.mktemp("picture") / "network.html").as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    yield from opened(browser, address)


def opened(browser: Any, address: str, **settings: Any) -> Iterator[Any]:
    """A page; the test fails on an error or warning in it, or if it asked for anything but itself."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
    context.set_default_timeout(20_000)
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    found.on("pageerror", lambda fault: wrong.append(str(fault)))
    found.on("request", lambda asked: None if asked.url.startswith((address, "blob:")) else wrong.append(asked.url))
    found.goto(address)
    yield found
    context.close()
    assert wrong == []


def shown(page: Any) -> tuple[int, int]:
    counts = page.evaluate("rapporteur.shown()")
    return counts["nodes"], counts["edges"]


def violations(page: Any) -> list[str]:
    found = axe_api.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


def invented(**nodes: str) -> nx.MultiDiGraph:
    """A network of an invented report: names and their kinds."""
    made = nx.MultiDiGraph(projection="invented", title="An invented network", layout="force", evidence={})
    for name, kind in nodes.items():
        made.add_node(f"urn:x:{name}", iri=f"urn:x:{name}", kind=kind, label=name, short=name, group="", text="")
    return made


def test_every_projection_can_be_read_at_first_sight(page: Any, networks: list[nx.Graph]) -> None:
    """Is everything drawn and labelled, at 9 pixels or more, with fewer than one label in twenty touching another?"""
    assert page.locator("#picture option").count() == len(networks) == 8
    for at, network in enumerate(networks):
        page.select_option("#picture", str(at))
        assert page.title() == network.graph["title"]
        told = page.evaluate("rapporteur.labels()")
        nodes, edges = shown(page)
        doubled = 6 if network.graph["projection"] == "everything" else 0  # built on and cited: drawn once
        back = silent(network)
        assert (nodes, edges) == (len(network) - len(back), network.number_of_edges() - doubled), page.title()
        assert told["bare"] == [] and told["labels"] >= nodes, page.title()
        assert told["share"] < 0.05, (page.title(), told["meeting"][:5])
        assert told["pixels"] >= 9, page.title()


def silent(network: nx.Graph) -> list[str]:
    """Names of those who stand back at first sight: who attended and said nothing, where no line touches them."""
    return sorted(data["label"] for _, data in network.nodes(data=True) if data["group"] == "Attended only")


def test_who_said_nothing_stands_back_until_called(page: Any, networks: list[nx.Graph]) -> None:
    """Does "everything" fit the screen without them, does the legend say so, do search and button bring them?"""
    back = silent(networks[0])
    assert len(back) == 56 and "Armenia" in back
    assert "56 things under “Attended only”, which no line touches, stand back" in page.inner_text("#legend")
    assert page.evaluate("""() => {
      const { cy } = rapporteur, box = cy.elements().not(".hidden").renderedBoundingBox();
      return box.x1 >= 0 && box.y1 >= 0 && box.x2 <= cy.width() && box.y2 <= cy.height();
    }""")
    page.fill("#search", "armenia")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Armenia" and shown(page)[0] == len(networks[0])
    page.click("#undo")
    assert shown(page)[0] == len(networks[0]) - 56
    page.click("#all")
    assert shown(page)[0] == len(networks[0])


def test_all_capacities_and_items_are_in_view_at_first_sight(page: Any, networks: list[nx.Graph]) -> None:
    """In the picture too high for a screen, are its few things where they are seen?"""
    at = next(at for at, network in enumerate(networks) if network.graph["projection"] == "participation")
    page.select_option("#picture", str(at))
    lowest = page.evaluate("""() => Math.max(...[...rapporteur.scene().nodes.values()]
      .filter((node) => ["capacity", "item"].includes(node.kind))
      .map((node) => rapporteur.cy.getElementById(node.id).renderedBoundingBox().y2 - rapporteur.cy.height()))""")
    assert lowest < 0


def gold_citations() -> list[tuple[str, str, str, str]]:
    """Unit, end of the target's IRI, quoted words and the unit's text, of each provision cited, annotated by hand."""
    cited = {}
    for row in (GOLD / "citations.jsonl").read_text("utf-8").splitlines():
        one = json.loads(row)
        if one["type"] == "treaty-article":
            path = re.sub(r"/([a-z])$", r"/subparagraph/\1", one["target"])
            path = re.sub(r"/art(?=\d)", "/article/", re.sub(r"/para(?=\d)", "/paragraph/", path))
            cited[one["id"]] = (path, one["quote_norm"])
    units = [json.loads(row) for row in (GOLD / "recommendations.jsonl").read_text("utf-8").splitlines()]
    return [
        (unit["id"] if "." in unit["id"] else unit["id"] + ".1", *cited[one], unit["text"])
        for unit in units
        for one in unit["cites"]
        if one in cited
    ]


def test_a_line_shows_the_sentence_that_the_gold_says(page: Any) -> None:
    """Does the line from a recommendation to a provision open the unit's sentence with just the quoted words marked?"""
    expected = gold_citations()
    assert len(expected) == 6
    for number, target, quote, text in expected:
        found = page.evaluate(
            """([number, target]) => {
              const of = rapporteur.scene();
              const found = [...of.edges.values()].filter((edge) => edge.property === "cites"
                && of.nodes.get(edge.source).label === number && edge.target.endsWith(target));
              if (found.length) rapporteur.choose(found[0].id);
              return found.length;
            }""",
            [number, target],
        )
        assert found == 1, (number, target)
        assert page.locator("#details mark").all_inner_texts() == [quote]
        sentence = page.locator("#details blockquote").inner_text()
        assert sentence in text or text in sentence, number
        assert "Grade" in page.locator("#details dl").inner_text()
        assert "/link/" in page.locator("#details .iri").inner_text()


def test_details_lead_to_the_pages_of_a_publication(browser: Any, networks: list[nx.Graph], tmp_path: Path) -> None:
    """Is a thing linked at the home that was given, a link too, and the report's page where one is known?"""
    network = networks[list(PROJECTIONS).index("lineage")].copy()
    link = next(iter(network.graph["evidence"]))
    network.graph["evidence"] = {link: {**network.graph["evidence"][link], "page": 7}}
    drawn = picture(network, report="https://library.example/a.pdf", home="https://library.example/un/")
    for page in opened(browser, drawn.save(tmp_path / "a.html").as_uri()):
        page.evaluate("(id) => rapporteur.choose(id)", next(iter(network)))
        assert (
            page.locator("#details .iri a").get_attribute("href").startswith("https://library.example/un/id/document/")
        )
        page.evaluate(
            """(link) => {
              const lines = [...rapporteur.scene().edges.values()];
              rapporteur.choose(lines.find((one) => one.links[0] === link).id);
            }""",
            link,
        )
        found = [one.get_attribute("href") for one in page.locator("#details a").all()]
        assert found == [
            "https://library.example/a.pdf#page=7",
            link.replace("w3id.org/rapporteur", "library.example/un"),
        ]
        assert violations(page) == []


def test_a_pointer_opens_lines_and_things(page: Any) -> None:
    """Does a click on a line open its words, one on a thing its neighbours, and one beside them nothing?"""
    page.evaluate("""() => {
      const of = rapporteur.scene();
      const edge = [...of.edges.values()].find((one) => one.property === "buildsOn");
      rapporteur.change({ only: [edge.source, edge.target] });
      rapporteur.choose(null);
    }""")
    box = page.locator("#drawing").bounding_box()
    at = page.evaluate("rapporteur.cy.edges().filter(e => !e.hasClass('hidden'))[0].renderedMidpoint()")
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    assert "builds on" in page.locator("#details h2").inner_text()
    assert page.locator("#details mark").count() == 1
    at = page.evaluate(
        "rapporteur.cy.$('node[kind = \"recommendation\"]').filter(n => n.visible())[0].renderedPosition()"
    )
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    assert page.locator("#details h2").inner_text().startswith("Recommendation ")
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    assert page.locator("#details h2").inner_text() == "Nothing chosen"


def test_filters_undo_and_redo_change_what_they_should(page: Any) -> None:
    """Does each filter leave what the network says it should, undo take it back and redo bring it again?"""
    page.click("#all")
    whole = shown(page)
    kinds = page.evaluate("[...rapporteur.scene().nodes.values()].filter(n => n.kind === 'state').length")
    page.uncheck("[data-key='kind:state']")
    assert shown(page)[0] == whole[0] - kinds
    page.click("#undo")
    assert shown(page) == whole and page.is_checked("[data-key='kind:state']")
    page.click("#redo")
    assert shown(page)[0] == whole[0] - kinds
    page.click("#all")
    mentions = page.evaluate("[...rapporteur.scene().edges.values()].filter(e => e.property === 'mentions').length")
    page.uncheck("[data-key='property:mentions']")
    assert shown(page) == (whole[0], whole[1] - mentions)
    for key in ("theme", "strength"):
        page.click("#all")
        page.select_option(f"#{key}", index=1)
        left = page.evaluate("""() => {
          const shown = rapporteur.visible().nodes, of = rapporteur.scene();
          return [...shown].filter(id => of.nodes.get(id).kind === "recommendation").length;
        }""")
        assert page.evaluate(f"document.querySelector('#{key}').selectedOptions[0].text").endswith(f"({left})")
        assert 0 < left < 77 and shown(page)[1] < whole[1]
    page.click("#all")
    page.select_option("#grade", index=1)
    assert page.evaluate("document.querySelector('#grade').selectedOptions[0].text").endswith(f"({shown(page)[1]})")
    page.click("#all")
    page.select_option("#who", label="Albania")
    albania = page.evaluate("""() => {
      const of = rapporteur.scene();
      return of.around.get([...of.nodes.values()].find(node => node.label === "Albania").id).length;
    }""")
    assert shown(page)[1] == albania > 0
    assert "of" in page.inner_text("#count")
    page.click("#all")
    assert shown(page) == whole and page.locator("#all").is_disabled()


def test_a_neighbourhood_opens_widens_and_closes(page: Any) -> None:
    """Does focus leave a thing with its neighbours, expand add theirs, and undo go back step by step?"""
    whole = shown(page)
    degree = page.evaluate("""() => {
      const of = rapporteur.scene();
      const cited = [...of.nodes.keys()].filter(id => of.nodes.get(id).kind === "provision");
      const most = cited.reduce((best, id) => of.around.get(id).length > of.around.get(best).length ? id : best);
      rapporteur.choose(most);
      return of.around.get(most).length;
    }""")
    page.get_by_role("button", name="Only its neighbours").click()
    near = shown(page)
    assert near == (degree + 1, degree)
    page.click("#expand")
    wider = shown(page)
    assert near[0] < wider[0] < whole[0]
    page.click("#undo")
    assert shown(page) == near
    page.click("#undo")
    assert shown(page) == whole


def test_all_can_be_done_by_keyboard(page: Any) -> None:
    """Search, walk, open, focus, undo, table and back, without a pointer?"""
    page.keyboard.press("/")
    page.keyboard.type("article 25")
    assert "thing" in page.inner_text("#found")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "result-0"
    page.keyboard.press("Enter")
    assert "article 25" in page.locator("#details h2").inner_text()
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Only its neighbours"
    page.keyboard.press("Enter")
    near = shown(page)
    assert near[0] < 10
    page.keyboard.press("Control+z")
    assert shown(page)[0] > near[0]
    page.locator("#drawing").focus()
    first = page.locator("#details h2").inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#details h2").inner_text() != first
    assert page.locator("#details h2").inner_text() in page.inner_text("#said")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("t")
    assert page.is_visible("#table") and page.evaluate("document.activeElement.id") == "table"
    page.keyboard.press("t")
    assert page.is_visible("#drawing") and page.evaluate("document.activeElement.id") == "drawing"


def test_the_tables_hold_what_the_network_holds(page: Any, drawn: Picture) -> None:
    """Has each line and each thing one row, sorted as asked, and do filter and search thin them out?"""
    page.click("#as-table")
    assert page.locator("#rows tr").count() == drawn.edges
    assert page.inner_text("#caption") == f"{drawn.edges} of {drawn.edges} lines"
    page.click("#heads button >> text=To")
    assert page.get_attribute("#heads th >> nth=2", "aria-sort") == "ascending"
    first = page.inner_text("#rows tr:first-child td:nth-child(3)")
    page.click("#heads button >> text=To")
    last = page.inner_text("#rows tr:first-child td:nth-child(3)")
    assert page.get_attribute("#heads th >> nth=2", "aria-sort") == "descending" and first < last
    page.fill("#search", "article 26")
    assert 0 < page.locator("#rows tr").count() < drawn.edges
    page.locator("#rows button").first.click()
    assert "article 26" in page.inner_text("#details")
    page.fill("#search", "")
    page.click("#all")
    page.click("#list-things")
    assert page.locator("#rows tr").count() == drawn.nodes


def test_what_is_drawn_can_be_saved(page: Any, drawn: Picture, tmp_path: Path) -> None:
    """Is the PNG an image of some size, and the SVG well-formed, with all that is shown and nothing from outside?"""
    with page.expect_download() as saved:
        page.click("#as-png")
    saved.value.save_as(tmp_path / "network.png")
    png = (tmp_path / "network.png").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and int.from_bytes(png[16:20]) > 1000
    page.uncheck("[data-key='property:mentions']")
    with page.expect_download() as saved:
        page.click("#as-svg")
    saved.value.save_as(tmp_path / "network.svg")
    root = ElementTree.parse(tmp_path / "network.svg").getroot()
    nodes, edges = shown(page)
    boxes, lines, things = root.findall(f"{SVG}g")
    assert root.tag == f"{SVG}svg" and root.findtext(f"{SVG}title") == drawn.title
    framed = page.evaluate("[...rapporteur.scene().nodes.values()].filter(n => n.box).length")
    assert (len(things), len(lines)) == (nodes - framed, edges) and len(boxes) >= framed
    assert any("“" in (line.findtext(f"{SVG}title") or "") for line in lines)
    assert not [value for one in root.iter() for name, value in one.items() if "href" in name or "url(" in value]


def test_a_moved_thing_stays_and_undo_puts_it_back(page: Any) -> None:
    """Is a dragged node where it was dropped, and after undo where it was?"""
    where = "rapporteur.cy.$('node[kind = \"recommendation\"]')[0].position()"
    was = page.evaluate(where)
    at = page.evaluate("rapporteur.cy.$('node[kind = \"recommendation\"]')[0].renderedPosition()")
    box = page.locator("#drawing").bounding_box()
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + at["x"] + 60, box["y"] + at["y"] + 40, steps=4)
    page.mouse.up()
    moved = page.evaluate(where)
    assert moved["x"] > was["x"] + 30 and moved["y"] > was["y"] + 20
    page.click("#undo")
    assert page.evaluate(where) == was


def test_axe_core_finds_nothing(browser: Any, address: str) -> None:
    """Is there no violation: light and dark, with words open, in the table, on a phone?"""
    for page in opened(browser, address):
        for colours in ("light", "dark"):
            page.select_option("#colours", colours)
            page.evaluate("rapporteur.choose(null)")
            page.click("#tab-legend")
            assert violations(page) == [], colours
            page.evaluate("rapporteur.choose([...rapporteur.scene().edges.keys()][0])")
            assert violations(page) == [], colours
        page.fill("#search", "article")
        page.click("#as-table")
        assert violations(page) == []
    for page in opened(browser, address, viewport={"width": 390, "height": 844}):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate("rapporteur.labels().pixels") >= 10


def test_dark_systems_get_a_dark_picture(browser: Any, address: str) -> None:
    """Does the picture follow the system, and the reader's own choice before it?"""
    background = "getComputedStyle(document.body).backgroundColor"
    for page in opened(browser, address, color_scheme="dark"):
        assert page.evaluate(background) == "rgb(20, 23, 27)"
        page.select_option("#colours", "light")
        assert page.evaluate(background) == "rgb(255, 255, 255)"


def test_pictures_in_one_notebook_do_not_clash(browser: Any, drawn: Picture, tmp_path: Path) -> None:
    """Do two pictures on one page, as a converted notebook has them, each keep their own things, and be saved from?"""
    small = picture(invented(Lamp="theme", Pier="theme"))
    both = (
        f"<!doctype html><html lang=en><title>Two</title><body>{drawn._repr_html_()}{small._repr_html_()}</body></html>"
    )
    (tmp_path / "two.html").write_text(both, "utf-8")
    for page in opened(browser, (tmp_path / "two.html").as_uri()):
        frames = page.frames[1:]
        for frame in frames:
            frame.wait_for_load_state()
        assert [frame.evaluate("rapporteur.shown().nodes") for frame in frames] == [drawn.nodes - 56, 2]
        frames[1].evaluate("rapporteur.choose('urn:x:Lamp')")
        assert frames[1].inner_text("#details h2") == "Lamp"
        with page.expect_download() as saved:
            frames[1].click("#as-svg")
        assert saved.value.suggested_filename == "invented.svg"
        assert frames[0].locator("#details h2").count() == 1 and "Lamp" not in frames[0].inner_text("#details")


def test_poor_networks_are_drawn_or_said_to_be_poor(browser: Any, tmp_path: Path) -> None:
    """Empty, one thing, names with markup, a line without words: is each shown for what it is?"""
    poor = invented(**{"<img src=x onerror=alert(1)>": "theme", "Pier": "no such kind"})
    one, two = list(poor)
    poor.add_edge(one, two, property="cites", label="", weight=1, links=())
    poor.add_edge(two, one, property="cites", label="", weight=2, links=("urn:x:link",))
    address = picture([invented(), invented(Lamp="theme"), poor]).save(tmp_path / "poor.html").as_uri()
    for page in opened(browser, address):
        assert "This network is empty" in page.inner_text("#empty")
        page.select_option("#picture", "1")
        assert shown(page) == (1, 0) and not page.is_visible("#empty")
        page.select_option("#picture", "2")
        assert shown(page) == (2, 2)
        page.evaluate("rapporteur.choose('line-0')")
        assert "<img src=x onerror=alert(1)>" in page.inner_text("#details h2")
        assert page.locator("#details img").count() == 0
        assert "No evidence came with this line" in page.inner_text("#details")
        page.evaluate("rapporteur.choose('line-1')")
        assert "not in this picture" in page.inner_text("#details")


def test_a_frame_without_an_origin_is_enough(browser: Any, networks: list[nx.Graph], tmp_path: Path) -> None:
    """In a frame as editors have for what a cell shows, scripts allowed and no storage: does a line open its words?"""
    page_of = html.escape(picture(networks[1]).page)
    frame_of = f'<iframe sandbox="allow-scripts" style="width:1200px;height:700px" srcdoc="{page_of}"></iframe>'
    (tmp_path / "frame.html").write_text(f"<!doctype html><html lang=en><title>A</title>{frame_of}", "utf-8")
    for page in opened(browser, (tmp_path / "frame.html").as_uri()):
        frame = page.frames[1]
        frame.wait_for_selector("#drawing canvas")
        with pytest.raises(sync_api.Error, match=r"sandboxed|denied|insecure"):
            frame.evaluate("localStorage.length")
        frame.evaluate("""() => {
          const line = [...rapporteur.scene().edges.values()].find((edge) => edge.property === "buildsOn");
          rapporteur.choose(line.id);
        }""")
        assert frame.locator("#details blockquote mark").count() == 1
        frame.fill("#search", "article 26")
        assert frame.locator("#results li").count() > 0
        frame.select_option("#colours", "dark")
        frame.click("#as-table")
        assert frame.locator("#rows tr").count() > 0
