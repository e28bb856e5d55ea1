"""Symbols from the grammar of United Nations documents, and the spellings that reports print them in.

Grammar: *United Nations Editorial Manual Online*, document symbols, and research.un.org/en/docs/symbols. A spelling is
a sentence and the documents it names; numbers are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

Row = tuple[str, frozenset[str]]
"""A sentence, and the symbols of the documents it cites."""

_NUMBER = st.integers(1, 999).map(str)
_SMALL = st.integers(1, 29).map(str)
_SESSION = st.integers(1, 99).map(str)
_YEAR = st.integers(1993, 2031).map(str)
_ROMAN = st.sampled_from(["III", "IX", "XIV", "XXV", "XXX"])
_STATE = st.sampled_from(["NOR", "CHL", "LKA", "TCD", "SVN"])


def _joined(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*(part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts)).map("".join)


_SPECIAL = _joined(st.sampled_from(["L.", "CRP.", "INF.", "MISC.", "WP.", "NGO/"]), _SMALL)
_CLIMATE = st.sampled_from(["SBI", "SBSTA", "CP", "KP/CMP", "PA/CMA"])
_MEETING = st.sampled_from(["S-", "ES-"])

PLAIN = st.one_of(
    _joined("A/", _SESSION, "/", _NUMBER),
    _joined("A/", _SESSION, "/", st.sampled_from(["L.", "PV."]), _SMALL),
    _joined("A/C.", st.integers(1, 6).map(str), "/", _SESSION, "/", st.one_of(_NUMBER, _SPECIAL)),
    _joined("A/HRC/", _SESSION, "/", st.one_of(_NUMBER, _SPECIAL)),
    _joined("A/HRC/S-", _SMALL, "/", _SMALL),
    _joined("A/HRC/WG.6/", _SESSION, "/", _STATE, "/", st.integers(1, 3).map(str)),
    _joined("A/CONF.", _NUMBER, "/", st.one_of(_SMALL, _SPECIAL)),
    _joined("A/AC.", _NUMBER, "/", _SMALL),
    _joined("A/CN.", st.sampled_from("49"), "/", _NUMBER),
    _joined("A/INF/", _SESSION, "/", _SMALL),
    _joined("E/", _YEAR, "/", st.one_of(_NUMBER, _SPECIAL)),
    _joined("E/CN.", _SMALL, "/", _YEAR, "/", st.one_of(_NUMBER, _SPECIAL)),
    _joined("E/CN.4/Sub.2/", _YEAR, "/", _SMALL),
    _joined("S/", _YEAR, "/", _NUMBER),
    _joined("S/PRST/", _YEAR, "/", _SMALL),
    _joined("ST/SGB/", _YEAR, "/", _SMALL),
    _joined("FCCC/", _CLIMATE, "/", _YEAR, "/", st.one_of(_SMALL, _SPECIAL)),
    _joined("IPBES/", _SMALL, "/", _SMALL),
    _joined("IPBES/", _SMALL, "/INF/", _SMALL),
    _joined("UNEP/CBD/COP/", _SMALL, "/", _SMALL),
    _joined("UNEP(OCA)/MED/", _SMALL),
    _joined("ICCD/COP(", _SMALL, ")/", _SMALL),
    _joined("CTOC/COP/", _YEAR, "/", st.one_of(_SMALL, _SPECIAL)),
    _joined("CTOC/COP/WG.", st.integers(1, 9).map(str), "/", _YEAR, "/", st.one_of(_SMALL, _SPECIAL)),
    _joined("CAC/COSP/", st.sampled_from(["", "IRG/", "WG.2/"]), _YEAR, "/", _SMALL),
    _joined("CEDAW/C/", _STATE, "/", _SMALL),
    _joined("CCPR/C/", _STATE, "/CO/", _SMALL),
    _joined("HRI/CORE/", _STATE, "/", _YEAR),
    _joined("TD/B/C.I/MEM.", _SMALL, "/", _SMALL),
)
"""Symbols whose last element is a running number or a year: they take suffixes."""

RESOLUTIONS = st.one_of(
    _joined("A/RES/", _SESSION, "/", _NUMBER),
    _joined("A/HRC/RES/", _SESSION, "/", _SMALL),
    _joined("A/HRC/DEC/", _SESSION, "/", _NUMBER),
    _joined("A/RES/", _NUMBER, "(", _ROMAN, ")"),
    _joined("A/RES/", _NUMBER, "(", _MEETING, st.sampled_from(["II", "VI", "X"]), ")"),
    _joined("S/RES/", _NUMBER, "(", _YEAR, ")"),
    _joined("CBD/COP/DEC/", _SMALL, "/", _SMALL),
)

SUFFIXES = st.one_of(
    st.just(""),
    _joined("/", st.sampled_from(["Add.", "Corr.", "Rev."]), st.integers(1, 12).map(str)),
    _joined("/Add.", st.integers(1, 12).map(str), st.sampled_from(["/Rev.", "/Corr."]), st.integers(1, 3).map(str)),
)

JOINT = st.tuples(
    _joined("A/", _SESSION, "/", _NUMBER), _joined(st.sampled_from(["S/", "E/"]), _YEAR, "/", _NUMBER)
).map("-".join)

SYMBOLS = st.one_of(st.tuples(PLAIN, SUFFIXES).map("".join), RESOLUTIONS, JOINT)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to print one symbol: words with ``{}`` where it stands."""

    words: str

    def __call__(self, symbol: str) -> Row:
        return self.words.format(symbol), frozenset({symbol})


