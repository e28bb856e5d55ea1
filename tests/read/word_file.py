"""Word files for tests, written by hand: the XML of ECMA-376 that Word itself writes, nothing more than is needed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from html import escape

from manuscript import Part, Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FORMATS = {0: ("upperRoman", "%1."), 1: ("upperLetter", "%2."), 2: ("decimal", "%3.")}


def run(text: str, properties: str = "") -> str:
    """A run of words; ``properties`` is the inside of its ``w:rPr``."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; ``content`` is XML, or words where it holds no tag."""
    content = content if content.startswith("<") or not content else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def numbered(list_id: int, level: int = 0) -> str:
    """Properties of a paragraph in an automatic list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def table(*rows: Iterable[str]) -> str:
    """A table; each cell is XML of its paragraphs, or words."""
    made = ""
    for row in rows:
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        made += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def abstract(id: int, *levels: tuple[str, str], start: int = 1) -> str:
    """An abstract list: number format and text of each level."""
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (format, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{id}">{made}</w:abstractNum>'


def num(id: int, abstract_id: int, inner: str = "") -> str:
    """A list that counts as its abstract list does."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract_id}"/>{inner}</w:num>'


def style(id: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    """A style; ``inner`` holds its properties."""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{inner}</w:style>'


def part(root: str, inner: str) -> bytes:
    """The XML of one part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'.encode()


def package(body: str, **parts: str) -> bytes:
    """The bytes of a Word file.

    :param parts: inside of styles, numbering, footnotes, endnotes, header, footer.
    """
    roots = {"header": "hdr", "footer": "ftr"}
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(parts, start=1)
    )
    files = {
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    files |= {f"word/{kind}.xml": part(roots.get(kind, kind), inner) for kind, inner in parts.items()}
    return zipped(files)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2010, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relations(inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'.encode()


def word_file(parts: list[Part], *, automatic: bool) -> bytes:
    """A whole report as Word file.

    :param automatic: numbers and letters are counted by Word; else they are typed, with a tab after them.
    """
    ids = {part.label: i for i, part in enumerate((p for p in parts if p.kind == "note"), start=2)}
    body, lists, fresh = "", {}, 10
    lettered: dict[int, int] = {}
    for each in parts:
        if each.kind == "note":
            continue
        content = "".join(_run(r, ids) for r in each.runs)
        properties = ""
        if each.kind == "heading" and each.label:
            properties = numbered(1, each.depth - 1) if automatic else ""
        elif each.kind == "paragraph":
            properties = numbered(2) if automatic else ""
            lettered = {}
        elif each.kind == "item" and automatic:
            form = "decimal" if each.label.endswith(".") else "lowerLetter"
            if each.depth not in lettered:
                fresh += 1
                lettered[each.depth] = fresh
                lists[fresh] = form
            lettered = {depth: id for depth, id in lettered.items() if depth <= each.depth}
            properties = numbered(lettered[each.depth])
        if each.label and not automatic:
            content = f"<w:r><w:t>{each.label}</w:t><w:tab/></w:r>" + content
        if each.kind == "item":
            properties += f'<w:ind w:left="{1134 + 567 * each.depth}"/>'
        styles = {"title": "Title", "heading": f"Heading{each.depth}", "paragraph": "SingleTxtG"}
        body += p(content, styles.get(each.kind, ""), properties)
    footnotes = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    for each in parts:
        if each.kind == "note":
            inner = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>' + run(" ")
            inner += "".join(_run(r, ids) for r in each.runs)
            footnotes += f'<w:footnote w:id="{ids[each.label]}">{p(inner, "FootnoteText")}</w:footnote>'
    numbering = abstract(1, *_FORMATS.values()) + abstract(2, ("decimal", "%1."))
    for id, form in lists.items():
        numbering += abstract(id, (form, "(%1)" if form == "lowerLetter" else "%1."))
    numbering += num(1, 1) + num(2, 2) + "".join(num(id, id) for id in lists)
    styles = (
        style("Title", "Title")
        + style("SingleTxtG", "_ Single Txt_G", '<w:pPr><w:ind w:left="1134"/></w:pPr>')
        + style("FootnoteText", "footnote text")
    )
    styles += "".join(style(f"Heading{i}", f"heading {i}") for i in (1, 2, 3))
    return package(body, styles=styles, numbering=numbering, footnotes=footnotes)


def _run(r: Run, ids: dict[str, int]) -> str:
    if r.note:
        call = f'<w:footnoteReference w:id="{ids[r.note]}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{call}</w:r>'
    return run(r.text, "<w:i/>" if r.italic else "")
