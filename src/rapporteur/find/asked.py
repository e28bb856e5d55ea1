"""What a body asks in a sentence: "The Board noted the plan, and requested the keeper to close the port" → one clause.

Takes a sentence whose subject is a body, or that continues a list under one, with the actors named in it; gives an
`Asked` for each operator that governs a main clause. Which paragraphs are read so is decided by `find.conclusions`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from rapporteur.find.addressees import Actor, actors_after, agent_of_passive, named_subject
from rapporteur.find.asked_clauses import Asked, Speaker, asks_a_body, of_a_clause, with_ends
from rapporteur.find.asked_nouns import inside_noun, is_thing, set_of
from rapporteur.find.sentences import inside_brackets
from rapporteur.find.verbs import base_actions, infinitive_at, nominal_action, subjunctive_at
from rapporteur.model import StateRef
from rapporteur.model.units import SubjectForm
from rapporteur.patterns import Pattern, PatternFile
from rapporteur.patterns.together import Together

_NOUNS = {"invitation": "invite", "encouragement": "encourage", "call": "call-upon", "recommendation": "recommend"}
_ACTS = {"consideration": "consider", "adoption": "adopt", "approval": "approve", "endorsement": "endorse"}
_BEGINNING = re.compile(r"(?:^|[.!?]\s)(?:The\s(?:(?:representative|delegation)\sof\s(?:the\s)?)?)?$")
"""What stands before a name that begins a sentence."""
_THAT_IT = re.compile(r"\s that \s (?: it | they ) \s (?: should \s )? (?= [a-z] )", re.VERBOSE)
"""What leads from the addressee to what it is asked: "recommends to the Board that it close the port"."""
_REMARK = re.compile(r",\s[a-z][^;:]*:\s*")
"""A remark between the addressee and the list of what it is asked: ", subject to the availability of oil:"."""
_WHOM = re.compile(r"\s(?:(?:the|its|all|any|each|those|other|relevant)\s(?!following\b)|[A-Z])[^;:]*:\s*(?=\(a\))")
"""Those who are asked, whoever they are, before the list of what they are asked: "the Keeper of Lamps, in oil:"."""


_DIRECT = re.compile(
    r"(?:,\s[^;:]*?,)?\sto\s(?=[a-z])(?!(?:the|an?|its|their|all|any|each|this|that|these|those|such)\s)"
)
"""What leads from those who are asked to the verb; "Parties to the Convention" are named still."""
_FOLLOWING = re.compile(r"\bfollowing\s(?:actions|activities|measures|steps|tasks|work)\b[^:]*$")
"""Things to be done that the list below names."""


def find_asked(speaker: Speaker, start: int, end: int, *, given: bool = False) -> tuple[Asked, ...]:
    """What is asked in the sentence ``text[start:end]``, in reading order.

    :param given: the body was named in the words over a list, and the sentence is a part of that list.
    """
    if not may_ask(speaker.patterns, speaker.text, start, end):
        return ()
    subject = None if given else subject_at(speaker, start, end)
    if subject is None and not given:
        return ()
    low = subject.end() if subject is not None else start
    found: list[Asked] = []
    for pattern, match in _candidates(speaker, low, end):
        if inside_brackets(speaker.text, start, match.start()) or not _governs(
            speaker, start, low, match.start(), given
        ):
            continue
        asked = _asked(speaker, pattern, match, end, subject)
        if asked is not None and speaker.outward and not asks_a_body(asked):
            continue
        if found and of_a_clause(speaker.text, found[-1], match):
            continue
        if asked is not None and (not found or asked.at[0] >= found[-1].at[1]):
            found.append(asked if found or (given and asked.start > low) else replace(asked, start=start))
    return tuple(with_ends(speaker.text, found, end))


def may_ask(patterns: PatternFile, text: str, start: int, end: int) -> bool:
    """May a verb that asks something stand in ``text[start:end]``?"""
    return _operators(patterns)[1].may_begin(text, start, end)


def subject_at(speaker: Speaker, start: int, end: int) -> re.Match[str] | None:
    """The body as the subject of the sentence, where its main clause has one."""
    opens = speaker.patterns["conclusion/opens"].regex
    for match in speaker.patterns["conclusion/subject"].regex.finditer(speaker.text, start, end):
        if opens.match(speaker.text[start : match.start()]):
            other = _is_another(speaker, match) if match["who"] else _after_a_state(speaker, match.start())
            return None if other else match
    return None


def _is_another(speaker: Speaker, match: re.Match[str]) -> bool:
    """Was a body of the same kind told of before, without a name, that a bare "the Group" may mean?"""
    words = match["who"].removeprefix("the ").removeprefix("The ").lower()
    told = speaker.patterns["conclusion/another"].regex.finditer(speaker.text, 0, match.start())
    return any(other["kind"] == words for other in told)


def _after_a_state(speaker: Speaker, at: int) -> bool:
    """Does a pronoun at ``at`` stand for a State, as none but a State is the subject of a sentence before it?"""
    if any(match["who"] for match in speaker.patterns["conclusion/subject"].regex.finditer(speaker.text, 0, at)):
        return False
    return any(
        any(isinstance(ref, StateRef) for ref in actor.candidates)
        and _BEGINNING.search(speaker.text[max(0, actor.start - 60) : actor.start])
        for actor in speaker.actors
        if actor.start < at
    )


@cache
def _operators(patterns: PatternFile) -> tuple[tuple[Pattern, ...], Together]:
    """The patterns whose verb asks something."""
    asking = tuple(pattern for pattern in patterns.group("operator") if "verb" in pattern.regex.groupindex)
    return asking, Together([pattern.regex for pattern in asking])


def _candidates(speaker: Speaker, low: int, end: int) -> list[tuple[Pattern, re.Match[str]]]:
    patterns, forms = _operators(speaker.patterns)
    found = [(patterns[number], match) for number, match in forms.matches(speaker.text, low, end)]
    return sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end()))


def _governs(speaker: Speaker, start: int, low: int, at: int, given: bool) -> bool:
    """Is the verb at ``at`` one of which the body is the subject?"""
    text, patterns = speaker.text, speaker.patterns
    if at == low:
        return True
    before = text[low:at]
    if patterns["conclusion/told"].regex.search(before):
        return False
    if patterns["conclusion/again"].regex.search(before):
        return True
    last = next((m for m in patterns["conclusion/subject"].regex.finditer(text, low, at + 1) if m.end() == at), None)
    return last is not None and text[start : last.start()].endswith((" and ", "; ", "; and "))


def _asked(
    speaker: Speaker, pattern: Pattern, match: re.Match[str], end: int, subject: re.Match[str] | None
) -> Asked | None:
    kind = pattern.rule.id.split("/")[1]
    plain = Asked(
        match.start("verb"),
        end,
        match.span("verb"),
        match["verb"].lower(),
        pattern.field("strength"),
        pattern.rule,
        (),
        "none",
    )
    if kind == "act":
        return replace(plain, actions=(match["base"].lower(),))
    if kind == "told":
        return _told(speaker, plain, end)
    if kind == "bound" and not match["inner"]:
        return _bound(speaker, plain, end, subject)
    if kind == "bound":
        inner = " ".join(match["inner"].split())
        strength = "call-upon" if inner.startswith("call") else match["strength"]
        plain = replace(plain, at=(match.start(), match.end()), norm=f"{plain.norm} {inner}", strength=strength)
    if kind == "renewed":
        plain = replace(plain, strength=_NOUNS.get(match["noun"], match["noun"]))
    if plain.norm.endswith(" that"):
        return _that(speaker, plain, end)
    if plain.strength == "recommend" and (text_for := _text_for(speaker, plain, end)):
        return text_for
    return _infinitive(speaker, plain, end, thing=bool(pattern.field("thing")), to=kind == "renewed")


def _infinitive(speaker: Speaker, plain: Asked, end: int, *, thing: bool, to: bool) -> Asked | None:
    """ "requested the keeper to close the port", "encouraged the use of lamps"."""
    text, at = speaker.text, plain.at[1]
    lead = re.match(r",?\s(?:to|for)(?=\s)", text[at:end]) if to or plain.strength == "recommend" else None
    named = actors_after(text, at + (lead.end() if lead else 0), end, speaker.actors)
    after = named[-1].end if named else at
    if named and (that := _THAT_IT.match(text, after, end)):
        actions = base_actions(text, that.end(), end, infinitive=True)
        return replace(
            plain, norm=f"{plain.norm.removesuffix(' to')} that", actions=actions, actors=named, subject="own"
        )
    able = speaker.patterns["operator/able"].regex.match(text[after:end])
    after += able.end() if able else 0
    verb = _to(text, after, end) if named else infinitive_at(text, after, end)
    whom = not named and not thing and _WHOM.match(text, at)
    listed = not text[after:end].strip(" :,—–") or bool(named and verb < 0 and _REMARK.fullmatch(text, after, end))
    listed = listed or bool(verb < 0 and whom and whom.end() >= end)
    if verb < 0 and not listed:
        if not thing and not named:
            return _from(speaker, plain, end)
        actions = tuple(filter(None, [nominal_action(text, after, end) or inside_noun(text, after, end)]))
        return replace(plain, actions=actions, actors=named, subject="own" if named else "none") if thing else None
    if not named and (wanted := _from(speaker, plain, end)) is not None:
        return wanted
    if not named and not (thing and is_thing(text, at, verb)):
        named = set_of(text, at, verb if verb >= 0 else end)
    open_ended = listed or verb >= end - 1 or not text[verb:end].strip(" :")
    actions = () if open_ended else base_actions(text, verb, end, infinitive=True)
    norm = plain.norm if plain.norm.endswith(" to") else f"{plain.norm} to"
    subject: SubjectForm = "own" if named else "none"
    return replace(plain, norm=norm, actions=actions, actors=named, subject=subject, open=open_ended)


def _from(speaker: Speaker, plain: Asked, end: int) -> Asked | None:
    """ "invites contributions from ports": those from whom something is wanted."""
    match = speaker.patterns["operator/from"].regex.match(speaker.text, plain.at[1], end)
    if match is None:
        return None
    named = actors_after(speaker.text, match.end() - 1, end, speaker.actors)
    named = named or set_of(speaker.text, match.end() - 1, end)
    return replace(plain, actors=named, subject="own" if named else "none")


def _to(text: str, at: int, end: int) -> int:
    """Index of the verb after the "to" that follows those who are asked, a remark between commas apart; else -1."""
    direct = _DIRECT.match(text, at, end)
    verb = infinitive_at(text, at, end)
    return direct.end() if direct is not None and (verb < 0 or direct.end() < verb) else verb


def _that(speaker: Speaker, plain: Asked, end: int) -> Asked:
    """ "recommended that the Council close the port", "requested that the port be closed by the keeper"."""
    text, at = speaker.text, plain.at[1]
    named = actors_after(text, at, end, speaker.actors)
    after = named[-1].end if named else at
    remark = re.compile(r",\s[^;:]*?,(?=\s[a-z]+\s)").match(text, after, end) if named else None
    after = remark.end() if remark else after
    modal = re.compile(r"\s(?:should|shall|must|may)\s").search(text, after, end)
    if named and (modal is None or modal.start() != after):
        actions = base_actions(text, min(after + 1, end), end)
    else:
        be = re.compile(r"\sbe\s").search(text, after, end)
        verb = modal.end() if modal else be.start() + 1 if be else subjunctive_at(text, after, end)
        verb = verb if verb >= 0 else end
        named = named or (set_of(text, at, verb - 1) if modal is None and be is None and verb < end else ())
        actions = base_actions(text, verb, end) if verb < end else ()
    listed = text[after:end].strip(" :") in ("", "should")
    if not named and (passive := re.compile(r"\sbe\s").search(text, after, end)):
        named = agent_of_passive(text, passive.start(), end, speaker.actors) or _whose(speaker, at, end)
    return replace(plain, actions=actions, actors=named, subject="own" if named else "none", open=listed)


def _whose(speaker: Speaker, at: int, end: int) -> tuple[Actor, ...]:
    """ "that the actions of the keeper be undertaken": those whose own doing is to be done."""
    match = speaker.patterns["operator/whose"].regex.match(speaker.text, at, end)
    if match is None:
        return ()
    named = actors_after(speaker.text, match.end("of") - 1, end, speaker.actors)
    return named if named and named[-1].end <= match.start("done") else ()


def _text_for(speaker: Speaker, plain: Asked, end: int) -> Asked | None:
    """ "recommended a draft plan for consideration and adoption by the Council": those who are to adopt it."""
    text = speaker.text
    found = list(speaker.patterns["operator/for"].regex.finditer(text, plain.at[1], end))
    if not found:
        return None
    ends = [match.end("by") for match in found if match["by"]]
    named = tuple(actor for at in ends for actor in actors_after(text, at, end, speaker.actors))
    named = named or tuple(actor for at in ends[:1] for actor in set_of(text, at, end))
    actions = dict.fromkeys(_ACTS[word] for match in found for word in match["acts"].split() if word in _ACTS)
    return replace(plain, actions=tuple(actions), actors=named, subject="own" if named else "none")


def _bound(speaker: Speaker, plain: Asked, end: int, subject: re.Match[str] | None) -> Asked | None:
    """ "agreed to continue its work": the body binds itself."""
    if not speaker.binding:
        return None
    actions = base_actions(speaker.text, plain.at[1] + 1, end, infinitive=True)
    form: SubjectForm = "own"
    if subject is not None and not subject["who"]:
        earlier = speaker.patterns["conclusion/subject"].regex.finditer(speaker.text, 0, subject.start())
        subject, form = next((m for m in reversed(list(earlier)) if m["who"]), None), "before"
    span = subject.span("who") if subject is not None else (0, 0)
    own = tuple(actor for actor in speaker.actors if span[0] <= actor.start and actor.end <= span[1])
    return replace(plain, actions=actions, actors=own, subject=form if own else "none")


def _told(speaker: Speaker, plain: Asked, end: int) -> Asked | None:
    """ "agreed that keepers should report": the operator is the modal."""
    text, at = speaker.text, speaker.text.index(" that", plain.at[1]) + len(" that")
    match = speaker.patterns["operator/modal"].regex.search(text, at, end)
    if match is None:
        return None
    named = named_subject(text, at, match.start(), speaker.actors, False)
    if named is None and not speaker.binding:
        return None
    modal = " ".join(match[0].split())
    passive = named is None and text.startswith(" be ", match.end())
    agents = agent_of_passive(text, match.end(), end, speaker.actors) if passive else ()
    return replace(
        plain,
        at=match.span(),
        norm=modal,
        strength="should" if match["modal"] == "should" else "shall",
        actions=base_actions(text, match.end() + 1, end),
        actors=named.actors if named else agents,
        subject="own" if named or agents else "none",
        open=passive and text[at:end].rstrip().endswith(":") and bool(_FOLLOWING.search(text, at, match.start())),
    )
