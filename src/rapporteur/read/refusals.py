"""Texts that must not be read as one English report: those in another language, and those that hold two reports.

Takes a text as read and the walk's drafts, raises `UnusableInput`; silence here would give links that are wrong.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter

from rapporteur.errors import UnusableInput
from rapporteur.patterns import load_patterns
from rapporteur.read.drafts import Drafts

_SAMPLE = 400_000
"""Characters looked at to tell a language."""
_LEAST_WORDS = 60
"""Fewer words of a language's list tell nothing."""
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
_DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution)\s*:", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bOriginal\s*:", re.IGNORECASE)
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z0-9.]{0,11}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,23}){1,8}")
_MASTHEAD = 600
"""Characters around a distribution line in which its masthead prints the symbol."""


def language_of(text: str) -> str:
    """The language a running text is in: "English", the name of another, or "" where its words are too few to tell.

    >>> language_of("The State shall " * 2)
    ''
    """
    sample = text[:_SAMPLE]
    letters = Counter(_script(character) for character in sample[:: max(1, len(sample) // 4000)])
    latin, total = letters["LATIN"], sum(letters.values()) - letters[""]
    if total >= _LEAST_WORDS and latin * 2 < total:
        script = max((key for key in letters if key), key=lambda key: letters[key])
        return _SCRIPTS.get(script, "a language without Latin letters")
    languages = load_patterns("languages")
    words = Counter(word.lower() for word in languages["language/word"].regex.findall(sample))
    scores = {name: sum(words[word] for word in listed) for name, listed in languages.words.items()}
    best = max(scores, key=lambda name: (scores[name], name == "english"))
    return best.capitalize() if scores[best] >= _LEAST_WORDS else ""


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""


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


def require_one_report(text: str, drafts: Drafts, name: str) -> None:
    """Refuse a text with the mastheads of two documents, each before numbered paragraphs of its own.

    An annex may reproduce a distribution line; only one that tells its original language too begins another document.

    :raises UnusableInput: then; it names both symbols and the line of the second.
    """
    starts = [paragraph.start for paragraph in drafts.paragraphs]
    annexes = [section.start for section in drafts.sections if section.place.path.startswith("annex")]
    known: str | None = None
    for match in _DISTRIBUTION.finditer(text):
        whole = _ORIGINAL.search(text, match.start(), match.start() + _MASTHEAD) is not None
        if annexes and annexes[0] < match.start() and not whole:
            continue
        symbol = _symbol_near(text, match.start())
        if symbol is None or symbol == known:
            continue
        if known is None:
            known = symbol
            continue
        i = bisect_left(starts, match.start())
        if 0 < i < len(starts) and drafts.paragraphs[i].number == "1":
            line = text.count("\n", 0, match.start()) + 1
            raise UnusableInput(
                f"Two documents in one file: {known}, and from line {line} {symbol}.",
                where=f"{name}, line {line}",
                expected="one report, so that its paragraphs are not taken for those of another.",
                remedy="Cut the file there and build each report by itself.",
            )


def _symbol_near(text: str, at: int) -> str | None:
    """The document symbol nearest to a distribution line."""
    found = [
        (abs(match.start() - at), match[0].rstrip("."))
        for match in _SYMBOL.finditer(text, max(0, at - _MASTHEAD), at + _MASTHEAD)
        if any(character.isdigit() for character in match[0])
    ]
    return min(found)[1] if found else None
