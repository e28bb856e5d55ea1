"""The picture: is it one page that reaches for nothing, the same on every run, and does it work in a browser?"""

from __future__ import annotations

import hashlib
import html
import json
import random
import re
import shutil
import subprocess
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph

from rapporteur.errors import RapporteurError, UnwritableOutput
from rapporteur.query import run_query
from rapporteur.view import Picture, picture, themes_by_strength


@pytest.fixture(scope="module")
def drawn(network: nx.MultiDiGraph) -> Picture:
    return picture(network)


class Addresses(HTMLParser):
    """Every attribute that makes a browser fetch or go somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.language: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang")
        fetched = ("src", "href", "srcset", "action", "data", "poster", "background", "xlink:href", "formaction")
        self.found += [value for name, value in attrs if name in fetched and value]


def data_of(page: str) -> dict[str, list[dict[str, str]]]:
    match = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert match is not None
    data: dict[str, list[dict[str, str]]] = json.loads(match[1])
    return data


def test_the_page_reaches_for_nothing_outside(drawn: Picture) -> None:
    """Is there no address to fetch, and a policy that would forbid it?"""
    reader = Addresses()
    reader.feed(drawn.page)
    assert reader.language == "en"
    assert reader.found == ["#table"]
    assert "default-src 'none'" in drawn.page
    style = re.search(r"<style>(.*?)</style>", drawn.page, re.DOTALL)
    assert style is not None and "url(" not in style[1] and "@import" not in style[1]
    own = files("rapporteur.view").joinpath("page", "picture.js").read_text("utf-8")
    assert not re.search(r"\b(fetch|XMLHttpRequest|import|WebSocket|sendBeacon)\b", own)


def test_the_page_holds_all_links_with_their_words(drawn: Picture, network: nx.MultiDiGraph) -> None:
    """Is every link of the network there once, a citation that is also built on not twice?"""
    data = data_of(drawn.page)
    ids = {node["id"] for node in data["nodes"]}
    assert len(ids) == len(data["nodes"]) == drawn.nodes
    assert all(edge["source"] in ids and edge["target"] in ids and edge["marked"] for edge in data["edges"])
    assert len(data["edges"]) == drawn.edges == network.number_of_edges() - 6


def test_the_same_network_gives_the_same_bytes(drawn: Picture, network: nx.MultiDiGraph) -> None:
    """Does the page stay the same when nodes and edges come in another order?"""
    nodes, edges = list(network.nodes(data=True)), list(network.edges(keys=True, data=True))
    order = random.Random(7)
    order.shuffle(nodes)
    order.shuffle(edges)
    other = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert picture(other).page == drawn.page


def test_a_label_cannot_break_out_of_the_page(network: nx.MultiDiGraph) -> None:
    """Is a title or label with markup in it shown, not run?"""
    other = network.copy()
    node = next(node for node, kind in other.nodes(data="kind") if kind == "state")
    other.nodes[node]["label"] = "</script><script>alert(1)</script>"
    page = picture(other, title="<b>bold</b>").page
    assert "<script>alert" not in page and "<b>bold" not in page
    assert any(node["label"].startswith("</script>") for node in data_of(page)["nodes"])


def test_a_notebook_gets_the_whole_page_in_a_frame(drawn: Picture) -> None:
    """Does the frame hold the page itself, with a title, walled off from the notebook?"""
    frame = drawn._repr_html_()
    match = re.fullmatch(r'<iframe title="([^"]+)" sandbox="allow-scripts" .* srcdoc="([^"]*)"></iframe>', frame, re.S)
    assert match is not None
    assert html.unescape(match[2]) == drawn.page


def test_a_picture_is_saved_or_says_why_not(drawn: Picture, tmp_path: Path) -> None:
    """Is the file the page, and an impossible place a message?"""
    path = drawn.save(tmp_path / "new" / "network.html")
    assert path.read_bytes() == drawn.page.encode("utf-8")
    with pytest.raises(UnwritableOutput) as caught:
        drawn.save(path / "below-a-file.html")
    assert str(path) in caught.value.where


def test_the_library_is_the_one_that_was_vendored() -> None:
    """Is cytoscape.js unchanged, its version and hash noted, its licence beside it?"""
    vendor = files("rapporteur.view").joinpath("vendor")
    digest = hashlib.sha256(vendor.joinpath("cytoscape.min.js").read_bytes()).hexdigest()
    assert digest in vendor.joinpath("README.md").read_text("utf-8")
    assert "Permission is hereby granted" in vendor.joinpath("cytoscape.LICENSE.txt").read_text("utf-8")


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no browser is installed that could open the page")
def test_a_browser_draws_it_and_opens_the_words_of_a_link(drawn: Picture, tmp_path: Path) -> None:
    """Does the page, opened at a link, show its sentence with the words marked, and all links in the table?"""
    edge = next(edge for edge in data_of(drawn.page)["edges"] if edge["property"] == "buildsOn")
    page = drawn.save(tmp_path / "network.html")
    assert BROWSER is not None
    dumped = subprocess.run(
        [
            BROWSER,
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}"),
            *("--virtual-time-budget=8000", "--dump-dom", f"{page.as_uri()}#{edge['id']}"),
        ],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    ).stdout
    assert f"<mark>{html.escape(edge['marked'], quote=False)}</mark>" in dumped
    assert f"{drawn.edges} of {drawn.edges} links" in dumped
    assert dumped.count('<button type="button" class="row">') == drawn.edges
    assert "<canvas" in dumped


def test_the_figure_shows_the_counts_it_was_given(graph: Graph) -> None:
    """Do the bars add up to the frame, with title, source and a legend that counts?"""
    frame = run_query(graph, "themes-by-strength")
    figure = themes_by_strength(frame, source="an invented source")
    (axes,) = figure.axes
    widths = sum(int(bar.get_width()) for bars in axes.containers for bar in bars)
    assert widths == int(frame["recommendations"].sum()) > 100
    assert axes.get_title(loc="left").startswith("Themes")
    assert figure.get_supxlabel() == "Source: an invented source"
    legend = axes.get_legend()
    assert legend is not None
    should = int(frame.loc[frame["how"] == "should", "recommendations"].sum())
    assert f"should ({should})" in [text.get_text() for text in legend.get_texts()]


def test_a_frame_of_another_query_is_refused(graph: Graph) -> None:
    """Does a wrong frame get a message that names the right query?"""
    frame = run_query(graph, "open-mentions")
    with pytest.raises(RapporteurError, match="themes-by-strength"):
        themes_by_strength(frame)
