"""What the tests of the read room share: the bundled report, invented reports, and the shape of a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapporteur.model import CleanText, Report
from rapporteur.read import report_from_text

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
GOLD = ROOT / "tests" / "gold" / "CTOC-COP-WG.4-2010-6"

PORTS = """
Distr.: Limited
3 March 2008

Original: English

A/CONF.999/7

---

# Report of the Committee on Ports

## I. Introduction

1. The Committee met in Lisbon under the *Treaty of the Sea*<sup>1</sup> and thanked its host.

2. It adopted the following agenda:

1. Opening:
  - (a) Election of officers;
  - (b) Documentation.
2. Lighthouses.

---

<sup>1</sup> *Collected Treaties*, vol. 9.

## II. Recommendations

### A. Lighthouses

3. States should, under article 4, subparagraph (a), of the Treaty:

(a) Keep a lamp in every tower;<sup>2</sup>

(b) Count ships:

(i) By day;

(ii) By night.

4. The keepers of the towers were

---

<sup>2</sup> See A/CONF.999/3.

thanked for their work.
"""


def ports(*changes: tuple[str, str], name: str = "ports.md") -> Report:
    """The invented report with each change made once; the old words must be there."""
    text = PORTS
    for old, new in changes:
        assert old in text, f"{old!r} is not in the invented report"
        text = text.replace(old, new, 1)
    return report_from_text(text, name)


def texts(report: Report) -> Iterator[tuple[str, CleanText]]:
    """Every clean text of a report with a name for messages."""
    for ref, clean in report.texts():
        yield f"{ref.kind} {ref.path}", clean
    for paragraph in report.paragraphs:
        for item in paragraph.items:
            yield f"item {paragraph.key} {item.path}", item.body


def shape(report: Report) -> dict[str, Any]:
    """All that a report says, without any offset: what a change of line breaks or markup must not touch."""
    return {
        "title": report.title_text,
        "issued": report.issued,
        "symbol": report.symbol,
        "sections": [(s.path, s.label, s.level, s.parent, s.title.text) for s in report.sections],
        "paragraphs": [
            (p.key, p.section, p.annex, p.body.text, p.body.emphasis, [(m.number, m.at) for m in p.body.markers])
            for p in report.paragraphs
        ],
        "items": [(p.key, i.path, i.body.text, i.numbered) for p in report.paragraphs for i in p.items],
        "notes": [(n.id, n.number, n.body.text, n.body.emphasis, n.note_of) for n in report.footnotes],
        "findings": [(f.code, f.severity) for f in report.findings],
    }
