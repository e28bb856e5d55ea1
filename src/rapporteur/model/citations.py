"""What a text cites and names: the mentions that `rapporteur.find` gives and `rapporteur.link` resolves.

A mention says which words were seen, where, and how they are built; which treaty, document or body they mean is not
decided here. Indexes in ``at`` count the clean text of ``text_part``; spans count the text as read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapporteur.model.mentions import Mention
from rapporteur.model.refs import InstrumentRef, OrganizationRef, PartRef, StateRef
from rapporteur.model.swift import swift

NameKind = Literal["state", "organization", "instrument"]
Steps = tuple[tuple[str, str], ...]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention(Mention):
    """A name that the authorities hold: of a State, an organization or an instrument.

    :ivar text_part: the title, section, paragraph or note in whose clean text it stands.
    :ivar at: half-open index range in that clean text.
    :ivar candidates: who bore the name at the report's date, in a stable order; never empty.
    :ivar shared: something else bears the name too, and the words may mean it: a part of another State, "in Strelsau,
        Ruritania", or what a longer name calls that no authority holds, "Ruritania Lamp Campaign".
    """

    kind: NameKind
    text_part: PartRef
    at: tuple[int, int]
    candidates: tuple[StateRef | OrganizationRef | InstrumentRef, ...]
    shared: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class CitationMention(Mention):
    """What all citing and naming mentions share.

    :ivar order: position among all texts of the report, then in the text: mentions sort by it in reading order.
    :ivar sentence: number of the sentence in its text, from 0.
    :ivar notes: ids of the notes called directly after the words.
    """

    text_part: PartRef
    at: tuple[int, int]
    order: tuple[int, int]
    sentence: int
    notes: tuple[str, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyMention(CitationMention):
    """A treaty by its name, "the Protocol" for one named before, or "its Protocols" for those of a convention.

    :ivar form: "name", "set" (all its candidates: "Optional Protocols to the Convention on Buoys"), "anaphor",
        "protocols" or "protocol-of" ("its Optional Protocol").
    :ivar noun: of an anaphor or of a title in no authority, "Convention"; of "protocols" the noun "Protocols".
    :ivar candidates: of a name, the instruments that bear it; none for a title that the authorities do not hold.
    :ivar title: the title of a treaty that the authorities do not hold; "" where it is not sure to be one.
    :ivar number: of a labour convention that they do not hold, by which it is known.
    :ivar similar: the title of the one candidate, printed with a slip.
    :ivar shared: letters that the treaty's committee bears too, and nothing says which is meant.
    :ivar counted: of a set, how many the words say: "two".
    :ivar ordinal: of "protocol-of": "second".
    :ivar year: by which it is called, or that stands beside its title: "1951" in "the 1951 Convention".
    :ivar short: short title that the text gives a treaty: "Strelsau Convention" in "also known as the …".
    :ivar role: "plain", or "inside" for a treaty named within a provision's citation, a title or a body's name: it is
        no mention of its own, yet tells what "the Protocol" means further on.
    :ivar defines: short form that the text itself gives it: "the Convention" in 'hereinafter "the Convention"'.
    """

    form: Literal["name", "set", "anaphor", "protocols", "protocol-of"]
    noun: str = ""
    candidates: tuple[InstrumentRef, ...] = ()
    role: Literal["plain", "inside"] = "plain"
    defines: str = ""
    title: str = ""
    number: str = ""
    similar: bool = False
    shared: bool = False
    counted: str = ""
    ordinal: str = ""
    year: str = ""
    short: str = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMention(CitationMention):
    """An organization or body.

    :ivar form: "name" (full name or acronym), "short" ("the Conference"), "same" ("the same Committee"; ``name`` is
        then its noun), "established" ("an open-ended working group" that a decision set up) or "unknown" (in no
        authority: in a list of organizations, or by its form).
    :ivar name: the words without "the".
    :ivar candidates: the organizations that bear the name or short name.
    :ivar decision: of an established body, words of the decision in the same text ("4/4").
    :ivar acronym: of an unknown body, the one that the text gives it.
    """

    form: Literal["name", "short", "same", "established", "unknown"]
    name: str
    acronym: str = ""
    candidates: tuple[OrganizationRef, ...] = ()
    decision: str = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishmentMention(CitationMention):
    """A body and the decision that set it up: "the Working Group on Fisheries, established by decision 2/1"."""

    bodies: tuple[OrganizationRef, ...]
    decision: str


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentWords:
    """The words that say whose article it is.

    :ivar form: "name" (candidates), "anaphor" ("the Protocol"), "its", "rules" (of procedure), "act" (national law),
        "publication" (a model law by its title), "work" ("the model law" named before), "unknown-treaty" (title in
        no authority), "unread" or "none".
    :ivar noun: of an anaphor: "Protocol"; of a work: "model law"; "rules" of unread rules; "brackets" round a bare one.
    :ivar name: title of an act, publication or unknown treaty, or the words that could not be read.
    :ivar candidates: of a name.
    :ivar states: of an act, the State whose law it is.
    :ivar year: of an act, or of an anaphor: "the 1988 Convention".
    :ivar number: of an unknown labour convention, by which it is known.
    :ivar bodies: of rules, the bodies that the words may mean.
    """

    form: Literal["name", "anaphor", "its", "rules", "act", "publication", "work", "unknown-treaty", "unread", "none"]
    noun: str = ""
    name: str = ""
    candidates: tuple[InstrumentRef, ...] = ()
    states: tuple[StateRef, ...] = ()
    year: str = ""
    number: str = ""
    bodies: tuple[OrganizationRef, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionMention(CitationMention):
    """One expression such as "articles 2 and 26, paragraphs 2 and 3, of the Convention", with all its targets.

    :ivar targets: the steps of each provision: ``((("article", "2"),), (("article", "26"), ("paragraph", "2")), …)``.
    """

    targets: tuple[Steps, ...]
    instrument: InstrumentWords


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolMention(CitationMention):
    """A document symbol.

    :ivar bibliographic: the note it stands in is nothing but a reference.
    """

    symbol: str
    bibliographic: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class SalesMention(CitationMention):
    """A publication by its sales number: "United Nations publication, Sales No. E.31.X.2"; or by its ISBN.

    :ivar number: "E.31.X.2"; of an ISBN the digits alone, with a right check digit.
    """

    number: str
    scheme: Literal["sales", "isbn"] = "sales"
    bibliographic: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesMention(CitationMention):
    """A treaty by its place in the Treaty Series: volume and registration number."""

    volume: str
    number: str
    ibid: bool = False
    bibliographic: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class IbidMention(CitationMention):
    """A note that refers to what the note before it cites."""

    bibliographic: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMention(CitationMention):
    """A decision or resolution: "decision 4/4", "General Assembly resolution 55/25", "that same decision".

    :ivar noun: "decision" or "resolution".
    :ivar number: "4/4", "1/CP.21", "1450(XIV)"; "" for an anaphor.
    :ivar body: code of the body where the form of the number fixes it: "FCCC/CP" in "1/CP.21", else "".
    :ivar bodies: what the body named directly before or after it may be: "Conference decision 4/4".
    :ivar sentence_bodies: what the body its sentence names may be: "In its decision 4/4, the Conference".
    :ivar foreign: a body that is not known is named directly beside it.
    :ivar own: of an anaphor, it may be the one whose text it stands in: "this decision".
    """

    noun: Literal["decision", "resolution"]
    number: str
    body: str = ""
    bodies: tuple[OrganizationRef, ...] = ()
    sentence_bodies: tuple[OrganizationRef, ...] = ()
    bibliographic: bool = False
    foreign: bool = False
    own: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPartMention(CitationMention):
    """What is cited of a decision or resolution: "paragraph 4 of the annex to resolution 55/25".

    :ivar parts: one a target; the other fields as in `DecisionMention`.
    """

    noun: Literal["decision", "resolution"]
    number: str
    parts: tuple[PartRef, ...]
    body: str = ""
    bodies: tuple[OrganizationRef, ...] = ()
    sentence_bodies: tuple[OrganizationRef, ...] = ()
    bibliographic: bool = False
    foreign: bool = False
    own: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWords:
    """The words that say which document a paragraph or chapter is of.

    :ivar form: "symbol", "report" (described by body, meeting and date), "present" (this report: "above", "below"),
        "that" (the one named before), "preceding" (paragraph of this report), "ibid" or "none".
    :ivar symbol: in line or in brackets.
    :ivar bodies: whose report it is, as far as named.
    :ivar years: every year named.
    :ivar dates: dates as words: "14 and 15 April 2009".
    :ivar described: something tells the report from others: a year, a date, a session, an ordinal.
    """

    form: Literal["symbol", "report", "present", "that", "preceding", "ibid", "none"]
    symbol: str = ""
    bodies: tuple[OrganizationRef, ...] = ()
    years: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    described: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectMention(CitationMention):
    """The State that a report says it is about, "The review of Ruritania was held": no citation, it decides others."""

    states: tuple[StateRef, ...]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMention(CitationMention):
    """A report described by body, meeting and date; no citation of its own, it tells what later words mean."""

    document: DocumentWords


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphMention(CitationMention):
    """Paragraphs of a document: "paragraph 12 of the report of the Committee", "paragraphs 4 and 5 above".

    A dotted number, "122.17", is that of a recommendation.

    :ivar paths: one a target: ("17",), ("15", "a") or ("122.17",); () for "the preceding paragraph".
    :ivar annex: of the document, as in `PartRef`.
    """

    paths: tuple[tuple[str, ...], ...]
    document: DocumentWords
    annex: str = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class SectionMention(CitationMention):
    """Chapters or sections of a document: "chapters II and V of that report".

    :ivar paths: section paths, one a target.
    """

    paths: tuple[str, ...]
    document: DocumentWords


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationMention(CitationMention):
    """A publication by its title; the words are the title alone."""

    title: str
