"""The language of a text: one that is not in English is refused, and what of an English one is not is said.

Takes a text as read, raises `UnusableInput` or gives `Stretch`es. The rules that find and link are for English: silence
here would give links that are wrong, or none where a reader would expect them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rapporteur.errors import UnusableInput
from rapporteur.model import Span
from rapporteur.patterns import load_patterns

_SAMPLE = 400_000
"""Characters looked at to tell the language of a whole text."""
_LEAST_WORDS = 60
"""Fewer words of a language's list tell nothing of a whole text."""
_BLOCK = 600
"""Bytes that are looked at together to tell the language of a stretch, up to the next blank line."""
_LONGEST_BLOCK = 1_200
_LEAST_SHARE = 0.125
"""Share of a block's words that must stand in the list of its language; of running text a fifth or more does."""
_LEAST_DIFFERENT = 3
"""Different words of the list that a block in a language holds; one alone may be an abbreviation: "Ibid., para. 7"."""
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic letters",
    "ARABIC": "Arabic",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
    "DEVANAGARI": "Hindi or another language in Devanagari",
    "HEBREW": "Hebrew",
    "THAI": "Thai",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text in another language than English.

    :ivar language: its name, as `language_of` gives it.
    """

    language: str
    span: Span


def language_of(text: str) -> str:
    """The language a running text is in: "English", the name of another, or "" where its words are too few to tell.

    >>> language_of("The State shall " * 2)
    ''
    """
    sample = text[:_SAMPLE]
    script = _script_of(sample[:: max(1, len(sample) // 4000)])
    if script:
        return script
    scores, _ = _scores(sample)
    best = max(scores, key=lambda name: (scores[name], name == "english"))
    return best.capitalize() if scores[best] >= _LEAST_WORDS else ""


def require_english(text: str, name: str) -> None:
    """Refuse a report in another language.

    :raises UnusableInput: if its words are of another language.
    """
    language = language_of(text)
    if language not in ("", "English"):
        raise UnusableInput(
            f"A text in {language}.",
            where=name,
            expected="a report in English: the rules that read it are for English.",
            remedy="Take the English version; the United Nations publishes its reports in six languages.",
        )


def other_languages(text: str) -> tuple[Stretch, ...]:
    """The stretches of an English text that are in another language, from about a hundred words on, in order.

    >>> other_languages("The Board met. " * 60)
    ()
    """
    found: list[Stretch] = []
    for language, run in groupby(_blocks(text), key=lambda span: _language_of_block(text[span.start : span.end])):
        if language:
            spans = list(run)
            found.append(Stretch(language, Span(spans[0].start, spans[-1].end)))
    return tuple(found)


def _blocks(text: str) -> Iterator[Span]:
    """The text in blocks of lines; one that ends at a blank line where there is one."""
    start = at = size = 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line.strip():
            size += len(line) if line.isascii() else len(line.encode("utf-8", "replace"))
        if size >= _LONGEST_BLOCK or (size >= _BLOCK and not line.strip()):
            yield Span(start, at)
            start, size = at, 0
    if size:
        yield Span(start, at)


def _language_of_block(block: str) -> str:
    """The name of a language other than English that a block is in, else ""."""
    if not block.isascii() and (script := _script_of(block)):
        return script
    scores, words = _scores(block)
    english = scores.pop("english")
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < max(5, 2 * english + 1, _LEAST_SHARE * words.total()):
        return ""
    different = sum(word in words for word in load_patterns("languages").words[best])
    return best.capitalize() if different >= _LEAST_DIFFERENT else ""


def _scores(text: str) -> tuple[dict[str, int], Counter[str]]:
    """How many words of each language's list a text holds, and all its words."""
    languages = load_patterns("languages")
    words = Counter(languages["language/word"].regex.findall(text.lower()))
    return {name: sum(words[word] for word in listed) for name, listed in languages.words.items()}, words


def _script_of(sample: str) -> str:
    """The language or languages of a text most of whose letters are not Latin, else ""."""
    letters = Counter(_script(character) for character in sample)
    latin, total = letters["LATIN"], sum(letters.values()) - letters[""]
    if total < _LEAST_WORDS or latin * 2 >= total:
        return ""
    return _SCRIPTS.get(
        max((key for key in letters if key), key=lambda key: letters[key]), "a language without Latin letters"
    )


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""
