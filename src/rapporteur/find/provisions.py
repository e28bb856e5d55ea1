"""Provisions: "articles 2, 3 (1) and 26, paragraphs 2 and 3, of the Convention" → one mention with all its targets.

Takes a passage, gives `ProvisionMention`s in reading order. Which treaty is meant is not decided here:
`rapporteur.link.provisions` does that from what was named before. A quote runs from the first number's unit word to
the end of the instrument's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from rapporteur.find.instruments import Tail, by_name, read_announced, read_before, read_instrument, read_owner
from rapporteur.find.instruments_told import elided, goes_on, names_law, of_which, that_article
from rapporteur.find.passages import Passage
from rapporteur.find.provision_steps import Read, between_numbers, named_steps, read_steps, read_values
from rapporteur.find.several_instruments import read_several
from rapporteur.model.citations import InstrumentWords, ProvisionMention, Steps

_HAVE_ANNEXES = ("name", "anaphor", "its", "unknown-treaty")
"""Forms of instrument words whose annexes are provisions: an annex to a report or decision is none."""


def find_provisions(passage: Passage) -> Iterator[ProvisionMention]:
    """Each citation of articles or rules, in reading order."""
    reached = 0
    last: ProvisionMention | None = None
    for start, reader in _openings(passage):
        read = reader(passage, start) if start >= reached else None
        again = _of_that_article(passage, start, last) if read is None and start >= reached else None
        if again is not None:
            reached = again.at[1]
            yield again
        if read is None:
            continue
        read = _suspended(passage, read)
        inner = _particular(passage, read, read.end)
        if inner is not None and read_instrument(passage, inner.end).words.form != "none":
            read = inner
        tail = read_instrument(passage, read.end)
        behind = _particular(passage, read, tail.end)
        apart = ("provision/of", "paragraph/present", "provision/article")
        if behind is not None and all(passage.take(id, behind.end) is None for id in apart):
            read, tail = behind, Tail(behind.end, tail.words)
        chapter = passage.take("provision/and-chapter", read.end) if tail.words.form == "none" else None
        if chapter is not None:
            tail = read_instrument(passage, read.end + chapter.end())
        which = of_which(passage, start, read.end)
        if which is not None:
            tail = Tail(which[0], by_name(passage, which[1]))
        several = read_several(passage, start, read, tail) if which is None else None
        if several is not None:
            reached = several.end
            place = passage.place(start, reached, "provision/article")
            for targets, words in several.parts:
                last = ProvisionMention(**place, targets=targets, instrument=words)
                yield last
            continue
        owner = read_owner(passage, start) if tail.words.form == "none" else None
        if owner is not None:
            tail = Tail(read.end, owner.words)
        announced = read_announced(passage, start) if tail.words.form == "none" else None
        if tail.words.form == "none":
            tail = Tail(tail.end, announced or read_before(passage, start, tail.end, read.targets[0][0][0]))
        if read.targets[0][0][0] == "annex" and tail.words.form not in _HAVE_ANNEXES:
            continue
        begin = owner.start if owner else start
        reached = tail.end
        last = ProvisionMention(
            **passage.place(begin, tail.end, "provision/announced" if announced else "provision/article"),
            targets=read.targets,
            instrument=tail.words,
        )
        yield last
        for last in _elided(passage, tail, read.targets[0][0][0]):
            reached = last.at[1]
            yield last


def _of_that_article(passage: Passage, start: int, last: ProvisionMention | None) -> ProvisionMention | None:
    """ "paragraph 2 of that article": of the one article cited last, in the same sentence or the one before."""
    opening = passage.take("provision/paragraph-of-article", start) if last is not None else None
    if opening is None or last is None or passage.sentence(start) - last.sentence > 1:
        return None
    articles = {steps[0] for steps in last.targets}
    sub = opening["unit"].lower().startswith("sub")
    values, at = read_values(passage, start + opening.end(), opening["plural"] is not None)
    end = that_article(passage, at)
    if not values or end is None or len(articles) != 1 or names_law(passage, last.at[1], start):
        return None
    base = articles.pop()
    targets = tuple((base, *named_steps(sub, value, False)) for value in values)
    return replace(last, **passage.place(start, end, "provision/article"), targets=targets)


def _elided(passage: Passage, tail: Tail, unit: str) -> Iterator[ProvisionMention]:
    """ "article 5 of the Nets Convention and 18 of the Buoys Convention": the numbers without their unit word.

    Those "of that on ropes" and "of its Protocol" are seen, and not read further.
    """
    named = ("name", "unknown-treaty", "anaphor")
    while unit == "article" and tail.words.form in named and (at := elided(passage, tail.end)) is not None:
        read = _read_list(passage, at, unit, True)
        further = read_instrument(passage, read.end) if read is not None else tail
        if read is None or goes_on(passage, further.end):
            return
        if further.words.form not in named:
            further = Tail(read.end, InstrumentWords(form="unread"))
        place = passage.place(at, further.end, "provision/article")
        yield ProvisionMention(**place, targets=read.targets, instrument=further.words)
        tail = further


def _openings(passage: Passage) -> Iterator[tuple[int, Callable[[Passage, int], Read | None]]]:
    """Where a citation may open, with what reads it there."""
    text = passage.text
    articles = "rticle" in text or "art" in text or "ule" in text or "Art" in text
    annexes = "nnex" in text and bool(
        passage.treaties or any(n in text for n in passage.patterns.words["treaty_nouns"])
    )
    if not articles and not annexes:
        return
    places = [(m.start(), _read_inverse) for m in passage.search("provision/paragraph-of-article")]
    places += [
        (m.start(), _read_articles)
        for m in passage.search("provision/article")
        if not _organization(passage, m.start())
    ]
    if annexes:
        places += [(m.start(), _read_annexes) for m in passage.search("provision/annex")]
    yield from sorted(places, key=lambda place: place[0])


def _organization(passage: Passage, start: int) -> bool:
    """Is "Article 91", with a capital inside a sentence, the name of an organization in a list of organizations?"""
    if not passage.text.startswith(("Article ", "ARTICLE "), start):
        return False
    before = passage.text[passage.sentence_range(start)[0] : start]
    return passage.patterns["provision/organization-before"].regex.search(before) is not None


def _read_articles(passage: Passage, start: int) -> Read | None:
    """ "article 26, paragraphs 2 and 3, and article 27": a list under one or more unit words."""
    opening = passage.take("provision/article", start)
    if opening is None:
        return None
    unit = "rule" if opening["unit"].lower() == "rule" else "article"
    return _read_list(passage, start + opening.end(), unit, opening["plural"] is not None)


def _read_list(passage: Passage, at: int, unit: str, plural: bool) -> Read | None:
    """The numbers of articles from a place on, with what stands below each, joined by commas and "and"."""
    targets: list[Steps] = []
    last_joined = False
    ranged = False
    while True:
        number = passage.take("provision/number", at)
        if number is None:
            break
        at += number.end()
        first: Steps = ((unit, number["value"]),)
        if number["dotted"]:
            first = (*first, ("paragraph", number["dotted"]))
        if ranged and targets:
            targets += between_numbers(targets[-1], first)
        read = read_steps(passage, at, first)
        targets += read.targets
        end = at = read.end
        gloss = passage.take("provision/gloss", at)
        if gloss is not None and (plural or passage.take("provision/of", at + gloss.end()) is not None):
            at += gloss.end()
            end = at if passage.take("provision/of", at) is not None else end
        joined = passage.take("provision/again", at) or passage.take("provision/and", at)
        ranged = False
        if joined is not None:
            after = at + joined.end()
            again = passage.take("provision/article", after)
            if again is not None and (again["unit"].lower() == "rule") == (unit == "rule"):
                plural, at, last_joined = again["plural"] is not None, after + again.end(), False
                continue
            more = passage.take("provision/number", after)
            dotted = more is not None and number["dotted"] and more["dotted"]
            if more is not None and (plural or dotted) and not last_joined:
                at, last_joined = after, True
                continue
        comma = passage.take("provision/comma", at)
        if comma is not None and not last_joined:
            after = at + comma.end()
            again = passage.take("provision/article", after)
            if again is not None:
                plural, at = again["plural"] is not None, after + again.end()
                continue
            if plural and passage.take("provision/number", after):
                at = after
                continue
        span = passage.take("provision/range", at)
        if span is not None and plural and passage.take("provision/number", at + span.end()):
            at, ranged = at + span.end(), True
            continue
        return Read(tuple(dict.fromkeys(targets)), end)
    return Read(tuple(dict.fromkeys(targets)), at) if targets else None


def _read_annexes(passage: Passage, start: int) -> Read | None:
    """ "Annex II, para. 4", "annexes I and II": an annex with its paragraphs, or in the plural a list."""
    opening = passage.take("provision/annex", start)
    at = start + (opening.end() if opening is not None else 0)
    targets: list[Steps] = []
    end = at
    while opening is not None and (number := passage.take("provision/annex-number", at)) is not None:
        read = read_steps(passage, at + number.end(), (("annex", number["value"]),))
        targets += read.targets
        end = read.end
        joined = passage.take("provision/and", end) or passage.take("provision/comma", end)
        if not opening["plural"] or joined is None:
            break
        at = end + joined.end()
    return Read(tuple(dict.fromkeys(targets)), end) if targets else None


def _read_inverse(passage: Passage, start: int) -> Read | None:
    """ "paragraph 2 of article 26": the steps first, then the article they belong to."""
    opening = passage.take("provision/paragraph-of-article", start)
    if opening is None:
        return None
    sub = opening["unit"].lower().startswith("sub")
    values, at = read_values(passage, start + opening.end(), opening["plural"] is not None)
    of = passage.take("provision/of", at)
    if not values or of is None or of["link"] not in ("of", "in"):
        return None
    place = at + of.end()
    if of["determiner"] and (of["determiner"] != "the " or passage.take("provision/only-annex", place) is None):
        return None
    article = passage.take("provision/article", place)
    annex = passage.take("provision/annex", place) if article is None else None
    only = passage.take("provision/only-annex", place) if article is None else None
    if only is not None and annex is None:
        below = (("annex", ""),)
        return Read(tuple((*below, *named_steps(sub, value, False)) for value in values), place + only.end())
    whole = article or annex
    if whole is None:
        return None
    place += whole.end()
    number = passage.take("provision/annex-number" if annex else "provision/number", place)
    if number is None:
        return None
    unit = "annex" if article is None else "rule" if article["unit"].lower() == "rule" else "article"
    base: Steps = ((unit, number["value"]),)
    end = place + number.end()
    read = read_steps(passage, end, base)
    return Read(
        tuple((*read.targets[0], *named_steps(sub, value, bool(read.targets[0][1:]))) for value in values),
        read.end,
    )


def _suspended(passage: Passage, read: Read) -> Read:
    """ "article 7 of, and annex II to, the Convention": both provisions, whose instrument is said behind the second."""
    joined = passage.take("provision/suspended", read.end)
    at = read.end + joined.end() if joined is not None else read.end
    more = (_read_articles(passage, at) or _read_annexes(passage, at)) if joined is not None else None
    return Read((*read.targets, *more.targets), more.end) if more is not None else read


def _particular(passage: Passage, read: Read, at: int) -> Read | None:
    """ ", in particular paragraphs 2 and 3" of the one article that was read: the article, and those paragraphs."""
    opening = passage.take("provision/particular", at) if len(read.targets) == 1 else None
    step = passage.take("provision/step", at + opening.end()) if opening is not None else None
    if opening is None or step is None:
        return None
    sub, base = step["sub"] is not None, read.targets[0]
    plural = (step["subplural"] if sub else step["plural"]) is not None
    values, end = read_values(passage, at + opening.end() + step.end(), plural)
    return (
        Read((base, *((*base, *named_steps(sub, value, len(base) > 1)) for value in values)), end) if values else None
    )
