"""The tables of a report: which classes a row of each is of, and what each column says of it.

Nothing in; `TABLES` out, which `tables` fills and describes. Together they hold all that a report's facts say, and the
evidence.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, FOAF, LABEL, RAP, SCHEMA, SKOS, TYPE


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    :ivar property: what its cells say of the row's thing; None where they only help a reader.
    :ivar kind: "iri", "iris", "text" (in a language), "string", "strings", "integer", "decimal", "date",
        "dates" or "boolean".
    :ivar lang: of a text; "" for the report's.
    """

    name: str
    title: str
    kind: str
    property: URIRef | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and the column or columns that name a row.

    :ivar about: the column that holds the IRI of the row's thing.
    :ivar classes: what its rows are of; none where a row is a statement between two things, or a link.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str
    classes: tuple[URIRef, ...] = ()


def _thing(name: str, title: str, property_: str, kind: str = "iri") -> Column:
    return Column(name, title, kind, RAP[property_])


def _things(name: str, title: str, *columns: Column, key: str, of: tuple[str, ...]) -> Table:
    """A table with a row for each thing of some classes, which begins with its IRI, class and label."""
    head = (Column(key, "IRI", "iri"), _CLASS, _LABEL)
    return Table(
        name,
        title,
        (*head, *columns),
        (key,),
        key,
        tuple((SKOS if class_.startswith("Concept") else RAP)[class_] for class_ in of),
    )


def _between(name: str, title: str, property_: str, done: str) -> Table:
    """A table with a row for each statement of a property between two things."""
    source = Column("source", f"what {property_}: a text part or a recommendation", "iri")
    target = Column("target", f"what is {done}", "iri", RAP[property_])
    labels = [Column(f"{end}_label", "its label", "text") for end in ("source", "target")]
    return Table(name, title, (source, labels[0], target, labels[1]), ("source", "target"), "source")


_CLASS = Column("class", "class", "iris", TYPE)
_LABEL = Column("label", "label", "text", LABEL)
_TITLE = Column("title", "title", "text", DCTERMS["title"])
_PART_OF = Column("is_part_of", "what it is part of", "iris", DCTERMS["isPartOf"])
_NUMBER = Column("number", "number", "string", RAP["number"])
_TEXT = Column("text", "words", "text", RAP["text"])
_START = Column("start", "start in the text as read", "integer", RAP["start"])
_END = Column("end", "end in the text as read", "integer", RAP["end"])
_WRITTEN = Column("name_as_written", "name as written", "string", RAP["nameAsWritten"])
_ITEMS = _thing("agenda_item", "agenda items", "agendaItem", "iris")
_RECORDED = _thing("recorded_in", "recorded in", "recordedIn", "iris")
_SPEAKER = _thing("speaker", "speaker", "speaker", "iris")
_ACTIONS = _thing("actions", "verbs of what is asked", "action", "strings")
_BY = _thing("recommended_by", "recommended by", "recommendedBy", "iris")
_NAMED_HERE = _thing("named_here_only", "whether no authority file knows it", "namedHereOnly", "boolean")

TABLES = (
    Table(
        "recommendations",
        "Recommendations",
        (
            Column("recommendation", "IRI", "iri"),
            _NUMBER,
            _TEXT,
            Column("chapeau", "words before the list it stands in", "text", RAP["chapeau"]),
            _thing("addressee", "addressee", "addressee", "iris"),
            _thing("strength", "strength", "strength"),
            Column("operator", "deontic phrase", "string", RAP["deonticPhrase"]),
            _thing("themes", "themes", "theme", "iris"),
            _ITEMS,
            _thing("cites", "cites", "cites", "iris"),
            _thing("builds_on", "builds on", "buildsOn", "iris"),
            _BY,
            _thing("recorded_in", "recorded in", "recordedIn"),
            _START,
            _END,
            _CLASS,
            _LABEL,
            _ACTIONS,
            _thing("mentions", "mentions", "mentions", "iris"),
            _thing("secondary_actor", "who is to act at the addressee's request", "secondaryActor", "iris"),
            _thing("chapeau_in", "what holds the words before the list", "chapeauIn"),
        ),
        ("recommendation",),
        "recommendation",
        (RAP["Recommendation"],),
    ),
    _things(
        "wordings",
        "Wordings: the texts under one number, each with who made it",
        _TEXT,
        _ACTIONS,
        _BY,
        _PART_OF,
        _RECORDED,
        _START,
        _END,
        key="wording",
        of=("Wording",),
    ),
    _between("citations", "Citations", "cites", "cited"),
    _between("mentions", "Mentions", "mentions", "mentioned"),
    Table(
        "statements",
        "Statements",
        (
            Column("statement", "IRI", "iri"),
            _LABEL,
            _SPEAKER,
            _WRITTEN,
            _ITEMS,
            _thing("capacity", "capacity", "capacity"),
            _thing("on_behalf_of", "on behalf of", "onBehalfOf", "iris"),
            _RECORDED,
            _CLASS,
        ),
        ("statement",),
        "statement",
        (RAP["Statement"],),
    ),
    _things(
        "presentations",
        "Presentations",
        _SPEAKER,
        _WRITTEN,
        _ITEMS,
        _RECORDED,
        key="presentation",
        of=("Presentation",),
    ),
    Table(
        "participations",
        "Participations",
        (
            Column("participation", "IRI", "iri"),
            _LABEL,
            _thing("participant", "participant", "participant"),
            _WRITTEN,
            _thing("meeting", "meeting", "meeting"),
            _thing("capacity", "capacity", "capacity", "iris"),
            _thing("role", "role", "role", "iris"),
            _thing("representing", "representing", "representing", "iris"),
            _RECORDED,
            _CLASS,
            _thing("office", "office in a delegation, as worded", "office", "strings"),
        ),
        ("participation",),
        "participation",
        (RAP["Participation"],),
    ),
    _things(
        "accessions",
        "Accessions",
        _thing("participant", "who became party", "participant", "iris"),
        _WRITTEN,
        _thing("instrument", "instrument", "instrument"),
        _RECORDED,
        key="accession",
        of=("Accession",),
    ),
    _things(
        "meetings",
        "Meetings",
        _TITLE,
        Column("start_date", "first day", "date", SCHEMA["startDate"]),
        Column("end_date", "last day", "date", SCHEMA["endDate"]),
        Column("location", "place", "text", SCHEMA["location"]),
        _thing("body", "body", "body", "iris"),
        key="meeting",
        of=("Meeting",),
    ),
    _things(
        "items",
        "Agenda items",
        _NUMBER,
        _TITLE,
        _PART_OF,
        _thing("discussed_in", "sections that treat it", "discussedIn", "iris"),
        _thing("had_before", "documents the body had before it", "hadBefore", "iris"),
        _thing("considered_on", "days on which it was considered", "consideredOn", "dates"),
        _RECORDED,
        key="item",
        of=("AgendaItem",),
    ),
    _things(
        "parts",
        "Text parts: sections, paragraphs, subparagraphs, notes, and parts of other documents that are named",
        _NUMBER,
        Column("path", "labels of a section from the top down", "string", RAP["path"]),
        _TITLE,
        _TEXT,
        _PART_OF,
        _thing("in_document", "document", "inDocument"),
        _thing("note_of", "what carries the marker of a note", "noteOf", "iris"),
        Column("order", "place in reading order", "integer", RAP["order"]),
        _START,
        _END,
        Column("text_start", "start of the text of a section in no paragraph", "integer", RAP["textStart"]),
        Column("text_end", "end of that text", "integer", RAP["textEnd"]),
        Column("page", "page", "integer", RAP["page"]),
        key="part",
        of=("Section", "Paragraph", "Subparagraph", "Footnote", "TextPart"),
    ),
    _things(
        "actors",
        "States, organizations and persons that are named",
        Column("name", "name of a person", "string", FOAF["name"]),
        *(Column(f"label_{lang}", "label", "text", LABEL, lang) for lang in ("ar", "en", "es", "fr", "ru", "zh")),
        _thing("acronym", "acronym", "acronym", "strings"),
        _thing("kind", "kind of organization", "kind", "iris"),
        Column("parent", "organization that it is part of", "iris", SCHEMA["parentOrganization"]),
        _NAMED_HERE,
        key="actor",
        of=("State", "Organization", "Person"),
    ),
    _things(
        "documents",
        "Documents, decisions, publications, treaties and provisions that are named, and the report",
        _TITLE,
        _thing("symbol", "document symbol", "symbol", "string"),
        _NUMBER,
        _PART_OF,
        Column("issued", "day of issue", "date", DCTERMS["issued"]),
        Column("language", "language", "iris", DCTERMS["language"]),
        _thing("reports", "meeting that it tells of", "reports", "iris"),
        Column("source", "address of the original", "iris", DCTERMS["source"]),
        Column("sha256", "SHA-256 of the text as read", "string", RAP["sha256"]),
        _NAMED_HERE,
        key="document",
        of=("Report", "Document", "Decision", "Publication", "Instrument", "Provision"),
    ),
    _things(
        "open-mentions",
        "Open mentions: words that were seen and not linked",
        _thing("source", "what the words stand in", "source", "iris"),
        _thing("property", "property that a link would have had", "property", "iris"),
        Column("quote", "the words", "string", RAP["quote"]),
        _START,
        _END,
        _thing("candidates", "what the words could stand for", "candidate", "iris"),
        _thing("because", "why they stayed open", "because"),
        _thing("rule", "rule", "rule"),
        key="open_mention",
        of=("OpenMention",),
    ),
    _things(
        "concepts",
        "Concepts that are named, and their schemes",
        Column("scheme", "scheme", "iris", SKOS["inScheme"]),
        Column("broader", "broader concept", "iris", SKOS["broader"]),
        key="concept",
        of=("Concept", "ConceptScheme"),
    ),
    Table(
        "evidence",
        "Evidence: one row a link",
        (
            Column("link", "IRI", "iri"),
            _thing("source", "what the link starts from", "source"),
            _thing("property", "property", "property"),
            _thing("target", "what it leads to", "target"),
            Column("quote", "the words it rests on", "string", RAP["quote"]),
            _START,
            _END,
            Column("page", "page", "integer", RAP["page"]),
            _thing("rule", "rule", "rule"),
            _thing("grade", "grade", "grade"),
            _thing("origin", "origin", "origin"),
            _thing("score", "how like the words are, where they were linked by likeness", "score", "decimal"),
        ),
        ("link",),
        "link",
    ),
    Table(
        "rules",
        "Rules by which the links were made",
        (Column("rule", "IRI", "iri"), _CLASS, Column("label", "what it does", "text", LABEL, "en")),
        ("rule",),
        "rule",
    ),
)
