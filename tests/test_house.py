"""Do the rooms keep their rules: who may import whom, where each heavy library lives, where IRIs are minted?"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rapporteur"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))

ROOMS_OF_LIBRARY = {
    "rdflib": {"graph", "check", "notebook", "publish", "query", "resolving", "score"},
    "pyshacl": {"check"},
    "owlrl": {"check"},
    "networkx": {"view"},
    "matplotlib": {"view"},
    "altair": {"view"},
    "vl_convert": {"view"},
    "IPython": {"notebook"},
    "pandas": {"notebook", "query", "search", "view"},
    "ahocorasick_rs": {"find", "patterns"},
    "pypdfium2": {"read"},
    "selectolax": {"read"},
    "typer": {"cli"},
    "rich": {"cli"},
    "distributed": {"many"},
    "pyoxigraph": {"publish", "search", "store"},
    "httpx": {"store"},
    "safetensors": {"search"},
    "tokenizers": {"search"},
    "jinja2": {"publish", "serve"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "weasyprint": {"publish"},
}
NEVER = {
    "model": {"store", "authorities", "read", "find", "link", "graph", "check", "query", "view", "score"},
    "read": {"store", "find", "link", "graph", "check", "query", "view", "score", "authorities"},
    "find": {"store", "read", "link", "graph", "check", "query", "view", "score"},
    "link": {"store", "read", "find", "graph", "check", "query", "view", "score"},
    "graph": {"store", "read", "find", "link", "check", "query", "view", "score"},
    "check": {"store", "read", "find", "link", "query", "view", "score"},
    "query": {"read", "find", "link", "check", "view", "score"},
    "view": {"read", "find", "link", "check", "score"},
    "score": {"read", "find", "link", "check", "query", "view"},
    "many": {"store", "find", "link", "check", "query", "view", "score"},
    "store": {"read", "find", "link", "check", "query", "view", "score", "many", "authorities"},
    "search": {"read", "find", "link", "graph", "check", "query", "view", "score", "store", "authorities"},
    "serve": {"read", "find", "link", "check", "view", "score", "many", "authorities"},
    "publish": {"read", "find", "link", "check", "score", "many", "authorities", "serve"},
    "resolving": {"store", "check", "query", "view", "score", "many", "search", "serve", "publish"},
    "authorities": {"store", "read", "find", "link", "graph", "check", "query", "view", "score"},
}


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCE)) for p in MODULES])
def test_a_module_keeps_to_its_room(path: Path) -> None:
    """Does this module import no room and no heavy library that is not its own?"""
    room = _room(path)
    rooms = {name.split(".")[1] for name in _imports(path) if name.startswith("rapporteur.")}
    libraries = {name.split(".")[0] for name in _imports(path)}
    if room not in ("cli", "notebook", "pipeline", "__init__"):  # a notebook is a door, as the command line is
        assert not rooms & {"pipeline", "cli"}, f"{path.name} imports the corridor or the door"
    assert not rooms & NEVER.get(room, set()), f"{room} imports {sorted(rooms & NEVER.get(room, set()))}"
    strangers = {library for library in libraries if room not in ROOMS_OF_LIBRARY.get(library, {room})}
    assert not strangers, f"{path.name} imports {sorted(strangers)}, which live elsewhere"


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCE)) for p in MODULES])
def test_iris_are_minted_in_one_place(path: Path) -> None:
    """Is the base of our things' IRIs written in `graph/iris.py` only?"""
    text = path.read_text("utf-8")
    if path != SOURCE / "graph" / "iris.py":
        code = re.sub(r'"""(?:.|\n)*?"""', "", text)
        assert "w3id.org/rapporteur/id" not in code, f"{path.name} writes an IRI of a thing"


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCE)) for p in MODULES])
def test_a_module_opens_with_its_purpose_and_stays_short(path: Path) -> None:
    """Does the module say what goes in and what comes out, in a page or four?"""
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path.name} does not say what it is for"
    assert len(text.splitlines()) <= 320, f"{path.name} has grown; it is usually two rooms"


def test_the_house_was_walked_through() -> None:
    """Were all rooms of the design found, so that the tests above are not empty?"""
    rooms = {_room(path) for path in MODULES}
    assert {
        "model",
        "read",
        "find",
        "link",
        "graph",
        "check",
        "store",
        "query",
        "view",
        "score",
        "pipeline",
        "cli",
    } <= rooms
    assert len(MODULES) >= 60
