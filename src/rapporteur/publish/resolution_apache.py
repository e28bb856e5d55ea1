"""Resolution by Apache 2.4: a table of ways in, ``.htaccess`` files out, for the publication's folder and for w3id.org.

They need mod_rewrite; mod_mime and mod_headers where they are there. What stays as the client wrote it, percent signs
and all, is taken from the first line of the request: what mod_rewrite matches has them undone. The file for w3id.org
keeps the rules of that service (github.com/perma-id/w3id.org, ``AGENTS.md`` at commit 34f9f23, ``docs/rules``,
``docs/guides/content-negotiation.md``): redirects only, targets written out, 303, a page for whoever asks for nothing
else, no 406, no ``Options``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.publish.resolution_forms import TYPES, forms
from rapporteur.publish.resolution_ways import PLACES, Ways, inside_words

_SAFE = r"[A-Za-z0-9._~()/-]*[A-Za-z0-9._~()-]"
"""The rest of an IRI whose folder is its own path (`publish.places`)."""
_FLAGS = "[R=303,L,NE,QSD]"
_VARIES = """<IfModule mod_headers.c>
  Header always merge Vary Accept "expr=%{REQUEST_STATUS} == 303"
</IfModule>"""
"""What mod_rewrite says of Accept by itself is lost where it redirects."""


def own_folder(ways: Ways) -> str:
    """The ``.htaccess`` of the publication itself; it works wherever the folder lies."""
    lines = [
        "# Made by `rapporteur publish`: IRIs lead to their pages and data, wherever this folder lies.",
        "# Apache 2.4 with mod_rewrite, and AllowOverride FileInfo for this folder.",
        "",
        "<IfModule mod_mime.c>",
        *(f'  AddType "{kind}" .{ending}' for ending, kind in TYPES.items()),
        "</IfModule>",
        "<IfModule mod_headers.c>",
        '  Header always set Access-Control-Allow-Origin "*"',
        "</IfModule>",
        _VARIES,
        "",
        "RewriteEngine On",
        "RewriteOptions AllowNoSlash",
        "",
        "# What lies here is given as it is",
        "RewriteCond %{REQUEST_FILENAME} -f [OR]",
        "RewriteCond %{REQUEST_URI} /$",
        "RewriteRule ^ - [L]",
        "",
        "# What stands before the path of this folder",
        r"RewriteCond %{REQUEST_URI}::$1 ^(.*?/)(.*)::\2$",
        "RewriteRule ^(.*)$ - [E=TOP:%1]",
        "",
        *_negotiation(),
        *_ways(ways, "%{ENV:TOP}"),
        "# A thing with a page",
        *_pair(rf"^id/({_SAFE})$", "%{ENV:TOP}id/$1/", ["RewriteCond %{REQUEST_FILENAME}/index.ttl -f"]),
        "# What only the authorities know: data in their file, for people the list of its family",
    ]
    for family, rests in ways.known:
        lines += _known(family, rests)
    return "\n".join(lines) + "\n"


def permanent(ways: Ways | None, home: str, base: str) -> str:
    """The ``.htaccess`` for who redirects the IRIs to where the publication lies, as w3id.org does.

    :param ways: None for a file that only leads on, to a home that resolves by itself.
    :param home: where the publication lies; ``base``: what the IRIs begin with.
    """
    space = base.rstrip("/").rpartition("/")[2]
    lines = [
        f"# # /{space}/",
        "#",
        f"# IRIs of {base} lead to {home}",
        "#",
        "# ## Contact",
        "# This space is administered by:",
        "#",
        "# Write here your name, your address and your GitHub username.",
        "",
        "RewriteEngine on",
        "",
    ]
    if ways is None:
        path = r"RewriteCond %{THE_REQUEST} ^\S+\s[^\s?]*?/((?:id|ontology)[^\s?#]*)"
        lines += [path, rf"RewriteRule ^(?:id/|ontology(?:/|$)) {home}%1 {_FLAGS}", f"RewriteRule ^$ {home} [R=302,L]"]
        return "\n".join(lines) + "\n"
    lines += [
        _VARIES,
        *_negotiation(),
        *_ways(ways, home),
        "# A thing with a page",
        *_pair(rf"^id/({_SAFE})$", f"{home}id/$1/"),
        f"RewriteRule ^$ {home} [R=302,L]",
    ]
    return "\n".join(lines) + "\n"


def _negotiation() -> Iterator[str]:
    """The form that the client likes best, as an ending; none for a page. The last that fits is taken."""
    yield "# The form that is liked best: of those that are liked as much, Turtle, JSON-LD, N-Triples, a page"
    for pattern, ending in forms():
        yield f"RewriteCond %{{HTTP_ACCEPT}} {pattern} [NC]"
        yield f"RewriteRule ^ - [E={f'EXT:{ending}' if ending else '!EXT'}]"
    yield ""


def _pair(pattern: str, address: str, conditions: list[str] | None = None, fragment: str = "") -> Iterator[str]:
    """One way in two rules: to data where the client wants it, else to the page."""
    last = conditions or []  # what they match is `%1`, which is that of the last condition
    yield from ["RewriteCond %{ENV:EXT} .", *last]
    yield f"RewriteRule {pattern} {address}index.%{{ENV:EXT}} {_FLAGS}"
    yield from last
    yield f"RewriteRule {pattern} {address}{fragment} {_FLAGS}"


def _data(pattern: str, file: str, page: str) -> Iterator[str]:
    """One way to a file of data by its ending, else to a page."""
    yield "RewriteCond %{ENV:EXT} ."
    yield f"RewriteRule {pattern} {file}.%{{ENV:EXT}} {_FLAGS}"
    yield f"RewriteRule {pattern} {page} {_FLAGS}"


def _asked(pattern: str) -> str:
    """A condition on the path as the client wrote it."""
    return rf"RewriteCond %{{THE_REQUEST}} ^\S+\s[^\s?]*?/id/{pattern}"


def _ways(ways: Ways, top: str) -> Iterator[str]:
    """All ways but those of things whose folder is their own path."""
    yield "# The vocabulary"
    yield from ["RewriteCond %{HTTP_ACCEPT} application/rdf\\+xml [NC]", "RewriteCond %{ENV:EXT} ^$"]
    yield f"RewriteRule ^ontology$ {top}data/shared/ontology.rdf {_FLAGS}"
    if ways.has_ontology:
        yield from _pair(f"^(ontology(?:/(?:{'|'.join(map(re.escape, ways.versions))}))?)$", f"{top}$1/")
    else:
        yield from _data("^ontology$", f"{top}data/shared/ontology", f"{top}data/shared/ontology.ttl")
    yield "# Graphs that all reports share"
    yield from _data("^id/graph/(ontology|authorities)$", f"{top}data/shared/$1", f"{top}data/shared/$1.ttl")
    if ways.exact:
        yield "# What lies elsewhere than its path says"
    for path, address in ways.exact:
        page, mark, fragment = address.partition("#")
        yield from _pair(f"^id/{_quoted(path)}$", f"{top}{page}", fragment=f"{mark}{fragment}")
    for document, name in ways.inside:
        yield from _report(document, name, top)
    yield "# What is shown on the page of another"
    for above, rests in ways.shown:
        words = "|".join(map(re.escape, rests))
        yield from _pair(
            f"^id/{re.escape(above)}/", f"{top}id/{above}/", [_asked(f"{re.escape(above)}/({words})[\\s?]")], "#%1"
        )
    for family, listed in PLACES:
        within = [_asked(rf"({family}/[^\s?#]+?)/((?:{'|'.join(listed)})/[^\s?#]+)")]
        yield from _pair(rf"^id/{family}/.+/(?:{'|'.join(listed)})/", f"{top}id/%1/", within, "#%2")
    rule = _asked(r"rule/([^\s?#]+)")
    yield from _pair("^id/rule/.", f"{top}id/rule/", [rule], "#%1")


def _report(document: str, name: str, top: str) -> Iterator[str]:
    """A report: its named graphs, the evidence of its links, and the places of its text."""
    path, data = re.escape(document), f"{top}data/{name}/{name}"
    page = f"{top}id/{document}/"
    yield f"# {name}"
    yield from _data(f"^id/{path}/graph$", data, page)
    yield from _data(f"^id/{path}/graph/(evidence|inferred)$", f"{data}.$1", f"{data}.$1.ttl")
    yield from _data(f"^id/{path}/link/([0-9a-f]+)(?:/.*)?$", f"{data}.evidence", f"{page}#link/$1")
    yield from _data(f"^id/{path}/open/", f"{data}.evidence", page)
    within = [_asked(rf"{path}/((?:{inside_words()})/[^\s?#]+)")]
    yield from _pair(rf"^id/{path}/(?:{inside_words()})/", page, within, "#%1")


def _known(family: str, rests: tuple[str, ...]) -> Iterator[str]:
    words = "|".join(_quoted(rest) for rest in rests)
    yield f"RewriteRule ^id/({family})/(?:{words})(?:/name/.*)?$ - [E=KNOWN:$1]"
    yield from ["RewriteCond %{ENV:KNOWN} .", "RewriteCond %{ENV:EXT} ."]
    yield f"RewriteRule ^id/ %{{ENV:TOP}}data/shared/authorities.%{{ENV:EXT}} {_FLAGS}"
    yield "RewriteCond %{ENV:KNOWN} ."
    yield f"RewriteRule ^id/ %{{ENV:TOP}}id/{family}/ {_FLAGS}"


def _quoted(path: str) -> str:
    """A path as a pattern that matches it alone, without what parts the words of a line."""
    return re.escape(path).replace("\\ ", "\\x20").replace('"', "\\x22").replace("'", "\\x27")
