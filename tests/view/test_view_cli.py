"""The verb view: does it write what its ending says, say what it left out, and refuse plainly?"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from typer.testing import CliRunner

from rapporteur.cli import app
from rapporteur.errors import RapporteurError
from rapporteur.view import PROJECTIONS, aggregated
from rapporteur.view.drawing import draw_network
from rapporteur.view.layout import lay_out

ROOT = Path(__file__).parents[2]
TRIG = ROOT / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
SVG = "{http://www.w3.org/2000/svg}"


def view(*arguments: object) -> tuple[int, str]:
    """Exit code and all that was said; what was refused raises."""
    ran = CliRunner().invoke(app, ["view", *map(str, arguments)], catch_exceptions=False)
    return ran.exit_code, ran.output


def refused(*arguments: object) -> RapporteurError:
    with pytest.raises(RapporteurError) as caught:
        view(*arguments)
    return caught.value


def test_the_list_names_each_network() -> None:
    """Are all networks listed with what they show?"""
    code, said = view("--list")
    assert code == 0 and all(name in said for name in PROJECTIONS)


def test_each_ending_gets_its_form(tmp_path: Path) -> None:
    """Is a page a page, a PNG a PNG with its words in it, an SVG an SVG, and data what networkx reads?"""
    for ending in ("html", "png", "svg", "graphml", "gexf", "json"):
        code, said = view(TRIG, "--projection", "lineage", "--out", tmp_path / f"a.{ending}")
        assert code == 0 and "lineage: 12 things and 6 links" in said
    assert "<!doctype html>" in (tmp_path / "a.html").read_text("utf-8")[:40]
    png = (tmp_path / "a.png").read_bytes()
    assert png.startswith(b"\x89PNG") and b"What recommendations build on" in png
    svg = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert svg.find(f"{SVG}title").text == "What recommendations build on, from report to report"
    assert "12 things, 6 edges" in svg.find(f"{SVG}desc").text
    for name, read in (("a.graphml", nx.read_graphml), ("a.gexf", nx.read_gexf)):
        assert len(read(tmp_path / name)) == 12
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))["edges"]) == 6


def test_several_networks_share_a_page_and_no_picture(tmp_path: Path) -> None:
    """Are two networks put into one page, and refused in one PNG?"""
    two = ("--projection", "lineage", "--projection", "themes")
    code, said = view(TRIG, *two, "--out", tmp_path / "a.html")
    assert code == 0 and "lineage: 12 things" in said and "themes: 39 things" in said
    assert "2 networks in one .png file" in refused(TRIG, *two, "--out", tmp_path / "a.png").seen


def test_a_question_is_drawn(tmp_path: Path) -> None:
    """Is any question's answer a network, with its parameters, and one of a single IRI refused with what is needed?"""
    asked = ("--query", "recommendations-building-on", "--param", "earlier=CTOC/COP/WG.4/2009/2/paragraph/17")
    code, said = view(TRIG, *asked, "--out", tmp_path / "a.json")
    assert code == 0 and "2 things and 1 links" in said
    fault = refused(TRIG, "--query", "who-attended", "--out", tmp_path / "a.json")
    assert "two columns of IRIs" in fault.expected
    assert "--query" in refused(TRIG, "--param", "a=b", "--out", tmp_path / "a.json").seen
    assert refused(TRIG, "--query", "agenda", "--projection", "themes", "--out", tmp_path / "a.json")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """Are a graph without recommendations, an unknown name, a missing file and two places each refused plainly?"""
    bare = tmp_path / "bare.ttl"
    bare.write_text('<http://e/a> <http://e/name> "Ferry" .\n')
    fault = refused(bare, "--projection", "lineage", "--out", tmp_path / "a.html")
    assert "no recommendation or paragraph cites a part of another report" in fault.seen
    assert "Did you mean themes?" in refused(TRIG, "--projection", "thems", "--out", tmp_path / "a.html").remedy
    assert refused(tmp_path / "none.trig", "--out", tmp_path / "a.html").where.endswith("none.trig")
    assert "one place" in refused(TRIG, "--graph", TRIG, "--out", tmp_path / "a.html").expected
    assert refused(TRIG, "--projection", "lineage", "--out", bare / "a.json").expected.startswith("a place in a folder")


