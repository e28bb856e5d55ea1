"""Headings that nothing marks: plain words over the paragraph whose number is due.

Takes a `Position` and the index of a line, says where such a heading ends.
"""

from __future__ import annotations

import re

from rapporteur.read.labels import LAYOUT, HeadingLabel, heading_labels, roman_value
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position, goes_on_after_gap

LONGEST_BARE = 160
MOST_LINES = 8
MOST_LINES_UNDER = 3
_CHAPTER = LAYOUT["heading/chapter"].regex
_BARE = LAYOUT["heading/bare"].regex
_LONGEST_LETTERED = 400
_LISTED = LAYOUT["heading/listed"].regex
_GOES_ON = LAYOUT["heading/goes-on"].regex
_ENCLOSED = LAYOUT["heading/enclosed"].regex
_MEASURE = 100
"""Characters of a line of text that fills its page, at most."""
_LONGEST_WITHOUT_VERB = 320
_VERB = LAYOUT["heading/verb"].regex
_DOCUMENT, _REPORT = LAYOUT["title/document"].regex, LAYOUT["title/report"].regex
_RECOMMENDATION = LAYOUT["label/recommendation"].regex
_ENDS_INSIDE = re.compile(r"[a-z]{3}(?<!\b[A-Z][a-z]{3})[.?!]\s+[A-Z]")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:[–/-](?:\d\d){1,2})?")
_LEADS_ON = re.compile(r"[a-z]\Z", re.IGNORECASE)
_SENTENCE_ENDED = re.compile(r"[.?!][”’\")]*\s*$")


def bare_heading(at: Position, i: int) -> int | None:
    """Index after a heading without label, or None: words that end as no sentence does, between one that has ended and
    the paragraph whose number is due; over the first paragraph it stands below another heading, between blank lines."""
    first = at.last_number is None and not at.outline.annex and at.paragraph is None and at.begins(i)
    if at.in_notes or at.note is not None:
        return None
    if at.announced:
        return i + 1 if _labels_due(at, i) else None
    if not at.drafts.sections and (at.paragraph is None or at.tail.endswith(";")):
        return None
    if (at.last_number is None and not first) or (_leads_on(at.tail) and behind_list(at, i)):
        return None
    for end in range(i + 1, min(i + 1 + MOST_LINES_UNDER, len(at.lines))):
        number = at.number(at.lines[end])
        if number == (at.last_number or 0) + 1 or (first and number is not None and at.begins(end)):
            if first and not at.begins(end):
                return None
            words = at.cleaner.clean(line.span for line in at.lines[i:end]).text
            ends_before = any(_SENTENCE_ENDED.search(at.cleaner.tail(line.span)) for line in at.lines[i : end - 1])
            return end if (_is_title(words) or _RECOMMENDATION.match(words)) and not ends_before else None
        if at.lines[end].gap or at.lines[end].kind is not LineKind.TEXT:
            return None
    return None


def _labels_due(at: Position, i: int) -> bool:
    """Is line ``i`` the number of a recommendation right over the paragraph that is due, whatever announces it?"""
    below = at.line(i + 1)
    due = at.last_number is not None and below is not None and at.number(below) == at.last_number + 1
    return due and bool(at.drafts.sections) and _RECOMMENDATION.match(at.head(at.lines[i]).text) is not None


def _is_title(words: str) -> bool:
    """May words be a heading: short ones in which no sentence ends, or longer ones without the verb of a sentence?"""
    if _BARE.match(words) is None or len(words) > _LONGEST_WITHOUT_VERB:
        return False
    if _ENDS_INSIDE.search(words) or _LISTED.match(words):
        return False
    return len(words) <= LONGEST_BARE or _VERB.search(words) is None


def behind_list(at: Position, i: int) -> bool:
    """Does a line of a list stand right above line ``i``, "In favour: Azuria", or begin a few lines above it?"""
    for line in reversed(at.lines[max(0, i - MOST_LINES) : i]):
        if line.kind is not LineKind.TEXT or at.number(line) is not None:
            return False
        if _LISTED.match(at.head(line).text):
            return True
        if line.gap:
            return False
    return False


def _leads_on(words: str) -> bool:
    return words.rstrip().endswith(",") or _GOES_ON.search(words.rstrip().lower()) is not None


def heads_excerpt(at: Position, end: int) -> bool:
    """Are the lines above line ``end`` the heading of its paragraph, in a text whose front and beginning were cut off?

    They stand right above it, nothing else stands there, and its number is not the first.
    """
    number = at.number(at.lines[end]) if 0 < end < len(at.lines) else None
    if number is None or number == 1 or end > MOST_LINES_UNDER:
        return False
    above = at.lines[:end]
    if at.lines[end].gap or any(line.kind is not LineKind.TEXT or (line.gap and i) for i, line in enumerate(above)):
        return False
    words = at.cleaner.clean(line.span for line in above).text
    front = [_DOCUMENT, _REPORT, *(form.regex for form in LAYOUT.group("masthead"))]
    return _is_title(words) and not any(form.search(words) for form in front)


