"""Are the paragraphs that "in particular" leads to those of the article before it, and the article cited too?"""

from __future__ import annotations

import pytest
from citation_rows import Row, check_links

ARTICLE = "instrument/kyoto-protocol/article/6"
LETTERS = tuple(f"{ARTICLE}/subparagraph/{letter}" for letter in "bcd")
SECOND = f"{ARTICLE}/paragraph/2"

DECISION = "decision/FCCC/CP/91/7"

ROWS: list[Row] = [
    ((DECISION, f"{DECISION}/paragraph/4"), "under decision 7/CP.91, in particular paragraph 4, it met"),
    ((DECISION,), "under decision 7/CP.91, in particular paragraph 4 of its annex, it met"),
    ((ARTICLE, *LETTERS), "under article 6 of the Kyoto Protocol, in particular subparagraphs (b)–(d), it met"),
    ((ARTICLE, SECOND), "under article 6, in particular paragraph 2, of the Kyoto Protocol"),
    ((ARTICLE, SECOND), "under article 6 of the Kyoto Protocol, notably its paragraph 2."),
    (
        (ARTICLE, "decision/FCCC/CP/91/7", "decision/FCCC/CP/91/7/paragraph/2"),
        "under article 6 of the Kyoto Protocol, in particular paragraph 2 of decision 7/CP.91",
    ),
    (
        (ARTICLE, "instrument/kyoto-protocol/article/7"),
        "under articles 6 and 7 of the Kyoto Protocol, in particular paragraph 2",
    ),
    ((ARTICLE,), "under article 6 of the Kyoto Protocol, in particular paragraph 2 of the plan"),
    ((ARTICLE,), "under article 6 of the Kyoto Protocol, in particular the paragraphs on lamps"),
    (("document/A/99/3", "document/A/99/3/paragraph/8"), "document A/99/3, in particular paragraph 8 thereof"),
    (("document/A/99/3", "document/A/99/3/paragraph/8"), "the report (A/99/3), especially its paragraph 8"),
    (
        ("document/A/99/3", "document/A/99/5", "document/A/99/5/paragraph/8"),
        "document A/99/3, in particular paragraph 8 of document A/99/5",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_particular_paragraphs(row: Row) -> None:
    """Is nothing taken for a paragraph of the article that is of something else, or of one of two articles?"""
    check_links(row, symbol="FCCC/SBI/1999/7")
