"""Numbered paragraphs, the lists inside them, and what goes on with either.

Takes a `Position` and a line, writes down what begins there. A number out of turn in the middle of a sentence is a year
that a line break left there; a list that restarts at 1 after a colon, or after words that announce it, is no run of
new paragraphs; "(a)" is a label only where the words before leave room for one.
"""

from __future__ import annotations

from rapporteur.model import Span
from rapporteur.read.bare_headings import behind_list
from rapporteur.read.damaged import NumberLabel, label_in
from rapporteur.read.drafts import ItemDraft, ParagraphDraft
from rapporteur.read.excerpts import is_first_number
from rapporteur.read.excerpts import opens_list as opens_cut_list
from rapporteur.read.labels import LAYOUT, ListLevels
from rapporteur.read.layout import Line, LineKind
from rapporteur.read.numbering import STOP, last_in_row, shared_numbers
from rapporteur.read.position import Position, goes_on_after_gap
from rapporteur.read.reply_rows import is_position_row

_OPERATIVE = LAYOUT["paragraph/operative"].regex
_DOTTED = LAYOUT["paragraph/dotted"].regex
_ITEM = LAYOUT["item/letter"].regex
_BEFORE_ITEM = LAYOUT["tail/before-item"].regex
_LIST_BELOW = LAYOUT["tail/list-below"].regex
_SHARED = LAYOUT["paragraph/shared"].regex
_LIST_NUMBERS = (STOP, LAYOUT["paragraph/bracket"].regex, LAYOUT["paragraph/brackets"].regex)
_LOOK_AHEAD = 1000
"""Lines looked at to decide whether a list goes on or the paragraphs do."""
_ABBREVIATIONS = LAYOUT["heading/abbreviations"].regex
_ROW = LAYOUT["abbreviations/row"].regex
_INDENT = 3
"""Columns by which a list stands in from the number of its paragraph, at least."""
_FAR = 200
"""How far it may jump right under a heading, in a copy that leaves paragraphs out."""
_NEAR = 5
"""How far a number may jump and still be taken for a paragraph where nothing else says so."""


def begin_paragraph(at: Position, i: int) -> bool:
    """Begin a paragraph, or an item of a numbered list, at line ``i``; False where it begins neither."""
    line = at.lines[i]
    head = at.head(line)
    if _is_abbreviation(at, line):
        return False
    if _shares_number(at, line):
        return True
    if (match := _DOTTED.match(head.text)) and not _is_other_row(at, i) and _dotted_follows(at, i, match["number"]):
        _write_paragraph(at, line, match["number"], match.end())
        return True
    counted = at.label(line)
    label = counted or label_in(STOP, head.text) or (_list_label(head.text) if at.finished else None)
    if label is None:
        return False
    number = int(label.number)
    if at.paragraph is not None and _belongs_to_list(at, i, number):
        at.tight_list = at.levels.numbered and not line.gap
        at.list_column = at.indent(line)
        _write_item(at, line, at.levels.place_number(number), label.end, numbered=True)
        return True
    shared = label.shared
    if counted is None or not _is_paragraph(at, i, number) or (shared and not _shares(at, number, shared)):
        return False
    _write_paragraph(at, line, label.number, label.end)
    if line.span.start in at.damaged:
        at.drafts.damaged.append((label.number, head.span(0, label.end)))
    at.last_number = number
    if shared and at.paragraph is not None:
        _share(at.paragraph, shared)
        at.last_number = last_in_row(number, at.paragraph.shared)
    return True


def _shares_number(at: Position, line: Line) -> bool:
    """Take further numbers of the open paragraph off the line below the first of them: "5., 6.," and "7., 8."."""
    if at.paragraph is None or not at.paragraph.open_label:
        return False
    match = _SHARED.match(at.head(line).text)
    _share(at.paragraph, match.group() if match else "")
    if match is None:
        return False
    words = at.cut_label(line, match.end())
    if len(words):
        _add(at, words)
    return True


def _shares(at: Position, number: int, shared: str) -> bool:
    """Are the numbers behind ``number`` further ones of a paragraph?

    Those with full stop and comma between them are; "5-7." is not in the midst of a sentence, nor out of turn.
    """
    further = shared_numbers(shared, number)
    if shared.startswith(".,"):
        return True
    in_turn = at.last_number is None or 0 < number - at.last_number <= _NEAR
    return at.finished and in_turn and sorted({number, *further}) == [number, *further]


