"""Instruments told without their title: "of that instrument", "of the latter", "the Treaty, article 4 of which".

Takes a passage and a place, gives the words that say whose article it is; tells where a law, a draft or a quotation
before an article makes it doubtful that it is of a treaty at all.
"""

from __future__ import annotations

from rapporteur.find.passages import Passage, Range, TreatyName, covered
from rapporteur.model.citations import InstrumentWords
from rapporteur.patterns import load_patterns
from rapporteur.patterns.form import Form

_BEHIND = 40


def _regex(name: str) -> Form:
    return load_patterns("instruments")[f"instrument/{name}"].regex


def told(passage: Passage, at: int) -> tuple[int, InstrumentWords] | None:
    """ "of that instrument", "of the former", "thereof": where the words end, and whose article they tell.

    None for other words. Where a law or an instrument without title stands nearer than the treaty, or may be the one
    meant, the words have the form "unread".
    """
    text = passage.text[at : at + _BEHIND]
    for form in ("thereof", "that", "pair"):
        if (said := _regex(form).match(text)) is not None:
            nearer = rival(passage, at, sentences=1) or _untitled(passage, at)
            which = said["which"] if form == "pair" else ""
            return at + said.end(), InstrumentWords(form="unread" if nearer else "its", noun=which, name=nearer)
    return None


def _untitled(passage: Passage, at: int) -> str:
    """The last law or instrument named without a title before a place, where a treaty can be; "" where there is none.

    Looked through is the sentence of the place, and the one before if no treaty is named in it.
    """
    own = passage.sentence_range(at)[0]
    titles = [name.at for name in passage.treaties]
    here = covered((own, at), titles) or _regex("noun").search(passage.text, own, at) is not None
    first = own if here else passage.sentence_starts[max(0, passage.sentence(at) - 1)]
    found = _regex("untitled").finditer(passage.text, first, at)
    return next((match.group() for match in found if not covered(match.span(), titles)), "")


def of_which(passage: Passage, start: int, at: int) -> tuple[int, TreatyName] | None:
    """The treaty whose name ends right before "article 4 of which", and where those words end."""
    which = _regex("which").match(passage.text[at : at + _BEHIND])
    name = passage.treaty_before(start) if which is not None else None
    if which is None or name is None or passage.text[name.at[1] : start] not in (", ", " ("):
        return None
    return at + which.end(), name


def that_article(passage: Passage, at: int) -> int | None:
    """Where "of that article" ends behind a paragraph's number; None where it does not stand there."""
    of = _regex("that-article").match(passage.text[at : at + _BEHIND])
    return at + of.end() if of is not None else None


def stands_for_other(passage: Passage, start: int) -> bool:
    """Does "the second (" or "the latter (" before an article say that it is of another thing than the one named?"""
    return _regex("ellipsis").search(passage.text[max(0, start - _BEHIND) : start]) is not None


def rival(passage: Passage, start: int, *, sentences: int) -> str:
    """The law, draft or model named last before an article; "" where there is none.

    None rivals with a treaty whose article is joined to this one, if a clause ends in between: "the law was read; under
    article 5 of the Treaty and article 6, States met".

    :param sentences: how many sentences before that of the article are looked through as well. What an earlier one
        names is passed over where a treaty is named in the article's own, before it.
    """
    own = passage.sentence_range(start)[0]
    number = max(0, passage.sentence(start) - sentences)
    found = _outside_titles(passage, own, start)
    treaty = passage.treaty_before(start)
    if not found and (treaty is None or treaty.at[0] < own):
        found = _outside_titles(passage, passage.sentence_starts[number], own)
    joined = _joined_to(passage, start) if found else None
    if joined is not None and not _outside_titles(passage, joined, start):
        return ""
    return found[-1] if found else ""


def _joined_to(passage: Passage, start: int) -> int | None:
    """Where the clause begins in which a treaty's article is cited that "and" joins to the one at a place."""
    if _regex("closes").match(passage.text[start : start + 2 * _BEHIND]) is None:
        return None
    first, _ = passage.sentence_range(start)
    name = passage.treaty_before(start)
    titled = name is not None and _regex("and").fullmatch(passage.text, name.at[1], start) is not None
    cited = (
        _regex("cited").search(passage.text, first, name.at[0])
        if name is not None and titled
        else _regex("cited-joined").search(passage.text, first, start)
    )
    if cited is None:
        return None
    return max(first, passage.text.rfind(";", first, cited.start()) + 1)


def _outside_titles(passage: Passage, start: int, end: int) -> list[str]:
    """The laws, drafts and models named between two places, not those in the title of a treaty or a publication."""
    titles = [name.at for name in passage.treaties]
    found = _regex("rival").finditer(passage.text, start, end)
    return [
        match.group()
        for match in found
        if not covered(match.span(), titles) and passage.take("publication/title", match.start()) is None
    ]


def names_law(passage: Passage, start: int, end: int) -> bool:
    """Is a law, a draft or a model named between two places?"""
    law = passage.patterns["provision/law"].regex.search(passage.text, start, end)
    return law is not None or bool(_outside_titles(passage, start, end))


def is_quoted(passage: Passage, start: int) -> bool:
    """Does an article stand in a quotation that opens in the midst of its sentence, and names no treaty before it?"""
    first, _ = passage.sentence_range(start)
    marks = list(_regex("quotes").finditer(passage.text, first, start))
    straight = sum(mark.group() == '"' for mark in marks)
    opened = bool(marks) and (marks[-1].group() == "“" or (marks[-1].group() == '"' and straight % 2 == 1))
    if not opened or not passage.text[first : marks[-1].start()].strip():
        return False
    treaty = passage.treaty_before(start)
    return treaty is None or treaty.at[0] < marks[-1].start()


def led(passage: Passage, start: int) -> int:
    """How many characters before a title with its noun at its head make it another treaty's: "Nordic Convention …"."""
    lead = _regex("region").search(passage.text[max(0, start - _BEHIND) : start])
    return len(lead["lead"]) if lead is not None else 0


def is_draft(passage: Passage, start: int) -> bool:
    """Is the protocol whose title begins at a place a draft, which is no treaty yet?"""
    return _regex("draft").search(passage.text[max(0, start - _BEHIND) : start]) is not None


def counts_some(passage: Passage, start: int) -> bool:
    """Do words before "its Protocols" count some of them, without saying which?"""
    return _regex("some").search(passage.text[max(0, start - _BEHIND) : start]) is not None


def elided(passage: Passage, at: int) -> int | None:
    """Where numbers of a further treaty's articles begin behind an instrument, without "article"; None without them."""
    joint = _regex("elided").match(passage.text[at : at + 160])
    return at + joint.end() if joint is not None else None


def goes_on(passage: Passage, end: int) -> bool:
    """Does a treaty's name go on as the name of a body or of its parties?"""
    return _regex("goes-on").match(passage.text[end : end + _BEHIND]) is not None


def topics(passage: Passage) -> list[Range]:
    """Where "Optional Protocol on …" stands without the treaty that it is to."""
    return [match.span() for match in _regex("topic").finditer(passage.text)] if "Optional" in passage.text else []


def before_treaty(passage: Passage, start: int, end: int) -> int:
    """Where a title ends before the first treaty in it, if "and" joins that one: "Model Law on Nets and the Treaty"."""
    first = next((name.at[0] for name in passage.treaties if start < name.at[0] < end), None)
    joint = _regex("joint").search(passage.text, start, first) if first is not None else None
    return joint.start() if joint is not None else end
