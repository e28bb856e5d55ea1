"""Provisions of every instrument of the authorities, and the forms of words that cite them.

A row is a sentence and the provisions it cites. Where the authorities list a treaty's articles only those are cited;
of the others any number is.
"""

from __future__ import annotations

from hypothesis import strategies as st

from rapporteur.authorities import load_authorities
from rapporteur.authorities.entries import Instrument
from rapporteur.model import InstrumentRef, ProvisionRef

Steps = tuple[tuple[str, str], ...]
Row = tuple[str, frozenset[ProvisionRef]]
Read = tuple[str, tuple[Steps, ...]]
"""Words that cite provisions without their instrument, and the provisions."""

_BOOKS = load_authorities().instruments.values()
TREATIES = [book for book in _BOOKS if book.unit == "article"]
RULES = [book for book in _BOOKS if book.unit == "rule"]
LISTED = [book for book in TREATIES if book.provisions]
OPEN = [book for book in TREATIES if not book.provisions]
"""Treaties whose articles the authorities list, and those of which any article or annex is taken."""


def _paragraphs(number: str) -> Steps:
    return (("paragraph", number),)


def _letters(*letters: str) -> Steps:
    return tuple(("subparagraph", letter) for letter in letters)


_PARAGRAPH = st.integers(1, 12).map(str)
_LETTER = st.sampled_from("abcdefgh")
_ITEM = st.sampled_from(["i", "ii", "iii", "iv", "v"])


@st.composite
def _below(draw: st.DrawFn) -> Read:
    """What stands under one article, in words that follow its number, with the steps below it."""
    number, letter, item = draw(_PARAGRAPH), draw(_LETTER), draw(_ITEM)
    paragraph = _paragraphs(number)
    word = draw(st.sampled_from(["paragraph", "para."]))
    sub = draw(st.sampled_from(["subparagraph", "subpara.", "sub-paragraph"]))
    return draw(
        st.sampled_from(
            [
                ("", ((),)),
                (f", {word} {number}", (paragraph,)),
                (f" ({number})", (paragraph,)),
                (f"({number})", (paragraph,)),
                (f", {word} {number} ({letter})", ((*paragraph, *_letters(letter)),)),
                (f", {word} {number} ({letter}) ({item})", ((*paragraph, *_letters(letter, item)),)),
                (f" ({number}) ({letter})", ((*paragraph, *_letters(letter)),)),
                (f"({number})({letter})", ((*paragraph, *_letters(letter)),)),
                (f" ({number}) ({letter}) ({item})", ((*paragraph, *_letters(letter, item)),)),
                (f", {word} {number}, {sub} ({letter})", ((*paragraph, *_letters(letter)),)),
                (f", {sub} ({letter})", (_letters(letter),)),
                (f" ({letter})", (_letters(letter),)),
            ]
        )
    )


def _run(draw: st.DrawFn, first: int, most: int) -> tuple[list[str], str]:
    """Several numbers in order, and how they are printed: "2, 3 and 5", "2 to 5", "2–5"."""
    if draw(st.booleans()):
        last = draw(st.integers(first + 1, first + most))
        joint = draw(st.sampled_from([" to ", "–", "-", " through "]))
        return [str(n) for n in range(first, last + 1)], f"{first}{joint}{last}"
    numbers = sorted({first, *draw(st.lists(st.integers(first + 1, first + most), min_size=1, max_size=3))})
    printed = [str(n) for n in numbers]
    return printed, ", ".join(printed[:-1]) + draw(st.sampled_from([" and ", ", and ", " or "])) + printed[-1]


@st.composite
def _several_below(draw: st.DrawFn) -> Read:
    """Several things under one article: a list or range of paragraphs, or of letters."""
    words = draw(st.sampled_from(["paragraphs", "paras."]))
    numbers, printed = _run(draw, draw(st.integers(1, 6)), 4)
    number = draw(_PARAGRAPH)
    first = draw(st.integers(0, 3))
    last = draw(st.integers(first + 1, first + 3))
    letters = "abcdefgh"[first : last + 1]
    spread = f"({letters[0]}){draw(st.sampled_from(['–', '-', ' to ']))}({letters[-1]})"
    listed = ", ".join(f"({c})" for c in letters[:-1]) + f" and ({letters[-1]})"
    each = tuple((*_paragraphs(number), *_letters(letter)) for letter in letters)
    return draw(
        st.sampled_from(
            [
                (f", {words} {printed}", tuple(_paragraphs(n) for n in numbers)),
                (f", paragraph {number} {spread}", each),
                (f", paragraph {number} {listed}", each),
                (f" ({number}) {spread}", each),
                (f" ({number}) {listed}", each),
                (f", subparagraphs {listed}", tuple(_letters(letter) for letter in letters)),
                (f", subparagraphs {spread}", tuple(_letters(letter) for letter in letters)),
            ]
        )
    )


