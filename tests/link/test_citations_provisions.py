"""Do articles and rules go to the instrument their words name, and to no other?"""

from __future__ import annotations

from citation_rows import check_links, links_of, report_of

from rapporteur.model import Because, Grade

UNTOC = "instrument/untoc/article"
TIP = "instrument/tip-protocol/article"
RULES = "instrument/ctoc-cop-rules-of-procedure/rule"


def test_lists_and_ranges_are_one_link_a_target() -> None:
    """Is each article and paragraph of a list or range a target of its own?"""
    check_links(
        (
            (f"{UNTOC}/26/paragraph/2", f"{UNTOC}/26/paragraph/3"),
            "See article 26, paragraphs 2 and 3, of the Organized Crime Convention.",
        ),
        (
            (f"{UNTOC}/2", f"{UNTOC}/3/paragraph/1", f"{UNTOC}/26/paragraph/2", f"{UNTOC}/26/paragraph/3"),
            "See articles 2, 3 (1) and 26, paragraphs 2 and 3, of the Organized Crime Convention.",
        ),
        ((f"{TIP}/5", f"{TIP}/6", f"{TIP}/7"), "See articles 5 to 7 of the Trafficking in Persons Protocol."),
        (
            (f"{TIP}/6/paragraph/2", f"{TIP}/9/paragraph/1/subparagraph/a", f"{TIP}/9/paragraph/1/subparagraph/b"),
            "See article 6, paragraph 2, and article 9, paragraph 1 (a) and (b), of the Trafficking Protocol.",
        ),
        (f"{UNTOC}/16/paragraph/2/subparagraph/a", "See art. 16 (2) (a) of the Organized Crime Convention."),
        (f"{UNTOC}/26/paragraph/2", "See paragraph 2 of article 26 of the Organized Crime Convention."),
        (
            tuple(f"{UNTOC}/18/paragraph/3/subparagraph/{letter}" for letter in "abc"),
            "See article 18, paragraphs 3 (a) to (c), of the Organized Crime Convention.",
        ),
        (
            tuple(f"{TIP}/6/paragraph/3/subparagraph/{letter}" for letter in "bcd"),
            "See article 6, paragraph 3 (b)-(d), of the Trafficking in Persons Protocol.",
        ),
        (
            tuple(f"{UNTOC}/18/paragraph/{number}" for number in (6, 7, 8)),
            "See article 18 (6)–(8) of the Organized Crime Convention.",
        ),
    )


def test_a_numbered_subparagraph_of_an_article_is_its_paragraph() -> None:
    """Is "subparagraph 2" paragraph 2, as the treaty calls it, and "subparagraph (a)" a subparagraph?"""
    check_links(
        (f"{TIP}/6/paragraph/2", "under article 6, subparagraph 2, of the Trafficking in Persons Protocol"),
        (f"{TIP}/3/subparagraph/a", "under article 3, subparagraph (a), of the Trafficking in Persons Protocol"),
        (f"{TIP}/3/subparagraph/a", "under article 3 (a) of the Trafficking Protocol"),
    )


def test_rules_are_of_the_rules_of_procedure() -> None:
    """Does "rule 2" go to the rules of the body named, and a bare one to those of the body above the working group?"""
    check_links(
        (f"{RULES}/2/paragraph/2", "under rule 2, paragraph 2, of the rules of procedure for the Conference"),
        (f"{RULES}/7", "under rule 7 of the rules of procedure"),
    )


def test_an_article_of_something_else_is_never_one_of_the_treaty() -> None:
    """Do articles of a model law, a national act and an unknown treaty stay out of the treaties of the report?"""
    check_links(
        ("publication/model-law-against-wrecking/article/9", "which it offered in its article 9."),
        before="The Chair praised the UNODC Model Law against Wrecking.",
    )
    check_links(
        ("publication/model-law-against-wrecking/article/9", "It recalled article 9 of the model law."),
        before="The Chair praised the UNODC Model Law against Wrecking.",
    )
    check_links(
        (
            "instrument/nor/fair-harbours-act-1999/article/4",
            "It recalled article 4 of the 1999 Fair Harbours Act of Norway.",
        ),
        ("instrument/fin/criminal-code/article/12", "It recalled article 12 of the Criminal Code of Finland."),
        ("instrument/nordic-convention-on-tides/article/3", "It recalled article 3 of the Nordic Convention on Tides."),
        (None, "It recalled article 7 of domestic law."),
        (None, "It recalled article 7 of the Criminal Code."),
        before="The Trafficking in Persons Protocol was in force.",
    )


def test_its_article_is_open_where_two_instruments_were_named() -> None:
    """Does "its article 9" stay open after two instruments in one sentence, with both as rivals?"""
    words = "Beside the Organized Crime Convention, the Model Law against Wrecking offered a clause in its article 9."
    found = links_of(report_of(words))
    assert [u.because for u in found.unlinked] == [Because.SEVERAL_CANDIDATES]
    assert len(found.unlinked[0].candidates) == 2


def test_an_article_that_the_treaty_lacks_stays_open() -> None:
    """Is article 99 of a treaty of 41 articles left open, with the treaty as what was meant?"""
    found = links_of(report_of("See articles 40 and 99 of the Organized Crime Convention."))
    assert [link.quote for link in found.links if link.property == "cites"] == [
        "articles 40 and 99 of the Organized Crime Convention"
    ]
    assert [(u.because, u.quote) for u in found.unlinked] == [
        (Because.NO_CANDIDATE, "articles 40 and 99 of the Organized Crime Convention")
    ]


def test_a_provision_in_brackets_after_its_treaty() -> None:
    """Is "(art. 6, para. 3)" after a treaty's name a provision of that treaty?"""
    check_links(
        ("instrument/som-protocol/article/6/paragraph/3", "the Smuggling of Migrants Protocol (art. 6, para. 3)"),
    )


def test_the_protocol_of_an_article_is_the_one_the_report_is_about() -> None:
    """Does "article 3 of the Protocol" mean the working group's protocol, by context, and stay open without one?"""
    check_links((f"{TIP}/3", "under article 3 of the Protocol"))
    check_links((None, "under article 3 of the Protocol"), symbol=None)
    grades = {link.grade for link in links_of(report_of("under article 3 of the Protocol")).links}
    assert grades == {Grade.CONTEXT}
