"""Decisions and resolutions of several bodies, in the spellings that reports print, with the paragraphs cited of them.

A row is a sentence and what it cites: the decision, and each of its parts that the sentence names.
"""

from __future__ import annotations

from hypothesis import strategies as st

from rapporteur.model import DecisionPartRef, DecisionRef, DocumentPartRef, DocumentRef, PartKind, PartRef
from rapporteur.model.refs import ONLY_ANNEX

Whole = DecisionRef | DocumentRef
Cited = Whole | DecisionPartRef | DocumentPartRef
Row = tuple[str, frozenset[Cited]]
Named = tuple[tuple[str, ...], str, Whole]
"""The bodies' names, the number as printed, and the decision: three words that a sentence puts in its own order."""

_SESSION = st.integers(1, 79)
_NUMBER = st.integers(1, 299)
_SMALL = st.integers(1, 40)
_YEAR = st.integers(1993, 2023)
_ROMAN = st.sampled_from(["I", "III", "XIV", "XXII", "XXX"])
_DAY = st.sampled_from(["3 May 2003", "18 December 2019", "1 October 1999"])

ASSEMBLY = ("General Assembly",)
COUNCIL = ("Human Rights Council", "Council")
SECURITY = ("Security Council",)
ECONOMIC = ("Economic and Social Council",)

RESOLUTIONS: st.SearchStrategy[Named] = st.one_of(
    st.builds(lambda s, n: (ASSEMBLY, f"{s}/{n}", DocumentRef(f"A/RES/{s}/{n}")), _SESSION, _NUMBER),
    st.builds(lambda n, r: (ASSEMBLY, f"{n} ({r})", DocumentRef(f"A/RES/{n}({r})")), st.integers(1, 3541), _ROMAN),
    st.builds(lambda n, r: (ASSEMBLY, f"{n}({r})", DocumentRef(f"A/RES/{n}({r})")), st.integers(1, 3541), _ROMAN),
    st.builds(lambda s, n: (COUNCIL, f"{s}/{n}", DocumentRef(f"A/HRC/RES/{s}/{n}")), _SESSION, _SMALL),
    st.builds(lambda s, n: (COUNCIL, f"S-{s}/{n}", DocumentRef(f"A/HRC/RES/S-{s}/{n}")), st.integers(1, 30), _SMALL),
    st.builds(lambda n, y: (SECURITY, f"{n} ({y})", DocumentRef(f"S/RES/{n}({y})")), st.integers(1, 2700), _YEAR),
    st.builds(lambda y, n: (ECONOMIC, f"{y}/{n}", DocumentRef(f"E/RES/{y}/{n}")), _YEAR, _SMALL),
)
DECISIONS: st.SearchStrategy[Named] = st.one_of(
    st.builds(lambda s, n: (COUNCIL, f"{s}/{n}", DecisionRef("A/HRC", f"{s}/{n}")), _SESSION, st.integers(101, 119)),
    st.builds(lambda y, n: (ECONOMIC, f"{y}/{n}", DecisionRef("E", f"{y}/{n}")), _YEAR, st.integers(201, 299)),
)
CLIMATE: st.SearchStrategy[Named] = st.builds(
    lambda n, pair, s: ((), f"{n}/{pair[0]}.{s}", DecisionRef(pair[1], f"{s}/{n}")),
    st.integers(1, 40),
    st.sampled_from([("CP", "FCCC/CP"), ("CMP", "FCCC/KP/CMP"), ("CMA", "FCCC/PA/CMA")]),
    st.integers(1, 26),
)


def part_of(whole: Whole, annex: str, number: str) -> Cited:
    """A paragraph of a decision, or of its annex."""
    part = PartRef(PartKind.PARAGRAPH, (number,), annex)
    return DocumentPartRef(whole, part) if isinstance(whole, DocumentRef) else DecisionPartRef(whole, part)


@st.composite
def _with_body(draw: st.DrawFn, noun: str, named: Named) -> Row:
    """One decision with its body before it, behind it, or in its sentence."""
    bodies, number, whole = named
    body = draw(st.sampled_from(bodies))
    day = draw(_DAY)
    words = draw(
        st.sampled_from(
            [
                f"It recalled {body} {noun} {number}.",
                f"It recalled {body} {noun} {number} of {day}.",
                f"It recalled {noun} {number} of the {body}.",
                f"In its {noun} {number}, the {body} asked for lamps.",
                f"In its {noun} {number} of {day}, the {body} asked for lamps.",
                f"The {body}, in its {noun} {number}, asked for lamps.",
                f"Lamps were lit, pursuant to {body} {noun} {number}, on reefs.",
                f"Lamps were lit (see {body} {noun} {number}).",
            ]
        )
    )
    return _broken(draw, words), frozenset({whole})


