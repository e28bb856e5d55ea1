"""The picture: one or several networks → one page that holds everything it needs and reaches for nothing outside.

The page is our own template with cytoscape.js inlined. Places are computed here, in Python, so the picture is the same
on every machine; the browser only fits labels, draws, filters and opens the words behind a link.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from rapporteur.errors import RapporteurError, unwritable
from rapporteur.graph.iris import Iris
from rapporteur.view.networks.kinds import KINDS, PROPERTIES
from rapporteur.view.scenes import Scene, scene_of

CYTOSCAPE = "vendor/cytoscape.min.js"
SCRIPTS = ("scene", "state", "sizes", "ways", "numbers", "drawing", "panel", "table", "controls", "export", "main")
"""The scripts of the page in the order they are read; each opens by saying what goes in and what comes out."""

MOST_EDGES = 2000
"""Lines that were measured to stay fluid while a node is dragged; more are drawn merged."""


_SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What a frame in a notebook may do; a report that opens in a window of its own is no part of it."""
_ADDRESSES = ("https://", "http://", "file:")
_SCHEMES = ("", "https", "http", "file")

Home = str | Callable[[str], str]
"""Where IRIs can be read: an address that stands for their base, or what gives the address of each, "" for none."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An interactive picture.

    :ivar page: the whole page, self-contained.
    :ivar title: what it shows first, in one line.
    :ivar nodes: things drawn in the first network.
    :ivar edges: lines drawn in the first network.
    """

    page: str
    title: str
    nodes: int
    edges: int

    def save(self, path: str | Path) -> Path:
        """Write the page as an HTML file and give back its path.

        :raises UnwritableOutput: if the file cannot be written.
        """
        path = Path(path)
        with unwritable("The picture", path, remedy="Name another place."):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.page.encode("utf-8"))
        return path

    def _repr_html_(self) -> str:
        """The picture inside a notebook: a frame that holds the page, so that several never meet."""
        return (
            f'<iframe title="{html.escape(self.title)}" sandbox="{_SANDBOX}" '
            f'style="width:100%;height:820px;border:1px solid #8888" srcdoc="{html.escape(self.page)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<Picture: {self.title}; {self.nodes} nodes, {self.edges} links>"


def picture(
    networks: nx.Graph | Iterable[nx.Graph],
    title: str | None = None,
    *,
    report: str = "",
    home: Home = "",
    most_edges: int = MOST_EDGES,
    beside: str | Path | None = None,
    keep: bool = True,
) -> Picture:
    """Draw one network, or several between which the reader switches.

    :param networks: what a projection or `to_networkx` gives; the first is shown first.
    :param title: the title of the first; without one, each bears its own.
    :param report: address of the report's PDF, for links that open a page of it; without one, pages are only named.
    :param home: address of a publication or server where the IRIs resolve, which the details then link; or a function
        from IRI to address, "" for none.
    :param most_edges: lines above which a network is drawn merged, with a notice; a higher figure draws them all.
    :param beside: the graph's file ``NAME.trig``, beside which places are kept; see `rapporteur.view.positions`.
    :param keep: write places that are not kept there yet.
    :raises RapporteurError: if there is no network, or something in the list is none.
    :raises UnwritableOutput: if places are to be kept and cannot be.
    """
    several: Sequence[nx.Graph] = [networks] if isinstance(networks, nx.Graph) else list(networks)
    for network in several or [None]:
        if not isinstance(network, nx.Graph):
            raise RapporteurError(
                f"Not a network: {type(network).__name__}." if several else "There is no network to draw.",
                where="the picture",
                expected="one or several graphs of networkx.",
                remedy="Give what a projection gives, for example picture(to_networkx(load_dataset())).",
            )
    scenes = [scene_of(network, most_edges, beside, keep) for network in several]
    if title is not None:
        scenes[0].data["title"] = title
    page = _read("page/picture.html")
    script = "\n".join(_read(f"page/{name}.js") for name in SCRIPTS)
    for name, text in (
        ("title", html.escape(scenes[0].data["title"])),
        ("style", _read("page/picture.css")),
        ("library", _read(CYTOSCAPE)),
        ("script", f'"use strict";\n(() => {{\n{script}\n}})();'),
        ("data", _inlined(scenes, report, home, most_edges)),
    ):
        page = page.replace(f"<!--{name}-->", text)
    first = scenes[0].data
    return Picture(page, first["title"], len(first["nodes"]), len(first["edges"]))


def _inlined(scenes: Sequence[Scene], report: str, home: Home, most_edges: int) -> str:
    """All that the page knows, as JSON that no label can break out of; what scenes share is written once."""
    evidence: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for scene in scenes:
        evidence |= scene.evidence
        texts |= scene.texts
    data = {
        "kinds": KINDS,
        "properties": PROPERTIES,
        "report": report if report.startswith(_ADDRESSES) else "",
        **_addresses(scenes, evidence, home),
        "most": most_edges,
        "texts": dict(sorted(texts.items())),
        "evidence": dict(sorted(evidence.items())),
        "scenes": [scene.data for scene in scenes],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _addresses(scenes: Sequence[Scene], evidence: Iterable[str], home: Home) -> dict[str, Any]:
    """What the page needs to link things and links: the base and what stands for it, or an address for each."""
    if isinstance(home, str):
        known = home.startswith(_ADDRESSES)
        return {"base": Iris.from_setting().base, "home": home.rstrip("/") + "/"} if known else {}
    things = {str(node["id"]) for scene in scenes for node in scene.data["nodes"]}
    found = {iri: home(iri) for iri in sorted(things | set(evidence))}
    return {"addresses": {iri: at for iri, at in found.items() if at and urlsplit(at).scheme in _SCHEMES}}


@cache
def _read(name: str) -> str:
    """A file that this room carries."""
    return files("rapporteur.view").joinpath(*name.split("/")).read_text("utf-8")
