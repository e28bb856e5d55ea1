"""Invented reports for the search: facts as plain triples, so that no engine is needed to read them."""

from __future__ import annotations

ROOT = "https://w3id.org/rapporteur/id/"
RAP = "https://w3id.org/rapporteur/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
DCTERMS = "http://purl.org/dc/terms/"

Fact = tuple[str, str, str]


def report(symbol: str, *paragraphs: str) -> list[Fact]:
    """A report with these paragraphs, numbered from 1."""
    home = f"{ROOT}document/{symbol}"
    facts = [(home, TYPE, RAP + "Report"), (home, RAP + "symbol", symbol), (home, LABEL, symbol)]
    for number, text in enumerate(paragraphs, 1):
        facts += part(symbol, f"paragraph/{number}", "Paragraph", text, start=number * 1000)
    return facts


def part(symbol: str, tail: str, type_: str, text: str, start: int, **links: list[str]) -> list[Fact]:
    """A text part or unit of a report; ``links`` are properties of our vocabulary with what follows ``id/``."""
    home = f"{ROOT}document/{symbol}"
    iri = f"{home}/{tail}"
    facts = [
        (iri, TYPE, RAP + type_),
        (iri, LABEL, f"{symbol}, {tail.replace('/', ' ')}"),
        (iri, DCTERMS + "title" if type_ == "Section" else RAP + "text", text),
        (iri, RAP + "number", tail.rpartition("/")[2]),
        (iri, RAP + "start", str(start)),
        (iri, RAP + "end", str(start + len(text))),
    ]
    if type_ != "Recommendation":
        facts.append((iri, RAP + "inDocument", home))
    for name, targets in links.items():
        facts += [(iri, RAP + name, ROOT + target) for target in targets]
    return facts


def state(code: str, name: str) -> list[Fact]:
    """A State."""
    return [(f"{ROOT}state/{code}", TYPE, RAP + "State"), (f"{ROOT}state/{code}", LABEL, name)]


def lamps() -> list[Fact]:
    """A report: Fiji is named, speaks alone in paragraph 3 and recommends; Kenya and Chad speak in paragraph 4."""
    home = "document/LAMPS/1"
    facts = report("LAMPS/1", "Lamps on reefs burn kelp.", "A lamp near a reef was lit.")
    facts += state("FJI", "Fiji") + state("KEN", "Kenya") + state("TCD", "Chad")
    facts += part("LAMPS/1", "paragraph/3", "Paragraph", "Fiji told of lamp keepers.", 3000, mentions=["state/FJI"])
    facts += part("LAMPS/1", "paragraph/4", "Paragraph", "Kenya and Chad made statements.", 4000)
    facts += part(
        "LAMPS/1", "paragraph/5", "Paragraph", "It was agreed that: (a) Lamps be counted; (b) Reefs rest.", 5000
    )
    facts += part("LAMPS/1", "paragraph/5/a", "Subparagraph", "Lamps be counted;", 5021, mentions=["state/KEN"])
    facts.append((f"{ROOT}{home}/paragraph/5/a", DCTERMS + "isPartOf", f"{ROOT}{home}/paragraph/5"))
    facts += part(
        "LAMPS/1", "recommendation/5.1", "Recommendation", "Lamps be counted", 5021,
        recordedIn=[f"{home}/paragraph/5"], recommendedBy=["state/FJI"], strength=["strength/recommend"],
        addressee=["addressee/states"], theme=["theme/training"], cites=["instrument/vcdr/article/9/paragraph/2"],
    )  # fmt: skip
    for below, above in (("/article/9/paragraph/2", "/article/9"), ("/article/9", "")):
        facts.append((f"{ROOT}instrument/vcdr{below}", TYPE, RAP + "Provision"))
        facts.append((f"{ROOT}instrument/vcdr{below}", DCTERMS + "isPartOf", f"{ROOT}instrument/vcdr{above}"))
    facts += part("LAMPS/1", "section/I", "Section", "Lighting of lamps", 500)
    facts += part("LAMPS/1", "note/1", "Footnote", "See the Almanac of Côte Rouge lamps.", 9000)
    for code, place in (("FJI", 3), ("KEN", 4), ("TCD", 4)):
        iri = f"{ROOT}meeting/LAMPS/2031-05-06/statement/none/{code}"
        facts += [
            (iri, TYPE, RAP + "Statement"),
            (iri, LABEL, f"Statement of {code}"),
            (iri, RAP + "speaker", f"{ROOT}state/{code}"),
            (iri, RAP + "recordedIn", f"{ROOT}{home}/paragraph/{place}"),
        ]
    return facts


LAMPS = f"{ROOT}document/LAMPS/1"
REEFS = f"{ROOT}document/REEFS/2"


def reefs() -> list[Fact]:
    """Another report."""
    return report("REEFS/2", "A reef is older than a lamp.", "Corals quiver under zyzzyvas.")