def _article(book: Instrument) -> st.SearchStrategy[str]:
    known = sorted(book.provisions, key=int)
    return st.sampled_from(known) if known else st.integers(1, 99).map(str)


@st.composite
def _one_article(draw: st.DrawFn, book: Instrument) -> Read:
    number = draw(_article(book))
    words, below = draw(st.one_of(_below(), _several_below()))
    unit = draw(st.sampled_from(["article", "art.", "Article"]))
    return f"{unit} {number}{words}", tuple(((("article", number)), *steps) for steps in below)


@st.composite
def _several_articles(draw: st.DrawFn, book: Instrument) -> Read:
    """Articles with or without steps in brackets, the last with anything: "articles 2, 3 (1) and 26, paragraph 2"."""
    numbers = sorted(draw(st.lists(_article(book), min_size=2, max_size=4, unique=True)), key=int)
    words: list[str] = []
    targets: list[Steps] = []
    for number in numbers[:-1]:
        bracket = draw(st.sampled_from(["", *"12345"]))
        words.append(f"{number} ({bracket})" if bracket else number)
        targets.append((("article", number), *(_paragraphs(bracket) if bracket else ())))
    last, below = draw(st.one_of(_below(), _several_below()))
    targets += [(("article", numbers[-1]), *steps) for steps in below]
    joint = draw(st.sampled_from([" and ", ", and "]))
    unit = draw(st.sampled_from(["articles", "arts."]))
    return f"{unit} {', '.join(words)}{joint}{numbers[-1]}{last}", tuple(targets)


@st.composite
def _range_of_articles(draw: st.DrawFn, book: Instrument) -> Read:
    known = max(map(int, book.provisions)) if book.provisions else 90
    first = draw(st.integers(1, known - 1))
    last = draw(st.integers(first + 1, min(known, first + 6)))
    joint = draw(st.sampled_from([" to ", "–", "-", " through "]))
    unit = draw(st.sampled_from(["articles", "arts."]))
    return f"{unit} {first}{joint}{last}", tuple((("article", str(n)),) for n in range(first, last + 1))


@st.composite
def _repeated(draw: st.DrawFn, book: Instrument) -> Read:
    """Each article with its own word: "article 6, paragraph 2, and article 9 (1)"."""
    one, two = sorted(draw(st.lists(_article(book), min_size=2, max_size=2, unique=True)), key=int)
    first, below = draw(_below())
    second, under = draw(_below())
    joint = ", and" if first.startswith(",") else " and"
    targets = [*((("article", one), *steps) for steps in below), *((("article", two), *steps) for steps in under)]
    return f"article {one}{first}{joint} article {two}{second}", tuple(targets)


@st.composite
def _inverse(draw: st.DrawFn, book: Instrument) -> Read:
    """The steps first: "paragraph 2 (a) of article 6", "paragraphs 2 and 3 of article 6"."""
    article = draw(_article(book))
    base: Steps = (("article", article),)
    number, letter = draw(_PARAGRAPH), draw(_LETTER)
    numbers, printed = _run(draw, draw(st.integers(1, 6)), 4)
    return draw(
        st.sampled_from(
            [
                (f"paragraph {number} of article {article}", ((*base, *_paragraphs(number)),)),
                (f"para. {number} of art. {article}", ((*base, *_paragraphs(number)),)),
                (
                    f"paragraph {number} ({letter}) of article {article}",
                    ((*base, *_paragraphs(number), *_letters(letter)),),
                ),
                (f"paragraphs {printed} of article {article}", tuple((*base, *_paragraphs(n)) for n in numbers)),
                (f"subparagraph ({letter}) of article {article}", ((*base, *_letters(letter)),)),
            ]
        )
    )


_FRAMES = st.sampled_from(
    [
        "Under {}, harbours should be lit.",
        "It was recalled that {} applied to harbours.",
        "Harbours should be lit, in accordance with {}.",
        "(see {})",
        "The measures (see {}) were welcomed.",
    ]
)


@st.composite
def _with_name(draw: st.DrawFn, read: Read, book: Instrument) -> Row:
    words, targets = read
    name = draw(st.sampled_from([book.title, *book.names, *book.acronyms]))
    comma = "," if "," in words and not words.endswith("–") else ""
    link = draw(st.sampled_from([" of ", " of the "])) if name in book.acronyms else " of the "
    sentence = draw(_FRAMES).format(f"{words}{comma}{link}{name}")
    return broken(draw, sentence), frozenset(ProvisionRef(book.ref, steps) for steps in targets)


