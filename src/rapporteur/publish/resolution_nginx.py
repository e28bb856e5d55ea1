"""Resolution by nginx: a table of ways in, a snippet out that stands within ``server { … }``.

What a client wrote is taken from ``$request_uri``, which keeps percent signs, so that nothing of a request stands
undone in an answer's header; captures have names, because nginx escapes numbered ones once more. ``if`` holds ``set``
and ``return`` alone, which is what nginx says is safe in it (wiki *If is Evil*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapporteur.publish.resolution_forms import TYPES, forms
from rapporteur.publish.resolution_ways import PLACES, Ways, inside_words

_SAFE = r"[A-Za-z0-9._~()/-]*[A-Za-z0-9._~()-]"
_PLAIN = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "gz": "application/gzip",
    "pdf": "application/pdf",
}
_LONGEST = 3000
_TEXT = ("text/css", "text/javascript", "text/plain", "text/turtle", "text/csv", "application/trig")


def snippet(ways: Ways, path: str) -> str:
    """The snippet.

    :param path: of the publication on its server, with a stroke at both ends.
    """
    kinds = _PLAIN | {ending: kind.partition(";")[0] for ending, kind in TYPES.items()}
    lines = [
        "# Made by `rapporteur publish`. Include this file within server { … }, whose root is such that the",
        f"# publication lies at {path}",
        "",
        f"location {path} {{",
        "    index index.html;",
        "    types {",
        *(f"        {kind} {ending};" for ending, kind in kinds.items()),
        "    }",
        "    charset utf-8;",
        f"    charset_types {' '.join(_TEXT)};",
        "    absolute_redirect off;",
        '    add_header Access-Control-Allow-Origin "*" always;',
        *_vocabulary(ways, path),
        f"    location {path}id/ {{",
        '        add_header Access-Control-Allow-Origin "*" always;',
        '        add_header Vary "Accept" always;',
        *_negotiation("        "),
        '        set $rap_to "";  # the page',
        '        set $rap_mark "";  # the place on it',
        '        set $rap_data "";  # the file of data, where it does not lie beside the page',
        *_places(ways, path),
        *_files(ways, path),
        *_pages(ways, path),
        '        if (-f $request_filename) { set $rap_to ""; }',
        '        if ($uri ~ "/$") { set $rap_to ""; }',
        '        if ($rap_data = "") { set $rap_data "${rap_to}index"; }',
        '        set $rap_way "$rap_data.$rap_ext";',
        '        if ($rap_ext = "") { set $rap_way "$rap_to$rap_mark"; }',
        '        if ($rap_to != "") { return 303 $rap_way; }',
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _negotiation(margin: str) -> Iterator[str]:
    """The form that the client likes best, as an ending; "" for a page. The last that fits is taken."""
    yield f'{margin}set $rap_ext "";'
    for pattern, ending in forms():
        yield f'{margin}if ($http_accept ~* "{pattern}") {{ set $rap_ext "{ending}"; }}'


def _vocabulary(ways: Ways, path: str) -> Iterator[str]:
    """The IRI of the vocabulary, and those of its versions."""
    shared = f"{path}data/shared/ontology"
    versions = [f"ontology/{version}" for version in ways.versions] if ways.has_ontology else []
    for place in ("ontology", *versions):
        yield f"    location = {path}{place} {{"
        yield '        add_header Access-Control-Allow-Origin "*" always;'
        yield '        add_header Vary "Accept" always;'
        yield from _negotiation("        ")
        data = f"{path}{place}/index" if ways.has_ontology else shared
        yield f'        if ($rap_ext != "") {{ return 303 "{data}.$rap_ext"; }}'
        if place == "ontology":
            yield f'        if ($http_accept ~* "application/rdf\\+xml") {{ return 303 "{shared}.rdf"; }}'
        yield f'        return 303 "{path}{place}/";' if ways.has_ontology else f'        return 303 "{shared}.ttl";'
        yield "    }"


def _when(pattern: str, to: str, mark: str = "", data: str = "", of: str = "$request_uri") -> str:
    """One way: where ``of`` matches, the page, the place on it, the data. A later one comes before it."""
    quoted = pattern.replace('"', '\\"')
    said = f'set $rap_to "{to}"; set $rap_mark "{mark}"; set $rap_data "{data}";'
    return f'        if ({of} ~ "{quoted}") {{ {said} }}'


def _places(ways: Ways, path: str) -> Iterator[str]:
    """What is shown on the page of another."""
    top = re.escape(f"{path}id/")
    yield _when(rf"^{top}rule/(?<rap_at>[^?#]+)", f"{path}id/rule/", "#$rap_at")
    for family, listed in PLACES:
        words = "|".join(listed)
        yield _when(
            rf"^{top}(?<rap_of>{family}/[^?#]+?)/(?<rap_at>(?:{words})/[^?#]+)", f"{path}id/$rap_of/", "#$rap_at"
        )
    for above, rests in ways.shown:
        for words in _alternatives(map(re.escape, rests)):
            yield _when(rf"^{top}{re.escape(above)}/(?<rap_at>{words})(?:\?|$)", f"{path}id/{above}/", "#$rap_at")
    for document, _ in ways.inside:
        within = rf"^{top}{re.escape(document)}/(?<rap_at>(?:{inside_words()})/[^?#]+)"
        yield _when(within, f"{path}id/{document}/", "#$rap_at")


def _files(ways: Ways, path: str) -> Iterator[str]:
    """Named graphs, the evidence of links, and what only the authorities know."""
    top = f"^{re.escape(path)}id/"
    shared = f"{path}data/shared"
    yield _when(rf"{top}graph/(ontology|authorities)$", f"{shared}/$1.ttl", data=f"{shared}/$1", of="$uri")
    for document, name in ways.inside:
        own, page, data = top + re.escape(document), f"{path}id/{document}/", f"{path}data/{name}/{name}"
        yield _when(rf"{own}/graph$", page, data=data, of="$uri")
        yield _when(rf"{own}/graph/(evidence|inferred)$", f"{data}.$1.ttl", data=f"{data}.$1", of="$uri")
        yield _when(rf"{own}/link/([0-9a-f]+)(?:/|$)", page, "#link/$1", f"{data}.evidence", of="$uri")
        yield _when(rf"{own}/open/", page, data=f"{data}.evidence", of="$uri")
    for family, rests in ways.known:
        for words in _alternatives(map(_matching, rests)):
            known = rf"{top}{family}/(?:{words})(?:/name/.*)?$"
            yield _when(known, f"{path}id/{family}/", data=f"{shared}/authorities", of="$uri")


def _pages(ways: Ways, path: str) -> Iterator[str]:
    """What has a page."""
    yield '        set $rap_is "";'
    yield '        if (-f $request_filename/index.ttl) { set $rap_is "thing"; }'
    yield '        set $rap_there "$rap_is:$uri";'
    yield _when(rf"^thing:{re.escape(path)}(id/{_SAFE})$", f"{path}$1/", of="$rap_there")
    for thing, address in ways.exact:
        page, mark, fragment = address.partition("#")
        yield _when(f"^{_matching(f'{path}id/{thing}')}$", f"{path}{page}", f"{mark}{fragment}", of="$uri")


def _alternatives(patterns: Iterable[str]) -> Iterator[str]:
    """Patterns as alternatives, in as many strings as it takes: nginx reads none of more than 4,096 characters."""
    held: list[str] = []
    for pattern in patterns:
        if held and sum(len(one) + 1 for one in held) + len(pattern) > _LONGEST:
            yield "|".join(held)
            held = []
        held.append(pattern)
    if held:
        yield "|".join(held)


def _matching(path: str) -> str:
    """A path as a pattern that matches it alone."""
    return re.escape(path).replace("\\$", "\\x24")
