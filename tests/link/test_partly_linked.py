"""Lists of which some numbers are there and others are not: is each said once, and does the graph conform?"""

from __future__ import annotations

from rapporteur.model import LinkedReport
from rapporteur.pipeline import build_report, link_report
from rapporteur.read import report_from_text

TEXT = """CTOC/COP/WG.4/2031/9

# Report on the meeting of the Working Group on Trafficking in Persons held in Vienna on 3 and 4 March 2031

## I. Lamps

1. Azuria noted articles 40 to 43 and 9 of the Organized Crime Convention.

2. See paragraphs 1, 7 and 3 (b) above, and sections I and IV of the present report.

3. They asked (a) for lamps; and (b) for fog. See article 99 of the Organized Crime Convention.
"""


def linked() -> LinkedReport:
    return link_report(report_from_text(TEXT, "x.md"))


def test_the_words_that_stay_open_are_the_number_alone() -> None:
    """Is each open number quoted where it is printed, and a range by its ends?"""
    found = linked()
    opened = {mention.quote for mention in found.unlinked}
    assert opened >= {"40 to 43 and 9", "43", "7", "3 (b)", "IV", "article 99 of the Organized Crime Convention"}
    assert all(found.report.quote(mention.span) == mention.quote for mention in found.unlinked)


def test_no_words_are_linked_and_open_at_once() -> None:
    """Does no open mention share source, property and place with a link?"""
    found = linked()
    places = {(link.source, link.property, link.span) for link in found.links}
    assert not places & {(mention.source, mention.property, mention.span) for mention in found.unlinked}


def test_such_a_report_conforms() -> None:
    """Do the shapes find nothing but what the text lacks?"""
    _, checked = build_report(report_from_text(TEXT, "x.md"))
    assert not [finding for finding in checked.findings if finding.severity == "finding"]
