"""Do articles and rules go to the instrument their words name, and to no other?"""

from __future__ import annotations

import pytest
from citation_rows import Row, address, check_links, links_of, report_of

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
        (
            (f"{UNTOC}/16/paragraph/4", f"{UNTOC}/18/paragraph/9"),
            "Use article 16, paragraph 4, and of article 18, paragraph 9, of the Organized Crime Convention.",
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
    """Is article 99 of a treaty of 41 articles left open, by its number alone where the other is linked?"""
    found = links_of(report_of("See articles 40 and 99 of the Organized Crime Convention."))
    assert [link.quote for link in found.links if link.property == "cites"] == [
        "articles 40 and 99 of the Organized Crime Convention"
    ]
    assert [(u.because, u.quote) for u in found.unlinked] == [(Because.NO_CANDIDATE, "99")]


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


CLIMATE = "instrument/unfccc"
PARIS = "instrument/paris-agreement"
KYOTO = "instrument/kyoto-protocol"


@pytest.mark.parametrize(
    "row",
    [
        (f"{PARIS}/article/6", "Article 6 of the Paris Agreement"),
        ((f"{PARIS}/article/2", f"{PARIS}/article/4"), "Articles 2 and 4 of the Paris Agreement"),
        (f"{PARIS}/article/6/paragraph/4", "Article 6, paragraph 4, of the Paris Agreement"),
        (f"{PARIS}/article/6/paragraph/4", "Article 6.4 of the Paris Agreement"),
        (f"{CLIMATE}/article/4/paragraph/1/subparagraph/b", "Articles 4.1(b) of the Convention"),
        (
            (f"{CLIMATE}/article/4/paragraph/1/subparagraph/e", f"{CLIMATE}/article/4/paragraph/1/subparagraph/f"),
            "Article 4, paragraph 1(e) and (f), of the Convention",
        ),
        (
            f"{CLIMATE}/article/2/paragraph/1/subparagraph/a/subparagraph/ii",
            "article 2, paragraph 1 (a) (ii), of the Convention",
        ),
        ((f"{KYOTO}/article/5", f"{KYOTO}/article/6", f"{KYOTO}/article/7"), "arts. 5–7 of the Kyoto Protocol"),
        (f"{CLIMATE}/annex/I", "Parties included in Annex I to the Convention"),
        ((f"{CLIMATE}/annex/I", f"{CLIMATE}/annex/II"), "Parties included in Annexes I and II to the Convention"),
        (f"{KYOTO}/annex/II/paragraph/4", "Annex II, para. 4, to the Kyoto Protocol"),
        (f"{CLIMATE}/annex/A/paragraph/5", "paragraph 5 of Annex A to the Convention"),
        (
            (f"{CLIMATE}/article/16", f"{CLIMATE}/article/18"),
            "articles 16 (mooring of boats) and 18 (mutual help) of the Convention",
        ),
        (
            (f"{CLIMATE}/article/4/paragraph/8", f"{CLIMATE}/article/4/paragraph/9"),
            "Article 4.8 and 4.9 of the Convention",
        ),
        (
            (f"{CLIMATE}/article/4", f"{KYOTO}/article/5", f"{PARIS}/article/6"),
            "article 4 of the Convention, article 5 of the Kyoto Protocol and article 6 of the Paris Agreement",
        ),
        (None, "annex II to the present report"),
        (None, "Annex I Parties met"),
        (f"{CLIMATE}/article/12", "article 12 of the said Convention"),
        (f"{CLIMATE}/article/12", "article 12 of that Convention"),
        (
            "instrument/fccc-cop-rules-of-procedure/rule/27/paragraph/5",
            "rule 27, paragraph 5 of the draft rules of procedure being applied",
        ),
        (
            ("instrument/fccc-cop-rules-of-procedure/rule/22", "instrument/fccc-cop-rules-of-procedure/rule/23"),
            "rules 22 and 23 of the draft rules of procedure",
        ),
        ("instrument/zenda-rules/rule/45", "rule 45 of the Zenda Rules"),
        ("instrument/charter-of-the-nordic-ports/article/2", "Article 2 of the Charter of the Nordic Ports"),
        (
            "instrument/universal-declaration-of-harbour-rights/article/19",
            "article 19 of the Universal Declaration of Harbour Rights",
        ),
        (None, "article 12 of the national constitution"),
        (None, "article 12 of Protocol No. 4"),
    ],
    ids=lambda row: row[1],
)
def test_provisions_as_reports_of_the_climate_bodies_print_them(row: Row) -> None:
    """Is each provision of the instrument its words name, annexes and rules included, and nothing else?"""
    check_links(row, symbol="FCCC/SBI/1999/7")


def test_a_bare_article_is_of_what_was_named_before() -> None:
    """Does a bare article follow the treaty, the heading or the law named before, and stay open after two?"""
    before = "The Convention on the Rights of the Child was praised."
    check_links(
        ("instrument/crc/article/12", "Under article 12, children are heard."),
        ("instrument/crc/article/3", "It recalled article 3 thereof."),
        (None, "The Criminal Code forbids it in article 297."),
        before=before,
        symbol="A/HRC/91/7",
    )
    check_links(
        (f"{PARIS}/article/6/paragraph/2", "Approaches under Article 6, paragraph 2, were discussed."),
        heading="Guidance on Article 6 of the Paris Agreement",
        symbol="FCCC/SBI/1999/7",
    )
    check_links(
        (None, "Under article 12, ports are closed."),
        before="The Kyoto Protocol and the Paris Agreement were praised.",
        symbol="FCCC/SBI/1999/7",
    )
    check_links((None, "Under rule 45, pilots are heard."), before="The Zenda Rules were praised.")


def test_a_national_law_is_that_of_the_state_the_report_is_about() -> None:
    """Is an article of "the Criminal Code" one of the State under review, by context, also named before the article?"""
    about = "The review of Norway was held on 3 May."
    words = "It explained that article 297 of the Criminal Code did so. The Harbour Act said so in article 3."
    links = [
        link
        for link in links_of(report_of(f"{about} {words}", symbol="A/HRC/91/7")).links
        if link.kind == "national-law"
    ]
    assert [(link.quote, address(link.target), link.grade) for link in links] == [
        ("article 297 of the Criminal Code", "instrument/nor/criminal-code/article/297", Grade.CONTEXT),
        ("article 3", "instrument/nor/harbour-act/article/3", Grade.CONTEXT),
    ]


def test_a_bare_rule_is_of_the_only_rules_of_procedure_that_were_cited_before() -> None:
    """Is "rule 26" of the body's rules, cited in a paragraph before, and open where those of another were too?"""
    own = "Under rule 14 of the rules of procedure of the Conference of the Parties, the Bureau met."
    other = "Rule 2 of the rules of procedure of the General Assembly was recalled."
    bare = "Some regretted the words of rule 26."

    def rules(*paragraphs: str) -> list[str]:
        found = links_of(report_of(*paragraphs, symbol="FCCC/CP/1999/7")).links
        return [address(link.target) for link in found if link.quote == "rule 26"]

    assert rules(own, bare) == ["instrument/fccc-cop-rules-of-procedure/rule/26"]
    assert rules(own, other, bare) == []
    assert rules(bare) == []


SEA = "instrument/united-nations-convention-on-the-law-of-the-sea"


def test_an_instrument_said_behind_the_second_of_two_is_that_of_both() -> None:
    """Is "article 4 of, and article 9 to, the Convention" a citation of both articles?"""
    check_links(
        ((f"{UNTOC}/4", f"{UNTOC}/9"), "Article 4 of, and article 9 of, the Organized Crime Convention, say so."),
        (
            (f"{SEA}/article/76", f"{SEA}/annex/II"),
            "See article 76 of, and annex II to, the Law of the Sea Convention.",
        ),
    )