@st.composite
def _several(draw: st.DrawFn, noun: str, first: Named, second: Named) -> Row:
    """Two decisions of one body: "resolutions 1/2 and 3/4", with or without their days."""
    body = draw(st.sampled_from(first[0]))
    day = draw(st.sampled_from(["", f" of {draw(_DAY)}"]))
    words = f"It recalled {body} {noun}s {first[1]}{day} and {second[1]}{day}."
    return _broken(draw, words), frozenset({first[2], second[2]})


@st.composite
def _with_parts(draw: st.DrawFn, noun: str, named: Named) -> Row:
    """Paragraphs of one decision or of its annex, named before or behind it."""
    bodies, number, whole = named
    whose = f"{draw(st.sampled_from(bodies))} " if bodies else ""
    one = draw(st.integers(1, 30))
    two = one + draw(st.integers(1, 5))
    each = [str(n) for n in range(one, two + 1)]
    dash = draw(st.sampled_from(["–", "-", " to "]))
    words, annex, numbers = draw(
        st.sampled_from(
            [
                (f"{whose}{noun} {number}, paragraph {one}", "", [str(one)]),
                (f"{whose}{noun} {number}, para. {one}", "", [str(one)]),
                (f"{whose}{noun} {number}, paras. {one} and {two}", "", [str(one), str(two)]),
                (f"{whose}{noun} {number}, paragraphs {one}{dash}{two}", "", each),
                (f"paragraph {one} of {whose}{noun} {number}", "", [str(one)]),
                (f"paragraphs {one}{dash}{two} of {whose}{noun} {number}", "", each),
                (f"{whose}{noun} {number}, annex, paragraph {one}", ONLY_ANNEX, [str(one)]),
                (f"{whose}{noun} {number}, annex II, paras. {one} and {two}", "II", [str(one), str(two)]),
                (f"paragraph {one} of the annex to {whose}{noun} {number}", ONLY_ANNEX, [str(one)]),
                (f"paragraph {one} of annex II to {whose}{noun} {number}", "II", [str(one)]),
            ]
        )
    )
    frame = draw(st.sampled_from(["Lamps were lit (see {}).", "Under {}, lamps were lit.", "It recalled {}."]))
    return _broken(draw, frame.format(words)), frozenset({whole, *(part_of(whole, annex, n) for n in numbers)})


@st.composite
def _climate(draw: st.DrawFn) -> Row:
    """Decisions whose number names the body, with or without the word decision."""
    named = draw(st.lists(CLIMATE, min_size=1, max_size=4, unique_by=lambda one: one[1]))
    numbers = [number for _, number, _ in named]
    listed = numbers[0] if len(numbers) == 1 else ", ".join(numbers[:-1]) + " and " + numbers[-1]
    noun = "decision" if len(numbers) == 1 else "decisions"
    words = draw(
        st.sampled_from(
            [f"Lamps were lit in accordance with {noun} {listed}.", f"It recalled {listed}.", f"See {noun} {listed}."]
        )
    )
    return _broken(draw, words), frozenset(whole for _, _, whole in named)


def _broken(draw: st.DrawFn, words: str) -> str:
    spaces = [i for i, c in enumerate(words) if c == " "]
    cuts = draw(st.sets(st.sampled_from(spaces), max_size=2))
    return "".join("\n" if i in cuts else c for i, c in enumerate(words))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A sentence of any of these forms."""
    noun, named = draw(st.sampled_from([("resolution", RESOLUTIONS), ("decision", DECISIONS)]))
    first = draw(named)
    alike = named.filter(lambda other: other[0] == first[0] and other[2] != first[2])
    climate = st.builds(lambda one: _with_parts("decision", one), CLIMATE).flatmap(lambda row: row)
    return draw(
        st.one_of(
            _with_body(noun, first),
            alike.flatmap(lambda second: _several(noun, first, second)),
            _with_parts(noun, first),
            _climate(),
            climate,
        )
    )
