"""Are the resolutions, the rules and the drafts of a conference read as its final act prints them?"""

from __future__ import annotations

from rapporteur import find_mentions, link_mentions
from rapporteur.model import DocumentPartRef, DocumentRef, LinkedReport, ProvisionRef
from rapporteur.read import report_from_text

TITLE = "#### Final Act of the United Nations Conference on Lamps\n\n1. The Conference met at Lisbon in 1961.\n\n"


def linked(text: str) -> LinkedReport:
    return link_mentions(find_mentions(report_from_text(TITLE + text, "act.md")))


def test_a_resolution_may_follow_the_conference_without_a_comma() -> None:
    """Is each clause a unit where no comma stands between the conference and what it asks or decides?"""
    links = linked(
        "### I\n\nThe Conference Recommends that ports should close.\n\n### II\n\nThe Conference Resolves that "
        "the word “lamp” shall mean any light.\n"
    )
    asked = [(unit.ref.number, unit.strength.id) for unit in links.recommendations]
    assert asked == [("I.1", "recommend"), ("II.1", "decide")]


def test_lettered_resolutions_in_quotation_marks_end_where_the_next_begins() -> None:
    """Does a recommendation in quotation marks end before the head of the next one?"""
    links = linked(
        '### I\n\nThe Conference adopted unanimously the following recommendations:\n\nA "The Conference, "Considering '
        'fog, "Urges Governments to light the lamps."\n\nB "The Conference, "Noting the nets, "Recommends Governments '
        'to close the ports."\n'
    )
    texts = [unit.text for unit in links.recommendations]
    assert [text.split()[0] for text in texts] == ["Urges", "Recommends"]
    assert texts[0].rstrip('."').endswith("lamps")


def test_the_convention_is_the_one_that_the_conference_drew_up() -> None:
    """Does "the Convention" mean what the conference prepared, and "that Convention" the one named last?"""
    links = linked(
        "2. The Conference had before it the Convention on Nets.\n\n3. The Conference prepared the annexed Convention "
        "entitled Convention on Lamp Trade.\n\n4. This Convention is open. The Convention on Fog was read, and article "
        "2 of that Convention.\n\n5. Article 3 of the Convention is new.\n"
    )
    cited = [str(link.target) for link in links.links if link.kind == "treaty-article"]
    assert ["fog" in cited[0], "lamp-trade" in cited[1]] == [True, True]


def test_a_paragraph_of_the_only_annex_of_a_treaty() -> None:
    """Is an annex without a number a step of its own, and a full stop within a symbol no end of a sentence?"""
    links = linked("2. Under paragraph 7 of the Annex to the Harbour Convention on Nets, the port closes.\n")
    steps = [link.target.steps for link in links.links if isinstance(link.target, ProvisionRef)]
    assert steps == [(("annex", ""), ("paragraph", "7"))]


def test_resolutions_with_parts_and_in_brackets() -> None:
    """Are resolutions read with letters in their numbers, in brackets, and with their body before the paragraph?"""
    links = linked(
        "2. The General Assembly, having read the chart (A/99/Rev. 1) of the Economic and Social Council, decided, by "
        "its resolution 999 (XIX), to meet. By resolution 319 B II (XI) of the Economic and Social Council, paragraph "
        "17, it met. The Economic and Social Council met (resolutions (997 (XVI) and 998 (XVI)).\n"
    )
    targets = {link.target for link in links.links if link.property == "cites"}
    assert {ref.symbol for ref in targets if isinstance(ref, DocumentRef)} == {
        "A/99/Rev.1",
        "A/RES/999(XIX)",
        "E/RES/319BII(XI)",
        "E/RES/997(XVI)",
        "E/RES/998(XVI)",
    }
    parts = [(ref.document.symbol, ref.part.path) for ref in targets if isinstance(ref, DocumentPartRef)]
    assert parts == [("E/RES/319BII(XI)", ("17",))]


def test_a_row_of_states_is_no_body_and_the_title_of_a_committee_no_person() -> None:
    """Is "Union of …" among States no body's name, and what a committee is about nobody?"""
    links = linked(
        "2. Those were Poland Spain Union of Soviet Socialist Republics United States of America Venezuela.\n\n3. The "
        "committees were: Chairman: The President of the Conference First Committee (Fog and Contiguous Zone) "
        "Chairman: Mr. A. Zedd (Peru)\n"
    )
    assert not [link for link in links.links if "poland" in str(link.target)]
    assert [person.name for person in links.persons] == ["A. Zedd"]
