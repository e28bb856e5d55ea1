"""Are the pieces of a citation read where they stand: lists cut, ranges counted, notes tied?"""

from __future__ import annotations

from rapporteur.authorities import load_authorities
from rapporteur.find.citations import find_citations
from rapporteur.find.names import find_names
from rapporteur.find.unknown_bodies import split_list
from rapporteur.model import Record
from rapporteur.model.citations import CitationMention, ParagraphMention, ProvisionMention, SymbolMention
from rapporteur.read import report_from_text


def mentions(words: str, notes: str = "") -> tuple[CitationMention, ...]:
    text = f"## Report\n\n### I. Notes\n\n1. {words}\n" + (f"\n---\n\n{notes}\n" if notes else "")
    report = report_from_text(text, "invented.md", Record(symbol="CTOC/COP/WG.4/1999/1"))
    books = load_authorities()
    return find_citations(report, find_names(report, books), books)


def steps(words: str) -> list[str]:
    """The targets of each provision, written short."""
    found = [m for m in mentions(words) if isinstance(m, ProvisionMention)]
    return ["/".join(f"{unit[0]}{number}" for unit, number in target) for m in found for target in m.targets]


def test_numbers_after_a_citation_are_no_articles() -> None:
    """Does a list end where its sentence goes on with other numbers?"""
    assert steps("Under article 6, 15 States and 3 bodies met.") == ["a6"]
    assert steps("Under articles 6 and 7, 15 States met.") == ["a6", "a7"]
    assert steps("Under article 6 and 12 other clauses") == ["a6"]
    assert steps("Articles of faith; article by article; 6 articles") == []


def test_forms_of_paragraphs() -> None:
    """Are paragraphs read in every printed form?"""
    assert steps("article 14.3 of the Covenant") == ["a14/p3"]
    assert steps("articles 6 (2), 7 and 9 (1) (b) of the Convention") == ["a6/p2", "a7", "a9/p1/sb"]
    assert steps("article 6, paragraphs 2 to 4, of the Convention") == ["a6/p2", "a6/p3", "a6/p4"]
    assert steps("article 6, paragraph 2, subparagraphs (a)-(c), of the Convention") == [
        "a6/p2/sa",
        "a6/p2/sb",
        "a6/p2/sc",
    ]


def test_paragraphs_of_documents() -> None:
    """Are lists, ranges and letters of paragraph numbers counted out, dotted numbers too?"""

    def paths(words: str) -> list[tuple[str, ...]]:
        return [path for m in mentions(words) if isinstance(m, ParagraphMention) for path in m.paths]

    assert paths("see paragraphs 3, 5 and 7 above") == [("3",), ("5",), ("7",)]
    assert paths("see paragraphs 28–30 above") == [("28",), ("29",), ("30",)]
    assert paths("see paragraph 15 (a) and (b) above") == [("15", "a"), ("15", "b")]
    assert paths("see paragraphs 122.17-19 of the present report") == [("122.17",), ("122.18",), ("122.19",)]
    assert paths("see decision 7/CP.99, annex I, paragraph 3") == []


def test_notes_are_tied_to_the_words_before_them() -> None:
    """Does a mention know the notes called after it, closing punctuation between them allowed?"""
    found = mentions(
        "See A/99/1,<sup>1</sup> A/99/2 here<sup>2</sup> and A/99/3.<sup>2,3</sup>",
        "<sup>1</sup> One.\n\n<sup>2</sup> Two.\n\n<sup>3</sup> Three.",
    )
    assert [(m.symbol, m.notes) for m in found if isinstance(m, SymbolMention)] == [
        ("A/99/1", ("1",)),
        ("A/99/2", ()),
        ("A/99/3", ("2", "3")),
    ]


def test_commas_in_brackets_and_known_names_do_not_split_a_list() -> None:
    """Is a list of names cut at its own commas and its last "and" only?"""
    text = "Pilots (Inner, Outer and Deep), Union of Ports and Quays and Amis des Mers."
    whole = (text.index("Union"), text.index("Quays") + 5)
    assert [text[start:end] for start, end in split_list(text, [whole])] == [
        "Pilots (Inner, Outer and Deep)",
        "Union of Ports and Quays",
        "Amis des Mers",
    ]
