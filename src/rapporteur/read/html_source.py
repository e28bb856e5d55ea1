"""The source of an HTML page or Akoma Ntoso file: its bytes → a stream of elements and words, in order.

Decoded as UTF-8, else as the encoding that it declares. HTML is parsed as browsers do (selectolax), Akoma Ntoso XML as
XML; both give the same stream. Nothing is executed and no address is asked. Bounded: a page of more tags, or nested
deeper, than any report has is refused before it is parsed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from rapporteur.errors import UnusableInput
from rapporteur.read.xml_tree import local, namespace, parse_xml

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def names_in(text: str) -> frozenset[str]:
    """The names in a text, which white space parts."""
    return frozenset(text.split())


DEEPEST = 400
"""Elements inside one another."""
MOST_TAGS = 4_000_000

_HEAD = 4096
"""Bytes in which an encoding is declared, with room for a long comment before it (HTML Standard: 1,024)."""
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""")
_AKOMA_NTOSO = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?akomaNtoso[\s>]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_UNCLOSED = names_in(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option "
    "optgroup colgroup caption html head body rt rp o"
)
"""Elements whose end tag may be left out, which never nest without end."""
_TYPE = names_in("a b big code em font i nobr s small strike strong tt u")
"""Elements that a parser opens anew in each paragraph while they are open."""
_MANY_TYPES = 20
_NO_SCRIPT = re.compile(r"<(/?)noscript(?=[\s/>])", re.IGNORECASE)
"""What a browser that runs scripts takes for unparsed words, as it takes ``noembed``; here no script runs."""
_SUBSET = re.compile(r"(<!DOCTYPE[^>\[]{0,400})\[[^\]]{0,20000}\]", re.IGNORECASE)
"""Entities that an XML page defines for itself, which a browser takes for words and which are never expanded here."""
_CLASS = re.compile(r"(?:\A|\s)akn-([A-Za-z]+)(?=\s|\Z)")
_CODECS = re.compile(
    r"windows-?125[0-8]|cp125[0-8]|iso-?8859-?\d{1,2}|latin-?\d|(?:us-)?ascii|macintosh|koi8-[ru]|gb18030|gbk|gb2312|big5|"
    r"shift_?jis|euc-(?:jp|kr)"
)
_WESTERN = re.compile(r"iso-?8859-?1|latin-?1|(?:us-)?ascii")
_EXPECTED = "an HTML page in UTF-8, or in the encoding that it declares."


@dataclass(frozen=True, slots=True)
class Start:
    """An element begins.

    :ivar name: in lower case, without prefix.
    :ivar attributes: names in lower case, without prefix and ``data-``.
    :ivar akn: its name in the Akoma Ntoso vocabulary, in lower case, or "".
    """

    name: str
    attributes: Mapping[str, str]
    akn: str = ""


class End:
    """The element that began last ends."""


END = End()
Event = Start | End | str
"""What a source gives: elements that begin, elements that end, and words."""


def read_source(data: bytes, name: str) -> Callable[[], Iterator[Event]]:
    """Parse a page; gives a function that goes through it from the beginning, as often as it is called.

    :param name: the file, for messages.
    :raises UnusableInput: if its encoding is unknown or wrong, it is nested too deep or has too many tags, or it is
        Akoma Ntoso that is no well-formed XML.
    """
    if data.count(b"<") > MOST_TAGS:
        raise _refusal(f"A page of more than {MOST_TAGS:,} tags.", name, f"at most {MOST_TAGS:,} tags")
    if _AKOMA_NTOSO.search(data[:_HEAD]) and not re.search(rb"<html[\s>]", data[:_HEAD], re.IGNORECASE):
        root = parse_xml(data, name)
        return lambda: _of_xml(root)
    text = decode_page(data, name)
    depth, type_depth = _depths(text)
    if depth > DEEPEST or (type_depth > _MANY_TYPES and type_depth * text.count("<") > MOST_TAGS):
        raise _refusal(f"Tags that are nested {depth:,} deep.", name, f"at most {DEEPEST} levels, tags of type closed")
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(_NO_SCRIPT.sub(r"<\1noembed", _SUBSET.sub(r"\1", text, count=1)))
    return lambda: _of_html(parser.root)


def _refusal(seen: str, name: str, expected: str) -> UnusableInput:
    return UnusableInput(seen, where=name, expected=f"{expected}.", remedy="Check that this page is the report.")


def decode_page(data: bytes, name: str) -> str:
    """The text of a page: in UTF-8, else in the encoding that it declares.

    :raises UnusableInput: if it is neither; the first wrong byte is named.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        wrong = f"Byte 0x{data[fault.start]:02x} at byte offset {fault.start} is not UTF-8"
    declared = _DECLARED.search(data[:_HEAD])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if not _CODECS.fullmatch(encoding):
        said = f"the page declares “{encoding}”" if encoding else "the page declares no encoding"
        raise UnusableInput(f"{wrong}, and {said}.", where=name, expected=_EXPECTED, remedy="Save the page as UTF-8.")
    return _decoded(data, "windows-1252" if _WESTERN.fullmatch(encoding) else encoding, name)


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode("mac-roman" if encoding == "macintosh" else encoding)
    except (UnicodeDecodeError, LookupError) as fault:
        raise UnusableInput(
            f"Bytes that are not in {encoding}, which the page declares: {fault}.",
            where=name,
            expected=_EXPECTED,
            remedy="Save the page as UTF-8.",
        ) from None


def _depths(text: str) -> tuple[int, int]:
    """How deep the tags of a page nest, all of them and those of type alone, by a count of where they begin and end."""
    open_: Counter[str] = Counter()
    depth = deepest = type_depth = type_deepest = 0
    for match in _TAG.finditer(text):
        element = match[2].lower()
        if element in _UNCLOSED or (match[1] and not open_[element]):
            continue
        step = -1 if match[1] else 1
        open_[element] += step
        depth += step
        type_depth += step if element in _TYPE else 0
        deepest, type_deepest = max(deepest, depth), max(type_deepest, type_depth)
    return deepest, type_deepest


def _of_html(root: LexborNode | None) -> Iterator[Event]:
    node = root
    depth = 0
    while node is not None:
        if node.is_text_node:
            yield node.text_content or ""
        elif node.is_element_node:
            yield _start(node.tag or "", {key: text or "" for key, text in node.attributes.items()})
            if (below := node.child) is not None:
                node, depth = below, depth + 1
                continue
            yield END
        while node is not None and node.next is None:
            node = node.parent if depth else None
            depth -= 1
            if node is not None:
                yield END
        node = node.next if node is not None else None


def _start(name: str, attributes: Mapping[str, str]) -> Start:
    plain = {key.removeprefix("data-").rpartition(":")[2]: text for key, text in attributes.items()}
    match = _CLASS.search(plain.get("class", ""))
    return Start(name.rpartition(":")[2], plain, match[1].lower() if match else "")


def _of_xml(root: Element) -> Iterator[Event]:
    waiting: list[Element | str | End] = [root]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str | End):
            yield here
            continue
        if not isinstance(here.tag, str):
            continue
        name = local(here.tag).lower()
        html = "xhtml" in namespace(here.tag)
        yield Start(name, {local(key).lower(): text for key, text in here.attrib.items()}, "" if html else name)
        waiting.append(END)
        for below in reversed(here):
            if below.tail:
                waiting.append(below.tail)
            waiting.append(below)
        if here.text:
            waiting.append(here.text)
