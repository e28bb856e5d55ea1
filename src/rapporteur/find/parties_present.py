"""Parties present: an organization in a list of parties → the capacity in which it came.

Only an organization of regional integration is a party to a treaty of States; any other that such a list names came in
a capacity that the words do not say.
"""

from __future__ import annotations

from rapporteur.model.actors import Expected
from rapporteur.patterns import load_patterns


def as_party(capacity: str, name: str, expects: Expected) -> str:
    """The capacity of an organization in a list of those who came in a capacity.

    :param expects: what the head of the list announces; where it is not States alone, no organization is taken for a
        party.

    >>> as_party("state-party", "the European Union", "state")
    'regional-organization-party'
    >>> as_party("state-party", "World Bank", "state"), as_party("represented", "European Union", "state")
    ('represented', 'represented')
    """
    if capacity != "state-party":
        return capacity
    built = load_patterns("attendance")["attendance/integrates"].regex.search(name) is not None
    return "regional-organization-party" if built and expects == "state" else "represented"
