"""Is a recorded vote said to be unread, whole, and are the States in it naming of States all the same?"""

from __future__ import annotations

from rapporteur import link_text

VOTE = """The draft was adopted by a recorded vote of 2 to 1, with 1 abstention. The voting was as follows:

In favour:
Algeria, Angola

Against:
Belgium

Abstaining:
Chile
"""


def test_each_list_of_a_vote_is_said() -> None:
    """Is none of the three lists passed over, where each stands by itself?"""
    found = link_text(VOTE)
    assert [line.partition("as one: ")[2].split(":")[0] for line in found.unread] == [
        "The draft was adopted by a recorded vote of 2 to 1, with 1 abstention",
        "In favour",
        "Against",
        "Abstaining",
    ]
    assert {link.quote for link in found.links if link.property == "mentions"} == {
        "Algeria",
        "Angola",
        "Belgium",
        "Chile",
    }
