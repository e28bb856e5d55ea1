"""Links of treaty mentions: which treaties a text names, and which footnoted titles are citations.

Takes treaty mentions in their context and what resolves them, gives links and open mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.notes import NoteBook
from rapporteur.link.treaties import TreatyResolver
from rapporteur.link.treaties_named import Answer
from rapporteur.link.treaty_titles import likeness
from rapporteur.model import Because, Coined, Grade, InstrumentRef
from rapporteur.model.citations import TreatyMention
from rapporteur.patterns import load_patterns

_COUNTS = {2: "two", 3: "three"}


def link_treaties(context: Context, notes: NoteBook, treaties: TreatyResolver) -> Iterator[Outcome]:
    """Links for every treaty mention that is one of its own; a treaty named here only is minted once."""
    coined: set[InstrumentRef] = set()
    for mention in context.of_type(TreatyMention):
        ref = treaties.named(mention) if mention.form == "name" else None
        known = mention.candidates or (ref is not None and ref.id in context.authorities.instruments)
        if ref is not None and not known and ref not in coined:
            coined.add(ref)
            yield Coined(ref, treaties.full_title(mention.title or mention.words))
        if mention.role == "plain":
            yield from _link(context, notes, treaties, mention)


def _link(context: Context, notes: NoteBook, treaties: TreatyResolver, mention: TreatyMention) -> Iterator[Outcome]:
    match mention.form:
        case "protocols":
            yield from _link_protocols(context, treaties, mention)
        case "set":
            yield from _link_set(context, mention)
        case "protocol-of":
            yield _link_one(context, mention, treaties.protocol_of(mention), Grade.CONTEXT)
        case "anaphor":
            yield _link_one(context, mention, treaties.resolve(mention.noun, mention, mention.year), Grade.CONTEXT)
        case "name":
            yield _link_named(context, notes, treaties, mention)


def _link_named(context: Context, notes: NoteBook, treaties: TreatyResolver, mention: TreatyMention) -> Outcome:
    ref = treaties.named(mention)
    if ref is None and mention.shared:
        because, rivals = Because.UNKNOWN_FORM, mention.candidates
        return unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")
    if any(notes.series(note) for note in mention.notes):
        rule = load_patterns("citations")["treaty/footnoted"].rule
        if ref is not None:
            return linked(mention, context.report, ref, "treaty", Grade.EXPLICIT, rule=rule)
        return unlinked(mention, context.report, "treaty", undecided(mention.candidates), mention.candidates)
    if ref is None and not mention.candidates:
        because = Because.OUTSIDE_AUTHORITIES
        return unlinked(mention, context.report, "treaty-mention", because, property="mentions")
    answer = (ref, ()) if ref is not None else (None, mention.candidates)
    if mention.similar and ref is not None:
        titles = (context.authorities.instruments[ref.id].title, *context.authorities.instruments[ref.id].names)
        score = max(round(likeness(mention.words, title), 6) for title in titles)
        link = linked(mention, context.report, ref, "treaty-mention", Grade.SIMILAR, property="mentions")
        return replace(link, score=score)
    begun = not mention.candidates and treaties.is_beginning(mention.title)
    return _link_one(context, mention, answer, Grade.CONTEXT if begun else Grade.EXPLICIT)


def _link_set(context: Context, mention: TreatyMention) -> Iterator[Outcome]:
    """Every protocol of the set; an open mention where the words count fewer than there are, or none is known."""
    if mention.counted in ("", _COUNTS.get(len(mention.candidates), "all")) and mention.candidates:
        for ref in mention.candidates:
            yield linked(mention, context.report, ref, "treaty-mention", Grade.EXPLICIT, property="mentions")
        return
    because = Because.NAMES_A_SET
    yield unlinked(mention, context.report, "treaty-mention", because, mention.candidates, property="mentions")


def _link_one(context: Context, mention: TreatyMention, answer: Answer, grade: Grade) -> Outcome:
    target, rivals = answer
    if target is None:
        because = undecided(rivals)
        return unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")
    return linked(mention, context.report, target, "treaty-mention", grade, property="mentions")


def _link_protocols(context: Context, treaties: TreatyResolver, mention: TreatyMention) -> Iterator[Outcome]:
    convention, rivals = treaties.convention_before(mention)
    protocols = treaties.protocols_of(convention) if convention is not None and not mention.counted else ()
    for protocol in protocols:
        yield linked(mention, context.report, protocol, "treaty-mention", Grade.CONTEXT, property="mentions")
    if not protocols:
        because = Because.NAMES_A_SET if convention is not None else undecided(rivals)
        yield unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")
