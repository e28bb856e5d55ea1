"""Instrument words: ", of the Buoys Convention", "of the 2004 Harbours Act of Ruritania" → whose article it is.

Takes a passage and the place where a provision's numbers end or begin, gives the words that say which instrument they
belong to. "article 10" of a model law, a national act or an unknown treaty keeps its own words, so that no linker can
take it for an article of the Convention.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.find.instruments_told import is_quoted, rival, stands_for_other, told
from rapporteur.find.owners import owner_end
from rapporteur.find.passages import Passage, TreatyName
from rapporteur.model import OrganizationRef, StateRef
from rapporteur.model.citations import InstrumentWords, NameMention

_NONE = InstrumentWords(form="none")


@dataclass(frozen=True, slots=True)
class Tail:
    """Instrument words after a provision, and where they end."""

    end: int
    words: InstrumentWords


@dataclass(frozen=True, slots=True)
class Owner:
    """Instrument words before a provision, and where its quote starts: at "its", else at the unit word."""

    start: int
    words: InstrumentWords


def read_owner(passage: Passage, start: int) -> Owner | None:
    """The instrument said before its article: "its article 5", "the Convention (art. 5)"."""
    before = passage.before("provision/before", start)
    if before is not None and before["its"]:
        begin = start - len(before["its"]) - 1
        named = passage.treaty_before(begin)
        if named is not None and named.candidates and _leads_on(passage, named.at[1], begin):
            return Owner(begin, by_name(passage, named))
        law = rival(passage, start, sentences=0)
        return Owner(begin, InstrumentWords(form="its", name=law))
    if before is not None:
        return Owner(start, InstrumentWords(form="anaphor", noun=before["noun"], year=before["year"] or ""))
    name = passage.treaty_before(start)
    after = passage.text[name.at[1] : start] if name is not None else ""
    if name is not None and _leads_on(passage, name.at[1], start) and not (after == ", " and _of_law(passage, start)):
        return Owner(start, by_name(passage, name))
    return None


def _of_law(passage: Passage, start: int) -> bool:
    """Does the sentence name a law before an article that may be of it: "the Lamps Code, older than the Treaty,"?"""
    first, _ = passage.sentence_range(start)
    law = passage.patterns["provision/law"].regex.search(passage.text, first, start)
    return law is not None or bool(rival(passage, start, sentences=0))


def _leads_on(passage: Passage, end: int, start: int) -> bool:
    """Do the few words between a name and an article say that the article is its own?"""
    if start - end > 30:
        return False
    return passage.patterns["provision/after-name"].regex.match(passage.text[end:start]) is not None


def read_instrument(passage: Passage, at: int) -> Tail:
    """The instrument said after its article; form "none" where no words lead to one."""
    if (said := told(passage, at)) is not None:
        return Tail(*said)
    of = passage.take("provision/of", at)
    if of is None:
        letters = passage.treaty_at(at + 1) if passage.text.startswith(" ", at) else None
        told_by = letters is not None and passage.text[slice(*letters.at)].isupper()
        return Tail(letters.at[1], by_name(passage, letters)) if letters is not None and told_by else Tail(at, _NONE)
    start = at + of.end()
    dated = passage.take("provision/year", start)
    tail = (
        named_at(passage, start + (dated.end() if dated is not None else 0))
        or _rules(passage, start, of["determiner"])
        or anaphor_at(passage, start, of["determiner"])
        or _publication(passage, start)
        or _work(passage, start, of["determiner"])
        or _act(passage, start)
        or _other(passage, start)
    )
    if tail is not None:
        return tail
    if of["link"] in ("to", "in", "under"):
        return Tail(at, _NONE)
    words = passage.text[start : start + 60].split(",")[0].split(".")[0]
    return Tail(at, InstrumentWords(form="unread", name=" ".join(words.split()[:6])))


def read_announced(passage: Passage, start: int) -> InstrumentWords | None:
    """The instrument that a list of provisions is announced with: "the following articles of the Protocol: article 5".

    None where nothing is announced in the sentence, or another treaty is named between the colon and ``start``.
    """
    first, _ = passage.sentence_range(start)
    if "following" not in passage.text[first:start]:
        return None
    for announced in passage.patterns["provision/announced"].regex.finditer(passage.text, first, start):
        tail = read_instrument(passage, announced.end())
        colon = passage.text.find(":", tail.end, start)
        between = passage.treaty_before(start)
        if tail.words.form != "none" and colon >= 0 and (between is None or between.at[1] <= colon):
            return tail.words
    return None


def read_before(passage: Passage, start: int, end: int, unit: str) -> InstrumentWords:
    """The instrument of an article that no words lead to: a national law named last before it, else "none".

    A bare rule after rules that are no rules of procedure is theirs, and not read further. Articles alone in brackets
    are of a law only if it stands directly before them: "the Lamps Act is weak (arts. 2 and 26)" may be of anything.
    """
    first = passage.sentence_starts[max(0, passage.sentence(start) - 1)]
    if unit == "rule":
        other = passage.patterns["provision/other-rules"].regex.search(passage.text, first, start)
        return InstrumentWords(form="unread", name=other.group()) if other is not None else _NONE
    laws = list(passage.patterns["provision/law"].regex.finditer(passage.text, first, start))
    treaty = passage.treaty_before(start)
    alone = passage.text[start - 1 : start] == "(" and passage.text[end : end + 1] == ")"
    law = rival(passage, start, sentences=1)
    none = InstrumentWords(form="unread" if law and not alone else "none", noun="brackets" if alone else "", name=law)
    if alone and stands_for_other(passage, start):
        return InstrumentWords(form="unread", name=passage.text[max(0, start - 20) : start].strip(" ("))
    if not laws or (treaty is not None and treaty.at[1] >= laws[-1].end()):
        own = bool(laws) and laws[-1].end() > passage.sentence_range(start)[0]
        return InstrumentWords(form="unread", name=laws[-1].group()) if own and not alone else none
    begin = laws[-1].start()
    leading = passage.take("organization/leading", begin)
    act = _act(passage, begin + (leading.end() if leading is not None else 0))
    return act.words if act is not None and not (alone and passage.text[act.end : start - 1].strip()) else none


def _other(passage: Passage, start: int) -> Tail | None:
    other = passage.take("provision/other-instrument", start)
    if other is None:
        return None
    return Tail(start + other.end(), InstrumentWords(form="unknown-treaty", name=other.group()))


def by_name(passage: Passage, name: TreatyName) -> InstrumentWords:
    """The instrument words of a treaty that a text names."""
    words = passage.text[slice(*name.at)]
    if name.several and not name.candidates:
        return InstrumentWords(form="unread", name=words)
    if name.candidates:
        return InstrumentWords(form="name", name=words, candidates=name.candidates)
    return InstrumentWords(form="unknown-treaty", name=name.title or words, number=name.number)


def named_at(passage: Passage, start: int) -> Tail | None:
    """The treaty whose name begins at a place."""
    name = passage.treaty_at(start)
    return Tail(name.at[1], by_name(passage, name)) if name is not None else None


def _rules(passage: Passage, start: int, determiner: str | None) -> Tail | None:
    """Rules of procedure, of the body named behind them or as whose they are told: "the Council's rules of procedure".

    "Its rules" are of the one body that the sentence names, or whose doing it tells; rules of what is no known body
    are not read further.
    """
    owner = passage.body_at(start) if determiner else None
    of = passage.take("provision/whose-rules", owner[0]) if owner is not None else None
    begin = owner[0] + of.end() if owner is not None and of is not None else start
    rules = passage.take("provision/rules-of-procedure", begin)
    if rules is None:
        return None
    end = begin + rules.end()
    if owner is not None and of is not None:
        return Tail(begin + rules.start("for") if rules["for"] else end, InstrumentWords(form="rules", bodies=owner[1]))
    if not rules["for"]:
        its = _their_body(passage, start, end) if determiner and determiner.startswith(("its", "their")) else ()
        return Tail(end, InstrumentWords(form="rules", bodies=its))
    body = passage.body_at(end)
    if body is None or passage.take("provision/rules-longer", body[0]) is not None:
        unread = InstrumentWords(form="unread", noun="rules", name=rules.group().strip())
        return Tail(begin + rules.start("for"), unread)
    return Tail(body[0], InstrumentWords(form="rules", bodies=body[1]))


def _their_body(passage: Passage, start: int, end: int) -> tuple[OrganizationRef, ...]:
    """The bodies that "its rules" may be of: the one whose doing is told right behind them, else those before."""
    first, _ = passage.sentence_range(start)
    follows = passage.take("decision/follows", end)
    after = passage.body_at(end + follows.end()) if follows is not None else None
    if after is not None:
        return after[1]
    before = [candidates for at, candidates in passage.bodies() if first <= at[0] < start]
    return tuple(dict.fromkeys(ref for candidates in before for ref in candidates))


def anaphor_at(passage: Passage, start: int, determiner: str | None) -> Tail | None:
    """ "Convention", "1931 Protocol" at a place, behind a determiner: an instrument named before."""
    dated = passage.take("provision/year", start)
    begin = start + (dated.end() if dated is not None else 0)
    noun = passage.take("provision/anaphor", begin)
    if noun is None or not determiner:
        return None
    year = dated["year"] if dated is not None else ""
    if is_quoted(passage, start) and (determiner == "this " or passage.treaty_before(start) is None):
        return Tail(begin + noun.end(), InstrumentWords(form="unread", name=noun.group()))
    return Tail(begin + noun.end(), InstrumentWords(form="anaphor", noun=noun["noun"], year=year))


def _publication(passage: Passage, start: int) -> Tail | None:
    shift = 0
    leading = passage.name_at(start, "organization")
    if leading is not None and passage.text[leading.at[1] : leading.at[1] + 1] == " ":
        shift = leading.at[1] + 1 - start
    title = passage.take("publication/title", start + shift)
    if title is None:
        return None
    end = owner_end(passage, start + shift, start + shift + title.end())
    return Tail(end, InstrumentWords(form="publication", name=passage.text[start + shift : end]))


def _work(passage: Passage, start: int, determiner: str | None) -> Tail | None:
    work = passage.take("provision/work", start)
    if work is None or not determiner:
        return None
    return Tail(start + work.end(), InstrumentWords(form="work", noun=work["noun"].lower()))


def _act(passage: Passage, start: int) -> Tail | None:
    act = passage.take("provision/act", start)
    if act is None:
        return None
    name, end = act["name"], start + act.end()
    state: NameMention | None = None
    for inner in passage.names:
        if inner.kind == "state" and start < inner.at[0] <= end + 8:
            before = passage.text[start : inner.at[0]]
            for lead in (" of the ", " of "):
                if before.endswith(lead) and inner.at[0] - len(lead) <= end:
                    state, name = inner, _cut(name, start + act.start("name"), inner.at[0] - len(lead))
    year = act["before"] or act["bracketed"] or act["after"] or ""
    refs = tuple(ref for ref in state.candidates if isinstance(ref, StateRef)) if state else ()
    final = max(end, state.at[1]) if state else end
    return Tail(final, InstrumentWords(form="act", name=name.strip(), states=refs, year=year))


def _cut(name: str, start: int, end: int) -> str:
    return name[: end - start] if start + len(name) > end else name
