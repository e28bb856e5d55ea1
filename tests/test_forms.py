"""Does a form find what its expression finds, match by match, although it looks at a few words first?"""

from __future__ import annotations

import re

import pytest

from rapporteur.patterns import load_patterns, pattern_files
from rapporteur.patterns.edges import edges_of
from rapporteur.patterns.form import Form
from rapporteur.patterns.letters import letters_of
from rapporteur.patterns.scan import SCANS, scanned
from rapporteur.patterns.together import Together

PATTERNS = [pattern for name in pattern_files() for pattern in load_patterns(name).patterns.values()]
SPECIMENS = [text for pattern in PATTERNS for text in (*pattern.examples, *pattern.counterexamples)]
MIXED = " ".join(SPECIMENS[::40])


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.rule.id for pattern in PATTERNS])
def test_a_form_finds_what_its_expression_finds(pattern: object) -> None:
    """Is every match in its specimens, alone and among those of others, that of the expression in the file?"""
    form = pattern.regex  # type: ignore[attr-defined]
    regex = re.compile(form.pattern, form.regex.flags)
    own = [*pattern.examples, *pattern.counterexamples]  # type: ignore[attr-defined]
    for text in (*own, " ".join(own), "\n".join(own).replace(", ", ",\n"), MIXED):
        assert _all(form, text) == _all(regex, text)
        assert _first(form, text) == _first(regex, text)
        with scanned([text]):
            assert _all(form, text) == _all(regex, text)
            assert _first(form, text) == _first(regex, text)
    with scanned([MIXED]):
        assert _all(form, MIXED, 17, 900) == _all(regex, MIXED, 17, 900)
    assert _all(form, MIXED, 17, 900) == _all(regex, MIXED, 17, 900)


@pytest.mark.parametrize("name", pattern_files())
def test_forms_searched_together_find_what_each_finds(name: str) -> None:
    """Does searching all forms of a file at once give the matches of each, by where they begin?"""
    forms = [pattern.regex for pattern in load_patterns(name).patterns.values()]
    together = Together(forms)
    for bounds in ((), (17, 900)):
        alone = [(m.start(), n, m.span()) for n, form in enumerate(forms) for m in form.finditer(MIXED, *bounds)]
        expected = [(number, span) for _, number, span in sorted(alone)]
        assert [(number, match.span()) for number, match in together.matches(MIXED, *bounds)] == expected
        with scanned([MIXED]):
            assert [(number, match.span()) for number, match in together.matches(MIXED, *bounds)] == expected
            assert together.may_begin(MIXED, *bounds) or not expected


@pytest.mark.parametrize(
    "text", ["The KEEPER lit", "the \u212aeeper lit", "a lighthou\u017fe\u0130", "the keep lit", ""]
)
def test_a_form_that_takes_small_for_capital_letters_misses_none(text: str) -> None:
    """Is a word found in capitals, and where an expression takes another sign for one of its letters?"""
    source, flags = r"\b (?: keeper | lighthouse ) (?: i | \s )?", re.VERBOSE | re.IGNORECASE
    form, regex = Form(source, flags), re.compile(source, flags)
    assert _all(form, text) == _all(regex, text)
    assert _first(form, text) == _first(regex, text)


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0"])
def test_a_scanned_text_is_read_as_any_other(space: str) -> None:
    """Are the matches of a long text the same at its first search and at later ones, whatever white space it has?"""
    sentence = "The Board met near Grand Reef Office for Buoys, and the grand reef office was lit. "
    text = (9 * sentence).replace(" ", space)
    for source in (
        r"\b [Gg]rand \s [Rr]eef \b",
        r"(?: \b [A-Z]\w* \s ){0,3}? Office \s for",
        r"\b [A-Z]{2,} \b",
        r"lit (?: The )?",
    ):
        form, regex = Form(source, re.VERBOSE), re.compile(source, re.VERBOSE)
        assert _all(form, text) == _all(regex, text)
        with scanned([text]):
            assert _all(form, text) == _all(regex, text)
            assert _all(form, text, 30, 200) == _all(regex, text, 30, 200)
            assert (form in SCANS[id(text)].openings) == (space == " ")


def test_a_form_made_after_a_scan_is_answered_as_well() -> None:
    """Does a form find its match in a text that was scanned before the form was made, with words of others or new?"""
    text = "The Board met near Grand Reef, and lit a lamp."
    Form(r"\b Grand \s Reef \b", re.VERBOSE).search(text)
    with scanned([text]):
        sources = (r"\b Grand \s Reef \b", r"\b lit \s a \s lamp")
        found = [Form(source, re.VERBOSE).search(text) for source in sources]
    assert [match[0] for match in found if match is not None] == ["Grand Reef", "lit a lamp"]


def test_forms_searched_together_miss_nothing_once_their_words_are_looked_for() -> None:
    """Are matches found in each of many texts, while the words of the forms are new to scans and when they are not?"""
    sources = (r"\b Fog \s Bell \b", r"\b rang \s a \s gong \b")
    forms = [Form(source, re.VERBOSE) for source in sources]
    together = Together(forms)
    for number in range(150):
        texts = ("The Board slept.", f"The Fog Bell {number} rang a gong.", f"It rang a gong {number} times.")
        text = texts[number % 3]
        with scanned([text]):
            found = [(which, match[0]) for which, match in together.matches(text)]
            alone = [(which, match[0]) for which, form in enumerate(forms) for match in form.finditer(text)]
        assert found == alone == ([], [(0, "Fog Bell"), (1, "rang a gong")], [(1, "rang a gong")])[number % 3]


