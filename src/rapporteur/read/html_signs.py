"""What an element of a page says of its words: hidden or not, italic, raised, a heading, a list, page furniture.

Takes one element as `rapporteur.read.html_source` gives it; knows HTML, the styles that Word writes into a page, and
the Akoma Ntoso vocabulary. Nothing here looks at the words.
"""

from __future__ import annotations

import re

from rapporteur.read.docx_numbering import letters, roman
from rapporteur.read.html_source import Start, names_in

_NO_TEXT = names_in(
    "head script style template noembed noframes meta link title svg iframe object embed audio video canvas map area "
    "button select textarea datalist input rp del img"
)
_NO_TEXT_AKN = frozenset({"meta", "del"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_RAISED_CLASS = re.compile(r"Mso(?:Foot|End)noteReference")
_CONTENTS = re.compile(r"(?:\A|\s)(?:toc|table-of-contents|MsoToc(?:\d|Heading))(?:\s|\Z)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_LIST_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_INLINE = names_in(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark o q ruby rb rt rp s "
    "samp small span strike strong sub sup time tt u var wbr br nobr"
)
_INLINE_AKN = names_in(
    "i b u a sub sup abbr ref mref rref noteref date def ins del docauthority docdate docnumber docpurpose doctitle "
    "docstatus doctype doccommittee docketnumber docproponent docstage docintroducer docjurisdiction entity event "
    "quantity person role organization location term span inline eol eop br num marker rmod mod mmod quotedtext remark "
    "session shorttitle placeholder process concept object lawyer judge legislature neutralcitation opinion party "
    "recordedtime relateddocument vote outcome fillin embeddedtext omissis affecteddocument argument courttype "
    "narrative decoration img caption scene change signature"
)
_INDENTED = names_in("ol ul menu blockquote dd")
_INDENTED_AKN = names_in("point item li indent subparagraph blocklist")
_MARGIN = re.compile(r"(?:margin|padding)-left\s*:\s*(\d{0,4}(?:\.\d{1,4})?)(pt|in|cm|mm|px|em)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "em": 12.0}
_COLUMN = 6.0
"""Points that a column of text is wide."""
_STEP = 4
WIDEST_INDENT = 40
"""Columns; what is indented further stands there too."""
_CONTAINERS = names_in(
    "section part chapter title book division subdivision subchapter subpart subsection hcontainer container tome "
    "paragraph subparagraph article clause tblock"
)
"""Akoma Ntoso elements that may have a heading, one level below the one around them."""


def without_text(start: Start) -> bool:
    """Is nothing inside the element words of the report: a script, what is hidden, what was deleted?"""
    at = start.attributes
    return (
        (start.name in _NO_TEXT and not start.akn)
        or start.akn in _NO_TEXT_AKN
        or "hidden" in at
        or bool(_HIDDEN.search(at.get("style", "")))
        or (start.name == "dialog" and "open" not in at)
    )


def is_block(start: Start) -> bool:
    """Do the element's words begin and end a printed line?"""
    return start.akn not in _INLINE_AKN if start.akn else start.name not in _INLINE


def italic(start: Start) -> bool | None:
    """Are its words printed in italics; None where it says nothing."""
    if match := _ITALIC_STYLE.search(start.attributes.get("style", "")):
        return match[1].lower() != "normal"
    return True if start.name in _ITALIC or start.akn == "i" else None


def raised(start: Start) -> bool:
    """Are its words printed above the line?"""
    at = start.attributes
    return (
        start.name == "sup"
        or start.akn == "sup"
        or bool(_RAISED_STYLE.search(at.get("style", "")))
        or bool(_RAISED_CLASS.search(at.get("class", "")))
    )


def heading_depth(start: Start, containers: int, inside: bool) -> int:
    """The depth of a heading, 0 for none.

    :param containers: how many containers of Akoma Ntoso are open around its own.
    :param inside: it is the heading of a container, whose nesting tells more than its number: pages made from Akoma
        Ntoso print the headings of parts and of what lies in them alike.
    """
    if inside:
        return min(containers + 2, 9)
    if re.fullmatch("h[1-6]", start.name):
        return int(start.name[1])
    if start.akn == "heading":
        return min(containers + 1, 9)
    if start.akn == "crossheading":
        return min(containers + 2, 9)
    if start.akn in ("doctitle", "longtitle") or "MsoTitle" in start.attributes.get("class", "").split():
        return 1
    return 0


def indent(start: Start) -> int:
    """Columns by which an element indents its lines: a list inside another, a quotation, a margin."""
    match = _MARGIN.search(start.attributes.get("style", ""))
    margin = round(float(match[1] or 0) * _POINTS[match[2].lower()] / _COLUMN) if match and match[1] != "." else 0
    inner = start.akn in _INDENTED_AKN if start.akn else start.name in _INDENTED
    return margin + (_STEP if inner else 0)


def is_container(start: Start) -> bool:
    """May the element have a heading of its own, as Akoma Ntoso has it?"""
    return start.akn in _CONTAINERS


def furniture(start: Start) -> str:
    """The kind of page furniture that an element is by itself, or ""."""
    role = start.attributes.get("role", "")
    if start.name == "nav" or role in ("navigation", "doc-pagebreak", "search"):
        return "navigation"
    named = f"{start.attributes.get('class', '')} {start.attributes.get('id', '')}"
    if start.akn == "toc" or role == "doc-toc" or _CONTENTS.search(named):
        return "contents"
    return ""


def anchor(start: Start) -> str | None:
    """The id of an element, as others point to it: ``eId`` before ``id``."""
    at = start.attributes
    return at.get("eid") or at.get("id") or None


def list_type(start: Start) -> str:
    """How a list counts: "1", "a", "A", "i", "I"; "•" for bullets; "" where nothing is printed."""
    at = start.attributes
    if (match := _LIST_STYLE.search(at.get("style", ""))) and match[1].lower() in _LIST_STYLES:
        return _LIST_STYLES[match[1].lower()]
    if start.name != "ol":
        return "•"
    return at["type"] if at.get("type") in ("1", "a", "A", "i", "I") else "1"


def list_label(count: int, type: str) -> str:
    """The label of an item. Small letters and romans stand in parentheses, as United Nations documents print them.

    >>> list_label(3, "1"), list_label(3, "a"), list_label(3, "I")
    ('3.', '(c)', 'III.')
    """
    if type == "a":
        return f"({letters(count)})"
    if type == "i":
        return f"({roman(count)})"
    number = {"A": letters(count).upper(), "I": roman(count).upper()}.get(type, str(count))
    return f"{number}."


def whole_number(text: str | None, otherwise: int) -> int:
    """An attribute that is a whole number below a million, else ``otherwise``."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise
