"""Are the words of reviews linked as they are meant? The like of each row was once read wrong; all are invented."""

from __future__ import annotations

import pytest

from rapporteur import link_text


def linked(words: str, start: str) -> list[str]:
    """The things of one class that the words name, in reading order, by their ids."""
    targets = [link.target for link in link_text(words).links]
    return [target.id for target in targets if type(target).__name__ == start]


def test_a_short_title_behind_a_protocol_is_its_parents() -> None:
    """Is the convention in brackets behind a protocol to it not the protocol, there and later?"""
    words = (
        "Protocol No. 98 to the Convention for the Mending of Nets and Lamps (Strelsau Convention on Nets) ruled. "
        "It was compatible with the Strelsau Convention on Nets."
    )
    assert linked(words, "InstrumentRef") == [
        "protocol-no-98-to-the-convention-for-the-mending-of-nets-and-lamps",
        "strelsau-convention-on-nets",
        "strelsau-convention-on-nets",
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The law followed Directive (EU) 2098/12 on lamps.", []),
        ("The law followed Regulation (EU) No. 12/2098 on lamps.", []),
        ("The union (EU) spoke.", ["eu"]),
        (
            "It gave to the Voluntary Lamp Trust Fund to Support the Participation of Islands in the Work of the Human "
            "Rights Council.",
            [
                "voluntary-lamp-trust-fund-to-support-the-participation-of-islands-in-the-work-of-the-human-rights-council"
            ],
        ),
        ("It gave to the Participation of Least Developed Countries.", []),
        ("Nauru praised the Office of the Lamp Ombudsman with A status.", ["office-of-the-lamp-ombudsman"]),
    ],
)
def test_which_bodies_are_named(words: str, named: list[str]) -> None:
    """Do names end where they end, and are letters of an act and words for a kind of States no body?"""
    assert linked(words, "OrganizationRef") == named
