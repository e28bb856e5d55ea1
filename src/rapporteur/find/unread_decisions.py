"""Lists of decisions under words in no form that is known: "The Board, noting the fog, and asked, also: (a) Urged …".

Takes a report and its units, gives a line for each list that tells what the body whose report it is decided and of
which nothing was read, and for each part that was left out of one that was read in another way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from rapporteur.find.conclusions import tells
from rapporteur.find.deciders import is_own_name
from rapporteur.find.deontic import Part, bullets_of, parts_of
from rapporteur.find.parts_within import parts_within
from rapporteur.find.sentences import Range, sentence_ranges
from rapporteur.find.told import own_names
from rapporteur.model import PartRef, Report
from rapporteur.model.report import Paragraph
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_CLOSES = (":", "—", "–")
_FEWEST = 2
"""Parts of a list."""
_QUOTED = 80
"""Characters of a list that the line holds."""


def unread_decisions(report: Report, units: Sequence[UnitMention], taken: Container[PartRef]) -> tuple[str, ...]:
    """A line for each list of what the body decided that holds no unit, and for each part left out of one that does.

    :param taken: texts that were read or said in another way.
    """
    conclusions = load_patterns("conclusions", report.house.style)
    own = own_names(report.title_text, conclusions.words["bodies"])
    earlier, bullets = conclusions["conclusion/earlier"].regex, bullets_of(report)
    read: dict[PartRef, list[Range]] = defaultdict(list)
    for unit in units:
        read[unit.paragraph].append(unit.at)
    found: list[str] = []
    for paragraph in report.paragraphs if own else ():
        words = paragraph.body.text
        if paragraph.annex or paragraph.ref in taken or ":" not in words:
            continue
        parts = parts_of(paragraph, bullets) or parts_within(words)
        over = sentence_ranges(words, 0, parts[0].begins) if len(parts) >= _FEWEST else ()
        chapeau = words[slice(*over[-1])] if over else ""
        verb = _decides(chapeau, own, report.title_text)
        if verb is None or earlier.search(chapeau) or tells(report, paragraph.section, conclusions, "section/before"):
            continue
        left = [words[slice(*part.at)].strip() for part in _left(words, parts, read[paragraph.ref])]
        if left and read[paragraph.ref]:
            found += [_line(paragraph, "one part in no form that is known", part) for part in left]
        elif left or (verb and not read[paragraph.ref]):
            found.append(_line(paragraph, "under words in no form that is known", chapeau))
    return tuple(found)


def _decides(chapeau: str, own: Sequence[str], title: str) -> bool | None:
    """Does the verb over a list say that the body whose report it is decided? None where its subject is another."""
    patterns = load_patterns("decided")
    subject = patterns["decided/subject"].regex.match(chapeau) if chapeau.endswith(_CLOSES) else None
    if subject is None or not subject["name"] or not is_own_name(subject["name"], own, title):
        return None
    return patterns["decided/binds"].regex.match(subject[0]) is not None


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
