"""Is what a person types read as they meant it, and is nothing of it ever syntax to SQLite?"""

from __future__ import annotations

import itertools
import re

import pytest
from lamps import ROOT

from rapporteur.errors import UnusableQuery
from rapporteur.search import SearchIndex, ask
from rapporteur.search.grammar import All, Any, Words, parse

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("a b", All((A, B))),
        ("a AND b OR c", Any((All((A, B)), C))),
        ("a (b OR c)", All((A, Any((B, C))))),
        ("a NOT b c", All((A, C), (B,))),
        ("NOT b a", All((A,), (B,))),
        ("a NOT (b OR c)", All((A,), (Any((B, C)),))),
        ("a and b", All((A, Words("and"), B))),
        ("“a b”*", Words("a b", prefix=True)),
        ('"a OR b"', Words("a OR b")),
        ("a & b", All((A, B))),
        ("A/RES/55/25", Words("A/RES/55/25")),
        ("  ", None),
    ],
)
def test_what_is_typed_is_read(typed: str, tree: object) -> None:
    """Do operators, phrases, beginnings and groups bind as the manual says?"""
    assert parse(typed) == tree


@pytest.mark.parametrize(
    ("typed", "at", "remedy"),
    [
        ("lamps AND", 10, "Put a word there"),
        ("AND lamps", 1, "Put a word there"),
        ("(lamps OR reefs", 1, "Put )"),
        ("lamps) reefs", 6, "Take it out"),
        ('lamps "on reefs', 7, "Put one at its end"),
        ("lamps * reefs", 7, "traffick*"),
        ("la*ps", 3, "traffick*"),
        ("lamps -reefs", 7, "Write NOT reefs"),
        ("NOT lamps", 1, "victims NOT witnesses"),
        ("lamps NOT NOT reefs", 11, "Take one out"),
        ("NEAR(lamps reefs)", 1, "side by side"),
        ('lamps ""', 7, "Write the phrase"),
        ("lamps ()", 8, "Put a word there"),
        (" & ", 2, "Write a word"),
        ("lamps " * 65, 385, "Search for less"),
        ("x" * 2001, 2001, "Search for less"),
        ("(" * 22 + "a" + ")" * 22, 21, "change nothing"),
    ],
)
def test_an_error_points_at_its_place(typed: str, at: int, remedy: str) -> None:
    """Does the error name the character, put its caret below it and say what to write?"""
    with pytest.raises(UnusableQuery) as caught:
        parse(typed)
    assert f"character {at}\n" in caught.value.where
    assert remedy in caught.value.remedy
    _, line, caret, _ = caught.value.where.split("\n")
    begun = max(0, min(at - 1 - 35, len(typed) - 70))
    assert line[2:] == typed[begun : begun + 70]
    assert begun + caret.index("^") - 2 == at - 1


SIGNS = [
    "'",
    "''",
    '"',
    '""',
    "`",
    ";",
    "--",
    "/*",
    "*/",
    "*",
    "^",
    ":",
    "{",
    "}",
    "(",
    ")",
    "+",
    "-",
    ",",
    "\\",
    "%",
    "_",
    "?",
    "\0",
    "\x02",
    "\x03",
    "\n",
    "\ud800",
    "\U0010ffff",
    "\u202e",
    "é",
    "e\u0301",
    "٣",
    "灯",
    "🪔",
    "𞤀",
    "=",
    "<",
    "|",
    "~",
]
WORDS = [
    "lamp' OR '1'='1",
    "lamp; DROP TABLE part",
    "words : lamp",
    "words:lamp",
    "{words} : lamp",
    "- words : lamp",
    "^lamp",
    "lamp NEAR reef",
    "NEAR(lamp reef, 5)",
    "lamp + reef",
    "rowid:1",
    "rank : 'bm25(10)'",
    'lamp" OR "reef',
    "lamp\0reef",
    'lamp"" OR reef',
    "x' UNION SELECT sql FROM sqlite_master --",
    "lamp*reef",
    "**",
    "lamp **",
    "(((((",
    ")))))",
    "AND",
    "OR",
    "NOT",
    "AND OR NOT",
    "lamp AND AND reef",
    "lamp NOT",
    "stems MATCH 'lamp'",
    "':words'",
    "?1",
    "$words",
    "@words",
    "%s",
    "{0}",
    "\\x00",
    "lamp/*",
    "load_extension('x')",
    "lamp\u200breef",
    "ＬＡＭＰ",
    "lamp" * 400,
    "a" * 65,
    '"' * 999,
    "(" * 999,
    "NOT " * 400,
    "lamp OR " * 63 + "lamp",
    "integrity-check",
    "delete-all",
    "' || 'lamp",
    "\ufefflamp",
]
HOSTILE = [
    *WORDS,
    *SIGNS,
    *(f"lamp{sign}reef" for sign in SIGNS),
    *(f"{sign}lamp" for sign in SIGNS),
    *(f"lamp {one}{other}" for one, other in itertools.product("'\"*();:^", repeat=2)),
]
UNKNOWN = {"\U0010ffff", "🪔"}
"""Not in SQLite's tables of characters, which are older than Python's: words to it, signs to the comparison below."""


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _stand(words: list[str], text: list[str]) -> bool:
    """Whether words stand side by side in a text."""
    return any(text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1))


def test_hostile_words_change_no_meaning(invented: SearchIndex) -> None:
    """Does each of 200 hostile strings find what a plain comparison finds, or get an answer that it cannot be read?"""
    assert len(set(HOSTILE)) >= 200
    texts = dict(invented.database.execute("SELECT iri, words FROM part WHERE report = 2").fetchall())
    assert [iri.removeprefix(ROOT) for iri in texts] == [f"document/REEFS/2/paragraph/{number}" for number in (1, 2)]
    before = list(invented.database.iterdump())
    read = 0
    for hostile in HOSTILE:
        for typed in (hostile, f"({hostile}", f"lamp OR {hostile}"):
            try:
                ask(invented, typed, facets=False)
            except UnusableQuery as fault:
                assert "character" in fault.where
        plain = re.sub(r"[\"“”]", " ", hostile)
        if len(plain) > 1900 or not _tokens(plain) or UNKNOWN & set(plain):
            continue
        phrase = _tokens("".join(" " if sign in "\0\x02\x03" else sign for sign in plain))
        holding = {iri for iri, text in texts.items() if _stand(phrase, _tokens(text))}
        assert {hit.iri for hit in ask(invented, f'"{plain}"', report="REEFS/2").hits} == holding, hostile
        rest = {hit.iri for hit in ask(invented, f'reef NOT "{plain}"', report="REEFS/2").hits}
        assert rest == {iri for iri, text in texts.items() if "reef" in _tokens(text)} - holding, hostile
        read += 1
    assert read >= 150
    after = list(invented.database.iterdump())
    assert after == before


def test_hostile_filters_find_nothing(invented: SearchIndex) -> None:
    """Is a hostile value of a filter a value that nothing has, and no more?"""
    for hostile in HOSTILE:
        found = ask(invented, "lamp", state=hostile, theme=hostile, report=hostile)
        assert found.total == 0
        assert len(found.notes) == 3
