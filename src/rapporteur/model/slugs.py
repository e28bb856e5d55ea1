"""Slugs: a printed name in, the identifier that stands for it out.

The form is fixed: NFKD, ASCII, lower case, hyphens. Two things of the same slug are told apart by whoever mints the
second, not here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHIC_BREAKS = re.compile("[\u2010-\u2015\u2018\u2019\u201c\u201d]")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """The slug of a printed name: lower-case ASCII letters and digits, joined by single hyphens.

    >>> slug("Office de l’État (Côte d'Ivoire)")
    'office-de-l-etat-cote-d-ivoire'
    """
    broken = _TYPOGRAPHIC_BREAKS.sub("-", name)
    plain = unicodedata.normalize("NFKD", broken).encode("ascii", "ignore").decode("ascii")
    return _NO_SLUG.sub("-", plain.lower()).strip("-")
