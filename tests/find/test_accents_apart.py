"""Are names read whose accents are characters of their own, and quoted as they stand?"""

from __future__ import annotations

import unicodedata

from rapporteur import link_text
from rapporteur.model import Record
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

WORDS = "Mr. José Núñez of Côte d’Ivoire met the Université Lamp Network of the Médecins Fédérés Union in Türkiye."


def test_accents_apart_change_no_link() -> None:
    """Does a passage with accents apart give the same links, and quote the text as it stands?"""
    apart = unicodedata.normalize("NFD", WORDS)
    found, plain = link_text(apart), link_text(WORDS)
    assert [str(link.target) for link in found.links] == [str(link.target) for link in plain.links] != []
    assert [unicodedata.normalize("NFC", link.quote) for link in found.links] == [link.quote for link in plain.links]
    assert all(apart[link.span.start : link.span.end] == link.quote for link in found.links)


def test_accents_apart_in_a_report() -> None:
    """Are a report's own words, and their quotes, the same with accents apart?"""
    text = f"# Report of the Board\n\n## I. Opening\n\n1. {WORDS}\n\n2. Perú asked.\n"
    apart, plain = (
        link_report(report_from_text(t, "a.md", Record())) for t in (unicodedata.normalize("NFD", text), text)
    )
    assert [p.body.text for p in apart.report.paragraphs] == [p.body.text for p in plain.report.paragraphs]
    assert [str(link.target) for link in apart.links] == [str(link.target) for link in plain.links]
    assert all(apart.report.quote(link.span) == link.quote for link in apart.links)
