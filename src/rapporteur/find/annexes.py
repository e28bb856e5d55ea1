"""Attendance in an annex: "Members / Algeria / Belgium …" → one mention a name, with the capacity its head says.

Takes the passages of a report, gives those present whom an annex or section titled "Attendance" lists under heads, one
name a line, in columns or between commas. A list whose head is of no known kind, and a table, come back as unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.find.annex_cells import Cell, States, cells
from rapporteur.find.attendance import attending, read_capacity, read_expected
from rapporteur.find.lists import ListPiece, piece, read_list
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.scenes import names_in, place, sentences
from rapporteur.model import PartKind, Report, Rule, Section
from rapporteur.model.actors import ActorMention, AttendanceMention, Expected
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head of a list says of those below it."""

    capacity: str
    kind: str
    expects: Expected
    rule: Rule


@dataclass
class _Group:
    """A head, or None where it is of no known kind, and the cells below it.

    :ivar untitled: nothing stands over the list but the title of all that is listed.
    """

    passage: Passage
    head: _Head | None
    untitled: bool = False
    cells: list[Cell] = field(default_factory=list)


def find_annexes(
    report: Report, passages: Sequence[Passage], states: States
) -> tuple[tuple[AttendanceMention, ...], tuple[ActorMention, ...]]:
    """Those present by the lists under titles of attendance, and what of these lists could not be read.

    :param states: who bears a name of a State: one may go over the lines of a column.
    """
    found: list[AttendanceMention] = []
    unread: list[ActorMention] = []
    titled = load_patterns("annexes")["annex/attendance"].regex
    by_part = {passage.part: passage for passage in passages if passage.part.kind is PartKind.SECTION}
    for section in report.sections:
        chain = report.section_chain(section.path)
        roots = [one for one in chain if titled.match(one.title.text.strip(" .:"))]
        passage = by_part.get(section.ref)
        if not roots or passage is None or section.unnumbered is None:
            continue
        below = chain[chain.index(roots[0]) :]
        for group in _groups(passage, section, _inherited(below), section is roots[0], states):
            present, left = _read(group)
            found += present
            unread += left
    if not found and not unread:
        unread += _pointers(passages)
    return tuple(found), tuple(unread)


def _pointers(passages: Sequence[Passage]) -> Iterator[ActorMention]:
    """Sentences that say that an annex lists those present, for a report in which no such list was found."""
    points = load_patterns("annexes")["annex/pointer"]
    cue = load_patterns("attendance")["attendance/cue"].regex
    for passage in passages:
        if passage.part.kind is PartKind.PARAGRAPH and "annex" in passage.text:
            for sentence in sentences(passage):
                if points.regex.search(sentence.text) and cue.search(sentence.text):
                    yield ActorMention(**place(passage, sentence.start, sentence.end, points.rule))


def read_head(words: str) -> _Head | None:
    """What a line says, if it is the head of a list of those present; None where it is of no known kind."""
    line = words.strip(" .:*")
    for pattern in load_patterns("annexes").group("head"):
        if pattern.regex.match(line):
            expects: Expected = "state" if pattern.field("expects") == "state" else "organization"
            expects = expects if pattern.field("expects") else ""
            return _Head(pattern.field("capacity"), pattern.field("kind"), expects, pattern.rule)
    return None


def _said(title: str) -> _Head | None:
    """The head that a title is, or what its words say as those of a sentence would."""
    head = read_head(title)
    capacity, kind = read_capacity(title)
    if (
        head is None
        and capacity != "represented"
        and not load_patterns("annexes")["annex/sentence"].regex.search(title)
    ):
        return _Head(capacity, kind, read_expected(title), load_patterns("annexes")["annex/attendance"].rule)
    return head


def _inherited(chain: Sequence[Section]) -> _Head | None:
    """What the title of a section says, or one between it and the root where it only parts a list further."""
    for section in reversed(chain):
        head = _said(section.title.text)
        if head is not None:
            return head
    return None


def _groups(passage: Passage, section: Section, head: _Head | None, at_root: bool, states: States) -> Iterator[_Group]:
    """The lists of one section: below its title, and below each line in it that is a head."""
    assert section.unnumbered is not None, "asked only of a section with text of its own"
    start = len(section.words) - len(section.unnumbered)
    own = _said(section.title.text)
    listed = cells(passage, start, states)
    group = _Group(passage, head if own or at_root or _only_known(passage, start, listed) else None, at_root)
    for cell in listed:
        text = passage.text[cell.start : cell.end]
        before, colon, after = text.partition(":")
        line = read_head(before if colon else text)
        if line is None and not cell.heads:
            group.cells.append(cell)
            continue
        yield group
        group = _Group(passage, line)
        if line is not None and after.strip():
            low = cell.start + len(before) + 1
            group.cells.append(replace(cell, start=low + len(after) - len(after.lstrip())))
    yield group


