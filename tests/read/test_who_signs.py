"""Who signs an act, over its annexes: words of the act, and no heading."""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_bytes

ACT = """A/CONF.999/10

FINAL ACT OF THE UNITED NATIONS CONFERENCE ON LAMPS

1. The Conference on Lamps met in Strelsau.

2. It drew up the Lamps Convention.

DONE at Strelsau this third day of May.

Ada Zedd
President of the Conference

ANNEX I

{title}

{first}

The United Nations Conference on Lamps,

Recalling its work,

1. Decides to light the lamps.
"""


@pytest.mark.parametrize(
    ("title", "first", "paths"),
    [
        ("Resolutions adopted by the Conference", "Resolution A", ["annex-I", "annex-I/resolution-a"]),
        ("Resolutions adopted by the Conference", "Resolution I", ["annex-I", "annex-I/resolution-i"]),
    ],
)
def test_a_signature_is_no_heading(title: str, first: str, paths: list[str]) -> None:
    """Are the annex and its resolution the only sections, whether a letter or a number counts it?"""
    report = report_from_bytes(ACT.format(title=title, first=first).encode(), "act.txt")
    assert [section.path for section in report.sections] == paths
    assert report.paragraphs[1].body.text.endswith("Ada Zedd President of the Conference")
