"""Mentions: what is named, and where. Which entity is meant is decided elsewhere, by `rapporteur.link`.

Every mention knows the text part whose words it is and the span of those words in the text as read. The kinds of
mention stand in modules of their own beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.model.links import Rule
from rapporteur.model.refs import PartRef
from rapporteur.model.swift import swift
from rapporteur.model.text import Span


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something named in the text.

    :ivar part: the innermost text part that holds the words.
    :ivar span: of the words in the text as read.
    :ivar words: the same words normalised.
    :ivar rule: the pattern that found them.
    """

    part: PartRef
    span: Span
    words: str
    rule: Rule