_AROUND = st.sampled_from(
    [
        Spelling(words)
        for words in (
            "See {}.",
            "The Board had before it a note ({}).",
            "It took note of document {}, on buoys.",
            "Documents were listed: {}; others followed.",
            "({})",
            "As said in {}",
            "The Board (see {}) agreed.",
            "“{}” was the note, see there.",
            "The note [{}] was kept.",
        )
    ]
)


@st.composite
def _one(draw: st.DrawFn) -> Row:
    return draw(_AROUND)(draw(SYMBOLS))


@st.composite
def _broken(draw: st.DrawFn) -> Row:
    """A symbol that a line break cuts behind one of its strokes, as a typesetter may."""
    words, named = draw(_AROUND)(draw(SYMBOLS))
    (symbol,) = named
    start = words.index(symbol)
    strokes = [start + i for i, c in enumerate(symbol) if c == "/"]
    cut = draw(st.sampled_from(strokes)) + 1
    indent = draw(st.sampled_from(["", "   ", "        "]))
    return words[:cut] + "\n" + indent + words[cut:], named


@st.composite
def _listed(draw: st.DrawFn) -> Row:
    symbols = draw(st.lists(SYMBOLS, min_size=2, max_size=5, unique=True))
    lead, end = draw(
        st.sampled_from([("It had before it documents ", "."), ("See (", ")."), ("The notes ", " were kept.")])
    )
    joint = draw(st.sampled_from([" and ", ", and ", " or "]))
    comma = draw(st.sampled_from([", ", ",\n"]))
    return lead + comma.join(symbols[:-1]) + joint + symbols[-1] + end, frozenset(symbols)


@st.composite
def _bracketed_apart(draw: st.DrawFn) -> Row:
    """Session or year in brackets with a space before them: "S/RES/1999 (2031)"."""
    symbol = draw(RESOLUTIONS.filter(lambda symbol: "(" in symbol))
    return draw(_AROUND)(symbol.replace("(", " ("))[0], frozenset({symbol})


@st.composite
def _changed(draw: st.DrawFn) -> Row:
    """A document and what changes it: "A/99/1 and Add.1–3", "A/99/1/Add.1 and 2", "A/99/1 and Corr.1"."""
    base = draw(PLAIN)
    kind = draw(st.sampled_from(["Add", "Corr", "Rev"]))
    first = draw(st.integers(1, 9))
    last = draw(st.integers(first + 1, first + 4))
    every = [f"{base}/{kind}.{n}" for n in range(first, last + 1)]
    ends = [every[0], every[-1]]
    dash = draw(st.sampled_from(["-", "–"]))
    words, named = draw(
        st.sampled_from(
            [
                (f"{base} and {kind}.{first}", [base, every[0]]),
                (f"{base}, {kind}.{first} and {kind}.{last}", [base, *ends]),
                (f"{base} and {kind}.{first} and {last}", [base, *ends]),
                (f"{base} and {kind}.{first}{dash}{last}", [base, *every]),
                (f"{base}/{kind}.{first}{dash}{last}", every),
                (f"{base}/{kind}.{first} and {last}", ends),
                (f"{base}/{kind}.{first} and {kind}.{last}", ends),
                (f"{base} and\n{kind}.{first}", [base, every[0]]),
            ]
        )
    )
    return draw(_AROUND)(words)[0], frozenset(named)


ROWS: st.SearchStrategy[Row] = st.one_of(_one(), _broken(), _listed(), _bracketed_apart(), _changed())
