"""The address of every route for every persona: with objects that are there, someone else's, or nobody's."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

from practice.cli.docs import PARTNER_PERSONAS
from tests.integration.privacy.conftest import Furnished

PERSONAS = {
    "anonymous": None,
    "disabled": "disabled",
    "treating clinician": "imani",
    "colleague": "colleague",
    "co-therapist": "cotherapist",
    "cover": "cover",
    "supervisor": "supervisor",
    "administrator": "administrator",
    "privacy officer": "officer",
    "partner A": "amara",
    "partner B": "daniel",
    "other partner": "rosa",
}
_GAP = re.compile(r"<(?:\w+:)?(\w+)>")
WORDS = {
    "measure_id": "csi-16",
    "side": "a",
    "way": "items",
    "where": "today",
    "text_id": "informed_consent",
    "key": "one",
    "number": "1",
    "slug": "ib-balance-wheel",
    "filename": "css/partner.css",
}
CARD = "four-kinds"
# Routes whose id is of one thing for the care team and of another for a partner, or of a particular kind of homework.
_STAFF_THINGS = {
    "goal_id": "goal-both",
    "submission_id": "sent-pulse-a",
    "set_id": "set-wheel",
    "result_id": "result",
    "session_id": "next-joint",
    "check_id": "check-a",
    "report_id": "draft",
    "user_id": "leaver",
    "pathway_id": "own-pathway",
    "run_id": "run",
    "form_id": "own-form",
    "version_id": "own-form-version",
}
_OWN_THINGS = {
    "assignment_id": "rings-{side}",
    "submission_id": "sent-wheel-{side}",
    "check_id": "check-{side}",
    "report_id": "r2-{side}",
    "release_id": "release",
    "item_id": "shared-csi-16",
}
# A round that passed with nothing sent.
PASSED = "?on=2026-03-02"
_OF_BOTH = ("/wording", "/sign", "/discuss")


def own_things(rule: str, side: str) -> dict[str, str]:
    """Return which things stand for the ids in a partner's route."""
    found = {name: thing.format(side=side) for name, thing in _OWN_THINGS.items()}
    if rule.startswith("/intake/"):
        found["assignment_id"] = f"in-talking-{side}"
    if rule.endswith("/passed"):
        found["assignment_id"] = f"diary-{side}"
    if rule.endswith(_OF_BOTH):
        found["assignment_id"] = "meeting-both"
    return found


def staff_things(rule: str) -> dict[str, str]:
    """Return which things stand for the ids in a route of the care team."""
    of_both = (
        {"assignment_id": "timeout-both"} if "/form/" in rule else {"assignment_id": "softer-b"}
    )
    if "/intake/" in rule:
        of_both = {"assignment_id": "in-where-you-stand-a"}
    if rule.startswith("/starter-sets/"):
        of_both = {"set_id": "starter-set"}
    pathway = {"pathway_id": "ready"} if rule == "/pathways/<uuid:pathway_id>" else {}
    return {**_STAFF_THINGS, **of_both, **pathway}


def address(found: Furnished, rule: str, persona: str, *, side: str | None = None) -> str:
    """Return a route's address with objects in it.

    For a partner, ``side`` says whose objects: the own by default. The other couple's partner is given Amara's.
    """
    if rule.startswith(("/couples/", "/people", "/pathways", "/own-forms", "/starter-sets")):
        return filled(found, rule, staff_things(rule))
    whose = side or ("b" if persona == "partner B" else "a")
    path = filled(found, rule, own_things(rule, whose))
    return path + PASSED if rule.endswith("/passed") else path


def filled(found: Furnished, rule: str, things: dict[str, str]) -> str:
    """Return a route with every gap filled."""

    def value(gap: re.Match[str]) -> str:
        name = gap[1]
        if name == "couple_id":
            return str(found.house.couples["amara-daniel"])
        if name == "token":
            return found.things.texts["token"]
        if name == "key" and rule.startswith("/starter-sets/"):
            return "calm-first"
        if name == "slug" and rule.startswith("/reading/"):
            return CARD
        if name == "slug" and rule.startswith("/own-forms/"):
            return found.things.texts["own-form"]
        return WORDS.get(name) or str(found.things[things[name]])

    return _GAP.sub(value, rule)


def nowhere(path: str) -> str:
    """Return the same address with ids that no row has, one after another alike."""
    made: dict[str, str] = {}

    def other(held: re.Match[str]) -> str:
        return made.setdefault(held[0], str(uuid4()))

    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", other, path)


def ids_in(path: str) -> list[UUID]:
    """Return the ids in an address."""
    return [UUID(p) for p in path.split("/") if re.fullmatch(r"[0-9a-f-]{36}", p)]


def is_partner(persona: str) -> bool:
    """Return whether a persona is one of the partners."""
    return persona in PARTNER_PERSONAS
