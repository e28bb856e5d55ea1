"""Who speaks beside another: is the second of a joined subject heard, and who is added to as well?"""

from __future__ import annotations

import pytest

from rapporteur import link_text


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The representative of Chile and the Minister of Fog of Peru, Ms. Ada Zedd, made statements.", "CHL ada-zedd"),
        ("The observer for Palestine and the Executive Secretary, Ms. Ada Zedd, made statements.", "PSE ada-zedd -"),
        ("The delegate of Chile and the Minister of Fog of Peru, Ms. Ada Zedd, made statements.", "ada-zedd"),
        ("In addition to the representative of Chile, the representatives of Peru and Chad spoke.", "CHL PER TCD"),
        ("In addition to the representative of Chile, the observer for Peru made a statement.", "CHL PER"),
        ("In addition to the representatives of Chile and Chad, the observer for Peru took the floor.", "CHL PER TCD"),
        ("In reply to the representative of Chile, the observer for Peru made a statement.", "PER"),
        ("In answer to the representative of Chile, the observer for Peru took the floor.", "PER"),
    ],
)
def test_who_is_joined_or_added_to_spoke_too(words: str, who: str) -> None:
    """Does everyone speak whom an "and" or "in addition to" adds, and nobody who is answered?"""
    speakers = [statement.speaker for statement in link_text(words).statements]
    found = sorted(str(getattr(one, "code", None) or getattr(one, "id", "-")) for one in speakers)
    assert found == sorted(who.split())
