"""The package of a Word file: its bytes → the XML parts that a report needs, inflated within bounds.

A ``.docx`` is a zip file (Office Open XML, ECMA-376 part 2): relationships name the main document, and the document's
own name its styles, numbering, notes, headers and footers. Nothing else (pictures, fonts) is inflated.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from rapporteur.errors import UnusableInput
from rapporteur.read.xml_tree import local, parse_xml

LARGEST_INFLATED = 200_000_000
"""Bytes of all parts together, as declared and as inflated."""
HIGHEST_RATIO = 150
"""How many times larger a part may become; the text of Word files becomes some 10 to 40 times larger."""
_RATIO_FROM = 2_000_000
"""Bytes from which on the ratio counts: small parts may well repeat themselves."""
_MOST_PARTS = 20_000
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")
_EXPECTED = "a Word file (.docx) that opens in Word."
_REMEDY = "Check that the download ended well, or open the report in Word and save it anew."


@dataclass
class Package:
    """The parts of a Word file.

    :ivar document: root of the main document.
    :ivar parts: relationship type ("styles", "header", ...) → the roots of its parts, in order of their names.
    """

    document: Element
    parts: dict[str, list[Element]] = field(default_factory=dict)

    def part(self, kind: str) -> Element | None:
        """The first part of a kind, None without one."""
        return next(iter(self.parts.get(kind, ())), None)


def open_package(data: bytes, name: str) -> Package:
    """The parts of a Word file.

    :param name: the file, for messages.
    :raises UnusableInput: if it is no zip file, breaks off, is locked by a password, inflates beyond bounds, holds no
        Word document, or a part is no XML.
    """
    if not data.startswith(b"PK"):
        old = data.startswith(b"\xd0\xcf\x11\xe0")
        seen = "An old Word file (.doc), or one that a password locks." if old else "Bytes that are no zip file."
        raise UnusableInput(
            seen, where=name, expected=_EXPECTED, remedy="Save it in Word as .docx, without a password."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reader(archive, name).package()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as fault:
        why = fault if zipfile.is_zipfile(io.BytesIO(data)) else "the list of its parts, at its end, is missing"
        raise UnusableInput(
            f"A zip file that breaks off or is damaged ({why}).", where=name, expected=_EXPECTED, remedy=_REMEDY
        ) from None
    except (NotImplementedError, RuntimeError) as fault:
        raise UnusableInput(
            f"A zip file that is locked or packed in an unusual way ({fault}).",
            where=name,
            expected=_EXPECTED,
            remedy="Take the password off, or save the report anew in Word.",
        ) from None


class _Reader:
    """Inflates one part after another, and counts."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive = archive
        self.name = name
        self.inflated = 0
        self.infos = {info.filename: info for info in archive.infolist()}

    def package(self) -> Package:
        declared = sum(info.file_size for info in self.infos.values())
        if declared > LARGEST_INFLATED or len(self.infos) > _MOST_PARTS:
            raise self._too_large(f"{len(self.infos):,} parts of {declared:,} bytes when inflated", self.name)
        main = self._main_part()
        if main is None or main not in self.infos:
            raise self._no_document()
        document = self._xml(main)
        if local(document.tag) != "document":
            raise self._no_document()
        package = Package(document)
        for kind, target in sorted(self._relations(main)):
            if kind in _PARTS and target in self.infos:
                package.parts.setdefault(kind, []).append(self._xml(target))
        return package

    def _main_part(self) -> str | None:
        found = [target for kind, target in self._relations("") if kind == "officeDocument"]
        return next((target for target in found if target in self.infos), "word/document.xml")

    def _relations(self, part: str) -> set[tuple[str, str]]:
        """Type and target of what a part (or, for "", the package) points to inside the package."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self.infos:
            return set()
        found = set()
        for relation in self._xml(path):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
                found.add((relation.get("Type", "").rpartition("/")[2], target.lstrip("/")))
        return found

    def _xml(self, part: str) -> Element:
        return parse_xml(self._inflate(part), f"{self.name}, part {part}")

    def _inflate(self, part: str) -> bytes:
        """The bytes of a part; stops as soon as they are too many, whatever the file declares."""
        info = self.infos[part]
        where = f"{self.name}, part {part}"
        most = LARGEST_INFLATED - self.inflated
        if info.compress_size:
            most = min(most, max(_RATIO_FROM, HIGHEST_RATIO * info.compress_size))
        if info.file_size > most:
            raise self._too_large(f"{info.compress_size:,} bytes that declare to become {info.file_size:,}", where)
        with self.archive.open(info) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise self._too_large(f"{info.compress_size:,} bytes that become more than {most:,}", where)
        self.inflated += len(data)
        return data

    def _too_large(self, seen: str, where: str) -> UnusableInput:
        return UnusableInput(
            f"A zip file with {seen}, as a zip bomb has.",
            where=where,
            expected=f"at most {LARGEST_INFLATED:,} bytes when inflated, no part over {HIGHEST_RATIO} times larger.",
            remedy="Check where the file comes from; save the report anew in Word.",
        )

    def _no_document(self) -> UnusableInput:
        names = sorted(self.infos)
        shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
        return UnusableInput(
            f"A zip file without a Word document in it ({shown or 'it is empty'}).",
            where=self.name,
            expected="the part word/document.xml of a Word file.",
            remedy="Name the report itself; unpack it first where it lies in a zip file.",
        )
