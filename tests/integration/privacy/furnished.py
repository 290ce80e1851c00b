"""A house in which everything there is has been made once, through the same services as everyone's requests."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from practice.access.actor import Role
from practice.assignments import queries as assignments
from practice.assignments import services as giving
from practice.caseload import services as caseload
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.intake import queries as intake_queries
from practice.intake import services as intake
from practice.lib import clock
from practice.outcomes import services as outcomes
from practice.own_forms import queries as own_form_queries
from practice.own_forms import services as own_forms
from practice.own_forms.rules import drafting
from practice.pathways import queries as pathway_queries
from practice.pathways import services as pathways
from practice.pathways.rules.drafting import new_draft
from practice.reports import queries as report_queries
from practice.reports import services as reports
from practice.responses import queries as responses
from practice.responses import services as answering
from practice.safety import queries as safety_queries
from practice.safety import rules as safety_rules
from practice.safety import services as safety
from practice.treatment import services as treatment
from tests.factories.homework import MONDAY, Set, clear, give, open_sexual_work, plausible
from tests.factories.house import House
from tests.factories.measured import enter_measures

WHO = {"a": "amara", "b": "daniel"}
TODAY = MONDAY + timedelta(days=12)
ONCE = Schedule(ScheduleKind.ONCE, None)
ALL_NO = {q.key: "no" for q in safety_rules.private_check().questions if not q.in_words} | {
    "s15": "yes"
}


@dataclass
class Things:
    """The ids of what was made, by name; those of one partner alone by name and side (``submission-a``)."""

    ids: dict[str, UUID] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> UUID:
        return self.ids[name]


@contextmanager
def at(house: House, hours: float) -> Iterator[None]:
    """A writing unit some hours after the Monday."""
    with clock.set_to(MONDAY + timedelta(hours=hours)), house.writing():
        yield


def furnish(house: House) -> Things:
    """Make everything there is for Amara and Daniel, and return where it is."""
    things = Things()
    with clock.set_to(MONDAY):
        clear(house)
        open_sexual_work(house)
        enter_measures(house)
        _safety(house, things)
        _homework(house, things)
        _intake(house, things)
    _sessions_and_goals(house, things)
    _sharing(house, things)
    _reports(house, things)
    _pathways(house, things)
    _starter_set(house, things)
    _own_forms(house, things)
    _door(house, things)
    return things


# Homework ----------------------------------------------------------------------------------------------------------------------


def _homework(house: House, things: Things) -> None:
    given = {
        "wheel": give(house, "ib-balance-wheel", schedule=ONCE),
        "pulse": give(house, "ci-weekly-pulse"),
        "rings": give(house, "df-closeness-circles", schedule=ONCE),
        "signals": give(house, "er-overwhelm-signals"),
        "timeout": give(house, "cc-timeout-agreement", schedule=ONCE),
        "meeting": give(house, "ci-couple-meeting", schedule=ONCE),
        "softer": give(house, "cc-softer-reach", to="b"),
        "topics": give(house, "sc-topic-comfort", schedule=ONCE),
        "diary": give(house, "df-own-life", schedule=Schedule(ScheduleKind.EVERY_N_WEEKS, 1)),
        "after": give(house, "df-self-validation", schedule=Schedule(ScheduleKind.AFTER_SESSION)),
    }
    for name, row in given.items():
        things.ids[f"set-{name}"] = row.set_id
        for part in ("a", "b", "both"):
            if (found := getattr(row, part)) is not None:
                things.ids[f"{name}-{part}"] = found
    for side in "ab":
        with at(house, 1):
            for name in ("wheel", "pulse"):
                things.ids[f"sent-{name}-{side}"] = send(house, side, given[name])
            draft(house, side, given["rings"])
            _sign(house, side, given["timeout"])
    with at(house, 2):
        both = Set(given["meeting"].set_id, both=given["meeting"].both)
        draft(house, "b", both)
    with at(house, 30):
        things.ids["agreement"] = _put_in_force(house, given["timeout"])
        things.ids["release"] = release(house, given["wheel"])
        for name in ("wheel", "pulse"):
            case = house.case("imani")
            sent = responses.submission_of(case.actor, case.id, things[f"sent-{name}-b"])
            answering.review(sent, by=case.actor, comment="Thank you for this.", quality=7)
    for side in "ab":
        with house.reading():
            found = own_round(house, side, given["rings"])
            things.texts[f"form-key-{side}"] = str(found.draft.form_key) if found.draft else ""


def _intake(house: House, things: Things) -> None:
    """Give all of the intake to both; one section is sent by both and opened."""
    with house.writing():
        case = house.case("imani")
        intake.give(case, to="ab", stages=(1, 2, 3, 4), by=case.actor)
        for side, sections in intake_queries.intake_of(case).sides.items():
            for section in sections:
                slug = section.definition.slug
                things.ids[f"set-{slug}"] = section.assignment.set_id
                things.ids[f"{slug}-{side}"] = section.id
    hopes = Set(things["set-in-hopes"], things["in-hopes-a"], things["in-hopes-b"])
    for side in "ab":
        with at(house, 1):
            things.ids[f"sent-hopes-{side}"] = send(house, side, hopes)
    with at(house, 30):
        release(house, hopes)


def _starter_set(house: House, things: Things) -> None:
    with at(house, 42.6):
        case = house.case("imani")
        given = assignments.rows_of_set(case, things["set-diary"])
        things.ids["starter-set"] = giving.save_set("Of Imani's own", [given], by=case.actor).id


def own_given(house: House, side: str, given: Set) -> assignments.Given:
    """Load what one partner was given, alone or with the other."""
    one = getattr(given, side) or given.both
    return assignments.own_assignment(house.actor(WHO[side]), one)


def own_round(house: House, side: str, given: Set) -> responses.Round:
    """Load the round to write in now."""
    return responses.round_of(own_given(house, side, given))


def draft(house: House, side: str, given: Set, answers: dict[str, Any] | None = None) -> Any:
    """Write all of it, and do not send it."""
    found = own_round(house, side, given)
    keys = {f.key for f in found.fields_for(plausible(found.given.definition))}
    words = {k: v for k, v in plausible(found.given.definition).items() if k in keys}
    return answering.fill_in(
        found, words if answers is None else answers, by=found.given.case.actor
    )


def send(
    house: House,
    side: str,
    given: Set,
    answers: dict[str, Any] | None = None,
    keep_back: Collection[str] = (),
) -> UUID:
    """Write all of it and send it."""
    written = draft(house, side, given, answers)
    found = own_round(house, side, given)
    row = answering.send(
        found, by=found.given.case.actor, form_key=written.form_key, keep_back=keep_back
    )
    return row.id


def _sign(house: House, side: str, given: Set) -> None:
    found = own_round(house, side, given)
    if found.draft is None:
        draft(house, side, given)
        found = own_round(house, side, given)
    sign_form(found)


def sign_form(found: responses.Round) -> None:
    """Sign the wording of a form of both as it stands, alone."""
    case = found.given.case
    digest = responses.wording(found.given, found.key, found.given_answers).digest
    answering.sign_wording(found, digest, signed_name=case.own.name, by=case.actor)


def _put_in_force(house: House, given: Set) -> UUID:
    case = house.case("imani")
    found = assignments.assignment_of(case.actor, case.id, given.both)
    return answering.put_in_force(responses.agreement_of(found), by=case.actor).id


def release(house: House, given: Set, left_out: Collection[str] = ()) -> UUID:
    """Open a round to both as previewed; the one writing unit is the caller's."""
    case = house.case("imani")
    pair = responses.pair_of(assignments.rows_of_set(case, given.set_id))
    prepared = answering.prepare(pair, left_out)
    return answering.release(prepared, digest=prepared.digest, by=case.actor).id