def runs_over(at: Position, i: int) -> bool:
    """Does a heading that ends above line ``i`` go on there, a blank line between, as where each line was made a block?

    Its last word leads on, or the next begins small; the words below are short and end as no sentence does.
    """
    line, before = at.lines[i], at.lines[i - 1]
    above, words = at.cleaner.tail(before.span).rstrip(), at.head(line).text
    whole = _ENCLOSED.fullmatch(at.head(before).text) is not None
    label = any(reading.end >= len(at.head(before).text) for reading in heading_labels(at.head(before)))
    leads = not (whole or label) and _LEADS_ON.search(above) is not None and _GOES_ON.search(above.lower()) is not None
    goes_on = before.kind is LineKind.TEXT and words[:1].islower()
    if not (leads or goes_on) or line.kind is not LineKind.TEXT or line.bullet:
        return False
    return len(line.span) <= _MEASURE and not heading_labels(at.head(line)) and not _SENTENCE_ENDED.search(words)


def opens_body(at: Position, i: int) -> bool:
    """Does the first paragraph begin below line ``i``, nothing but the front above it?"""
    below = at.line(i + 1)
    return at.paragraph is None and not at.drafts.sections and below is not None and at.number(below) == 1


def heading_below(at: Position, i: int) -> bool:
    """Is the line under the labelled heading at line ``i`` a heading without label, and not the rest of that one?

    It begins with a capital, over the paragraph whose number is due, and the line above it ends so early that its
    first words had room there: a title is not wrapped before the middle of a page.
    """
    if i + 2 >= len(at.lines) or at.last_number is None or not heading_labels(at.head(at.lines[i])):
        return False
    above, below, after = at.lines[i : i + 3]
    if at.number(after) != at.last_number + 1:
        return False
    words, title = at.head(above).text, at.head(below).text
    if not title[:1].isupper() or words.isupper() or title.isupper() or _GOES_ON.search(words):
        return False
    return 2 * len(above.span) <= min(len(after.span), _MEASURE) and _BARE.match(title) is not None


def lettered_heading(at: Position, i: int, end: int, readings: tuple[HeadingLabel, ...]) -> int | None:
    """Index after a heading "(a) Ports" of lines ``i`` to ``end``, or None where that is an item of a list.

    It is a heading behind a sentence that has ended, or another heading, where its letter is the first or follows an
    open one, its words end as no sentence or item does, and the paragraph whose number is due stands right below.
    """
    reading = next((r for r in readings if r.style == "paren-letter"), None)
    below = at.line(end)
    if reading is None or below is None or at.number(below) != (at.last_number or 0) + 1:
        return None
    due = reading.value == 1 or at.outline.last().get("paren-letter") == reading.value - 1
    ended = (at.paragraph is None and not at.tail) or _SENTENCE_ENDED.search(at.tail) is not None
    title = at.cleaner.clean(line.span for line in at.lines[i:end]).text[reading.end :]
    plain = title[:1].isupper() and len(title) <= _LONGEST_LETTERED and not title.endswith((".", ",", ";", ":"))
    return end if due and ended and plain else None


def is_year(at: Position, readings: tuple[HeadingLabel, ...], title: str, i: int) -> bool:
    """Is the title of a chapter with a roman number nothing but a year, over the paragraph that is due?"""
    roman = any(r.style == "roman" for r in readings)
    return roman and _YEARS.fullmatch(title) is not None and over_due(at, i)


def over_due(at: Position, i: int) -> bool:
    """Is the next number from line ``i`` on that of the paragraph that is due?"""
    numbers = (at.number(line) for line in at.lines[i : i + MOST_LINES])
    return next((n for n in numbers if n is not None), None) == (at.last_number or 0) + 1


def over_gap(at: Position, i: int, readings: tuple[HeadingLabel, ...]) -> bool:
    """Does a label further on than the outline awaits stand over paragraphs that go on after a gap, from line ``i``?"""
    open_now = at.outline.last()
    if not any(r.style in ("roman", "letter") and r.value > open_now.get(r.style, r.value) for r in readings):
        return False
    first = next((k for k in range(i, min(i + MOST_LINES, len(at.lines))) if at.number(at.lines[k])), None)
    while first is not None and at.number(at.lines[first]) == 1 and first + 1 < len(at.lines):
        first = next(
            (k for k in range(first + 1, min(first + MOST_LINES, len(at.lines))) if at.number(at.lines[k])), None
        )
    return first is not None and goes_on_after_gap(at, first)


def opens_chapters(at: Position, i: int) -> bool:
    """Does line ``i``, behind a preamble that ends with a comma, bear the first label, over the number that is due?"""
    if at.paragraph is not None or not at.tail.endswith(","):
        return False
    labels = [(r.style, r.value) for r in heading_labels(at.head(at.lines[i]))]
    return any(label in (("roman", 1), ("letter", 1)) for label in labels) and over_due(at, i + 1)


def chapter_due(at: Position, words: str) -> bool:
    """Are the words "Chapter IV" alone, the next chapter or the one after it, with its title on a line below?"""
    match = _CHAPTER.match(words)
    value = roman_value(match["label"]) if match else None
    return value is not None and 0 < value - at.outline.last().get("roman", 0) <= 2