def test_without_a_file_a_page_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is the page written to a folder of its own and given to the browser, and named where there is no browser?"""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(opened.append(address)))
    code, said = view(TRIG, "--projection", "lineage")
    assert code == 0 and opened[0].endswith("lineage.html") and "No browser was found" in said


def test_aggregation_is_told_and_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a merged network told as such, and merging offered above the number of lines that stay legible?"""
    code, said = view(TRIG, "--projection", "participation", "--aggregate", "--out", tmp_path / "a.json")
    assert code == 0 and "137 things and 254 edges are drawn as" in said
    monkeypatch.setattr(import_module("rapporteur.view.picture"), "MOST_EDGES", 100)
    code, said = view(TRIG, "--projection", "themes", "--out", tmp_path / "a.svg")
    assert code == 0 and "118 links are more than the 100 that stay legible" in " ".join(said.split())
    assert "--aggregate" in said


def test_an_empty_network_among_several_is_said_and_left_out(tmp_path: Path) -> None:
    """Does a page of two networks show the one that holds something, and tell why the other does not?"""
    graph = tmp_path / "a.ttl"
    graph.write_text(
        "@base <https://w3id.org/rapporteur/id/> . @prefix rap: <https://w3id.org/rapporteur/ontology#> .\n"
        '<document/AB/1> a rap:Report ; rap:symbol "AB/1" ; rap:sha256 "a" .\n'
        "<document/AB/1/paragraph/2> a rap:Paragraph ; rap:inDocument <document/AB/1> ; rap:cites <document/AB/0> .\n",
        "utf-8",
    )
    code, said = view(graph, "--projection", "themes", "--projection", "citations", "--out", tmp_path / "a.html")
    assert code == 0 and "The network themes is empty." in said and "citations: 2 things and 1 links" in said
    assert "is empty" in refused(graph, "--projection", "themes", "--out", tmp_path / "b.html").seen


def test_places_are_kept_on_request(tmp_path: Path) -> None:
    """Is the file of places written beside the graph when asked, and read from there without asking?"""
    graph = tmp_path / TRIG.name
    graph.symlink_to(TRIG)
    page = tmp_path / "a.html"
    asked = (graph, "--projection", "lineage", "--out", page)
    view(*asked)
    kept = tmp_path / "CTOC-COP-WG.4-2010-6.lineage.layout.json"
    assert not kept.exists()
    view(*asked, "--keep-places")
    told = json.loads(kept.read_text("utf-8"))
    told["places"] = {node: [x, y + 4321] for node, (x, y) in told["places"].items()}
    kept.write_text(json.dumps(told), "utf-8")
    view(*asked)
    assert f'"y":{min(y for _, y in told["places"].values())}' in page.read_text("utf-8")
    assert "--keep-places" in refused(*asked[:-1], tmp_path / "a.gexf", "--keep-places").seen


def test_a_page_links_where_it_is_told(tmp_path: Path) -> None:
    """Does a page hold the addresses given, and is one refused that is none, or that nothing would link?"""
    page = tmp_path / "a.html"
    asked = (TRIG, "--projection", "lineage", "--out", page)
    view(*asked, "--home", "https://library.example/un/", "--document", "https://library.example/a.pdf")
    text = page.read_text("utf-8")
    assert '"home":"https://library.example/un/"' in text and '"report":"https://library.example/a.pdf"' in text
    assert "library.example" in refused(*asked, "--home", "library.example").seen
    assert ".svg" in refused(*asked[:-1], tmp_path / "a.svg", "--document", "https://library.example/a.pdf").seen


