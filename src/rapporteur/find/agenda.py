"""The agenda: its items as adopted, the sentences in which an item is taken up, the documents that lay before the body.

Takes the passages of a report, gives `AgendaMention`s, `ConsiderationMention`s and `DocumentsMention`s. Which section
treats which item is decided by `rapporteur.link.agenda`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapporteur.find.cues import Cue
from rapporteur.find.dates import Day, find_days
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import Sentence, place
from rapporteur.find.statements import read_items
from rapporteur.model import CleanText, PartKind, Rule
from rapporteur.model.actors import AgendaMention, ConsiderationMention, DocumentsMention
from rapporteur.model.symbol import SymbolError, parse_symbol
from rapporteur.patterns import load_patterns

_NUMBER = 24
_ORDINAL = re.compile(r"\d+")
_ITEM_CUE = Cue(("item",))
_AGENDA_CUE = Cue(("genda",))
_OPENING_CUE = Cue(("open",))
CONSIDERED_CUE = Cue(("item", "genda", "open"))
DOCUMENTS_CUE = Cue(("before", "considered"))
"""Without these words `find_considerations` and `find_documents` find nothing in a sentence."""


def find_agenda(passage: Passage) -> Iterator[AgendaMention]:
    """The items of the agenda, if this passage is the paragraph it was adopted in."""
    if "genda" not in passage.text or passage.part.kind is not PartKind.PARAGRAPH:
        return
    paragraph = passage.report.paragraph(passage.part)
    if paragraph is None:
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


def meeting_days(texts: Iterable[Passage]) -> dict[int, Day]:
    """The day of each numbered meeting of the session, where the report tells it once, or always the same."""
    pattern = load_patterns("agenda")["agenda/meeting-day"].regex
    found: dict[int, set[Day]] = {}
    for passage in texts:
        for match in pattern.finditer(passage.text):
            days = next((days for (start, _), days in find_days(passage.text[match.end() :]) if start == 0), ())
            if len(days) == 1:
                found.setdefault(int(match["number"]), set()).add(days[0])
    return {number: next(iter(days)) for number, days in found.items() if len(days) == 1}


def find_considerations(sentence: Sentence, meetings: Mapping[int, Day]) -> Iterator[ConsiderationMention]:
    """What a sentence says was taken up: items by number, "this item", the agenda, the meeting itself.

    :param meetings: of `meeting_days`.
    """
    patterns = load_patterns("agenda")
    text = sentence.text
    if sentence.cues & _ITEM_CUE.bit:
        for form in ("considered", "treated"):
            for match in patterns[f"agenda/{form}"].regex.finditer(text):
                items = read_items(text[match.end() : match.end() + _NUMBER * 2])
                yield _consideration(sentence, match.start(), form, items)
        this = patterns["agenda/this"].regex.search(text)
        if this is not None:
            yield ConsiderationMention(
                **place(sentence.passage, sentence.start, sentence.end, patterns["agenda/this"].rule),
                form="considered",
                days=tuple(dict.fromkeys(_days_of_this(text, this.end(), meetings))),
                this="sub-item" if this["sub"] else "item",
            )
    if sentence.cues & _AGENDA_CUE.bit:
        adopted = patterns["agenda/adopted"].regex.search(text)
        if adopted is not None:
            yield _consideration(sentence, adopted.start(), "adopted", ())
    if sentence.cues & _OPENING_CUE.bit:
        opened = patterns["agenda/opened"].regex.search(text)
        if opened is not None:
            yield _consideration(sentence, opened.start(), "opened", ())


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """A heading that names agenda items, by indexes of the passage.

    :ivar at: of the words that name them; ``title`` of the title of the one item, without the number.
    """

    items: tuple[str, ...]
    at: tuple[int, int]
    title: tuple[int, int]
    rule: Rule


def read_heading(passage: Passage) -> ItemHeading | None:
    """The items that a heading itself names: "Other matters (Agenda item 7)", "Agenda item 7: Other matters"."""
    patterns = load_patterns("agenda")
    section = passage.report.section_by_path.get(passage.part.path[0])
    text = passage.text if section is None else (section.heading or section.title).text
    first = patterns["agenda/heading-first"].regex.match(text)
    match = patterns["agenda/heading"].regex.search(text) if first is None else None
    if first is not None:
        start, end, at = first.end(), len(text), first.span()
    elif match is not None:
        start, end, at = 0, match.start(), (match.start(), len(text))
    else:
        return None
    tail = patterns["agenda/heading-end"].regex.search(text, start, end)
    end = tail.start() if tail is not None else end
    rule = patterns["agenda/heading" if first is None else "agenda/heading-first"].rule
    return ItemHeading(read_items(text[slice(*at)].lower()), at, (start, max(start, end)), rule)


def find_heading(passage: Passage) -> Iterator[ConsiderationMention]:
    """The items that a heading itself names, as those that its section treats."""
    heading = read_heading(passage)
    if heading is not None:
        yield ConsiderationMention(**place(passage, *heading.at, heading.rule), form="heading", items=heading.items)


def find_documents(sentence: Sentence) -> Iterator[DocumentsMention]:
    """The documents that lay before the body or that it took up, by symbol, in the line or in a note called from it."""
    patterns = load_patterns("agenda")
    adopted = patterns["agenda/adopted"].regex.search(sentence.text)
    text = sentence.text[: adopted.end()] if adopted is not None else sentence.text
    cue = patterns["agenda/before"].regex.search(text)
    taken_up = patterns["agenda/took-up-document"].regex.search(text) if cue is None else None
    start = cue.end() if cue is not None else taken_up.end() if taken_up is not None else -1
    if start < 0:
        return
    heads = [head.start() for head in patterns["agenda/for-item"].regex.finditer(text, start)]
    named = read_items(text[: start if taken_up is not None else len(text)]) if not heads else ()
    for low, high in pairwise([start, *heads, len(text)]):
        symbols = [*_symbols(text[low:high]), *_called(sentence, low, high)]
        items = read_items(text[low:high]) if low in heads else named
        if symbols:
            yield DocumentsMention(
                **place(sentence.passage, sentence.start, sentence.end, patterns["agenda/before"].rule),
                items=items,
                symbols=tuple(dict.fromkeys(symbols)),
            )


def _called(sentence: Sentence, low: int, high: int) -> Iterator[str]:
    """The symbols of documents that notes called from a stretch of a sentence name, and nothing else."""
    passage = sentence.passage
    for marker in passage.clean.markers:
        note = passage.note_ids.get((marker.span.start, marker.number))
        if note is not None and sentence.start + low < marker.at <= sentence.start + high:
            body = next(n.body.text for n in passage.report.footnotes if n.id == note)
            alone = _symbols(body)
            if len(alone) == 1 and len(body.strip(" .")) == len(alone[0]):
                yield alone[0]


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


def _days_of_this(text: str, after: int, meetings: Mapping[int, Day]) -> Iterator[Day]:
    """The days a sentence gives for what it says was taken up: by date, and by the number of a meeting."""
    patterns = load_patterns("agenda")
    for (start, _), days in find_days(text):
        before = "agenda/when" if start < after else "agenda/on-day"
        if patterns[before].regex.search(text[:start]):
            yield from days
    for match in patterns["agenda/which-meeting"].regex.finditer(text, after):
        numbers = (int(number) for number in _ORDINAL.findall(match["numbers"]))
        yield from (meetings[number] for number in numbers if number in meetings)


def _symbols(text: str) -> list[str]:
    """The symbols in a text; "and Add.1–2" behind one gives one for each addendum."""
    patterns = load_patterns("agenda")
    found: list[str] = []
    for match in patterns["agenda/symbol"].regex.finditer(text):
        try:
            symbol = str(parse_symbol(match.group()))
        except SymbolError:
            continue
        found.append(symbol)
        end = match.end()
        while more := patterns["agenda/more-of-series"].regex.match(text, end):
            first, last = int(more["first"]), int(more["last"] or more["first"])
            found += [f"{symbol}/{more['kind']}.{number}" for number in range(first, last + 1)]
            end = more.end()
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
