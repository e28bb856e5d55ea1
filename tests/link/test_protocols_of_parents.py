"""Does a protocol that is named by its parent's noun alone mean the protocol of the treaty named before?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import Because

OPCAT = (
    "optional-protocol-to-the-convention-against-torture-and-other-cruel-inhuman-or-degrading-treatment-or-punishment"
)
OPCRPD = "optional-protocol-to-the-convention-on-the-rights-of-persons-with-disabilities"


@pytest.mark.parametrize(
    ("targets", "text"),
    [
        (
            ["cat", OPCAT],
            "It honours the Convention against Torture and would sign the Optional Protocol to the Convention.",
        ),
        (
            ["crpd", OPCRPD],
            "The Convention on the Rights of Persons with Disabilities and the Optional Protocol thereto.",
        ),
    ],
)
def test_the_protocol_is_that_of_the_treaty_named_before(targets: list[str], text: str) -> None:
    """Is it neither a treaty of its own nor a second naming of its parent?"""
    report = link_text(text)
    assert [getattr(link.target, "id", "") for link in report.links] == targets
    assert report.unlinked == ()


def test_without_a_treaty_before_it_stays_open() -> None:
    """Is "the Optional Protocol to the Convention" alone no treaty that could be confused with another's?"""
    report = link_text("It would sign the Optional Protocol to the Convention and light the lamps.")
    assert report.links == ()
    assert (
        {Because.SEVERAL_CANDIDATES, Because.NO_CANDIDATE} >= {mention.because for mention in report.unlinked} != set()
    )