def _only_known(passage: Passage, start: int, listed: Sequence[Cell]) -> bool:
    """Does a section hold nothing but names of States, so that its title can only part a list further?"""
    named = [n for n in names_in(passage, start, len(passage.text)) if n.kind == "state"]
    return bool(listed) and all(any(n.at[0] < c.end and c.start < n.at[1] for n in named) for c in listed)


def _read(group: _Group) -> tuple[list[AttendanceMention], list[ActorMention]]:
    """Those present by one list, and what of it could not be read."""
    passage = group.passage
    rule = load_patterns("annexes")["annex/attendance"].rule
    person = load_patterns("lettered")["lettered/person"].regex
    listed = [cell for cell in group.cells if not _is_remark(passage, cell)]
    if not listed:
        return [], []
    whole = ActorMention(**place(passage, listed[0].start, listed[-1].end, rule))
    if any("|" in passage.text[cell.start : cell.end] for cell in listed):
        return [], [whole]
    persons = any(person.match(passage.text[cell.start : cell.end]) for cell in listed)
    broken = [cell for cell in listed if cell.broken]
    left = [ActorMention(**place(passage, cell.start, cell.end, rule)) for cell in broken]
    head = group.head
    over_lines = [cell for cell in listed if cell.name[1]]
    pieces = _pieces(passage, [c for c in listed if not c.broken and not c.name[1]], head.expects if head else "")
    pieces = sorted([*pieces, *(_of_lines(passage, cell) for cell in over_lines)], key=lambda one: one.at)
    if persons:
        pieces, left = [p for p in pieces if p.name is not None], [whole]
    if head is None:
        if not group.untitled or not pieces or any(p.name is None for p in pieces):
            return [], [whole]
        head = _Head("represented", "", "", rule)
    whole_names = {cell.start: cell.name[0] for cell in over_lines}
    present = attending(passage, pieces, head.capacity, head.kind, head.expects, head.rule)
    return [replace(one, words=whole_names.get(one.at[0], one.words)) for one in present], left


def _of_lines(passage: Passage, cell: Cell) -> ListPiece:
    """The State whose name goes over the lines of a column, at the first piece of it."""
    at = (cell.start, cell.end)
    rule = load_patterns("annexes")["annex/attendance"].rule
    where = place(passage, *at, rule)
    name = NameMention(**where, kind="state", candidates=cell.name[1])
    return ListPiece(at, name, (), "", cell.end)


def _is_remark(passage: Passage, cell: Cell) -> bool:
    """Is the cell a sentence about the list that names nobody?"""
    sentence = load_patterns("annexes")["annex/sentence"].regex
    text = passage.text[cell.start : cell.end]
    return sentence.search(text) is not None and not names_in(passage, cell.start, cell.end)


def _pieces(passage: Passage, listed: Sequence[Cell], expects: Expected) -> list[ListPiece]:
    """The names of a list: one a cell, or those between the commas where the list is printed so."""
    commas = sum(_commas(passage, (cell.start, cell.end)) for cell in listed)
    by_commas = 2 * commas >= len(listed)
    found: list[ListPiece] = []
    for at in _runs(listed) if by_commas else [(cell.start, cell.end) for cell in listed]:
        several = read_list(passage, *at, expects, True, joined=False) if _commas(passage, at) else ()
        if by_commas or (several and all(one.name for one in several)):
            found += several or read_list(passage, *at, expects)
            continue
        one = piece(passage, *at, names_in(passage, *at))
        found += [one] if one is not None else []
    return found


def _runs(listed: Sequence[Cell]) -> list[Range]:
    """The cells, those made one that a list between commas runs over."""
    runs: list[Range] = []
    for cell in listed:
        if runs and not cell.apart:
            runs[-1] = (runs[-1][0], cell.end)
        else:
            runs.append((cell.start, cell.end))
    return runs


def _commas(passage: Passage, at: Range) -> int:
    """How many commas and semicolons of a stretch stand in no known name and no brackets."""
    closed = [n.at for n in names_in(passage, *at) if n.kind != "instrument"]
    depth = found = 0
    for i in range(*at):
        depth += (passage.text[i] == "(") - (passage.text[i] == ")")
        found += passage.text[i] in ",;" and not depth and not covered((i, i + 1), closed)
    return found
