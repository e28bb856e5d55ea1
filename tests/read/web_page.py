"""HTML pages and Akoma Ntoso files for tests: one report typeset as five kinds of program write it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby

from manuscript import Part, Run

Call = Callable[[str], str]


def _words(part: Part, call: Call, italic: str = "em") -> str:
    def one(r: Run) -> str:
        if r.note:
            return call(r.note)
        text = escape(r.text, quote=False)
        return f"<{italic}>{text}</{italic}>" if r.italic else text

    return "".join(map(one, part.runs))


def _page(body: str, head: str = "") -> str:
    head = f'<meta charset="utf-8"><title>x</title>{head}'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>'


def typed(parts: list[Part]) -> str:
    """Numbers are typed, notes are a list at the end with links there and back, as pandoc writes them."""

    def call(n: str) -> str:
        return f'<a href="#fn{n}" class="footnote-ref" id="fnref{n}" role="doc-noteref"><sup>{n}</sup></a>'

    body, notes = "", ""
    for part in parts:
        words = _words(part, call)
        if part.kind == "note":
            back = f'<a href="#fnref{part.label}" class="footnote-back" role="doc-backlink">↩︎</a>'
            notes += f'<li id="fn{part.label}"><p>{words}{back}</p></li>\n'
        elif part.kind in ("title", "heading"):
            level = part.depth + 1
            body += f"<h{level}>{part.label} {words}</h{level}>\n"
        else:
            indented = f" style='margin-left: {2 * part.depth}em'" if part.kind == "item" else ""
            body += f"<p{indented}>{part.label} {words}</p>\n"
    body = f"<nav><ol><li><a href='#x'>1. Elsewhere</a></li></ol></nav><main>{body}"
    end = f'<section role="doc-endnotes"><hr><ol>{notes}</ol></section></main><footer>12. Imprint</footer>'
    return _page(body + end)


def counted(parts: list[Part]) -> str:
    """Numbers and letters are those of lists; notes are raised numbers without links."""
    body = ""
    groups = [list(g) for _, g in groupby(parts, key=lambda p: p.kind in ("paragraph", "item"))]
    for group in groups:
        if group[0].kind in ("paragraph", "item"):
            body += _list(group)
            continue
        for part in group:
            words = _words(part, lambda n: f"<sup>{n}</sup>", "i")
            if part.kind == "note":
                body += f"<p><sup>{part.label}</sup> {words}</p>\n"
            elif part.kind in ("title", "heading"):
                body += f"<h{part.depth + 1}>{part.label} {words}</h{part.depth + 1}>\n"
            else:
                body += f"<div>{words}</div>\n"
    return _page(body)


def _list(group: list[Part]) -> str:
    made, levels = "", []
    for part in group:
        depth = part.depth if part.kind == "item" else 0
        while len(levels) > depth + 1:
            made += f"</li></{levels.pop()}>"
        if len(levels) == depth + 1:
            made += "</li>\n"
        else:
            kind = "" if part.label.endswith(".") else ' type="a"'
            start = f' start="{part.label.strip("().")}"' if not depth else ""
            made += f"<ol{kind}{start}>"
            levels.append("ol")
        made += f"<li>{_words(part, lambda n: f'<sup>{n}</sup>', 'i')}"
    return made + "".join(f"</li></{name}>" for name in reversed(levels))


def exported(parts: list[Part]) -> str:
    """As Word saves a page: its own classes, bracketed notes, a division for each note at the end."""

    def call(n: str) -> str:
        return (
            f'<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}" title=""><span '
            f"class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
            f"[{n}]<![endif]></span></span></a>"
        )

    body, notes = "", ""
    for part in parts:
        words = _words(part, call, "i")
        if part.kind == "note":
            back = call(part.label).replace("#_ftn", "#_ftnref", 1).replace('name="_ftnref', 'name="_ftn', 1)
            notes += (
                f"<div style='mso-element:footnote' id=ftn{part.label}>\n"
                f"<p class=MsoFootnoteText>{back} {words}<o:p></o:p></p>\n</div>\n"
            )
        elif part.kind == "title":
            body += f"<p class=MsoTitle>{words}</p>\n"
        elif part.kind == "heading":
            label = f"{part.label}<span style='font:7.0pt'>&nbsp; </span>"
            body += f"<h{part.depth}><span lang=EN-GB>{label}{words}</span></h{part.depth}>\n"
        else:
            label = f"{part.label}<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>" if part.label else ""
            indented = f" style='margin-left:{0.5 * part.depth}in'" if part.kind == "item" else ""
            body += f"<p class=MsoNormal{indented}><span lang=EN-GB>{label}{words}<o:p></o:p></span></p>\n"
    lines = "<br clear=all><hr align=left size=1 width='33%'>"
    style = "<style><!-- p.MsoNormal {margin:0cm} --></style><xml><o:p>1. Not seen</o:p></xml>"
    return _page(
        f"<div class=WordSection1>{body}</div><div style='mso-element:footnote-list'>{lines}{notes}</div>",
        style.replace("<xml>", "<!--[if gte mso 9]><xml>").replace("</xml>", "</xml><![endif]-->"),
    )


def akoma_ntoso(parts: list[Part]) -> str:
    """Akoma Ntoso 3.0, as XML."""
    bodies = {p.label: _words(p, lambda n: "", "i") for p in parts if p.kind == "note"}

    def call(n: str) -> str:
        note = f"<p>{bodies[n]}</p>"
        return f'<authorialNote eId="note_{n}" marker="{n}" placement="bottom">{note}</authorialNote>'

    body, front, open_, in_paragraph = "", "", [], False
    for part in parts:
        words = _words(part, call, "i")
        if part.kind == "line":
            front += f"<p>{words}</p>"
        elif part.kind == "title":
            front += f"<p><docTitle>{words}</docTitle></p>"
        elif part.kind == "heading":
            body += "</paragraph>" if in_paragraph else ""
            in_paragraph = False
            while open_ and open_[-1] >= part.depth:
                open_.pop()
                body += "</section>"
            open_.append(part.depth)
            body += f'<section eId="sec_{len(body)}"><num>{part.label}</num><heading>{words}</heading>\n'
        elif part.kind == "paragraph":
            body += "</paragraph>" if in_paragraph else ""
            in_paragraph = True
            number = part.label.rstrip(".")
            body += f'<paragraph eId="para_{number}"><num>{part.label}</num>\n<content><p>{words}</p></content>\n'
        elif part.kind == "item":
            body += f"<point><num>{part.label}</num><content><p>{words}</p></content></point>"
    body += ("</paragraph>" if in_paragraph else "") + "</section>" * len(open_)
    meta = "<meta><identification source='#x'><FRBRnumber value='1.'/>2. Never</identification></meta>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="report">'
        f"{meta}<preface>{front}</preface><mainBody>{body}</mainBody></doc></akomaNtoso>"
    )


def akoma_ntoso_page(parts: list[Part]) -> str:
    """Akoma Ntoso as HTML: each element a span or section with its name as class and its ``eId``."""
    xml = akoma_ntoso(parts).partition("</meta>")[2].removesuffix("</doc></akomaNtoso>")
    for name in ("section", "paragraph", "point"):
        xml = xml.replace(f"<{name}", f'<section class="akn-{name}"').replace(f"</{name}>", "</section>")
    for name in ("preface", "mainBody", "content", "num", "heading", "authorialNote", "docTitle"):
        xml = xml.replace(f"<{name}>", f'<span class="akn-{name}">').replace(f"<{name} ", f'<span class="akn-{name}" ')
        xml = xml.replace(f"</{name}>", "</span>")
    xml = xml.replace("<p>", '<span class="akn-p">').replace("</p>", "</span>")
    xml = xml.replace(" marker=", " data-marker=").replace(" eId=", " data-eId=")
    return _page(f'<la-akoma-ntoso><article class="akn-doc">{xml}</article></la-akoma-ntoso>')
