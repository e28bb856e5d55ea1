"""A list of provisions announced with its treaty: are they that treaty's, and only as far as the list goes?"""

from __future__ import annotations

import pytest

from rapporteur.model import Grade, ProvisionRef
from rapporteur.pipeline import link_text

BOTH = "The Board is bound by the Organized Crime Convention and by the Firearms Protocol. "
LEAD = BOTH + "The Board gave the following articles of the Trafficking in Persons Protocol to the keepers: "


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        (LEAD + "article 5 (lamps), in conjunction with articles 2 and 3; and article 7.", "tip 5|tip 2|tip 3|tip 7"),
        (LEAD + "article 5; article 4 of the Organized Crime Convention; and article 8.", "tip 5|untoc 4"),
        (LEAD + "article 5. Under article 8 lamps were lit.", "tip 5"),
        (
            BOTH
            + "The Board read the following articles of the Trafficking in Persons Protocol, and article 5 as well.",
            "",
        ),
        (
            BOTH
            + "The Board gave the following articles to the keepers of the Trafficking in Persons Protocol: article 5.",
            "",
        ),
    ],
)
def test_provisions_behind_a_colon(words: str, cited: str) -> None:
    """Is each article of the list linked, none behind another treaty, another sentence or without the announcement?"""
    targets = [link.target for link in link_text(words).links if link.property == "cites"]
    read = [(ref.instrument.id, ref.steps[0][1]) for ref in targets if isinstance(ref, ProvisionRef)]
    found = {f"{instrument.split('-')[0]} {number}" for instrument, number in read}
    assert found == set(filter(None, cited.split("|")))


def test_the_grade_says_that_the_list_tells_it() -> None:
    """Is a link that rests on the words that announce the list of the grade of lists, with its own rule?"""
    links = [link for link in link_text(LEAD + "article 5.").links if link.property == "cites"]
    assert [(link.quote, link.grade, link.rule.id) for link in links] == [
        ("article 5", Grade.STRUCTURE, "provision/announced")
    ]
