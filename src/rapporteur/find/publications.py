"""Publications by title: in italics, in quotation marks after "entitled", or in capitals around a kind of work.

Takes a passage and what is read already, gives `PublicationMention`s whose words are the title alone: no body before
it ("UNODC"), none after it ("of the Office of …"), no quotation marks. The notes called after the body that follows
count as called after the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.instruments_told import before_treaty
from rapporteur.find.owners import owner_end
from rapporteur.find.passages import Passage, Place, Range, covered
from rapporteur.model.citations import PublicationMention
from rapporteur.patterns import load_patterns


def find_publications(passage: Passage, taken: Sequence[Range]) -> Iterator[PublicationMention]:
    """Each titled publication outside ``taken``; of two readings of the same words the first of the above."""
    reached = list(taken)
    for start, end, pattern in (*_italic(passage), *_entitled(passage), *_capitals(passage)):
        if end > start and not covered((start, end), reached):
            reached.append((start, end))
            yield PublicationMention(**_place(passage, start, end, pattern), title=passage.text[start:end].rstrip(",."))


def _italic(passage: Passage) -> Iterator[tuple[int, int, str]]:
    for start, end in passage.clean.emphasis:
        words = passage.text[start:end]
        stop = start + len(words.rstrip(" ,.;:"))
        begin = stop - len(passage.text[start:stop].lstrip())
        begin = _after_body(passage, begin)
        words = passage.text[begin:stop]
        if not words[:1].isupper() or len(words.split()) < 2 or (begin == 0 and stop == len(passage.text)):
            continue
        if covered((begin, stop), [treaty.at for treaty in passage.treaties]):
            continue
        named = passage.patterns["publication/italic"].regex.match(_without_bodies(passage, begin, stop)) is not None
        cued = passage.before("publication/cue", begin) is not None or bool(passage.notes_after(stop))
        kept = passage.patterns["publication/italic-other"].regex.match(words) is None
        if kept and (named or cued) and load_patterns("operative")["operative/emphasis"].regex.match(words) is None:
            yield begin, stop, "publication/italic"


def _without_bodies(passage: Passage, start: int, end: int) -> str:
    """The words between two places, bodies' names blanked: a "Law Commission" is no law by its title."""
    words = passage.text[start:end]
    for name in passage.names_of("organization"):
        if start <= name.at[0] and name.at[1] <= end:
            blank = "x" * (name.at[1] - name.at[0])
            words = words[: name.at[0] - start] + blank + words[name.at[1] - start :]
    return words


def _entitled(passage: Passage) -> Iterator[tuple[int, int, str]]:
    if "itled" in passage.text:
        for match in passage.search("publication/entitled"):
            yield match.start("title"), match.end("title"), "publication/entitled"


def _capitals(passage: Passage) -> Iterator[tuple[int, int, str]]:
    for match in passage.search("publication/title"):
        begin = _after_body(passage, match.start())
        end = before_treaty(passage, begin, match.end())
        yield begin, owner_end(passage, begin, end), "publication/title"


def _after_body(passage: Passage, start: int) -> int:
    """The start of a title behind article and bodies that lead up to it: "The UNODC Model Law" begins at "Model"."""
    article = passage.take("publication/article", start)
    start += article.end() if article is not None else 0
    while (name := passage.name_at(start, "organization")) is not None:
        if passage.text[name.at[1] : name.at[1] + 1] != " ":
            break
        start = name.at[1] + 1
    return start


def _place(passage: Passage, start: int, end: int, pattern: str) -> Place:
    place = passage.place(start, end, pattern)
    of = passage.take("publication/of-body", end)
    body = passage.name_at(end + of.end(), "organization") if of is not None else None
    if not place["notes"] and body is not None:
        place["notes"] = passage.notes_after(body.at[1])
    return place