# The rest ----------------------------------------------------------------------------------------------------------------------


def answer_private_questions(house: House, side: str, given: dict[str, str]) -> UUID:
    """Answer the private questions and send them; inside a writing unit."""
    case = house.case(WHO[side])
    for part in safety_rules.private_check().parts:
        held = {q.key: given[q.key] for q in part.questions if q.key in given}
        safety.save_part(case, part, held, by=case.actor)
    written = safety_queries.draft(case)
    assert written is not None
    return safety.send(case, UUID(written.answers["form_key"]), by=case.actor).id


def _safety(house: House, things: Things) -> None:
    for side in "ab":
        with house.writing():
            things.ids[f"check-{side}"] = answer_private_questions(house, side, ALL_NO)
        with house.writing():
            case = house.case("imani")
            check = safety_queries.check_of(case, things[f"check-{side}"])
            safety.allow_viewing(case, check, allowed=True, by=case.actor)
    with house.writing():
        case = house.case("imani")
        taken = date(2026, 2, 1)
        things.ids["result"] = outcomes.enter_score(case, "a", "ors", taken, 18.5, by=case.actor).id
        outcomes.enter_score(case, "a", "e-hits", taken, 14, by=case.actor)


def _sessions_and_goals(house: House, things: Things) -> None:
    with at(house, 31):
        case = house.case("imani")
        for kind in ("joint", "a", "b"):
            held = treatment.add_session(
                case, kind, MONDAY - timedelta(days=3), attended=True, by=case.actor
            )
            things.ids[f"session-{kind}"] = held.id
            coming = treatment.add_session(case, kind, TODAY + timedelta(days=3), by=case.actor)
            things.ids[f"next-{kind}"] = coming.id
        for owner in ("both", "a", "b"):
            goal = treatment.add_goal(case, owner, f"A goal of {owner}", by=case.actor)
            things.ids[f"goal-{owner}"] = goal.id
            for day, level in ((date(2026, 2, 2), -1), (date(2026, 3, 2), 1)):
                treatment.rate_goal(case, goal, level, day, by=case.actor)


