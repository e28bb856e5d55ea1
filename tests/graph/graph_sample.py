"""An invented report, linked by hand, and reference books of a few rows: what the tests of the graph room build."""

from __future__ import annotations

import hashlib
from datetime import date

from rapporteur.authorities import (
    Authorities,
    Concept,
    Instrument,
    Match,
    Name,
    Organization,
    State,
    Theme,
)
from rapporteur.model import (
    Accession,
    AgendaItem,
    Because,
    CleanText,
    Coined,
    ConceptRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    Footnote,
    Grade,
    InstrumentRef,
    ItemRef,
    Linked,
    LinkedReport,
    ListItem,
    Meeting,
    NodeRef,
    NoteMarker,
    OrganizationRef,
    Paragraph,
    Participation,
    PartKind,
    PartRef,
    Person,
    PersonRef,
    Presentation,
    ProvisionRef,
    PublicationRef,
    Recommendation,
    Record,
    Report,
    Rule,
    Section,
    Span,
    Statement,
    StateRef,
    TextAsRead,
    UnitRef,
    Unlinked,
)

TEXT = """Report on the meeting of the Ferry Group held in Apia on 3 and 4 March 2031

I. Recommendations

1. Lighting of harbours

1. In line with article 9, paragraph 2, of the Ferry Convention, States parties should consider lighting piers.<1>

2. With a view to safer crossings:

(a) States should train “pilots”;

(b) Further to paragraph 17 of the earlier report, the Secretariat should publish the list.

II. Attendance

3. Kenya, Samoa and the Harbour Watch attended. Mere Tui (Fiji) presented item 1 (a). The guidelines were noted.

1 CAC/COSP/WG.9/2029/2; decision 4/4; a manual, Sales No. E.31.V.2, article 10.
"""

EARLIER = "CAC/COSP/WG.9/2029/2"
SYMBOL = "CAC/COSP/WG.9/2031/4"
RULE = Rule("citations/article", "An article of a treaty that is named after it.")
SEEN = Rule("citations/title", "A title that no authority bears.")
CONVENTION = InstrumentRef("ferry-convention")
FERRY_GROUP = OrganizationRef("ferry-group")


