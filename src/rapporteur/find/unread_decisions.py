"""Lists of decisions under words in no form that is known: "The Board, noting the fog, and asked, also: (a) Urged …".

Takes a report and its units, gives a line for each list that tells what the body whose report it is decided and of
which nothing was read, and for each part that was left out of one that was read in another way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from rapporteur.find.conclusions import tells
from rapporteur.find.deciders import is_present
from rapporteur.find.deontic import Part, bullets_of, parts_of
from rapporteur.find.parts_within import parts_within
from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.sentences import Range, sentence_ranges
from rapporteur.model import PartRef, Report
from rapporteur.model.report import Paragraph
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_CLOSES = (":", "—", "–")
_FEWEST = 2
"""Parts of a list."""
_UNKNOWN = "under words in no form that is known"
_QUOTED = 80
"""Characters of a list that the line holds."""


def unread_decisions(
    report: Report, units: Sequence[UnitMention], taken: Container[PartRef], own: OwnBody | None
) -> tuple[str, ...]:
    """A line for each list of what the body decided that holds no unit, and for each part left out of one that does.

    :param taken: texts that were read or said in another way.
    :param own: the body whose report it is, None where its title names none.
    """
    conclusions = load_patterns("conclusions", report.house.style)
    if own is None or own.anybody:
        return ()
    earlier, bullets = conclusions["conclusion/earlier"].regex, bullets_of(report)
    read: dict[PartRef, list[Range]] = defaultdict(list)
    for unit in units:
        read[unit.paragraph].append(unit.at)
    found: list[str] = []
    for paragraph in report.paragraphs:
        if paragraph.annex or paragraph.ref in taken or tells(report, paragraph.section, conclusions, "section/before"):
            continue
        words, units_at = paragraph.body.text, read[paragraph.ref]
        parts = parts_of(paragraph, bullets) or parts_within(words)
        over = sentence_ranges(words, 0, parts[0].begins) if len(parts) >= _FEWEST else ()
        chapeau = words[slice(*over[-1])] if over else ""
        verb = _decides(chapeau, own) if chapeau.endswith(_CLOSES) else None
        left = [words[slice(*part.at)].strip() for part in _left(words, parts, units_at)] if verb is not None else []
        past = earlier.search(chapeau)
        if past is not None and load_patterns("decided")["decided/its-own"].regex.search(past[0]) is None:
            continue
        if past is not None:
            found += [_line(paragraph, "and it may be one of an earlier session", chapeau)] if left or verb else []
            continue
        if left and units_at:
            found += [_line(paragraph, "one part in no form that is known", part) for part in left]
        elif left or (verb and not units_at):
            found.append(_line(paragraph, _UNKNOWN, chapeau))
        elif not over or verb is None:
            run_in = _run_in(words, units_at, own)
            found += [_line(paragraph, _UNKNOWN, sentence) for sentence in run_in if not earlier.search(sentence)]
    return tuple(found)


def _run_in(words: str, read: Sequence[Range], own: OwnBody) -> Iterator[str]:
    """The sentences that hold no unit, and in which the body decides what stands behind a colon or a label."""
    form = load_patterns("decided")["decided/run-in"].regex
    if form.search(words) is None:
        return
    for low, high in sentence_ranges(words, 0, len(words)):
        sentence = words[low:high]
        if form.search(sentence) and not any(a < high and low < b for a, b in read) and _decides(sentence, own):
            yield sentence


def _decides(sentence: str, own: OwnBody) -> bool | None:
    """Does the verb of a sentence, or a list behind its subject, say that the body whose report it is decided?

    None where its subject is another; a pronoun may stand for the body, and "it was recommended that" may be its doing.
    """
    patterns = load_patterns("decided")
    subject = patterns["decided/subject"].regex.match(sentence)
    if patterns["decided/nobody"].regex.match(sentence) is not None:
        return True
    if subject is None or subject["officer"]:
        return None
    if subject["name"] and not is_present(subject["name"]) and own.means(subject["name"]) == "other":
        return None
    bare = sentence[subject.end() :].lstrip().startswith("(")
    return bare or patterns["decided/binds"].regex.match(subject[0]) is not None


def _left(words: str, parts: Sequence[Part], read: Sequence[Range]) -> list[Part]:
    """The parts that hold no unit and open with a verb in the past, where one of the list opens with a known one."""
    patterns = load_patterns("decided")
    opens, idle, past = (patterns[f"decided/{form}"].regex for form in ("opens", "idle", "past"))
    told = [part for part in parts if not idle.match(words[slice(*part.at)])]
    if not any(opens.match(words[slice(*part.at)]) for part in told):
        return []
    left = [part for part in told if not any(a < part.at[1] and part.at[0] < b for a, b in read)]
    return [part for part in left if any(form.match(words[slice(*part.at)]) for form in (opens, past))]


def _line(paragraph: Paragraph, why: str, words: str) -> str:
    return f"recommendations: paragraph {paragraph.key} lists what a body decided, {why}: not read: “{words[:_QUOTED]}”"
