"""The agenda: its items as adopted, the sentences in which an item is taken up, the documents that lay before the body.

Takes the passages of a report, gives `AgendaMention`s, `ConsiderationMention`s and `DocumentsMention`s. Which section
treats which item is decided by `rapporteur.link.agenda`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rapporteur.find.dates import Day, find_days
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import Sentence, place
from rapporteur.find.statements import read_items
from rapporteur.model import CleanText, PartKind
from rapporteur.model.actors import AgendaMention, ConsiderationMention, DocumentsMention
from rapporteur.model.symbol import SymbolError, parse_symbol
from rapporteur.patterns import load_patterns

_NUMBER = 24


def find_agenda(passage: Passage) -> Iterator[AgendaMention]:
    """The items of the agenda, if this passage is the paragraph it was adopted in."""
    paragraph = passage.report.paragraph(passage.part) if passage.part.kind is PartKind.PARAGRAPH else None
    if paragraph is None or "genda" not in passage.text:
        return
    pattern = load_patterns("agenda")["agenda/adopted"]
    before = paragraph.chapeau.text if paragraph.chapeau is not None else ""
    if not pattern.regex.search(before):
        return
    items = [i for i in paragraph.items if i.numbered or len(i.path) > 1]
    if not any(i.numbered for i in items):
        items = list(paragraph.items)
    for item in items:
        title = _title(item.body)
        if title is None:
            continue
        start = passage.clean.index(title.start)
        end = passage.clean.index(title.stop)
        yield AgendaMention(
            **place(passage, start, end, pattern.rule) | {"part": paragraph.ref},
            number=_printed(item.path),
            parent=_printed(item.path[:-1]),
        )


def find_considerations(sentence: Sentence) -> Iterator[ConsiderationMention]:
    """What a sentence says was taken up: items by number, the agenda, the meeting itself."""
    patterns = load_patterns("agenda")
    text = sentence.text
    if "item" in text:
        for form in ("considered", "treated"):
            for match in patterns[f"agenda/{form}"].regex.finditer(text):
                items = read_items(text[match.end() : match.end() + _NUMBER * 2])
                yield _consideration(sentence, match.start(), form, items)
    if "genda" in text:
        adopted = patterns["agenda/adopted"].regex.search(text)
        if adopted is not None:
            yield _consideration(sentence, adopted.start(), "adopted", ())
    if "open" in text:
        opened = patterns["agenda/opened"].regex.search(text)
        if opened is not None:
            yield _consideration(sentence, opened.start(), "opened", ())


def find_heading(passage: Passage) -> Iterator[ConsiderationMention]:
    """The items that a heading itself names: "Other matters (Agenda item 7)"."""
    pattern = load_patterns("agenda")["agenda/heading"]
    match = pattern.regex.search(passage.text)
    if match is not None:
        items = read_items(passage.text[match.end() :])
        yield ConsiderationMention(
            **place(passage, match.start(), len(passage.text), pattern.rule), form="heading", items=items
        )


def find_documents(sentence: Sentence) -> Iterator[DocumentsMention]:
    """The documents that a "had before it" sentence names by symbol, in the line or in a note called from it."""
    patterns = load_patterns("agenda")
    if "before" not in sentence.text:
        return
    cue = patterns["agenda/before"].regex.search(sentence.text)
    if cue is None:
        return
    symbols = _symbols(sentence.text[cue.end() :])
    passage = sentence.passage
    for marker in passage.clean.markers:
        note = passage.note_ids.get((marker.span.start, marker.number))
        if note is not None and sentence.start + cue.end() < marker.at <= sentence.end:
            body = next(n.body.text for n in passage.report.footnotes if n.id == note)
            alone = _symbols(body)
            if len(alone) == 1 and len(body.strip(" .")) == len(alone[0]):
                symbols += alone
    if symbols:
        yield DocumentsMention(
            **place(passage, sentence.start, sentence.end, patterns["agenda/before"].rule),
            items=read_items(sentence.text),
            symbols=tuple(dict.fromkeys(symbols)),
        )


def _consideration(
    sentence: Sentence,
    verb: int,
    form: Literal["considered", "treated", "adopted", "opened"],
    items: tuple[str, ...],
) -> ConsiderationMention:
    rule = load_patterns("agenda")[f"agenda/{form}"].rule
    days = _days(sentence.text, verb, items) if form != "treated" else ()
    return ConsiderationMention(
        **place(sentence.passage, sentence.start, sentence.end, rule), form=form, items=items, days=days
    )


def _days(text: str, verb: int, items: tuple[str, ...]) -> tuple[Day, ...]:
    """The days that say when: "On 3 May, …" before the verb, or "… on 3 May" directly after the item's number."""
    when = load_patterns("agenda")["agenda/when"].regex
    dated = list(find_days(text))
    before = [days for (start, _), days in dated if start < verb and when.search(text[:start])]
    if before:
        return before[0]
    last = text.find(items[-1], verb) + len(items[-1]) if items else verb
    after = [days for (start, _), days in dated if last <= start <= last + _NUMBER and when.search(text[:start])]
    return after[0] if after else ()


def _symbols(text: str) -> list[str]:
    found: list[str] = []
    for match in load_patterns("agenda")["agenda/symbol"].regex.finditer(text):
        try:
            found.append(str(parse_symbol(match.group())))
        except SymbolError:
            continue
    return found


def _title(body: CleanText) -> slice | None:
    """The place of an item's title in the text as read, without final punctuation."""
    end = load_patterns("agenda")["agenda/title-end"].regex.search(body.text)
    length = end.start() if end else len(body.text)
    if not length:
        return None
    span = body.span(0, length)
    return slice(span.start, span.end)


def _printed(path: tuple[str, ...]) -> str:
    """("1", "a") → "1(a)"."""
    return path[0] + "".join(f"({label})" for label in path[1:]) if path else ""