def span(words: str, after: str = "") -> Span:
    """Where ``words`` stand, the first time after ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def clean(words: str, after: str = "") -> CleanText:
    """Clean text that is in the text as read just as it is."""
    at = span(words, after)
    return CleanText(words, tuple(range(at.start, at.end)))


def part(kind: PartKind, *path: str) -> PartRef:
    return PartRef(kind, path)


P1, P2, P3 = (part(PartKind.PARAGRAPH, number) for number in "123")
P2B = part(PartKind.SUBPARAGRAPH, "2", "b")
NOTE = part(PartKind.NOTE, "1")


def report(symbol: str | None = SYMBOL) -> Report:
    """The invented report as the read room would give it."""
    first = (
        "In line with article 9, paragraph 2, of the Ferry Convention, States parties should consider lighting piers."
    )
    marker = span("<1>")
    body = clean(first)
    items = (
        ListItem(("a",), clean("States should train “pilots”;"), span("(a) States should train “pilots”;"), 5),
        ListItem(
            ("b",),
            clean("Further to paragraph 17 of the earlier report, the Secretariat should publish the list."),
            span("(b) Further to paragraph 17 of the earlier report, the Secretariat should publish the list."),
            6,
        ),
    )
    lists = TEXT[span("With a view").start : span("publish the list.").end]
    third = TEXT[span("Kenya, Samoa").start : span("were noted.").end]
    note = TEXT[span("CAC/COSP").start :].rstrip("\n")
    return Report(
        source=TextAsRead("ferry.md", TEXT, hashlib.sha256(TEXT.encode()).hexdigest()),
        record=Record(symbol=symbol, source="https://docs.example/en/CAC/COSP/WG.9/2031/4"),
        title=clean(TEXT.split("\n", 1)[0]),
        sections=(
            Section("I", "I", 1, clean("Recommendations"), span("Recommendations"), "", 0),
            Section("I.1", "1", 3, clean("Lighting of harbours"), span("Lighting of harbours"), "I", 1),
            Section("II", "II", 1, clean("Attendance"), span("Attendance"), "", 7),
        ),
        paragraphs=(
            Paragraph("1", "I.1", body, Span(body.whole.start - 3, marker.end), (body.whole,), 2, page=1),
            Paragraph("2", "I.1", clean(lists), clean(lists).whole, (clean(lists).whole,), 4, items, page=2),
            Paragraph("3", "II", clean(third), clean(third).whole, (clean(third).whole,), 8),
        ),
        footnotes=(Footnote("1", "1", clean(note), clean(note).whole, 9, NoteMarker("1", len(body), marker), P1),),
        furniture=(),
        issued=date(2031, 3, 10),
    )


def link(
    source: PartRef | UnitRef | NodeRef,
    property_: str,
    target: object,
    words: str,
    kind: str,
    at: PartRef,
    grade: Grade = Grade.EXPLICIT,
    score: float | None = None,
) -> Linked:
    return Linked(source, property_, target, span(words), words, kind, at, grade, RULE, score=score)  # type: ignore[arg-type]


def linked_report(symbol: str | None = SYMBOL) -> LinkedReport:
    """The invented report with one of everything that a report can hold."""
    kenya, tui = StateRef("KEN"), PersonRef("mere-tui")
    watch = OrganizationRef("harbour-watch")
    article = ProvisionRef(CONVENTION, (("article", "9"), ("paragraph", "2")))
    words = "article 9, paragraph 2, of the Ferry Convention"
    earlier = DocumentRef(EARLIER)
    paragraph_17 = DocumentPartRef(earlier, part(PartKind.PARAGRAPH, "17"))
    manual = PublicationRef("sales", "E.31.V.2")
    attended = NodeRef("participation", ("KEN",))
    spoke = NodeRef("statement", ("1(a)", "KEN"))
    presented = NodeRef("presentation", ("1(a)", "mere-tui"))
    joined = NodeRef("accession", ("ferry-convention", "WSM"))
    unit = UnitRef("1.1")
    return LinkedReport(
        report=report(symbol),
        meeting=Meeting(
            "Meeting of the Ferry Group", "CAC/COSP/WG.9", FERRY_GROUP, date(2031, 3, 3), date(2031, 3, 4), "Apia"
        ),
        agenda=(
            AgendaItem("1", "Safety", span("Recommendations"), P3),
            AgendaItem(
                "1(a)",
                "Lighting",
                span("Lighting"),
                P3,
                "1",
                (part(PartKind.SECTION, "I.1"),),
                (earlier,),
                (date(2031, 3, 3),),
            ),
        ),
        persons=(Person(tui, "Mere Tui", span("Mere Tui"), P3),),
        participations=(
            Participation(attended, kenya, P3, "Kenya", span("Kenya"), ConceptRef("capacity", "state-party")),
            Participation(
                NodeRef("participation", ("harbour-watch",)), watch, P3, "Harbour Watch", span("Harbour Watch")
            ),
            Participation(
                NodeRef("participation", ("mere-tui",)),
                tui,
                P3,
                "Mere Tui",
                span("Mere Tui"),
                role=ConceptRef("role", "panellist"),
                representing=StateRef("FJI"),
            ),
        ),
        statements=(
            Statement(spoke, kenya, None, P3, "Kenya", span("Kenya"), ItemRef("1(a)"), StateRef("WSM")),
            Statement(NodeRef("statement", ("none", "unnamed")), None, None, P3, "Samoa", span("Samoa")),
        ),
        presentations=(Presentation(presented, tui, P3, "Mere Tui", span("Mere Tui"), ItemRef("1(a)")),),
        accessions=(Accession(joined, StateRef("WSM"), CONVENTION, P3, "Samoa", span("Samoa")),),
        recommendations=(
            Recommendation(
                unit,
                "States parties should consider lighting piers.",
                Span(span(words).start, P1_END),
                P1,
                "I.1",
                "should consider",
                span("should consider"),
                ConceptRef("strength", "consider"),
                ("light",),
                (ConceptRef("addressee", "states-parties"),),
                item=ItemRef("1(a)"),
            ),
            Recommendation(
                UnitRef("2(b).1"),
                "The Secretariat should publish the list.",
                span("the Secretariat should publish"),
                P2B,
                "I.1",
                "should",
                span("should", "the Secretariat"),
                ConceptRef("strength", "should"),
                ("publish",),
                (OrganizationRef("secretariat"),),
                (FERRY_GROUP,),
                "With a view to safer crossings:",
                span("With a view to safer crossings:"),
                recommended_by=(kenya,),
            ),
        ),
        links=(
            link(P1, "cites", article, words, "treaty-article", P1),
            link(unit, "cites", article, words, "treaty-article", P1),
            link(unit, "strength", ConceptRef("strength", "consider"), "should consider", "strength", P1),
            link(
                unit,
                "theme",
                ConceptRef("theme", "lighting"),
                "Lighting of harbours",
                "theme",
                part(PartKind.SECTION, "I.1"),
                Grade.STRUCTURE,
            ),
            link(
                P2B, "cites", paragraph_17, "paragraph 17 of the earlier report", "report-paragraph", P2B, Grade.CONTEXT
            ),
            link(
                UnitRef("2(b).1"),
                "buildsOn",
                paragraph_17,
                "paragraph 17 of the earlier report",
                "report-paragraph",
                P2B,
                Grade.CONTEXT,
            ),
            link(attended, "participant", kenya, "Kenya", "participation", P3, Grade.SIMILAR, 0.92),
            link(P3, "mentions", watch, "Harbour Watch", "organization", P3),
            link(NOTE, "cites", earlier, EARLIER, "footnote-document", NOTE),
            link(NOTE, "cites", DecisionRef("CAC/COSP", "4/4"), "decision 4/4", "decision", NOTE),
            link(NOTE, "cites", ProvisionRef(manual, (("article", "10"),)), "article 10", "national-law", NOTE),
        ),
        unlinked=(
            Unlinked(
                P3,
                "cites",
                span("The guidelines"),
                "The guidelines",
                "publication",
                P3,
                Because.SEVERAL_CANDIDATES,
                SEEN,
                (manual, PublicationRef("title", "harbour-guide")),
            ),
            Unlinked(
                P3, "cites", span("The guidelines"), "The guidelines", "publication", P3, Because.NO_CANDIDATE, SEEN
            ),
        ),
        coined=(
            Coined(watch, "Harbour Watch", "non-governmental"),
            Coined(PublicationRef("title", "harbour-guide"), "Harbour Guide", issued="2030"),
        ),
        unread=("A list without a verb, in paragraph 3.",),
    )


P1_END = span("piers.").end


def books() -> Authorities:
    """Reference books of a few rows."""
    concepts = (
        Concept("capacity", "state-party", "State party", "Bound by the instrument."),
        Concept("role", "panellist", "Panellist", "Sat on a panel."),
        Concept("kind", "un", "United Nations", "Of the United Nations."),
        Concept("kind", "other-entity", "Other entity", "None of the others."),
        Concept("kind", "non-governmental", "Non-governmental", "Of no government."),
        Concept("strength", "should", "Should", "Ought to.", rank=5),
        Concept("strength", "consider", "Consider", "Think about.", rank=3),
        Concept("strength", "should-continue", "Should continue", "Go on.", "should", 5),
        Concept("addressee", "states-parties", "States parties", "All parties."),
        Concept("addressee", "secretariat", "Secretariat", "It.", focus="secretariat"),
        Concept("origin", "automatic", "Automatic", "By a program."),
        *(Concept("grade", grade.value, grade.value.capitalize(), "A grade.") for grade in Grade),
        *(Concept("because", because.value, because.value, "A reason.") for because in Because),
    )
    return Authorities(
        states={
            "KEN": State(
                StateRef("KEN"),
                "state",
                {"en": "Kenya", "ru": "Кения"},
                (
                    Name("Kenya", source="an invented table"),
                    Name("Kenia", kind="former", valid_until=date(1963, 12, 11), source="an invented table"),
                    Name("KENYA", kind="variant"),
                ),
                "KEN",
                "404",
                "http://www.wikidata.org/entity/Q114",
                "http://metadata.un.org/thesaurus/1003431",
            ),
            "WSM": State(StateRef("WSM"), "state", {"en": "Samoa"}, (), "WSM", "882"),
            "FJI": State(StateRef("FJI"), "state", {"en": "Fiji"}, (), "FJI", "242"),
            "PSE": State(StateRef("PSE"), "entity", {"en": "State of Palestine"}, (), "PSE", "275"),
            "ABW": State(StateRef("ABW"), "area", {"en": "Aruba"}, (), "ABW", "533"),
        },
        organizations={
            "ferry-group": Organization(
                FERRY_GROUP, "Ferry Group", "un", "FG", (Name("Ferry Group"),), (), "secretariat"
            ),
            "secretariat": Organization(OrganizationRef("secretariat"), "Secretariat", "un"),
        },
        instruments={
            "ferry-convention": Instrument(
                CONVENTION,
                "Convention on the Safety of Ferries",
                ("Ferry Convention",),
                "Convention",
                "article",
                {"9": "Lighting", "10": "Pilots"},
            ),
        },
        themes={
            "safety": Theme("safety", "Safety", grouping=True),
            "lighting": Theme(
                "lighting",
                "Lighting",
                "safety",
                "Lamps.",
                matches=(Match("unbis", "http://x.example/1", "closeMatch", "LAMPS"),),
            ),
        },
        concepts={(concept.scheme, concept.id): concept for concept in concepts},
    )
