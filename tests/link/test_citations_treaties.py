"""Does each way of naming a treaty mean that treaty, and never the one beside it?"""

from __future__ import annotations

import pytest
from citation_rows import Row, address, check_links, links_of, report_of

from rapporteur.model import Because, Grade

CRC = "instrument/optional-protocol-to-the-convention-on-the-rights-of-the-child-on"
AC = f"{CRC}-the-involvement-of-children-in-armed-conflict"
SC = f"{CRC}-the-sale-of-children-child-prostitution-and-child-pornography"
IC = f"{CRC}-a-communications-procedure"
OPCAT = (
    "instrument/optional-protocol-to-the-convention-against-torture-and-other-cruel-inhuman-or-degrading-treatment-or-"
    "punishment"
)
OP1 = "instrument/optional-protocol-to-the-international-covenant-on-civil-and-political-rights"
OP2 = (
    "instrument/second-optional-protocol-to-the-international-covenant-on-civil-and-political-rights-aiming-at-the-"
    "abolition-of-the-death-penalty"
)
OPCEDAW = (
    "instrument/optional-protocol-to-the-convention-on-the-elimination-of-all-forms-of-discrimination-against-women"
)
OPCRPD = "instrument/optional-protocol-to-the-convention-on-the-rights-of-persons-with-disabilities"
OPICESCR = "instrument/optional-protocol-to-the-international-covenant-on-economic-social-and-cultural-rights"
VCDR = "instrument/optional-protocol-to-the-vienna-convention-on-diplomatic-relations-concerning"

TITLES: list[Row] = [
    ("instrument/iccpr", "Ratify the International Covenant on Civil and Political Rights (Ruritania)"),
    ("instrument/icerd", "Withdraw its reservations to ICERD (Ruritania)"),
    ("instrument/icrmw", "Consider acceding to ICRMW (Ruritania)"),
    ("instrument/icpped", "Sign and ratify ICPPED (Ruritania)"),
    (("instrument/iccpr", "instrument/icescr"), "Ratify ICCPR and ICESCR (Ruritania)"),
    ("instrument/unfccc", "Ports are named in the UNFCCC and elsewhere."),
    (
        "instrument/kyoto-protocol",
        "Join the Kyoto Protocol to the United Nations Framework Convention on Climate Change (Ruritania)",
    ),
    ("instrument/vcdr", "Envoys enjoy immunity under the Vienna Convention on Diplomatic Relations."),
]

PROTOCOLS: list[Row] = [
    (IC, "Ratify the Optional Protocol to the Convention on the Rights of the Child on a communications procedure"),
    (
        IC,
        "Ratify the Optional Protocol to the Convention on the Rights of the Child (CRC) on a communications procedure",
    ),
    (IC, "Ratify the third Optional Protocol to the Convention on the Rights of the Child"),
    (IC, "Ratify the Optional Protocol to the Rights of the Child on a communications procedure"),
    (SC, "Ratify the Optional Protocol to CRC on the sale of children, child prostitution and child pornography"),
    (
        (AC, SC),
        "Ratify the Optional Protocols to the Convention on the Rights of the Child on the involvement of children in "
        "armed conflict and on the sale of children, child prostitution and child pornography",
    ),
    ((AC, SC, IC), "Ratify the Optional Protocols to the Convention on the Rights of the Child (Ruritania)"),
    ((AC, SC, IC), "Ratify the three Optional Protocols to the Convention on the Rights of the Child"),
    (None, "Ratify the two Optional Protocols to the Convention on the Rights of the Child"),
    (None, "Ratify the Optional Protocol to the Convention on the Rights of the Child"),
    (IC, "Ratify OP-CRC-IC (Ruritania)"),
    (OPCAT, "Ratify OP-CAT (Ruritania)"),
    (OPCAT, "Ratify OPCAT (Ruritania)"),
    (OPCAT, "Ratify the Optional Protocol to the Convention against Torture (Ruritania)"),
    (OPCAT, "Ratify the Optional Protocol to CAT (OP-CAT) (Ruritania)"),
    (OP1, "Ratify the Optional Protocol to ICCPR (Ruritania)"),
    (OP1, "Ratify the first Optional Protocol to the International Covenant on Civil and Political Rights"),
    (OP2, "Ratify the second Optional Protocol to the International Covenant on Civil and Political Rights"),
    (OP2, "Ratify the Second Optional Protocol to ICCPR, aiming at the abolition of the death penalty"),
    (OP2, "Ratify ICCPR-OP 2 (Ruritania)"),
    (
        OP2,
        "Ratify the Optional Protocol to the International Covenant on Civil and Political Rights aiming at the "
        "abolition of the death penalty",
    ),
    (OPICESCR, "Ratify the Optional Protocol to the Covenant on Economic, Social and Cultural Rights"),
    (
        ("instrument/crc", AC, SC, IC),
        "Ratify the Convention on the Rights of the Child and its Optional Protocols (Ruritania)",
    ),
    (
        (OP1, OP2),
        "Ratify the Optional Protocol to the International Covenant on Civil and Political Rights and the Second "
        "Optional Protocol thereto",
    ),
    (
        ("instrument/crpd", OPCRPD),
        "Ratify the Convention on the Rights of Persons with Disabilities and its Optional Protocol (Ruritania)",
    ),
    (
        ("instrument/cedaw", OPCEDAW),
        "Ratify the Convention on the Elimination of All Forms of Discrimination against Women and the Optional "
        "Protocol thereto",
    ),
    (
        f"{VCDR}-acquisition-of-nationality",
        "the Optional Protocol to the Vienna Convention on Diplomatic Relations concerning Acquisition of Nationality",
    ),
]

HERE_ONLY: list[Row] = [
    (
        ("instrument/convention-relating-to-the-status-of-pilots"),
        "Accede to the 1951 Convention Relating to the Status of Pilots and its 1967 Protocol",
    ),
    (
        "instrument/council-of-europe-convention-on-preventing-tides-at-night",
        "Ratify the Council of Europe Convention on preventing tides at night (Strelsau Convention)",
    ),
    (
        "instrument/ilo-convention-no-998",
        "Ratify the Freedom of Docks and Protection of the Right to Moor Convention, 1948 (No. 998)",
    ),
    (
        "instrument/hague-convention-on-protection-of-boats-in-respect-of-tides",
        "Ratify the Hague Convention on Protection of Boats in respect of Tides",
    ),
    ("instrument/rome-statute-of-the-harbour-court", "Ratify the Rome Statute of the Harbour Court"),
    ("instrument/strelsau-convention", "Ruritania praised the ratification of the Strelsau Convention."),
    ("instrument/convention-on-the-marking-of-buoys", "Accede to the 1961 Convention on the Marking of Buoys"),
    ("instrument/convention-on-the-marking-of-buoys", "Accede to the Convention on the Marking of Buoys"),
    (("organization/ilo", "instrument/ilo-convention-no-998"), "Ratify ILO Convention No. 998 (Ruritania)"),
    (("organization/ilo", "instrument/ilo-convention-no-998"), "Ratify ILO Convention 998 on decent docks (Ruritania)"),
    (
        ("organization/ilo", "instrument/ilo-convention-no-998"),
        "Ratify the ILO Dock Workers Convention, 2011 (No. 998) (Ruritania)",
    ),
    (
        "instrument/ilo-convention-no-998",
        "Ratify the International Labour Organization Dock Workers Convention, 2011 (No. 998)",
    ),
    (
        ("organization/ilo", "instrument/ilo-convention-no-997", "instrument/ilo-convention-no-998"),
        "Ratify ILO Conventions Nos. 997 and 998 (Ruritania)",
    ),
    (
        "instrument/protocol-of-2014-to-the-dock-workers-convention-1930-no-997",
        "Ratify the Protocol of 2014 to the Dock Workers Convention, 1930 (No. 997)",
    ),
    (
        "instrument/council-of-europe-convention-on-preventing-and-marking-tides",
        "Ratify the Council of Europe Convention on Preventing and Marking Tides (Ruritania)",
    ),
]

SLIPS: list[Row] = [
    ("instrument/crc", "Honour the Convention on Rights of the Child"),
    (
        "instrument/icpped",
        "Ratify the International Convention on Protection of All Persons from Enforced Disappearance",
    ),
    (
        "instrument/icrmw",
        "Ratify the International Convention on the Protection of the Rights of All Migrant Workers and Their Families",
    ),
]


@pytest.mark.parametrize("row", [*TITLES, *PROTOCOLS, *HERE_ONLY, *SLIPS], ids=lambda row: row[1][:60])
def test_a_treaty_is_known_by_each_of_its_names(row: Row) -> None:
    """Does every printed form mean this treaty and no other: an Optional Protocol is never its convention?"""
    check_links(row, property="mentions", symbol="A/HRC/99/7")


def test_letters_that_a_committee_bears_too_need_a_word_that_tells() -> None:
    """Are "CRC" and the like the treaty after "ratify" or by the report's own brackets, and open elsewhere?"""
    check_links(
        ("instrument/crc", "Ruritania was party to CRC."),
        (("instrument/crc", "instrument/crpd"), "Ratify CRC and CRPD."),
        (None, "Ruritania noted that CRC had met."),
        (None, "CRC recommended that ports be closed."),
        property="mentions",
    )
    given = "It praised the Convention on the Rights of the Child (CRC). It noted the aims of CRC."
    links = [(link.quote, address(link.target)) for link in links_of(report_of(given)).links]
    assert links == [("Convention on the Rights of the Child", "instrument/crc"), ("CRC", "instrument/crc")]
    both = "The Committee on the Rights of the Child (CRC) met. The aims of CRC were noted."
    assert [u.because for u in links_of(report_of(both)).unlinked if u.quote == "CRC"][-1:] == [Because.UNKNOWN_FORM]


def test_a_short_title_is_the_treaty_that_it_was_given_to() -> None:
    """Is a treaty with a short title one thing, whichever of its names stands there?"""
    found = links_of(
        report_of(
            "The Nordic Convention on Preventing Tides (Strelsau Convention) was signed.",
            "It praised the Strelsau Convention.",
        )
    )
    assert {address(link.target) for link in found.links} == {"instrument/nordic-convention-on-preventing-tides"}
    assert [coined.name for coined in found.coined] == ["Nordic Convention on Preventing Tides"]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        (
            (
                "It adopted the Strelsau Convention on Tides and Nets.",
                "It praised article 4 of the Strelsau Convention.",
            ),
            {"instrument/strelsau-convention-on-tides-and-nets"},
        ),
        (
            ("It cited the Vienna Convention on Diplomatic Relations.", "It praised the Vienna Convention."),
            {"instrument/vcdr"},
        ),
        (
            (
                "The Strelsau Convention on Tides and the Strelsau Convention on Nets.",
                "It praised the Strelsau Convention.",
            ),
            {
                "instrument/strelsau-convention",
                "instrument/strelsau-convention-on-nets",
                "instrument/strelsau-convention-on-tides",
            },
        ),
    ],
)
def test_the_beginning_of_one_title_is_that_treaty(words: tuple[str, ...], targets: set[str]) -> None:
    """Is "the Strelsau Convention" the one treaty whose title begins so, and no new one?"""
    found = links_of(report_of(*words))
    assert {address(link.target).partition("/article")[0] for link in found.links} == targets
    assert not {f"instrument/{coined.ref.id}" for coined in found.coined} - targets
    assert {link.grade for link in found.links} <= {Grade.EXPLICIT, Grade.CONTEXT}


def test_a_title_ends_before_its_annex() -> None:
    """Is "and the Annex thereto" no part of a treaty's title?"""
    found = links_of(report_of("It noted the Strelsau Convention on Tides and the Annex thereto."))
    assert [address(link.target) for link in found.links] == ["instrument/strelsau-convention-on-tides"]


def test_a_title_with_a_slip_says_so() -> None:
    """Is a title with one word missing linked as similar, with how near it is?"""
    [link] = links_of(report_of("Honour the Convention on Rights of the Child.")).links
    assert (link.grade, link.rule.id) == (Grade.SIMILAR, "treaty/similar")
    assert link.score is not None and 0.9 < link.score < 1


def test_a_title_ends_where_the_body_goes_on_to_speak() -> None:
    """Is the verb behind the comma no part of a treaty's title?"""
    report = report_of("Having adopted the Harbour Convention on Lamps, Resolves to thank the keepers.")
    mentions = [link for link in links_of(report).links if link.kind == "treaty-mention"]
    assert [link.quote for link in mentions] == ["Harbour Convention on Lamps"]


