"""Who came, spoke and acceded, what was on the agenda, who is named: scored."""

from __future__ import annotations

from collections import defaultdict

from rdflib.term import Node

from rapporteur.authorities import load_authorities
from rapporteur.model import OrganizationRef
from rapporteur.score.facts import DCTERMS, FOAF, RAP, GraphFacts
from rapporteur.score.gold import Gold, Row, split_list
from rapporteur.score.scope import in_scope, scoped_links
from rapporteur.score.tally import Tally, compare_sets

STATE_CAPACITIES = {
    "attendance_party": "state-party",
    "attendance_signatory_observer": "signatory-observer",
    "attendance_nonparty_observer": "non-party-observer",
    "attendance_entity_observer": "permanent-observer-entity",
}
GROUP_CAPACITIES = {
    "regional-economic-integration-organization-party": "regional-organization-party",
    "entity-permanent-observer-mission": "permanent-observer-entity",
    "united-nations-entity": "un-entity-observer",
    "igo-permanent-observer-office": "intergovernmental-permanent-observer",
    "entity-permanent-observer-office": "other-permanent-observer",
    "igo-observer": "intergovernmental-observer",
}


def _who(facts: GraphFacts, local: str) -> str:
    """A participant as gold names it: a State by code, anything else by its label in lower case."""
    return local.removeprefix("state/") if local.startswith("state/") else facts.label(local).lower()


def _recorded(gold: Gold, facts: GraphFacts, class_: str) -> list[Node]:
    """The nodes of a class that an annotated paragraph records."""
    return [n for n in facts.of_type(class_) if any(in_scope(gold, s) for s in facts.values(n, RAP.recordedIn))]


