"""The picture: is it one page that reaches for nothing, the same on every run, and does it work in a browser?"""

from __future__ import annotations

import hashlib
import html
import json
import random
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from rapporteur.errors import RapporteurError, UnwritableOutput
from rapporteur.view import Picture, picture
from rapporteur.view.picture import SCRIPTS


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


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert match is not None
    data: dict[str, Any] = json.loads(match[1])
    return data


def scene_of(page: str) -> dict[str, Any]:
    found: dict[str, Any] = data_of(page)["scenes"][0]
    return found


def test_the_page_reaches_for_nothing_outside(drawn: Picture) -> None:
    """Is there no address to fetch, and a policy that would forbid it?"""
    reader = Addresses()
    reader.feed(drawn.page)
    assert reader.language == "en"
    assert reader.found == ["#as-table"]
    assert "default-src 'none'" in drawn.page
    style = re.search(r"<style>(.*?)</style>", drawn.page, re.DOTALL)
    assert style is not None and "url(" not in style[1] and "@import" not in style[1]
    scripts = [one for one in files("rapporteur.view").joinpath("page").iterdir() if one.name.endswith(".js")]
    assert {one.name for one in scripts} == {f"{name}.js" for name in SCRIPTS} and len(scripts) == 11
    for one in scripts:
        own = one.read_text("utf-8")
        assert own in drawn.page
        assert not re.search(r"\b(fetch|XMLHttpRequest|import|WebSocket|sendBeacon|innerHTML)\b", own), one.name


def test_the_page_holds_all_links_with_their_words(drawn: Picture, network: nx.MultiDiGraph) -> None:
    """Is every link of the network there once with its words, a citation that is also built on not twice?"""
    data, scene = data_of(drawn.page), scene_of(drawn.page)
    ids = {node["id"] for node in scene["nodes"]}
    assert len(ids) == len(scene["nodes"]) == drawn.nodes
    assert all(edge["source"] in ids and edge["target"] in ids for edge in scene["edges"])
    links = [link for edge in scene["edges"] for link in edge["links"]]
    assert all(data["evidence"][link]["marked"] for link in links)
    assert len(scene["edges"]) == drawn.edges == network.number_of_edges() - 6


def test_the_same_network_gives_the_same_bytes(drawn: Picture, network: nx.MultiDiGraph) -> None:
    """Does the page stay the same when nodes and edges come in another order?"""
    nodes, edges = list(network.nodes(data=True)), list(network.edges(keys=True, data=True))
    order = random.Random(7)
    order.shuffle(nodes)
    order.shuffle(edges)
    other = nx.MultiDiGraph(**network.graph)
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
    assert any(node["label"].startswith("</script>") for node in scene_of(page)["nodes"])


def test_a_notebook_gets_the_whole_page_in_a_frame(drawn: Picture) -> None:
    """Does the frame hold the page itself, with a title, walled off from the notebook?"""
    frame = drawn._repr_html_()
    match = re.fullmatch(
        r'<iframe title="([^"]+)" sandbox="([^"]+)" .* srcdoc="([^"]*)"></iframe>',
        frame,
        re.S,
    )
    assert match is not None
    assert html.unescape(match[3]) == drawn.page
    assert "allow-scripts" in match[2] and "same-origin" not in match[2] and "top-navigation" not in match[2]


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


def test_too_many_lines_are_merged_and_said_so() -> None:
    """Is a network of 50,000 lines drawn merged, with a notice that says what is merged and how to see it whole?"""
    big = nx.MultiDiGraph(projection="invented", title="Invented", layout="force", evidence={})
    for at in range(600):
        big.add_node(
            f"urn:x:{at}", kind="provision", label=f"article {at}", short=f"article {at}", group=f"Act {at % 40}"
        )
    order = random.Random(3)
    for at in range(50_000):
        ends = order.sample(range(600), 2)
        big.add_edge(*(f"urn:x:{end}" for end in ends), property="cites", weight=1, links=(f"urn:x:link:{at}",))
    drawn = picture(big)
    assert drawn.nodes == 40 and drawn.edges == 40 * 39
    notice = scene_of(drawn.page)["notice"]
    assert "50,000 lines" in notice and "2,000" in notice and "600 things are drawn as 40" in notice
    assert "most_edges=50000" in notice
    assert scene_of(picture(big, most_edges=50_000).page)["notice"] == ""


def test_what_is_no_network_is_refused() -> None:
    """Does a wrong thing, or none, get a message that says what was expected?"""
    with pytest.raises(RapporteurError, match="Not a network: str"):
        picture(["a path"])  # type: ignore[list-item]
    with pytest.raises(RapporteurError, match="no network to draw"):
        picture([])


def test_only_an_address_of_the_web_or_of_a_file_becomes_a_link(network: nx.MultiDiGraph) -> None:
    """Is the report's address kept for links to its pages, and one that would run a script dropped?"""
    assert data_of(picture(network, report="https://example.org/report.pdf").page)["report"].endswith("report.pdf")
    assert data_of(picture(network, report="javascript:alert(1)").page)["report"] == ""


def test_things_and_links_are_linked_where_they_can_be_read(network: nx.MultiDiGraph) -> None:
    """Does an address stand for the base of all IRIs, a function for each, and one that would run a script for none?"""
    told = data_of(picture(network, home="https://library.example/un").page)
    assert told["home"] == "https://library.example/un/" and told["base"] == "https://w3id.org/rapporteur/"
    assert "home" not in data_of(picture(network, home="javascript:alert(1)").page)
    state = next(node for node, kind in network.nodes(data="kind") if kind == "state")
    at = {state: "../id/state/", next(iter(network.graph["evidence"])): "javascript:alert(1)"}
    assert data_of(picture(network, home=lambda iri: at.get(iri, "")).page)["addresses"] == {state: "../id/state/"}