def _sharing(house: House, things: Things) -> None:
    for side in "ab":
        with at(house, 32):
            case = house.case(WHO[side])
            for measure in ("csi-16", "gas"):
                outcomes.choose_sharing(case, measure, True, by=case.actor)
    with at(house, 33):
        case = house.case("imani")
        for measure in ("csi-16", "gas"):
            shared = outcomes.release_measure(case, measure, by=case.actor)
            things.ids[f"shared-{measure}"] = shared.id


def _reports(house: House, things: Things) -> None:
    with at(house, 40):
        case = house.case("imani")
        reports.ask_for_words(case, by=case.actor)
    for side in "ab":
        with at(house, 41):
            choose_words(house, side, agreed=True)
    with at(house, 42):
        for name, kind, side, to in (
            ("r1", "R1", None, "ab"),
            ("r2-a", "R2", "a", "a"),
            ("r2-b", "R2", "b", "b"),
        ):
            things.ids[name] = give_report(house, kind, side, to)
        case = house.case("imani")
        things.ids["draft"] = reports.compile_report(case, "R4", by=case.actor).id
        things.ids["r3"] = reports.compile_report(case, "R3", by=case.actor).id


def choose_words(house: House, side: str, *, agreed: bool) -> None:
    """Answer about all own words; inside a writing unit."""
    case = house.case(WHO[side])
    chosen = [str(c.id) for c, _, _ in reports.own_words_to_choose(case)] if agreed else []
    reports.choose_words(case, chosen, by=case.actor)


def give_report(house: House, kind: str, side: str | None, to: str) -> UUID:
    """Compile, lock and give a report; inside a writing unit."""
    case = house.case("imani")
    row = reports.compile_report(case, kind, side, by=case.actor)
    found = report_queries.ReportInCase(case, row)
    reports.lock(found, by=case.actor)
    for recipient in to:
        reports.give(found, recipient, by=case.actor)
    return row.id


def _pathways(house: House, things: Things) -> None:
    with at(house, 42.5):
        case = house.case("imani")
        made = {one.definition.slug: one for one in pathway_queries.startable(case.actor)}
        ready = made["stress-from-outside"]
        run = pathways.start(
            case, ready.version_id, sides="ab", starts_on=MONDAY.date(), by=case.actor
        )
        draft = {
            **new_draft("One of Imani's own"),
            "steps": [
                {
                    "key": "one",
                    "exercise": "er-soothing-menu",
                    "assign_to": "each",
                    "rule": {"kind": "none"},
                    "planned_week": 1,
                    "for_weeks": 1,
                    "schedule": {"kind": "once"},
                }
            ],
        }
        own = pathways.make(draft, by=case.actor)
        things.ids |= {"ready": ready.id, "run": run.id, "own-pathway": own.id}


def _own_forms(house: House, things: Things) -> None:
    """A form of the practice with one question and one score, published once."""
    with at(house, 42.7):
        actor = house.actor("imani")
        made = own_forms.begin("One of our own", by=actor)
        rating = {"key": "one", "type": "rating_0_10", "visibility": "own", "prompt": "One"}
        score = {"key": "one", "label": "One", "kind": "sum", "items": [{"field": "one"}]}
        draft = drafting.with_score(drafting.with_question(made.definition, rating), score)
        own_forms.save(own_form_queries.own_form(actor, made.id), draft, revision=1, by=actor)
        found = own_form_queries.own_form(actor, made.id)
        things.ids["own-form-version"] = own_forms.publish(found, revision=2, by=actor).id
        things.ids["own-form"], things.texts["own-form"] = made.id, made.slug
    ours = give(house, things.texts["own-form"], schedule=ONCE)
    assert ours.a
    assert ours.b
    things.ids |= {"set-ours": ours.set_id, "ours-a": ours.a, "ours-b": ours.b}


def _door(house: House, things: Things) -> None:
    with at(house, 43):
        house.add_person("leaver", Role.CLINICIAN, "Someone Leaving")
        things.ids["leaver"] = house.people["leaver"]
        house.add_couple(
            "nora-ilse", "imani", ("Nora Berg", "she/her"), ("Ilse Vogt", "they/them"), signed=False
        )
    with at(house, 12 * 24 - 1):
        case = house.case("imani", "nora-ilse")
        things.texts["token"] = caseload.invite_partner(case, "a", by=case.actor).token