def broken(draw: st.DrawFn, words: str) -> str:
    """The words with up to three of their spaces made line breaks, indented or not."""
    spaces = [i for i, c in enumerate(words) if c == " "]
    cuts = draw(st.sets(st.sampled_from(spaces), max_size=3)) if spaces else set()
    indent = draw(st.sampled_from(["\n", "\n    ", "\r\n"]))
    return "".join(indent if i in cuts else c for i, c in enumerate(words))


@st.composite
def of_an_article(draw: st.DrawFn) -> Row:
    """Articles of a treaty, the treaty named behind them."""
    book = draw(st.sampled_from(TREATIES))
    forms = (_one_article, _several_articles, _range_of_articles, _repeated, _inverse)
    return draw(_with_name(draw(draw(st.sampled_from(forms))(book)), book))


@st.composite
def of_a_rule(draw: st.DrawFn) -> Row:
    """Rules of the rules of procedure, by each of their names."""
    book = draw(st.sampled_from(RULES))
    number = draw(st.integers(1, 90))
    words, below = draw(st.one_of(_below(), _several_below()))
    last = number + draw(st.integers(1, 4))
    base: Steps = (("rule", str(number)),)
    read: Read = draw(
        st.sampled_from(
            [
                (f"rule {number}{words}", tuple((*base, *steps) for steps in below)),
                (f"rules {number} and {last}", (base, (("rule", str(last)),))),
                (f"rules {number} to {last}", tuple((("rule", str(n)),) for n in range(number, last + 1))),
                (f"paragraph 2 of rule {number}", ((*base, *_paragraphs("2")),)),
            ]
        )
    )
    comma = "," if "," in read[0] else ""
    name = draw(st.sampled_from(book.names))
    sentence = draw(_FRAMES).format(f"{read[0]}{comma} of the {name}")
    return broken(draw, sentence), frozenset(ProvisionRef(book.ref, steps) for steps in read[1])


@st.composite
def of_an_annex(draw: st.DrawFn) -> Row:
    """Annexes of a treaty and their paragraphs: "annex II, paragraph 4, to the …", "paragraph 4 of annex II"."""
    book = draw(st.sampled_from(OPEN))
    annex, other = draw(st.sampled_from([("I", "II"), ("II", "III"), ("A", "B"), ("IV", "V")]))
    number = draw(_PARAGRAPH)
    numbers, printed = _run(draw, draw(st.integers(1, 6)), 4)
    base: Steps = (("annex", annex),)
    words, targets = draw(
        st.sampled_from(
            [
                (f"annex {annex}", (base,)),
                (f"annex {annex}, paragraph {number},", ((*base, *_paragraphs(number)),)),
                (f"annex {annex}, paragraphs {printed},", tuple((*base, *_paragraphs(n)) for n in numbers)),
                (f"paragraph {number} of annex {annex}", ((*base, *_paragraphs(number)),)),
                (f"paragraphs {printed} of annex {annex}", tuple((*base, *_paragraphs(n)) for n in numbers)),
                (f"annexes {annex} and {other}", (base, (("annex", other),))),
            ]
        )
    )
    name = draw(st.sampled_from([book.title, *book.names]))
    sentence = draw(_FRAMES).format(f"{words} to the {name}")
    return broken(draw, sentence), frozenset(ProvisionRef(book.ref, steps) for steps in targets)


@st.composite
def named_before(draw: st.DrawFn) -> tuple[str, frozenset[ProvisionRef], InstrumentRef]:
    """A treaty that is named, its provisions in brackets behind it or "thereof": the naming is a mention of its own."""
    book = draw(st.sampled_from(TREATIES))
    words, targets = draw(st.one_of(_one_article(book), _several_articles(book)))
    name = draw(st.sampled_from([book.title, *book.names]))
    sentence = draw(
        st.sampled_from(
            [
                f"Harbours fall under the {name} ({words}).",
                f"Harbours fall under the {name} (see {words}), it was said.",
                f"The {name} holds for harbours, and {words} thereof for ships.",
            ]
        )
    )
    return sentence, frozenset(ProvisionRef(book.ref, steps) for steps in targets), book.ref


@st.composite
def beyond(draw: st.DrawFn) -> str:
    """Provisions that a treaty does not have: an article behind its last, an annex where it has none."""
    book = draw(st.sampled_from(LISTED))
    name = draw(st.sampled_from([book.title, *book.names]))
    number = max(map(int, book.provisions)) + draw(st.integers(1, 200))
    words, _ = draw(_below())
    what = draw(st.sampled_from([f"article {number}{words}", "annex II", f"paragraph 2 of article {number}"]))
    return draw(_FRAMES).format(f"{what}{',' if ',' in what else ''} of the {name}")
