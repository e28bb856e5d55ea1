"""Decisions and resolutions: whose they are.

Takes decision mentions in their context, gives links and open mentions. "Decision 4/4" is of the body named beside it,
else of the one its sentence names, else of the body whose report it is; a subsidiary body takes no numbered decisions,
so that the body above it is meant. "That same decision" is the one named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.link.context import Context, Outcome, linked, unlinked
from rapporteur.link.organizations import BodyResolver
from rapporteur.model import Because, DecisionRef, DocumentRef, Entity, Grade, OrganizationRef
from rapporteur.model.citations import DecisionMention

_SUBSIDIARY = re.compile(r"/(?:WG|SC|AC|IG|IWG)\.\d+(?:/.*)?$")
"""Elements of a symbol that stand for a working group, subcommittee or ad hoc committee (UN Editorial Manual)."""


@dataclass
class DecisionResolver:
    """Decides whose decision a number is."""

    context: Context
    bodies: BodyResolver

    def target(self, mention: DecisionMention) -> tuple[Entity | None, Grade]:
        """The decision or resolution a mention with a number means."""
        code, grade = self._code(mention)
        if not code:
            return None, grade
        if mention.noun == "resolution":
            return DocumentRef(f"{code}/RES/{mention.number}"), grade
        return DecisionRef(code, mention.number), grade

    def _code(self, mention: DecisionMention) -> tuple[str, Grade]:
        """Code of the body and how it was found; a number with session or year in brackets needs a body named."""
        if mention.body:
            return mention.body, Grade.EXPLICIT
        if mention.bodies:
            return self._plenary(self.bodies.resolve(mention.bodies, mention)[0]), Grade.EXPLICIT
        if mention.sentence_bodies:
            code = self._plenary(self.bodies.resolve(mention.sentence_bodies, mention)[0])
            if code:
                return code, Grade.EXPLICIT
        if "(" in mention.number:
            return "", Grade.CONTEXT
        return self._plenary(self.context.body), Grade.CONTEXT

    def _plenary(self, body: OrganizationRef | None) -> str:
        """Code of the body that takes numbered decisions: the body itself, or the one it is subsidiary to."""
        for ref in self.context.lineage(body):
            code = self.context.authorities.organizations[ref.id].code
            if code and not _SUBSIDIARY.search(code):
                return code
        return ""


def link_decisions(context: Context, resolver: DecisionResolver) -> Iterator[Outcome]:
    """A link for every decision whose body is known; "that same decision" links to the one named last."""
    last: dict[str, tuple[DecisionMention, Entity]] = {}
    for mention in context.of_type(DecisionMention):
        kind = "footnote-document" if mention.bibliographic else "decision"
        if mention.number:
            target, grade = resolver.target(mention)
            if target is not None:
                last[mention.noun] = (mention, target)
                yield linked(mention, context.report, target, kind, grade)
            else:
                yield unlinked(mention, context.report, kind, Because.NO_CANDIDATE)
            continue
        before = last.get(mention.noun)
        if before is not None and before[0].order[0] >= mention.order[0] - 1:
            yield linked(mention, context.report, before[1], kind, Grade.CONTEXT)
        elif before is not None:
            yield unlinked(mention, context.report, kind, Because.NO_CANDIDATE, (before[1],))