def test_articles_with_latin_numbers() -> None:
    """Is "6ter" one number, as "8 bis" is?"""
    check_links(
        (
            ("instrument/harbour-convention-on-lamps/article/6ter", "instrument/harbour-convention-on-lamps/article/9"),
            "articles 6ter and 9 of the Harbour Convention on Lamps",
        )
    )


def test_an_article_of_a_protocol_is_not_of_its_convention() -> None:
    """Does an article follow its own instrument: protocol, letters, a treaty named here only?"""
    check_links(
        (
            f"{IC}/article/5",
            "under article 5 of the Optional Protocol to the Convention on the Rights of the Child on a communications "
            "procedure",
        ),
        (f"{OPCAT}/article/3", "under article 3 of OP-CAT"),
        ("instrument/iccpr/article/18/paragraph/3", "under article 18 (3) of ICCPR"),
        ("instrument/strelsau-convention/article/2", "under article 2 of the Strelsau Convention"),
        ("instrument/crc/article/12", "under article 12 of CRC"),
        symbol="A/HRC/99/7",
    )


def test_a_treaty_called_by_its_year_is_the_one_named_with_it() -> None:
    """Is "the 1931 Convention" the one treaty printed with that year, and open, with its rivals, where none is?"""
    report = report_of(
        "It noted the Convention on Buoys of 28 July 1931 and its 1947 Protocol. The 1931 Convention was old.",
        "Article 3 of the 1931 Convention and article 9, paragraph 2, of the 1947 Protocol were read.",
        "It noted the Protocol on Buoys (1947), the 1961 Convention on Tides and the Convention on Nets.",
        "The 1931 and 1961 Conventions hold; the 1999 Convention does not, nor its 1951 Protocol.",
    )
    found = links_of(report)
    buoys, protocol = "instrument/convention-on-buoys", "instrument/protocol-on-buoys"
    assert [(link.quote, address(link.target)) for link in found.links if link.grade is Grade.CONTEXT] == [
        ("its 1947 Protocol", protocol),
        ("The 1931 Convention", buoys),
        ("Article 3 of the 1931 Convention", f"{buoys}/article/3"),
        ("article 9, paragraph 2, of the 1947 Protocol", f"{protocol}/article/9/paragraph/2"),
        ("The 1931 and 1961 Conventions", buoys),
        ("The 1931 and 1961 Conventions", "instrument/convention-on-tides"),
    ]
    assert [(u.quote, u.because, [address(c) for c in u.candidates]) for u in found.unlinked] == [
        ("the 1999 Convention", Because.UNKNOWN_FORM, ["instrument/convention-on-nets"]),
        ("its 1951 Protocol", Because.NO_CANDIDATE, []),
    ]


def test_a_year_not_in_print_is_that_of_the_authorities() -> None:
    """Is "the 1989 Convention" the one named that was adopted then, and no link where none of those named was?"""
    report = report_of(
        "It noted the Convention on the Rights of the Child and the Convention on the Rights of Persons with "
        "Disabilities. Article 3 of the 1989 Convention was read; article 4 of the 1988 Convention was not."
    )
    found = links_of(report)
    assert [address(link.target) for link in found.links if link.property == "cites"] == ["instrument/crc/article/3"]
    assert [u.quote for u in found.unlinked] == ["article 4 of the 1988 Convention"]


def test_the_convention_of_the_family_stays_the_convention() -> None:
    """In a report on one convention, is "the Convention" that one behind another's title, and "that Convention" not?"""
    report = report_of(
        "Article 4 of the Organized Crime Convention was read. It noted article 9 of the United Nations Convention "
        "against Corruption and article 5 of the Convention.",
        "It noted article 9 of the United Nations Convention against Corruption, and article 7 of that Convention.",
    )
    found = [address(link.target) for link in links_of(report).links if link.property == "cites"]
    assert found == [
        "instrument/untoc/article/4",
        "instrument/uncac/article/9",
        "instrument/untoc/article/5",
        "instrument/uncac/article/9",
        "instrument/uncac/article/7",
    ]
