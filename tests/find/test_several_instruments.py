"""Articles told of several instruments at once: does each go to its own, and what cannot be paired to none?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import InstrumentRef, ProvisionRef

CRIME, GRAFT = "Organized Crime Convention", "Convention against Corruption"


def cited(text: str) -> list[str]:
    """Each provision cited as "instrument step step", by instrument."""
    found = []
    for link in link_text(text, context="CTOC/COP/WG.4/2010/6").links:
        if isinstance(link.target, ProvisionRef):
            assert isinstance(link.target.instrument, InstrumentRef)
            found.append(" ".join([link.target.instrument.id, *(value for _, value in link.target.steps)]))
    return sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        f"It read articles 18 and 46 of the {CRIME} and the {GRAFT}, respectively.",
        f"It read articles 18 and 46, respectively, of the {CRIME} and of the {GRAFT}.",
        f"The {CRIME} and the {GRAFT} (articles 18 and 46, respectively) were read.",
        f"It read articles 18 and 46 of both the {CRIME} and the {GRAFT}, respectively.",
    ],
)
def test_respectively_gives_each_instrument_its_own(text: str) -> None:
    """Is article 18 of the first alone, and article 46 of the second?"""
    assert cited(text) == ["uncac 46", "untoc 18"]


def test_a_paragraph_goes_with_its_article() -> None:
    """Are as many articles paired as instruments, whatever stands below them?"""
    text = f"Under articles 18, paragraph 3, and 46, paragraphs 9 and 10, of the {CRIME} and the {GRAFT}, respectively."
    assert cited(text) == ["uncac 46 10", "uncac 46 9", "untoc 18 3"]


def test_respectively_of_one_instrument_is_of_it() -> None:
    """Does the word pair with other things than instruments where one alone is named?"""
    assert cited(f"Articles 5 and 6, respectively, of the {CRIME} ask and forbid.") == ["untoc 5", "untoc 6"]


@pytest.mark.parametrize(
    "text",
    [
        f"It read articles 5 and 6 of the {CRIME}, the {GRAFT} and the Firearms Protocol, respectively.",
        "Azuria and Belmor cited articles 16 and 44, respectively.",
        "The Convention and its Protocols (articles 5 and 6, respectively) were read.",
        "The Convention was read. The two Protocols were opened under articles 4 and 6 thereof, respectively.",
        "The Convention was read. The Protocols were opened under articles 4 and 6 thereof.",
    ],
)
def test_what_cannot_be_paired_stays_open(text: str) -> None:
    """Is an article of nothing where the numbers differ, or nothing says of what?"""
    assert not cited(text)
    assert any("rticles" in mention.quote for mention in link_text(text, context="CTOC/COP/WG.4/2010/6").unlinked)


@pytest.mark.parametrize(
    "text",
    [
        f"Article 6 of both the {CRIME} and the {GRAFT} was read.",
        f"Under article 6 of the {CRIME} and of the {GRAFT}, lamps burn.",
        f"Under article 6 of the {CRIME}, as well as of the {GRAFT}, lamps burn.",
    ],
)
def test_an_article_of_both_is_cited_of_each(text: str) -> None:
    """Are both cited where "both" or a second "of" says so?"""
    assert cited(text) == ["uncac 6", "untoc 6"]


@pytest.mark.parametrize(
    "text",
    [
        f"The review of article 6 of the {CRIME} and of the {GRAFT} went on.",
        f"Article 6 of the {CRIME} and the {GRAFT} were read.",
    ],
)
def test_an_and_that_may_join_something_else_gives_nothing_new(text: str) -> None:
    """Is the second treaty only named where the review may be of it as a whole?"""
    assert cited(text) == ["untoc 6"]


def test_paragraph_of_that_article_is_not_told_behind_a_law() -> None:
    """Does a law between an article and "that article" leave it open?"""
    assert cited("Article 16 of the Convention was read; paragraph 7 of that article was noted.") == [
        "untoc 16",
        "untoc 16 7",
    ]
    law = "Article 16 of the Convention was read. Azuria’s Lamps Act had an article on fog; paragraph 7 of that article"
    assert cited(f"{law} was noted.") == ["untoc 16"]


def test_a_chapter_joined_to_articles_leaves_them_their_instrument() -> None:
    """Are the articles cited, and the chapter said to be open?"""
    text = f"Articles 5 and 6 and chapter IV of the {CRIME} were read."
    assert cited(text) == ["untoc 5", "untoc 6"]
    opened = [mention.quote for mention in link_text(text, context="CTOC/COP/WG.4/2010/6").unlinked]
    assert "chapter IV" in opened