def score_attendance(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Who was represented, each with its capacity, States and organizations together."""
    expected: dict[object, str] = {}
    for row in gold.states:
        if row["role"] in STATE_CAPACITIES:
            expected[row["iso3"], STATE_CAPACITIES[row["role"]]] = f"{row['name_as_written']} ({row['role']})"
    coded = {row["name_as_written"].lower() for row in gold.states if row["role"] in STATE_CAPACITIES}
    for row in gold.organizations:
        if row["role"] == "attendance" and not row["optional"] and row["canonical"].lower() not in coded:
            capacity = GROUP_CAPACITIES[row["attendance_group"].split("-", 1)[1]]
            expected[row["canonical"].lower(), capacity] = f"{row['canonical']} ({capacity})"
    given: dict[object, str] = {}
    for node in _recorded(gold, facts, "Participation"):
        who = facts.value(node, RAP.participant)
        if facts.value(node, RAP.role) or "/person/" in who:
            continue
        capacity = facts.value(node, RAP.capacity).removeprefix("capacity/")
        given[_who(facts, who), capacity] = f"{facts.value(node, RAP.nameAsWritten)} ({capacity})"
    return {"attendance": compare_sets(given, expected)}


def score_statements(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Who took the floor, on which item, in which capacity."""
    expected: dict[object, str] = {}
    rows: list[tuple[str, Row]] = [(row["iso3"], row) for row in gold.states if row["role"] == "statement"]
    rows += [(row["canonical"].lower(), row) for row in gold.organizations if row["role"] == "statement"]
    for who, row in rows:
        expected[who, str(row["agenda_item"] or ""), row["capacity"]] = (
            f"{who} on item {row['agenda_item']} as {row['capacity']}"
        )
    given: dict[object, str] = {}
    for node in _recorded(gold, facts, "Statement"):
        item = facts.value(node, RAP.agendaItem).rsplit("/item/", 1)[-1]
        capacity = facts.value(node, RAP.capacity).removeprefix("capacity/")
        who = _who(facts, facts.value(node, RAP.speaker))
        given[who, item, capacity] = f"{facts.value(node, RAP.nameAsWritten)} on item {item} as {capacity}"
    return {"statements": compare_sets(given, expected)}


def score_accessions(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Who acceded."""
    expected: dict[object, str] = {
        row["iso3"]: row["name_as_written"] for row in gold.states if row["role"] == "accession"
    }
    given: dict[object, str] = {
        _who(facts, facts.value(node, RAP.participant)): facts.value(node, RAP.nameAsWritten)
        for node in _recorded(gold, facts, "Accession")
    }
    return {"accessions": compare_sets(given, expected)}


def score_state_mentions(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Namings of States outside the lists, once a (paragraph, State)."""
    expected: dict[object, str] = {
        (str(row["paragraph"]), row["iso3"]): f"paragraph {row['paragraph']}: {row['name_as_written']}"
        for row in gold.states
        if row["role"] == "mention"
    }
    given: dict[object, str] = {
        (link.source.split("/")[1], link.target.removeprefix("state/")): f"{link.source}: {link.quote}"
        for link in scoped_links(gold, facts, "mentions", "state/")
        if link.source.startswith("paragraph/")
    }
    return {"state-mentions": compare_sets(given, expected)}


def score_presentations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Persons who presented, by name; gold names them as panellists."""
    expected: dict[object, str] = {row["name"]: row["name"] for row in gold.persons if row["role"] == "panellist"}
    given: dict[object, str] = {}
    for node in _recorded(gold, facts, "Presentation"):
        for person in facts.nodes(node, RAP.speaker):
            given[facts.value(person, FOAF.name)] = facts.value(node, RAP.nameAsWritten)
    return {"presentations": compare_sets(given, expected)}


def score_persons(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Persons named in the annotated paragraphs, each with role and what the person represents."""
    expected: dict[object, str] = {}
    for row in gold.persons:
        expected[row["name"], row["role"].replace("mentioned", ""), row["iso3"] or ""] = row["name"]
    roles: dict[str, tuple[str, str]] = {}
    for node in facts.of_type("Participation"):
        who = facts.value(node, RAP.participant)
        if facts.value(node, RAP.role) not in ("", "role/speaker"):
            role = facts.value(node, RAP.role).removeprefix("role/")
            roles[who] = (role, facts.value(node, RAP.representing).removeprefix("state/"))
    given: dict[object, str] = {}
    for node in facts.of_type("Person"):
        local = facts.local(node)
        places = [link.source for link in facts.links if link.target == local and link.property == "mentions"]
        places += [
            source
            for holder in facts.of_type("Participation")
            if facts.value(holder, RAP.participant) == local
            for source in facts.values(holder, RAP.recordedIn)
        ]
        if any(in_scope(gold, source) for source in places):
            name = facts.value(node, FOAF.name)
            role, state = roles.get(local, ("", ""))
            wanted = [key for key in expected if isinstance(key, tuple) and key[0] == name and key[1] == role == ""]
            given[wanted[0] if wanted else (name, role, state)] = name
    return {"persons": compare_sets(given, expected)}


def _bears(facts: GraphFacts, local: str, name: str) -> bool:
    """Does an organization bear a name: its label, or another that the authorities know it by?"""
    plain = name.removeprefix("the ")
    ref = OrganizationRef(local.removeprefix("organization/"))
    return plain.lower() == facts.label(local).lower() or ref in load_authorities().organizations_named(plain)


def score_organizations(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Organizations named, once a (paragraph or note, organization), whichever of its names the gold gives; lists of
    attendance and speakers apart."""
    expected: dict[object, str] = {}
    names: dict[str, set[str]] = defaultdict(set)
    optional: set[object] = set()
    for row in gold.organizations:
        if row["heading"] or row["role"] in ("attendance", "statement"):
            continue
        place = f"note/{row['footnote']}" if row["footnote"] else f"paragraph/{row['paragraph']}"
        key = (place, row["canonical"].lower())
        if row["optional"]:
            optional.add(key)
            optional.add((place, str(row["acronym"] or "").lower()))
        else:
            expected[key] = f"{place}: {row['canonical']}"
            names[place].add(row["canonical"])
    given: dict[object, str] = {}
    for link in scoped_links(gold, facts, "mentions", "organization/"):
        place = "/".join(link.source.split("/")[:2])
        name = next((n for n in sorted(names[place]) if _bears(facts, link.target, n)), facts.label(link.target))
        given[place, name.lower()] = f"{place}: {link.quote} -> {link.target}"
    return {"organizations": compare_sets(given, expected, optional)}


def score_agenda(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """Agenda items by number, title and parent; their sections, documents and dates as pairs."""
    wanted: dict[str, dict[object, str]] = {
        "agenda": {},
        "agenda/sections": {},
        "agenda/documents": {},
        "agenda/dates": {},
    }
    for row in gold.agenda:
        number = row["item"]
        wanted["agenda"][number, row["title"], row["parent"]] = f"item {number} {row['title'][:40]}"
        for section in (row["deliberation_section"], row["recommendation_section"]):
            if section:
                wanted["agenda/sections"][number, section] = f"item {number} in {section}"
        for symbol in split_list(row["documents"]):
            wanted["agenda/documents"][number, f"document/{symbol}"] = f"item {number} had {symbol}"
        if row["date_considered"]:
            wanted["agenda/dates"][number, row["date_considered"]] = f"item {number} on {row['date_considered']}"
    given: dict[str, dict[object, str]] = {name: {} for name in wanted}
    for node in facts.of_type("AgendaItem"):
        number = facts.value(node, RAP.number)
        parents = [facts.value(parent, RAP.number) for parent in facts.nodes(node, DCTERMS.isPartOf)]
        title = facts.value(node, DCTERMS.title)
        given["agenda"][number, title, (parents or [""])[0]] = f"item {number} {title[:40]}"
        for section in facts.values(node, RAP.discussedIn):
            given["agenda/sections"][number, section.removeprefix("section/")] = f"item {number} in {section}"
        for document in facts.values(node, RAP.hadBefore):
            given["agenda/documents"][number, document] = f"item {number} had {document}"
        for day in facts.values(node, RAP.consideredOn):
            given["agenda/dates"][number, day] = f"item {number} on {day}"
    return {name: compare_sets(given[name], wanted[name]) for name in wanted}
