"""Short names of bodies in another house's report: is a body that the report never names no rival, and no target?"""

from __future__ import annotations

from actors_sample import books

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, Record
from rapporteur.pipeline import link_text
from rapporteur.read import report_from_text


def linked(words: str, symbol: str | None = None) -> LinkedReport:
    text = f"# Report of the Assembly of Lamp Keepers\n\n## I. Opening\n\n1. {words}\n"
    report = report_from_text(text, "invented.md", Record(symbol=symbol))
    return link_mentions(find_mentions(report, books()), books())


def rivals(found: LinkedReport) -> list[tuple[str, str, list[str]]]:
    return [
        (m.quote, m.because.value, [getattr(ref, "id", "") for ref in m.candidates])
        for m in found.unlinked
        if m.kind == "organization"
    ]


def test_a_body_that_the_report_never_names_is_no_rival() -> None:
    """Do the bureau and the council of an unknown house stay open without bodies of other houses?"""
    found = linked("The Bureau met twice. It asked the Council for lamps.")
    assert rivals(found) == [("Bureau", "no-candidate", []), ("Council", "no-candidate", [])]


def test_a_body_that_the_report_names_is_a_rival() -> None:
    """Does a body that is named somewhere in the report stay a rival?"""
    found = linked("The Council met twice. It wrote to the Human Rights Council.")
    assert rivals(found) == [("Council", "unknown-form", ["hrc"])]


def test_a_loose_passage_shows_who_bears_the_name() -> None:
    """Does a passage that says nothing of its house keep all the bodies of a name as candidates?"""
    (only,) = (m for m in link_text("The Council met twice.").unlinked if m.kind == "organization")
    assert {"hrc", "ecosoc"} <= {getattr(ref, "id", "") for ref in only.candidates}


def test_the_secretariat_of_another_house_is_not_the_united_nations() -> None:
    """Is a bare "Secretariat" linked only where the Secretariat of the United Nations serves?"""
    words = "The Secretariat printed a list of lamps."
    for symbol, expected in (("IPBES/9/14", []), (None, []), ("CTOC/COP/WG.4/2019/5", ["secretariat"])):
        found = [getattr(link.target, "id", "") for link in linked(words, symbol).links if link.quote == "Secretariat"]
        assert sorted(set(found)) == expected, symbol
