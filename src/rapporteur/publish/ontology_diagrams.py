"""Diagrams of the vocabulary: a `Vocabulary` in, SVG out that needs no script and is the same on every machine.

One of a group: its classes as boxes with their properties, on the right what of other groups these lead to; a
property leads to its ranges, a hollow arrow from a class to the one it is a kind of. One of the whole: from which
groups to which properties lead. Each has a title and says in its description what it shows. Colours and type are
those of the page's style sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from rdflib import URIRef

from rapporteur.graph.vocabulary import PREFIXES, RAP
from rapporteur.publish.ontology import Group, Term, Vocabulary

_ROW, _HEAD, _GAP = 20, 26, 18
"""Heights in pixels: of a line, of the head of a box, of the space between boxes."""
_LEFT, _WIDE, _RIGHT, _NARROW = 90, 260, 560, 220
"""Left edge and width of the boxes on the left, then of those on the right."""
_TITLE = 330
"""Width of a box that bears the title of a group."""
_TOP = 8


@dataclass
class _Box:
    """A rectangle with lines of text.

    :ivar to: where its head leads on this page; "" for a class of others.
    """

    x: int
    y: int
    width: int
    head: str
    to: str
    rows: list[tuple[str, str, str]]

    @property
    def height(self) -> int:
        return _HEAD + _ROW * len(self.rows) + (6 if self.rows else 0)

    def row(self, at: int) -> int:
        """The middle of a line."""
        return self.y + _HEAD + _ROW * at + _ROW // 2

    @property
    def middle(self) -> int:
        """The middle of the head."""
        return self.y + _HEAD // 2


def group_diagram(vocabulary: Vocabulary, group: Group) -> Markup:
    """The classes of a group, their properties, and what these lead to."""
    boxes: dict[URIRef, _Box] = {}
    y = _TOP
    for term in group.classes:
        rows = [(p.name, f"#{p.name}", _literal(p)) for p in vocabulary.properties_of(term.iri)]
        boxes[term.iri] = _Box(_LEFT, y, _WIDE, term.label, f"#{term.name}", rows)
        y += boxes[term.iri].height + _GAP
    others = _others(vocabulary, group, boxes)
    tall = max(y, _TOP + len(others) * (_HEAD + _GAP))
    for at, class_ in enumerate(others):
        place = _TOP + round((tall - _TOP) * (at + 0.5) / len(others)) - _HEAD // 2
        known = vocabulary.terms.get(class_)
        boxes[class_] = _Box(
            _RIGHT, place, _NARROW, known.label if known else _compact(class_), f"#{known.name}" if known else "", []
        )
    edges: list[str] = []
    said: list[str] = []
    for term in group.classes:
        box = boxes[term.iri]
        for above in term.supers:
            if above in boxes:
                edges.append(_loop(box.x, box.middle, boxes[above].middle - 6, "kind", f"{term.label} is a kind of"))
                said.append(f"{term.label} is a kind of {vocabulary.terms[above].label}")
        for at, prop in enumerate(vocabulary.properties_of(term.iri)):
            reached = [class_ for class_ in prop.ranges if class_ in boxes and not _literal(prop)]
            edges += [_edge(box, at, boxes[class_], f"{term.label}: {prop.label}") for class_ in reached]
            if reached:
                said.append(f"{prop.label} leads from {term.label} to {_listed(boxes[c].head for c in reached)}")
    title = f"Classes and properties of the group “{group.title}”"
    drawn = [*edges, *(_drawn(box) for box in boxes.values())]
    width = _RIGHT + _NARROW + 4 if others else _LEFT + _WIDE + 4
    return _svg(group.id, title, ". ".join(said) or "No property leads from one class to another", width, tall, drawn)


def overview(vocabulary: Vocabulary) -> Markup:
    """From which groups of classes to which properties lead: the wider the line, the more."""
    of = {term.iri: group for group in vocabulary.groups for term in group.classes}
    ties: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in vocabulary.terms.values():
        for domain in term.domains:
            for range_ in term.ranges:
                if domain in of and range_ in of:
                    ties[of[domain].title, of[range_].title].add(term.label)
    left: dict[str, _Box] = {}
    y = _TOP
    for group in vocabulary.groups:
        rows = [(f"{'  ' if term.supers else ''}{term.label}", f"#{term.name}", "") for term in _nested(group)]
        left[group.title] = _Box(4, y, _TITLE, group.title, f"#{group.id}", rows)
        y += left[group.title].height + _GAP
    right = {
        group.title: _Box(
            _RIGHT,
            _TOP + round((y - _TOP) * (at + 0.5) / len(vocabulary.groups)) - _HEAD // 2,
            _TITLE,
            group.title,
            f"#{group.id}",
            [],
        )
        for at, group in enumerate(vocabulary.groups)
    }
    edges, said = [], []
    for (start, end), names in ties.items():
        out = [pair for pair in ties if pair[0] == start]
        into = [pair for pair in ties if pair[1] == end]
        box, to = left[start], right[end]
        begin = box.y + round(box.height * (out.index((start, end)) + 1) / (len(out) + 1))
        stop = to.y + round(_HEAD * (into.index((start, end)) + 1) / (len(into) + 1))
        words = f"{start} to {end}: {_listed(sorted(names))}"
        edges.append(_curve(box.x + box.width, begin, to.x, stop, "tie", words, min(9, 1 + len(names) / 2)))
        said.append(words)
    drawn = [*edges, *(_drawn(box) for box in (*left.values(), *right.values()))]
    title = "From which groups of classes to which properties lead"
    return _svg("overview", title, ". ".join(said), _RIGHT + _TITLE + 4, y, drawn)


def _nested(group: Group) -> list[Term]:
    """The classes of a group, each followed by those that are a kind of it."""
    top = [term for term in group.classes if not any(one.iri in term.supers for one in group.classes)]
    return [each for term in top for each in (term, *(one for one in group.classes if term.iri in one.supers))]


def _others(vocabulary: Vocabulary, group: Group, mine: dict[URIRef, _Box]) -> list[URIRef]:
    """The classes of other groups that properties lead to, those first that are led to from further up."""
    places: dict[URIRef, list[int]] = defaultdict(list)
    for term in group.classes:
        for at, prop in enumerate(vocabulary.properties_of(term.iri)):
            for class_ in prop.ranges:
                if class_ not in mine and not _literal(prop):
                    places[class_].append(mine[term.iri].row(at))
    return sorted(places, key=lambda class_: (sum(places[class_]) / len(places[class_]), class_))


def _literal(prop: Term) -> str:
    """The datatype of a literal property; "" for one that leads to things."""
    return _compact(prop.ranges[0]) if prop.kind == "literal property" and prop.ranges else ""


def _edge(box: _Box, at: int, to: _Box, words: str) -> str:
    """From a line of a box to the head of another."""
    if to.x == box.x:
        return _loop(box.x, box.row(at), to.middle, "leads", words)
    return _curve(box.x + box.width, box.row(at), to.x, to.middle, "leads", words)


def _loop(x: int, begin: int, end: int, kind: str, words: str) -> str:
    """A curve out to the left and back: the further, the wider."""
    out = min(_LEFT - 6, 22 + abs(end - begin) // 8)
    path = f"M{x} {begin}C{x - out} {begin} {x - out} {end} {x - 7} {end}"
    return _line(path, kind, words)


def _curve(x: int, begin: int, to: int, end: int, kind: str, words: str, width: float = 1) -> str:
    half = (to - x) // 2
    stop = to - 7 if kind == "leads" else to
    path = f"M{x} {begin}C{x + half} {begin} {to - half} {end} {stop} {end}"
    return _line(path, kind, words, f' stroke-width="{width:g}"' if width != 1 else "")


def _line(path: str, kind: str, words: str, more: str = "") -> str:
    mark = "" if kind == "tie" else f' marker-end="url(#mark/{kind})"'
    return f'<path class="{kind}" d="{path}"{mark}{more}><title>{escape(words)}</title></path>'


def _drawn(box: _Box) -> str:
    out = [f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="4"/>']
    out.append(_text(box.x + 10, box.y + 18, box.head, box.to, "head"))
    for at, (words, to, after) in enumerate(box.rows):
        indent = 16 if words.startswith(" ") else 0
        out.append(_text(box.x + 10 + indent, box.row(at) + 4, words.strip(), to, ""))
        if after:
            out.append(
                f'<text class="type" x="{box.x + box.width - 10}" y="{box.row(at) + 4}" '
                f'text-anchor="end">{escape(after)}</text>'
            )
    return "".join(out)


def _text(x: int, y: int, words: str, to: str, kind: str) -> str:
    text = f'<text{f" class={kind}" if kind else ""} x="{x}" y="{y}">{escape(words)}</text>'
    return f'<a href="{escape(to)}" tabindex="-1">{text}</a>' if to else text


def _svg(name: str, title: str, said: str, width: int, height: int, drawn: Sequence[str]) -> Markup:
    """A drawing with its name and what it shows; its links can be reached in the text below, not by Tab here."""
    return Markup(
        f'<svg role="group" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-labelledby="diagram/{name}/title" aria-describedby="diagram/{name}/desc">'
        f'<title id="diagram/{name}/title">{escape(title)}</title>'
        f'<desc id="diagram/{name}/desc">{escape(said)}.</desc>{"".join(drawn)}</svg>'
    )


def _listed(words: Iterable[str]) -> str:
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def _compact(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and namespace != str(RAP):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


MARKERS = Markup(
    '<svg class="hidden" aria-hidden="true" width="0" height="0"><defs>'
    '<marker id="mark/leads" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path class="solid" d="M0 0L8 4L0 8Z"/></marker>'
    '<marker id="mark/kind" viewBox="0 0 10 10" refX="3" refY="5" markerWidth="11" markerHeight="11" orient="auto">'
    '<path class="hollow" d="M1 1L9 5L1 9Z"/></marker></defs></svg>'
)
"""The heads of the arrows, once a page."""
