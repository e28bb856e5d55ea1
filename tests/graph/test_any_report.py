"""Do reports as they come, with repeated numbers, annexes and notes by page, get a node for each of their parts?"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Namespace

from rapporteur.authorities import load_authorities
from rapporteur.graph import Built, build_graph
from rapporteur.model import LinkedReport, Record, Report
from rapporteur.read import read_report, report_from_text

RAP = Namespace("https://w3id.org/rapporteur/ontology#")
BUNDLED = Path(__file__).parents[2] / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
AWKWARD = """# Report on pilots

## I. Opening

1. The meeting was opened.<sup>1</sup>

1. The meeting was opened again.<sup>*</sup>

## I. Closing

### Thanks

2. Thanks were given:

(a) To the pilots;

(b) To the harbour.

---

<sup>1</sup> A/RES/55/25.

<sup>*</sup> By the Chair.
"""


def unlinked(report: Report) -> LinkedReport:
    """The report with nothing found in it."""
    return LinkedReport(report, None, (), (), (), (), (), (), (), (), ())


def parts(built: Built) -> dict[str, set[str]]:
    """Addresses of the text parts, below the report, by class."""
    found: dict[str, set[str]] = {}
    for subject, property_, value in built.facts:
        if property_ == RDF.type and str(subject).startswith(f"{built.iris.document}/"):
            name = str(value).rsplit("#", 1)[-1]
            found.setdefault(name, set()).add(str(subject).removeprefix(f"{built.iris.document}/"))
    return found


def test_the_bundled_report_is_whole() -> None:
    """Has the bundled report a node for each paragraph, note and lettered part, placed from 0 without a gap?"""
    built = build_graph(unlinked(read_report(BUNDLED)), load_authorities())
    found = parts(built)
    assert found["Paragraph"] == {f"paragraph/{number}" for number in range(1, 116)}
    assert found["Footnote"] == {f"note/{number}" for number in range(1, 16)}
    assert {"paragraph/31/a", "paragraph/31/b"} <= found["Subparagraph"]
    assert not any(path.startswith("paragraph/67/") for path in found["Subparagraph"]), "agenda items are none"
    places = sorted(int(str(value)) for _, property_, value in built.facts if property_ == RAP.order)
    assert places == list(range(sum(map(len, found.values()))))
    assert built.name == "CTOC-COP-WG.4-2010-6"


def test_what_comes_twice_is_told_apart() -> None:
    """Have a repeated paragraph, a repeated heading and a starred note nodes of their own, numbered as printed?"""
    report = report_from_text(AWKWARD, "pilots.md", Record(symbol="A/PILOT/1"))
    built = build_graph(unlinked(report), load_authorities())
    found = parts(built)
    assert found["Paragraph"] == {"paragraph/1", "paragraph/1~2", "paragraph/2"}
    assert len(found["Section"]) == len(report.sections) == 3
    assert len(found["Footnote"]) == len(report.footnotes) == 2
    assert found["Subparagraph"] == {"paragraph/2/a", "paragraph/2/b"}
    numbers = {str(s).rsplit("/", 1)[-1]: str(o) for s, p, o in built.facts if p == RAP.number and "paragraph/1" in s}
    assert numbers == {"1": "1", "1~2": "1"}


@pytest.mark.parametrize("symbol", ["A/PILOT/1", None])
def test_each_part_stands_in_the_report(symbol: str | None) -> None:
    """Does each part lead up to the report by isPartOf, and lie between its offsets in the text as read?"""
    built = build_graph(unlinked(report_from_text(AWKWARD, "pilots.md", Record(symbol=symbol))), load_authorities())
    above = {s: o for s, p, o in built.facts if str(p).endswith("isPartOf")}
    start = {s: int(o) for s, p, o in built.facts if p == RAP.start}
    end = {s: int(o) for s, p, o in built.facts if p == RAP.end}
    texts = {s: str(o) for s, p, o in built.facts if p == RAP.text}
    assert len(above) == 3 + 3 + 2 + 2
    for part in above:
        top, steps = part, 0
        while top in above:
            top, steps = above[top], steps + 1
            assert steps < 9
        assert top == built.iris.document
        assert 0 <= start[part] < end[part] <= len(built.text)
        if part in texts:
            assert texts[part].split()[0] in built.text[start[part] : end[part]]