def test_a_scan_is_forgotten_with_its_texts() -> None:
    """Is nothing kept of texts that are read, so that a thousand reports take no more room than one?"""
    with scanned(["The Board met near Grand Reef.", "It lit a lamp."]):
        during = len(SCANS)
    assert (during, len(SCANS)) == (2, 0)


@pytest.mark.parametrize(
    ("source", "heads", "needs"),
    [
        (r"\b [Bb]uoys? \b", ("Buoy", "buoy"), ()),
        (r"(?: also \s )? urged", ("also urged", "urged"), (("urged",),)),
        (r"\b [A-Z]\w+ \s on \s (?: Reefs | Wrecks ) \s \d+ \s miles", (), (("on Reefs", "on Wrecks"), ("miles",))),
        (r"the \s (?: new \s )? Board", ("the Board", "the new Board"), ()),
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
    letters = letters_of(re.compile(source, re.VERBOSE))
    assert (letters.heads, letters.needs) == (heads, needs)


@pytest.mark.parametrize(
    ("source", "capitals", "in_clause"),
    [
        (r"\b [A-Z]\w* \s (?: Board | Office )", 1, True),
        (r"(?: [A-Z][\w.]* \s (?: and \s )? ){0,3}? Office", 1, True),
        (r"[A-Z]\w* ,? \s Office", 1, False),
        (r"[A-Z] [^\d] * Office", 1, False),
        (r"[A-ZÀ-Ö]{2,8} (?: -\d )?", 2, False),
        (r"(?: \b [A-Z] )? \w+ Office", 0, True),
    ],
)
def test_capitals_are_read_off_an_expression(source: str, capitals: int, in_clause: bool) -> None:
    """Is it known how many capitals a match begins with, and whether its clause holds the word it needs?"""
    letters = letters_of(re.compile(source, re.VERBOSE))
    assert (letters.capitals, letters.in_clause) == (capitals, in_clause)


@pytest.mark.parametrize(
    ("source", "first", "tails"),
    [
        (r"^ , \s keeper | ^ \s (?: kept | lit )", True, ()),
        (r"(?<! x ) ^ keeper | keeper $", False, ()),
        (r"\b (?: met | lit ) \s by \s (?: the \s )? $", False, ("by ", "the ")),
        (r"(?: Grand \s Reef | buoys? ) $", False, ("Reef", "buoy", "buoys")),
        (r"(?: lit , \s $ | Judge \s $ )", False, ("Judge ", "lit, ")),
        (r"(?: keeper \s )* $", False, ()),
        (r"lamp [a-z]* $", False, ()),
        (r"lit (?: , \s $ )? ", False, ()),
        (r"(?i: keeper ) $", False, ()),
    ],
)
def test_edges_are_read_off_an_expression(source: str, first: bool, tails: tuple[str, ...]) -> None:
    """Is it known which end of a text a match touches, and how such a text ends, and nothing where it need not?"""
    edges = edges_of(re.compile(source, re.VERBOSE))
    assert (edges.first, edges.tails) == (first, tails)


@pytest.mark.parametrize(
    "text",
    ["lit by ", "lit by the  ", "lit by\n", "lit\u00a0by\u00a0", "lit by the\n", "lit by the ", "lit by it ", ""],
)
def test_a_form_at_the_end_of_a_text_is_found_whatever_closes_it(text: str) -> None:
    """Is a match found that ends in a line feed or before one, and after what a search is told to skip?"""
    source = r"\b lit \s by (?: \s (?: the )? )? \s? \s? $"
    form, regex = Form(source, re.VERBOSE), re.compile(source, re.VERBOSE)
    for bounds in ((), (1,), (4,), (0, 6)):
        mine, theirs = form.search(text, *bounds), regex.search(text, *bounds)
        assert (mine and mine.span()) == (theirs and theirs.span())


@pytest.mark.parametrize("bounds", [(), (1,), (7,), (8,), (0, 20), (9, 31)])
@pytest.mark.parametrize(
    "source", [r"^ \s* \d+ \. \s [A-Z]\w*", r"(?: ^ \d+ \. [^\n]* \n ){2}", r"^ (?= \d )", r"^ $", r"\b lit ^"]
)
def test_a_form_that_begins_where_a_line_does_finds_each(source: str, bounds: tuple[int, ...]) -> None:
    """Is each line tried, the last and an empty one too, and none that a match before it took or a search skips?"""
    text = "1. Buoys\n2. Lamps are lit\n\n 3. Reefs\n4. 5. Nets\n"
    form, regex = Form(source, re.VERBOSE | re.MULTILINE), re.compile(source, re.VERBOSE | re.MULTILINE)
    assert _all(form, text, *bounds) == _all(regex, text, *bounds)
    mine, theirs = form.search(text, *bounds), regex.search(text, *bounds)
    assert (mine and mine.span()) == (theirs and theirs.span())


def _all(form: object, text: str, *bounds: int) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in form.finditer(text, *bounds)]  # type: ignore[attr-defined]


def _first(form: object, text: str) -> tuple[int, int] | None:
    match = form.search(text)  # type: ignore[attr-defined]
    return match.span() if match else None
