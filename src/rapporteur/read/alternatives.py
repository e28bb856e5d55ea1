"""Words to choose from: "[Decides][Requests] that Parties report" in a draft under negotiation → one finding a text.

Takes paragraphs, tells those that open with verbs in square brackets. Which of them will stand is open, so that no
recommendation or decision is read there; the text itself is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapporteur.model import Finding, Paragraph, Span
from rapporteur.read.labels import LAYOUT

_CHOICE = LAYOUT["paragraph/choice"].regex
_NAMED = 6
"""Paragraphs that are named one by one."""

Tell = Callable[[str, str, Span, str, str, str], Finding]
"""Makes a finding of its code, what was seen, where, what was expected, what to do, and how grave it is."""


def said_of_choices(paragraphs: Sequence[Paragraph], tell: Tell) -> Iterator[Finding]:
    """That paragraphs open with words to choose from; nothing where none does."""
    found = [(paragraph, match[0]) for paragraph in paragraphs if (match := _CHOICE.match(paragraph.body.text))]
    if not found:
        return
    first, words = found[0]
    numbers = [paragraph.number for paragraph, _ in found]
    further = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    several = len(numbers) > 1
    yield tell(
        "words-to-choose",
        f"Paragraph{'s' if several else ''} {', '.join(numbers[:_NAMED])}{further} open{'' if several else 's'} with "
        f"words to choose from, as “{words.strip()}”: what is decided or asked there is not read.",
        first.span,
        "a text that is agreed, without square brackets.",
        "Read the text as adopted instead; if there is none, there is nothing to do.",
        "warning",
    )
