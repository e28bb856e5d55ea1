"""The theme scheme: a report → whether it is about what the scheme of themes was made for.

The scheme divides one subject. On a report about another its concepts would be found by chance ("training") and would
say less than nothing; such a report gets no themes, and is told so.
"""

from __future__ import annotations

from rapporteur.model import Report
from rapporteur.patterns import load_patterns

OUTSIDE = "themes: the report is outside the scheme of themes, which is about trafficking in persons and the like"


def in_theme_scheme(report: Report) -> bool:
    """Does the title or a heading of the report name the subject of the scheme?"""
    subject = load_patterns("themes")["scheme/subject"].regex
    return any(subject.search(words) for words in (report.title_text, *(s.title.text for s in report.sections)))