def _share(paragraph: ParagraphDraft, words: str) -> None:
    """Note the further numbers of a paragraph that ``words`` name, and whether more may follow them."""
    paragraph.shared += shared_numbers(words, int(paragraph.number))
    paragraph.open_label = words.rstrip().endswith(",")


def _is_abbreviation(at: Position, line: Line) -> bool:
    """Is it a numbered row under "List of abbreviations": "7.   FLEET   The Fleet"?"""
    if at.paragraph is not None or not at.drafts.sections or not _ROW.match(at.text, line.span.start, line.span.end):
        return False
    section = at.drafts.sections[-1]
    return _ABBREVIATIONS.match(at.cleaner.clean(section.lines).text) is not None


def _is_other_row(at: Position, i: int) -> bool:
    """Is it a row of a table of positions, whose number is that of a paragraph of another report?"""
    open_number = at.paragraph.number.partition(".")[0] if at.paragraph is not None else ""
    own = at.head(at.lines[i]).text.partition(".")[0] == open_number
    return not own and is_position_row(at, at.lines[i])


def _dotted_follows(at: Position, i: int, number: str) -> bool:
    """Does "61.12" go on with paragraph 61? Else "4.5" is a quantity that a line break left there.

    The number that is due does, wherever it stands; another one below the same paragraph does after a finished member.
    """
    above, _, last = number.rpartition(".")
    if at.paragraph is None or at.paragraph.number.partition(".")[0] != above:
        if opens_cut_list(at, i) is None:
            return False
        at.last_number = int(above)
        return True
    before = at.paragraph.number
    if before == above:
        due, begun = 1, False
    elif before.rpartition(".")[0] == above:
        due, begun = int(before.rpartition(".")[2]) + 1, True
    else:
        return False
    return (begun and int(last) == due) or (at.finished and int(last) > 0) or (at.begins(i) and int(last) == due)


def _is_paragraph(at: Position, i: int, number: int) -> bool:
    if at.last_number is None:
        return is_first_number(at, i)
    if at.paragraph is None and at.begins(i):
        return True
    step = number - at.last_number
    anew = number == 1 and bool(at.enclosed or at.outline.annex)
    if at.paragraph is None and not at.tail and (anew or 0 < step <= _FAR):
        return True
    if at.begins(i):
        return step == 1 or at.finished or -2 <= step <= _NEAR
    return (
        (at.finished and 0 <= step <= _NEAR)
        or (at.wide_label(at.lines[i]) and (step == 1 or goes_on_after_gap(at, i)))
        or (step == 1 and (_behind_brackets(at, i) or _behind_comma(at, i) or behind_list(at, i)))
    )


def _behind_brackets(at: Position, i: int) -> bool:
    """Does a sentence begin behind the number, and do brackets end the words before it: "(Norway)", "rules.[4]"?"""
    head = at.head(at.lines[i]).text
    label = at.label(at.lines[i])
    return at.tail.endswith((")", "]")) and label is not None and head[label.end : label.end + 1].isupper()


def _behind_comma(at: Position, i: int) -> bool:
    """Does a paragraph of a resolution open behind the number, and does a comma end the one before?"""
    label = at.label(at.lines[i])
    return (
        at.tail.endswith(",")
        and label is not None
        and _OPERATIVE.match(at.head(at.lines[i]).text[label.end :]) is not None
    )


def _belongs_to_list(at: Position, i: int, number: int) -> bool:
    """Is the number an item of the open list, or does it open one?"""
    due = (at.last_number or 0) + 1
    next_item = at.levels.next_number
    if next_item:
        if number == next_item:
            return number != due or _list_goes_on(at, i, number)
        return next_item < number < due and at.finished and not at.lines[i].gap
    goes_on = number == at.list_before and number != due
    if not (number == 1 or goes_on) or not at.last_number:
        return False
    after = at.line(i + 1)
    tight = after is not None and not after.gap and at.number(after) == number + 1
    if at.finished and not goes_on and (at.announced or tight):
        return True
    stands_in = number == 1 and at.finished and at.indent(at.lines[i]) - at.column >= _INDENT
    return (at.begins(i) or stands_in) and _announces_list(at, i, number)