def test_a_mistake_shows_no_traceback(tmp_path: Path) -> None:
    """Does the command itself leave with 2 and four parts?"""
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "view", "--projection", "thems"]
    ran = subprocess.run([*command, "--out", str(tmp_path / "a.html")], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 2 and "Traceback" not in ran.stderr and "To do:     Did you mean themes?" in ran.stderr


def test_a_drawing_is_the_same_on_each_run_and_says_itself(network: nx.MultiDiGraph) -> None:
    """Has the drawing title, counts, source, key and alternative text, and the same bytes twice?"""
    sheet = draw_network(network)
    assert sheet.title == network.graph["title"] and sheet.source.startswith("CTOC/COP/WG.4/2010/6")
    assert sheet.counts.startswith("247 things, 195 edges: 77 × Recommendation")
    assert "Most edges: Item 2" in sheet.alternative
    words = {text.get_text() for text in sheet.axes[0].texts}
    assert {"8.1", "65.1", "article 25", "paragraph 17", "Took the floor"} <= words
    assert sheet.drawn("svg") == draw_network(network).drawn("svg")


def test_drawn_labels_keep_apart(network: nx.MultiDiGraph) -> None:
    """Do no two labels meet as matplotlib draws them?"""
    sheet = draw_network(network)
    sheet.drawn("png", 60)
    renderer = FigureCanvasAgg(sheet).get_renderer()
    texts = [text for text in sheet.axes[0].texts if text.get_horizontalalignment() == "center"]
    boxes = [text.get_window_extent(renderer) for text in texts]
    met = [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if a.overlaps(b)]
    assert len(boxes) > 200 and not met


def test_odd_networks_are_drawn() -> None:
    """Are an empty network, one node, markup in a label and no attributes at all drawn as what they are?"""
    assert "Nothing to show" in draw_network(nx.Graph()).alternative
    one = nx.MultiDiGraph(layout="lanes")
    one.add_node("a", label="<script>$x$ & y", short="<script>$x$ & y", kind="state")
    one.add_edge("a", "a")
    svg = draw_network(one, title="<b>One</b>").drawn("svg").decode()
    assert "<script>" not in svg and "&lt;b&gt;One&lt;/b&gt;" in svg
    assert "1 thing, 1 edge" in svg


def test_fifty_thousand_edges_are_merged() -> None:
    """Does a network of 50,000 edges become one that can be read, without a link lost, and its places stay few?"""
    many = nx.MultiDiGraph(layout="lanes", title="Many", notes=())
    for at in range(1000):
        many.add_node(
            at, kind="recommendation" if at % 2 else "theme", group=f"Pier {at % 10}", short=str(at), lane=at % 2
        )
    for at in range(50_000):
        many.add_edge(at % 1000, at * 7 % 1000, property="cites", weight=1, links=(f"link:{at}",))
    merged = aggregated(many)
    assert merged.number_of_edges() <= 100 and len(merged) == 10
    hidden = sum(1 for a, b in many.edges() if many.nodes[a]["group"] == many.nodes[b]["group"])
    assert sum(len(links) for *_, links in merged.edges(data="links")) == 50_000 - hidden
    assert len(lay_out(merged).places) == 10


def test_a_figure_is_a_chart_or_a_picture_by_its_ending(tmp_path: Path) -> None:
    """Does --figure write a page, a specification or a picture, take hyphens, and refuse what is for networks?"""
    for ending, begins in (("html", b"<!doctype html>"), ("json", b"{"), ("png", b"\x89PNG"), ("svg", b"<?xml")):
        code, said = view(TRIG, "--figure", "themes-by-strength", "--out", tmp_path / f"a.{ending}")
        assert code == 0 and "39 themes" in said and f"a.{ending}" in said
        assert (tmp_path / f"a.{ending}").read_bytes().startswith(begins)
    assert "themes_by_strength" in view("--list")[1]
    assert "--figure themes_by_strength" in str(
        refused(TRIG, "--figure", "themes_by", "--out", tmp_path / "b.html").remedy
    )
    assert ".svg" in str(refused(TRIG, "--figure", "who_was_asked", "--out", tmp_path / "b.gexf").expected)
    assert "--aggregate" in str(refused(TRIG, "--figure", "who_was_asked", "--aggregate"))
    assert "--keep-places" in str(refused(TRIG, "--figure", "who_was_asked", "--keep-places"))
    assert "no such file" in str(refused(tmp_path / "absent.trig", "--figure", "who_was_asked"))
