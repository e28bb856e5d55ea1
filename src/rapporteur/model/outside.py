"""What other houses number: a citation whose form is read and whose target no authority can tell."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.model.citations import CitationMention
from rapporteur.model.swift import swift


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideMention(CitationMention):
    """A decision or document of another house by its number, of which no authority tells whose it is: it stays open.

    :ivar kind: "decision" or "document-symbol".
    """

    kind: str
