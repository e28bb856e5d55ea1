"""Tables of officers: "| Position | Name | Country |" and its rows → a person a row, with the office and the State.

Takes a passage, gives a `PersonMention` a row and the stretch of text that was read so. A table with a row that is
built otherwise, or of officers that may be another body's, is left whole and comes back to be said unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapporteur.find.committees import named_last
from rapporteur.find.offices import role_of
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import names_in, place
from rapporteur.find.whose_meeting import own_alone
from rapporteur.model import PartKind
from rapporteur.model.actors import ActorMention, ListedName, PersonMention
from rapporteur.patterns import load_patterns

_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+\s*")
_Row = Mapping[str, Range]
"""The places of the cells of a row, by what their column holds: "office", "name", "state"."""


def find_officer_table(passage: Passage) -> tuple[list[PersonMention], list[Range]]:
    """Those whom the table of officers in a paragraph names, and where it stands; none where a row cannot be read."""
    table = _table(passage)
    if table is None:
        return [], []
    head, columns = table
    found = [_person(passage, row, head.start()) for row in _rows(passage.text, head.end(), columns)]
    lead = passage.text[: head.start()]
    told = load_patterns("offices")["table/told"].regex.search(lead) is not None
    if not found or None in found or not told or own_alone(lead, passage.own) is False:
        return [], []
    return [person for person in found if person is not None], [(head.start(), len(passage.text))]


def unread_officer_table(passage: Passage) -> Iterator[ActorMention]:
    """The table of officers of a paragraph that was not read."""
    table = _table(passage)
    if table is not None and not find_officer_table(passage)[0]:
        rule = load_patterns("offices")["table/head"].rule
        yield ActorMention(**place(passage, table[0].start(), len(passage.text), rule))


def _table(passage: Passage) -> tuple[re.Match[str], tuple[str, ...]] | None:
    """The head of the table of officers in a paragraph, and what each of its columns holds; "" of a further one."""
    if passage.part.kind is not PartKind.PARAGRAPH or "|" not in passage.text:
        return None
    patterns = load_patterns("offices")
    head = patterns["table/head"].regex.search(passage.text)
    if head is None:
        return None
    known = [patterns["table/column"].regex.match(cell) for cell in head["cells"].split("|")]
    columns = tuple((match.lastgroup or "") if match is not None else "" for match in known)
    return (head, columns) if columns.count("office") == 1 and columns.count("name") == 1 else None


def _rows(text: str, start: int, columns: tuple[str, ...]) -> Iterator[_Row]:
    """The cells of each row below the head, to the end of the text; one row without cells where one is broken."""
    rule = _RULE.match(text, start)
    at = rule.end() if rule is not None else start
    row = re.compile(r"\|" + r"([^|]*)\|" * len(columns) + r"\s*")
    while text[at:].strip():
        match = row.match(text, at)
        if match is None:
            yield {}
            return
        yield {what: match.span(i) for i, what in enumerate(columns, 1) if what}
        at = match.end()


def _person(passage: Passage, row: _Row, table: int) -> PersonMention | None:
    """The person of a row; None for a row that is no person's with an office.

    :param table: where the table begins: the words before say whose officers are listed.
    """
    offices, persons = load_patterns("offices"), load_patterns("persons")
    if not row:
        return None
    text = passage.text
    office = offices["table/office"].regex.match(text[slice(*row["office"])])
    names = list(persons["person/name"].regex.finditer(text[slice(*row["name"])].rstrip(" *_")))
    if office is None or len(names) != 1 or names[0].end() != len(text[slice(*row["name"])].rstrip(" *_")):
        return None
    words = names[0].group()
    titles = frozenset(persons.words["titles"])
    while (first := words.partition(" "))[0] in titles:
        words = first[2]
    end = row["name"][0] + names[0].end()
    at = (end - len(words), end)
    presides = named_last(text[:table], passage.report.title_words) or "chair"
    return PersonMention(
        **place(passage, *at, offices["table/head"].rule),
        name=words,
        role=role_of(office["office"], presides),
        introduces=True,
        representing=_state(passage, row["state"]) if "state" in row else None,
    )


def _state(passage: Passage, cell: Range) -> ListedName | None:
    """The State that a cell names, and nothing besides."""
    words = passage.text[slice(*cell)]
    start = cell[0] + len(words) - len(words.lstrip(" *_"))
    end = cell[0] + len(words.rstrip(" *_"))
    name = next((n for n in names_in(passage, start, end) if n.kind == "state" and n.at == (start, end)), None)
    if name is None:
        return None
    rule = load_patterns("offices")["table/column"].rule
    return ListedName(**place(passage, start, end, rule), name=name, expects="state")
