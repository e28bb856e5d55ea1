"""Actors: who attended and spoke, on what, at which meeting; and every naming of a State or a person.

Takes a report and the names in it, gives `ActorMentions`. Each text is read once, sentence by sentence; the finders of
attendance, statements, accessions, agenda, meeting and persons stand in modules of their own beside this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapporteur.authorities import Authorities
from rapporteur.find.accessions import ACCESSION_CUE, find_accessions
from rapporteur.find.agenda import (
    CONSIDERED_CUE,
    DOCUMENTS_CUE,
    find_agenda,
    find_considerations,
    find_documents,
    find_heading,
    meeting_days,
)
from rapporteur.find.annexes import find_annexes
from rapporteur.find.attendance import find_unread_attendance
from rapporteur.find.bare_speakers import BareSpeakers
from rapporteur.find.cover import cover_of, of_report
from rapporteur.find.demonyms import find_demonyms
from rapporteur.find.lettered import Lettered, find_lettered
from rapporteur.find.likewise import find_attending
from rapporteur.find.meetings import HELD_CUE, find_held, find_title_meeting
from rapporteur.find.officer_tables import unread_officer_table
from rapporteur.find.passages import Passage, Range, covered, passages
from rapporteur.find.persons import find_persons
from rapporteur.find.reporting_body import body_of
from rapporteur.find.review import Review, find_review
from rapporteur.find.scenes import Sentence, sentences
from rapporteur.find.speaker_paragraphs import find_speaker_paragraphs
from rapporteur.find.spoken_once import spoken_once
from rapporteur.find.spokesmen import find_left_over
from rapporteur.find.state_officers import find_state_officers
from rapporteur.find.statements import carry_items, find_statements
from rapporteur.find.unheard import find_unheard
from rapporteur.find.views import find_views
from rapporteur.model import PartKind, PartRef, Report
from rapporteur.model.actors import (
    AccessionMention,
    ActorMention,
    ActorMentions,
    AgendaMention,
    AttendanceMention,
    ConsiderationMention,
    DocumentsMention,
    ListedName,
    MeetingMention,
    PersonMention,
    StatementMention,
)
from rapporteur.model.citations import NameMention
from rapporteur.model.units import UnitMention


class _Gathered:
    """The mentions of one report while its texts are being read."""

    def __init__(self) -> None:
        self.meetings: list[MeetingMention] = []
        self.agenda: list[AgendaMention] = []
        self.considerations: list[ConsiderationMention] = []
        self.documents: list[DocumentsMention] = []
        self.attendance: list[AttendanceMention] = []
        self.statements: list[StatementMention] = []
        self.accessions: list[AccessionMention] = []
        self.unread: list[ActorMention] = []
        self.instruments: list[NameMention] = []


def find_actors(
    report: Report,
    names: Sequence[NameMention],
    authorities: Authorities,
    units: Sequence[UnitMention] = (),
    texts: Sequence[Passage] = (),
) -> ActorMentions:
    """Everything a report says about its meeting and who was there, in reading order.

    :param names: of `rapporteur.find.names.find_names` for the same report.
    :param authorities: those the names were found with.
    :param units: the recommendations; those who made one are named there, and are no further mention.
    :param texts: the texts of the report as passages, where they are known.
    """
    style = report.house.style
    one_a_paragraph = style.does("statements", "speaker-paragraph")
    texts = texts or tuple(passages(report, names, {}, body_of(report, authorities)))
    gathered = _Gathered()
    meetings = meeting_days(texts)
    bare = None if one_a_paragraph else BareSpeakers.of(report, authorities)
    for passage in texts:
        if passage.part.kind is PartKind.REPORT:
            gathered.meetings += find_title_meeting(passage)
        elif passage.part.kind is PartKind.SECTION:
            gathered.considerations += find_heading(passage)
        elif passage.part.kind is PartKind.PARAGRAPH:
            agenda = tuple(find_agenda(passage))
            gathered.agenda += agenda
            lettered = Lettered() if one_a_paragraph or agenda else find_lettered(passage)
            gathered.statements += lettered.statements
            gathered.attendance += lettered.attendance
            gathered.unread += lettered.unread
            gathered.unread += find_unheard(passage, lettered.taken)
            gathered.unread += unread_officer_table(passage)
            for sentence in sentences(passage):
                if sentence.cues & CONSIDERED_CUE.bit:
                    gathered.considerations += find_considerations(sentence, meetings)
                if covered((sentence.start, sentence.end), lettered.taken):
                    gathered.documents += find_documents(sentence) if sentence.cues & DOCUMENTS_CUE.bit else ()
                    continue
                _read_sentence(sentence, gathered, bool(agenda), bare)
        gathered.instruments += [n for n in passage.names if n.kind == "instrument"]
    gathered.statements = carry_items(report, gathered.statements)
    on = report.issued or report.record.issued
    listed_present, unlisted = find_annexes(report, texts, lambda name: authorities.states_named(name, on))
    gathered.attendance += listed_present
    gathered.unread += unlisted
    _read_sections(texts, gathered, bare)
    review = find_review(texts) if style.does("attendance", "review") else Review()
    gathered.attendance += review.attendance
    gathered.unread += review.unread
    if one_a_paragraph:
        statements, unheard = find_speaker_paragraphs(report, texts, review.states)
        gathered.statements += statements
        gathered.unread += unheard
    if style.does("statements", "views"):
        statements, unheard = find_views(report, texts)
        gathered.statements += statements
        gathered.unread += unheard
    recommenders = [name for unit in units for wording in unit.wordings for name in wording.recommenders]
    cover = cover_of(report, authorities)
    persons = _persons((cover, *texts) if cover is not None else texts, review, recommenders)
    gathered.statements, persons = spoken_once(gathered.statements, persons, texts)
    heard = [(person.text_part, person.at) for person in persons if person.role in ("speaker", "panellist")]
    gathered.unread = [
        mention
        for mention in gathered.unread
        if not any(part == mention.text_part and covered(at, [mention.at]) for part, at in heard)
    ]
    listed: list[ListedName] = [*gathered.attendance, *gathered.statements, *gathered.accessions, *recommenders]
    listed += [name for spoke in gathered.statements for name in (*spoke.spoken_for, *spoke.also_for)]
    listed += [name for person in persons for name in person.also_for]
    behalf = [spoke.on_behalf_of for spoke in gathered.statements if spoke.on_behalf_of is not None]
    behalf += [person.on_behalf_of for person in persons if person.on_behalf_of is not None]
    demonyms = [name for passage in texts for name in find_demonyms(passage)]
    return ActorMentions(
        meetings=tuple(gathered.meetings),
        agenda=tuple(gathered.agenda),
        considerations=tuple(gathered.considerations),
        documents=tuple(gathered.documents),
        attendance=tuple(gathered.attendance),
        statements=tuple(gathered.statements),
        accessions=tuple(gathered.accessions),
        persons=persons,
        states=_namings_of_states([*names, *demonyms], [*listed, *behalf], persons, texts),
        unread=tuple(gathered.unread),
    )


def _persons(texts: Sequence[Passage], review: Review, recommenders: Sequence[ListedName]) -> tuple[PersonMention, ...]:
    """The persons of all texts: members of a delegation by the words that say so, and nobody for whom only a State in
    brackets speaks that made a recommendation."""
    closed: dict[PartRef, list[Range]] = defaultdict(list)
    for mention in (*review.persons, *recommenders):
        closed[mention.text_part].append(mention.at)
    for part, at in review.lists:
        closed[part].append(at)
    named = find_persons(texts)
    others = [
        person
        for person in named
        if not covered(person.at, closed[person.text_part])
        and (person.representing is None or not covered(person.representing.at, closed[person.text_part]))
    ]
    nobody = {person.name for person in named if person.introduces}
    nobody -= {person.name for person in (*review.persons, *others) if person.introduces}
    others = [person for person in others if person.name not in nobody]
    order = {passage.part: passage.index for passage in texts}
    found = sorted([*review.persons, *others], key=lambda person: (order[person.text_part], person.at))
    return tuple(of_report(person) for person in found)


def _read_sections(texts: Sequence[Passage], gathered: _Gathered, bare: BareSpeakers | None) -> None:
    """Read the unnumbered text under headings, but for lists that were read already or could not be."""
    taken = {mention.text_part for mention in (*gathered.attendance, *gathered.unread)}
    for passage in texts:
        section = passage.report.section_by_path.get(passage.part.path[0]) if passage.part.path else None
        if passage.part.kind is not PartKind.SECTION or section is None or passage.part in taken:
            continue
        heading = len(section.heading or section.title)
        for sentence in sentences(passage):
            if sentence.end > heading + 1:
                start = max(sentence.start, heading + 1)
                _read_sentence(Sentence.of(passage, start, sentence.end), gathered, False, bare)


def _read_sentence(sentence: Sentence, gathered: _Gathered, of_agenda: bool, bare: BareSpeakers | None) -> None:
    """Read one sentence of a paragraph; the titles of an agenda tell of no attendance or statement.

    :param bare: reads speakers by their bare names; None where the report has a paragraph for each speaker, so that no
        sentence lists speakers.
    """
    if sentence.cues & DOCUMENTS_CUE.bit:
        gathered.documents += find_documents(sentence)
    if of_agenda:
        return
    if sentence.cues & HELD_CUE.bit:
        gathered.meetings += find_held(sentence)
    attendance, unread = find_attending(sentence)
    gathered.attendance += attendance
    statements, unheard = find_statements(sentence) if not attendance and bare is not None else ((), None)
    if bare is not None and bare.reads and not attendance and not statements and unheard is None:
        statements, unheard = bare.read(sentence, gathered.statements)
    gathered.statements += statements
    left_over = find_left_over(sentence, statements) or (unheard if statements else None)
    gathered.unread += [left_over] if left_over is not None else []
    if sentence.cues & ACCESSION_CUE.bit:
        gathered.accessions += find_accessions(sentence, gathered.instruments)
    if attendance and unread is not None:
        gathered.unread.append(unread)
    if not attendance and not statements:
        officers, unelected = find_state_officers(sentence)
        gathered.attendance += officers
        missed = find_unread_attendance(sentence) if not officers else None
        gathered.unread += [mention for mention in (unread, unheard, unelected, missed) if mention is not None][:1]


def _namings_of_states(
    names: Iterable[NameMention],
    listed: Iterable[ListedName | NameMention],
    persons: Iterable[PersonMention],
    texts: Sequence[Passage],
) -> tuple[NameMention, ...]:
    """The names of States that are neither items of a list, nor spoken for, nor parts of a person's name, in order."""
    order = {passage.part: passage.index for passage in texts}
    closed: dict[PartRef, list[Range]] = defaultdict(list)
    for mention in (*listed, *persons):
        closed[mention.text_part].append(mention.at)
    free = [n for n in names if n.kind == "state" and not covered(n.at, closed[n.text_part])]
    return tuple(sorted(free, key=lambda n: (order[n.text_part], n.at)))