def _announces_list(at: Position, i: int, number: int) -> bool:
    """Do the words of the open paragraph speak of a list below, and does the next number go on with it or with them?"""
    assert at.paragraph is not None, "asked only inside a paragraph"
    if at.paragraph.items or not _LIST_BELOW.search(at.cleaner.clean(at.paragraph.segments[-1]).text):
        return False
    for line in at.lines[i + 1 : i + 1 + _LOOK_AHEAD]:
        label = _list_label(at.head(line).text) if line.kind is LineKind.TEXT else None
        if (found := at.number(line)) is not None or label is not None:
            return (at.last_number or 0) + 1 == found or (label is not None and int(label.number) == number + 1)
    return False


def opens_list(at: Position, i: int) -> bool:
    """Does "1." at line ``i`` open a list that the words of the open paragraph speak of, and "2." goes on with?"""
    if at.paragraph is None or at.levels.numbered or not _announces_list(at, i, 1):
        return False
    numbers = (at.number(line) for line in at.lines[i + 1 : i + 1 + _LOOK_AHEAD])
    return next((number for number in numbers if number is not None), None) == 2


def _list_label(words: str) -> NumberLabel | None:
    """The number of a list that some words begin with, in whatever form: "1.", "1)" or "(1)"."""
    return next((label for form in _LIST_NUMBERS if (label := label_in(form, words))), None)


def _list_goes_on(at: Position, i: int, number: int) -> bool:
    """List and paragraphs both await this number: is it the list's?

    Where the list is indented, the column of the number says so. A line right under the item before is the list's; one
    set apart from a list without blank lines is not, unless a page turned; else it is when the number comes again
    before another list begins.
    """
    if at.list_column - at.column >= _INDENT:
        return 2 * at.indent(at.lines[i]) > at.column + at.list_column
    if not at.lines[i].gap:
        return True
    if at.tight_list and not at.interrupted:
        return False
    for line in at.lines[i + 1 : i + 1 + _LOOK_AHEAD]:
        found = at.number(line)
        if found == number:
            return True
        if found == 1:
            return False
    return False


def begin_item(at: Position, line: Line) -> bool:
    """Begin a lettered item at ``line``; False where "(a)" there is part of a sentence."""
    match = _ITEM.match(at.head(line).text)
    if match is None:
        return False
    reopened = at.paragraph is None and at.reopen(match["label"])
    if at.paragraph is None:
        return False
    apart = line.gap or line.bullet or reopened
    if not (reopened or _BEFORE_ITEM.search(at.tail) or line.bullet or (line.gap and at.tail.endswith(","))):
        return False
    path = at.levels.place_label(match["label"], announced=at.announced, apart=apart)
    if path is None:
        return False
    _write_item(at, line, path, match.end(), numbered=at.levels.numbered)
    return True


def go_on(at: Position, line: Line) -> None:
    """Add a line to the open paragraph, and to its open item; else to the section; without one it is a stray."""
    if at.paragraph is None:
        sections = at.drafts.sections
        inside = bool(sections) and sections[-1].place.path == at.outline.path
        (sections[-1].text if inside else at.drafts.strays).append(line.span)
        return
    if line.gap and at.finished and not at.interrupted:
        at.item = None
    if line.gap and not at.finished:
        at.paragraph.crosses_page = True
    _add(at, line.span)
    if at.item is not None:
        at.item.lines.append(line.span)


def _write_paragraph(at: Position, line: Line, number: str, label_end: int) -> None:
    start = at.label_start(line)
    words = at.cut_label(line, label_end)
    at.list_before = at.levels.next_number or at.list_before
    at.levels = ListLevels()
    at.item, at.interrupted, at.tight_list = None, False, False
    at.column = at.list_column = at.indent(line)
    at.paragraph = ParagraphDraft(
        number=number,
        start=start,
        section=at.outline.path,
        annex=at.outline.annex,
        segments=[[words]],
        faults=at.levels.faults,
        page=line.page,
        enclosed=at.enclosed,
    )
    at.drafts.paragraphs.append(at.paragraph)
    at.left = at.paragraph


def _write_item(at: Position, line: Line, path: tuple[str, ...], label_end: int, *, numbered: bool) -> None:
    assert at.paragraph is not None
    _add(at, line.span)
    at.item = ItemDraft(path, at.label_start(line), [at.after_label(line, label_end)], numbered, line.page)
    at.paragraph.items.append(at.item)


def _add(at: Position, span: Span) -> None:
    """Add words to the open paragraph, in a new segment where something stood in between."""
    assert at.paragraph is not None
    if at.interrupted:
        at.paragraph.segments.append([])
        at.paragraph.crosses_page = True
        at.interrupted = False
    at.paragraph.segments[-1].append(span)
