"""Does the graph follow when the report is changed in ways its authors could have?

Each test changes a copy of the bundled report and counts what moved, and that nothing else did.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from edits import (
    headings_of_one_depth,
    headings_with_dashes,
    headings_without_bold,
    headings_without_signs,
    moved_paragraph,
    notes_at_the_end,
    replace_all,
    replace_once,
    rewrapped,
)

from rapporteur.model import (
    ConceptRef,
    DocumentPartRef,
    DocumentRef,
    InstrumentRef,
    LinkedReport,
    PartRef,
    ProvisionRef,
    Record,
    StateRef,
)
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

SOURCE = Path(__file__).parents[2] / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
TEXT = SOURCE.read_text("utf-8")
RECORD = Record(symbol="CTOC/COP/WG.4/2010/6")
PRIOR = "CTOC/COP/WG.4/2009/2"


@cache
def linked(text: str) -> LinkedReport:
    return link_report(report_from_text(text, "changed.md", RECORD))


def facts(found: LinkedReport) -> Counter[str]:
    """All links as words, free of offsets; a quote is squeezed, for a re-wrapped line breaks it elsewhere."""

    def words(quote: str) -> str:
        return "" if "---" in quote else " ".join(quote.replace("*", "").split())

    return Counter(f"{link.source} {link.property} {link.target} {words(link.quote)}" for link in found.links)


def moved(changed: str) -> tuple[Counter[str], Counter[str]]:
    """What the change took from the links, and what it added."""
    before, after = facts(linked(TEXT)), facts(linked(changed))
    return before - after, after - before


def attending(found: LinkedReport, capacity: str) -> list[object]:
    return [p.participant for p in found.participations if p.capacity == ConceptRef("capacity", capacity)]


def speaking(found: LinkedReport, item: str) -> set[object]:
    return {s.speaker for s in found.statements if s.item and s.item.number == item}


def cited(found: LinkedReport) -> Counter[object]:
    return Counter(link.target for link in found.links if link.property == "cites" and isinstance(link.source, PartRef))


LAYOUTS = [headings_without_bold, headings_without_signs, headings_with_dashes, headings_of_one_depth, rewrapped]


@pytest.mark.parametrize("change", LAYOUTS, ids=lambda change: change.__name__)
def test_layout_changes_nothing(change: object) -> None:
    """Are outline and links the same when only the layout differs?"""
    changed = change(TEXT)  # type: ignore[operator]
    after, before = linked(changed), linked(TEXT)
    assert [s.path for s in after.report.sections] == [s.path for s in before.report.sections]
    assert [p.body.text for p in after.report.paragraphs] == [p.body.text for p in before.report.paragraphs]
    assert moved(changed) == (Counter(), Counter())


def test_notes_may_stand_at_the_end() -> None:
    """Are notes collected at the end the same notes, and do the links through them hold?"""
    changed = notes_at_the_end(TEXT)
    after = linked(changed)
    assert [n.number for n in after.report.footnotes] == [str(n) for n in range(1, 16)]
    assert [p.body.text for p in after.report.paragraphs] == [p.body.text for p in linked(TEXT).report.paragraphs]
    assert cited(after) == cited(linked(TEXT))
    assert len(after.links) == len(linked(TEXT).links)


def test_several_changes_of_layout_at_once() -> None:
    """Do links hold when headings lose their signs, lines are re-wrapped and notes collected, all together?"""
    after = linked(notes_at_the_end(rewrapped(headings_without_signs(TEXT))))
    assert [s.path for s in after.report.sections] == [s.path for s in linked(TEXT).report.sections]
    assert cited(after) == cited(linked(TEXT))
    assert len(after.links) == len(linked(TEXT).links)


def test_chapters_in_another_order() -> None:
    """Are recommendations and statements the same when the recommendations are the last chapter?"""
    second, third = TEXT.index("## **II. "), TEXT.index("### **III. ")
    rest = replace_once(replace_once(TEXT[third:], "### **III. ", "### **II. "), "## **IV. ", "## **III. ")
    after = linked(TEXT[:second] + rest + "\n\n" + replace_once(TEXT[second:third], "**II. ", "**IV. "))
    assert {u.ref.number for u in after.recommendations} == {u.ref.number for u in linked(TEXT).recommendations}
    assert [s.speaker for s in after.statements] == [s.speaker for s in linked(TEXT).statements]
    assert [p.participant for p in after.participations] == [p.participant for p in linked(TEXT).participations]


def test_a_state_added_and_one_removed() -> None:
    """Do attendance and statements follow a list with one State more and one fewer?"""
    changed = replace_once(TEXT, "Croatia, Dominican Republic", "Croatia, Cyprus")
    changed = replace_once(changed, "Panama, Philippines, Austria", "Panama, Austria")
    after = linked(changed)
    parties = attending(after, "state-party")
    assert len(parties) == 71
    assert StateRef("CYP") in parties and StateRef("DOM") not in parties
    assert len(speaking(after, "2")) == 32
    assert StateRef("PHL") not in speaking(after, "2")
    gone, new = moved(changed)
    assert (sum(gone.values()), sum(new.values())) == (2, 1)


def test_an_unknown_state_stays_open() -> None:
    """Is a State that no authority knows an open mention, and everybody else still there?"""
    changed = replace_once(TEXT, "Croatia, Dominican Republic", "Croatia, Ruritania, Dominican Republic")
    after = linked(changed)
    assert len(attending(after, "state-party")) == 71
    assert [u.quote for u in after.unlinked if u not in linked(TEXT).unlinked and u.quote == "Ruritania"]
    gone, new = moved(changed)
    assert (sum(gone.values()), sum(new.values())) == (0, 0)


def test_other_articles() -> None:
    """Do provisions follow other numbers, and does an article that the treaty lacks stay open?"""
    changed = replace_once(
        TEXT, "article 26, paragraphs 2 and 3, of", "articles 24, 27 (1) and 29, paragraphs 1 to 3, of"
    )
    changed = replace_once(changed, "article 6, subparagraph 2, of", "article 9, paragraph 5, of")
    after, before = cited(linked(changed)), cited(linked(TEXT))
    untoc, tip = InstrumentRef("untoc"), InstrumentRef("tip-protocol")
    added = {
        ProvisionRef(untoc, (("article", "24"),)),
        ProvisionRef(untoc, (("article", "27"), ("paragraph", "1"))),
        *(ProvisionRef(untoc, (("article", "29"), ("paragraph", n))) for n in "123"),
        ProvisionRef(tip, (("article", "9"), ("paragraph", "5"))),
    }
    assert set(after) - set(before) == added
    assert len(set(before) - set(after)) == 3
    beyond = linked(replace_once(TEXT, "article 25 of the Organized", "article 95 of the Organized"))
    assert not [t for t in cited(beyond) if isinstance(t, ProvisionRef) and ("article", "95") in t.steps]
    assert [u for u in beyond.unlinked if "article 95" in u.quote]


def test_another_earlier_report() -> None:
    """Do the paragraphs follow when the earlier report has another symbol, date and numbers?"""
    changed = replace_all(TEXT, PRIOR, "CTOC/COP/WG.4/2008/7")
    changed = replace_all(changed, "14 and 15 April 2009", "3 and 4 June 2008")
    changed = replace_all(changed, "2009 meeting", "2008 meeting")
    changed = replace_once(changed, "contained in paragraph 17 of", "contained in paragraphs 21 to 23 of")
    after = cited(linked(changed))
    assert DocumentRef(PRIOR) not in after
    assert after[DocumentRef("CTOC/COP/WG.4/2008/7")] == cited(linked(TEXT))[DocumentRef(PRIOR)]
    numbers = sorted(
        target.part.path[0]
        for target in after
        if isinstance(target, DocumentPartRef) and target.document == DocumentRef("CTOC/COP/WG.4/2008/7")
    )
    assert numbers == ["11", "12", "18", "19", "21", "22", "23", "7"]


def test_a_recommendation_stays_one_in_its_chapter_and_is_none_outside() -> None:
    """Does a recommendation follow its paragraph to another section, and stop being one in the deliberations?"""
    inside = linked(moved_paragraph(TEXT, "30", "## 6. Training"))
    outside = linked(
        moved_paragraph(
            TEXT,
            "30",
            "## **B. Analysis of key concepts of the Protocol to Prevent, "
            "Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the "
            "United Nations Convention against Transnational Organized Crime**\n\n85.",
        )
    )
    before = {unit.ref.number for unit in linked(TEXT).recommendations}
    assert {unit.ref.number for unit in inside.recommendations} == before
    assert [u.section for u in inside.recommendations if u.ref.number == "30.1"] == ["II.A.5"]
    assert before - {unit.ref.number for unit in outside.recommendations} == {"30.1"}


def test_another_addressee_and_operator() -> None:
    """Do addressee and strength follow the words?"""
    changed = replace_once(TEXT, "14. States parties should increase", "14. Member States are urged to increase")
    unit = next(u for u in linked(changed).recommendations if u.ref.number == "14.1")
    assert unit.addressees == (ConceptRef("addressee", "member-states"),)
    assert unit.strength == ConceptRef("strength", "urge")


def test_other_dates_of_the_meeting() -> None:
    """Do meeting and agenda follow other dates?"""
    changed = replace_all(TEXT, "27 to 29 January 2010", "8 to 10 March 2011")
    changed = replace_all(changed, "On 27 January", "On 8 March")
    found = linked(changed)
    assert found.meeting is not None
    assert (str(found.meeting.start), str(found.meeting.end)) == ("2011-03-08", "2011-03-10")
    item = next(item for item in found.agenda if item.number == "3")
    assert [str(day) for day in item.considered_on] == ["2011-03-08"]


def test_every_quote_is_the_source() -> None:
    """Does every link and open mention quote the characters between its offsets, also in changed copies?"""
    for text in (TEXT, rewrapped(TEXT), notes_at_the_end(TEXT), TEXT.replace("\n", "\r\n")):
        found = linked(text)
        assert len(found.links) > 500
        for link in (*found.links, *found.unlinked):
            assert link.quote == found.report.source.text[link.span.start : link.span.end]


def test_a_repeated_number_makes_two_units() -> None:
    """Do two paragraphs with one number keep their recommendations apart?"""
    found = linked(replace_once(TEXT, "\n10. States parties should consider", "\n9. States parties should consider"))
    numbers = [unit.ref.number for unit in found.recommendations]
    assert numbers[1:3] == ["9.1", "9~2.1"]
    assert len(set(numbers)) == len(numbers) == 77
