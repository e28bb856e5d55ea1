"""XML → its tree, within bounds: no document type, no entities, no depth or size that only an attack has.

Takes the bytes of one XML part, gives the root element as the standard library has it. Both Office Open XML (ECMA-376
part 2) and Akoma Ntoso do without document types, so a file with one is refused before any entity is read.
"""

from __future__ import annotations

from xml.etree import ElementTree

from rapporteur.errors import UnusableInput

DEEPEST = 200
"""Levels of elements inside one another."""
MOST = 4_000_000
"""Elements; a report of a thousand pages has some hundred thousand."""


class _Refused(Exception):
    """What was seen, and what was expected; raised from inside the parser."""


class _Bounded(ElementTree.TreeBuilder):
    """Builds the tree, and stops where it is no document."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _Refused("a document type, which may define entities without end", "XML without one")

    def start(self, tag: str, attrs: dict[str, str]) -> ElementTree.Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise _Refused(f"elements more than {DEEPEST} deep", f"at most {DEEPEST} levels")
        if self._count > MOST:
            raise _Refused(f"more than {MOST:,} elements", f"at most {MOST:,} elements")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(data: bytes, where: str) -> ElementTree.Element:
    """The root element of some XML.

    :param where: file and part, for messages.
    :raises UnusableInput: if it is no well-formed XML, has a document type, or exceeds `DEEPEST` or `MOST`.
    """
    try:
        root: ElementTree.Element = ElementTree.fromstring(data, ElementTree.XMLParser(target=_Bounded()))
    except _Refused as fault:
        seen, expected = fault.args
        raise UnusableInput(
            f"XML with {seen}.", where=where, expected=f"{expected}.", remedy="Save the report anew and read that."
        ) from None
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise UnusableInput(
            f"XML that breaks off or is damaged: {fault}.",
            where=where,
            expected="well-formed XML.",
            remedy="Check that the download ended well, or save the report anew.",
        ) from None
    return root


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace.

    >>> local("{urn:example}num"), local("num")
    ('num', 'num')
    """
    return tag.rpartition("}")[2]


def namespace(tag: str) -> str:
    """The namespace of an element, "" without one."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
