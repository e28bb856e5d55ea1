"""Are rules of procedure those of the body that convened a conference, or of a conference that the act never names?"""

from __future__ import annotations

import pytest
from citation_rows import address, links_of, report_of

RULES = "instrument/general-assembly-rules-of-procedure/rule"


@pytest.mark.parametrize(
    ("symbol", "words", "linked", "left_open"),
    [
        ("A/CONF.99/7", "Under rules 57 and 58 of the rules of procedure, it rose.", [], 2),
        ("A/CONF.99/7", "It adopted the rules of procedure. Under rule 3, it rose.", [], 1),
        ("A/CONF.99/7", "Under rule 2 of the rules of procedure of the Conference, it rose.", [], 1),
        ("A/CONF.99/7", "Under rule 4 of the rules of procedure of the General Assembly, it rose.", [f"{RULES}/4"], 0),
        ("A/99/7", "Under rule 4 of the rules of procedure, it rose.", [f"{RULES}/4"], 0),
        ("A/99/7", "Under rule 4 of the rules of procedure of the Lamp Committee, it rose. Rule 5 held.", [], 2),
        ("A/99/7", "Under rule 4 of the rules of procedure of the United Nations Lamp Conference, it rose.", [], 1),
        ("A/99/7", "Under rule 4 of the rules of procedure for meetings of the Conference of the Parties", [], 1),
        ("CAT/C/9/1", "Under rule 4 of its rules of procedure, the General Assembly rose.", [f"{RULES}/4"], 0),
        ("CAT/C/9/1", "Rule 4 of the General Assembly’s rules of procedure was read.", [f"{RULES}/4"], 0),
    ],
)
def test_rules_of_a_conference(symbol: str, words: str, linked: list[str], left_open: int) -> None:
    """Is a rule of a conference open, and no body that the act does not name its rival?"""
    found = links_of(report_of(words, symbol=symbol))
    assert [address(link.target) for link in found.links if link.kind == "rule-of-procedure"] == linked
    opened = [mention for mention in found.unlinked if mention.kind == "rule-of-procedure"]
    assert (len(opened), [mention.candidates for mention in opened]) == (left_open, [()] * left_open)
