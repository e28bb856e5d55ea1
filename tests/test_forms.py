"""Does a form find what its expression finds, match by match, although it looks at a few words first?"""

from __future__ import annotations

import re

import pytest

from rapporteur.patterns import load_patterns, pattern_files
from rapporteur.patterns.form import Form

PATTERNS = [pattern for name in pattern_files() for pattern in load_patterns(name).patterns.values()]
SPECIMENS = [text for pattern in PATTERNS for text in (*pattern.examples, *pattern.counterexamples)]
MIXED = " ".join(SPECIMENS[::40])


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.rule.id for pattern in PATTERNS])
def test_a_form_finds_what_its_expression_finds(pattern: object) -> None:
    """Is every match in its specimens, alone and among those of others, that of the expression in the file?"""
    form = pattern.regex  # type: ignore[attr-defined]
    regex = re.compile(form.pattern, form.regex.flags)
    own = [*pattern.examples, *pattern.counterexamples]  # type: ignore[attr-defined]
    for text in (*own, " ".join(own), MIXED):
        assert _all(form, text) == _all(regex, text)
        assert _first(form, text) == _first(regex, text)
    assert _all(form, MIXED, 17, 900) == _all(regex, MIXED, 17, 900)


def test_most_forms_know_their_words() -> None:
    """Do more than half of the patterns look for words first, so that the test above tells something?"""
    known = [pattern.regex.learn() for pattern in PATTERNS]
    assert len([form for form in known if form.heads or form.needs]) > len(PATTERNS) / 2


@pytest.mark.parametrize(
    ("source", "heads", "needs"),
    [
        (r"\b [Bb]uoys? \b", ("Buoy", "buoy"), ()),
        (r"(?: also \s )? urged", ("also", "urged"), (("urged",),)),
        (r"\b [A-Z]\w+ \s on \s (?: Reefs | Wrecks ) \s \d+ \s miles", (), (("miles",), ("Reefs", "Wrecks"))),
        (r"(?<= the \s ) keeper", ("keeper",), ()),
        (r"(?= \d ) \d+", (), ()),
        (r"(?: ab )* cd", ("ab", "cd"), (("cd",),)),
        (r"(?i: keeper )", (), ()),
        (r"lamp | \d+", (), ()),
    ],
)
def test_words_are_read_off_an_expression(
    source: str, heads: tuple[str, ...], needs: tuple[tuple[str, ...], ...]
) -> None:
    """Are the words the right ones, and none where a match may do without?"""
    form = Form(source, re.VERBOSE).learn()
    assert (form.heads, form.needs) == (heads, needs)


def _all(form: object, text: str, *bounds: int) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in form.finditer(text, *bounds)]  # type: ignore[attr-defined]


def _first(form: object, text: str) -> tuple[int, int] | None:
    match = form.search(text)  # type: ignore[attr-defined]
    return match.span() if match else None
