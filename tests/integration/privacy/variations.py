"""What may differ of one partner's private side: each is done by A herself, or by the care team about A alone.

Whatever of it happened, nothing of B's changes (SECURITY I1). Add a variation here whenever there is a new private thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from practice.accounts import services as accounts
from practice.assignments import services as assignments
from practice.caseload import services as caseload
from practice.catalogue.fields.contract import SKIPPED
from practice.lib import clock
from practice.outcomes import queries as outcome_queries
from practice.outcomes import services as outcomes
from practice.responses import queries as responses
from practice.responses import services as answering
from practice.safety import queries as safety_queries
from practice.safety import services as safety
from practice.treatment import queries as treatment_queries
from practice.treatment import services as treatment
from tests.factories.homework import Set, give, plausible
from tests.factories.house import PASSWORD, House, Visitor
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import (
    ALL_NO,
    MONDAY,
    answer_private_questions,
    choose_words,
    draft,
    give_report,
    own_round,
    send,
    sign_form,
)

Variation = Callable[[Furnished], None]
VARIATIONS: dict[str, Variation] = {}
WHEN = MONDAY + timedelta(days=11)
TEXT = "Nobody but me and Dr. Reyes. CANARY-OF-AMARA"


def variation(name: str) -> Callable[[Variation], Variation]:
    """Register one named variation."""

    def keep(act: Variation) -> Variation:
        VARIATIONS[name] = act
        return act

    return keep


def given(found: Furnished, name: str) -> Set:
    """Return what was given, from the ids kept."""
    ids = found.things.ids
    return Set(
        ids[f"set-{name}"], ids.get(f"{name}-a"), ids.get(f"{name}-b"), ids.get(f"{name}-both")
    )


def amara(found: Furnished) -> Visitor:
    """Amara at her own browser."""
    visitor = found.house.visitor("amara")
    visitor.post("/before-you-go-on")
    return visitor


def everything_skipped(house: House, name: str, found: Furnished) -> dict[str, Any]:
    """Return "I'd rather not answer" to every question."""
    round_ = own_round(house, "a", given(found, name))
    return {f.key: dict(SKIPPED) for f in round_.fields}


def in_other_words(house: House, name: str, found: Furnished) -> dict[str, Any]:
    """Return other answers of the right shape: other words, and the far end of every scale."""
    round_ = own_round(house, "a", given(found, name))
    return {k: _other(v) for k, v in plausible(round_.given.definition).items() if k in {f.key for f in round_.fields}}  # fmt: skip


def _other(answer: Any) -> Any:
    if isinstance(answer, str) and " " in answer:
        return TEXT
    return answer


# Homework: not started (as furnished), started, finished in one way, in another, skipped ----------------------------------------


def _homework(name: str) -> None:
    @variation(f"{name}: started")
    def started(found: Furnished) -> None:
        with found.house.writing():
            draft(found.house, "a", given(found, name), in_other_words(found.house, name, found))

    @variation(f"{name}: finished")
    def finished(found: Furnished) -> None:
        with found.house.writing():
            send(found.house, "a", given(found, name))

    @variation(f"{name}: finished in other words")
    def otherwise(found: Furnished) -> None:
        with found.house.writing():
            words = in_other_words(found.house, name, found)
            send(found.house, "a", given(found, name), words)

    @variation(f"{name}: everything skipped")
    def skipped(found: Furnished) -> None:
        with found.house.writing():
            words = everything_skipped(found.house, name, found)
            send(found.house, "a", given(found, name), words)

    @variation(f"{name}: finished, all kept back")
    def kept_back(found: Furnished) -> None:
        with found.house.writing():
            keys = [f.key for f in own_round(found.house, "a", given(found, name)).fields]
            send(found.house, "a", given(found, name), keep_back=keys)


for _name in ("signals", "pulse", "rings", "topics", "meeting"):
    if _name != "meeting":
        _homework(_name)


@variation("pulse: afraid to speak and pressed")
def alerting_pulse(found: Furnished) -> None:
    with found.house.writing():
        pulse = given(found, "pulse")
        words = plausible(own_round(found.house, "a", pulse).given.definition)
        send(found.house, "a", pulse, words | {"voice": 0, "pressure": 10, "private_note": TEXT})


@variation("wheel: more kept back after it was shown")
def keep_back_later(found: Furnished) -> None:
    keys = ["missing", "step", "now", "wish", "importance"]
    path = f"/homework/sent/{found.things['sent-wheel-a']}/keep-back"
    assert amara(found).post(path, {"keep_back": keys}).status_code == 303


@variation("wheel: corrected after it was shown")
def corrected(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("amara")
        sent = responses.own_submission(case.actor, found.things["sent-wheel-a"])
        answering.start_correction(sent, by=case.actor)
        answers = in_other_words(found.house, "wheel", found)
        send(found.house, "a", given(found, "wheel"), answers)


@variation("wheel: a correction begun and left")
def correction_begun(found: Furnished) -> None:
    path = f"/homework/sent/{found.things['sent-wheel-a']}/correct"
    assert amara(found).post(path).status_code == 303


@variation("form of both: her own questions of it answered")
def own_part_of_joint(found: Furnished) -> None:
    with found.house.writing():
        ids = found.things.ids
        alone = Set(ids["set-meeting"], a=ids["meeting-a"])
        send(found.house, "a", alone)


@variation("form of both: signed by her")
def joint_signed(found: Furnished) -> None:
    with found.house.writing():
        both = Set(found.things["set-meeting"], both=found.things["meeting-both"])
        sign_form(own_round(found.house, "a", both))


@variation("form of both: she would rather discuss it")
def joint_discussed(found: Furnished) -> None:
    path = f"/homework/{found.things['meeting-both']}/discuss"
    assert amara(found).post(path).status_code == 303


@variation("form of both: read by her")
def joint_read(found: Furnished) -> None:
    visitor = amara(found)
    for page in ("", "/part/1", "/wording"):
        assert visitor.get(f"/homework/{found.things['meeting-both']}{page}").status_code < 400


@variation("homework given to her alone")
def given_alone(found: Furnished) -> None:
    for slug in ("er-feelings-log", "hb-worth-and-support", "aa-holding-back"):
        give(found.house, slug, to="a", starts_on=WHEN.date())


@variation("homework given to her alone, and sent")
def given_alone_and_sent(found: Furnished) -> None:
    row = give(found.house, "aa-holding-back", to="a", starts_on=WHEN.date())
    with found.house.writing():
        send(found.house, "a", row)


@variation("homework given to her alone, and taken back")
def given_and_taken_back(found: Furnished) -> None:
    from practice.assignments import queries

    row = give(found.house, "er-feelings-log", to="a", starts_on=WHEN.date())
    with found.house.writing():
        case = found.house.case("imani")
        assignments.withdraw(queries.rows_of_set(case, row.set_id), by=case.actor)


@variation("her homework read and commented on")
def reviewed(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        sent = responses.submission_of(case.actor, case.id, found.things["sent-pulse-a"])
        answering.review(sent, by=case.actor, comment=TEXT, quality=2, agenda=True)


# Safety ------------------------------------------------------------------------------------------------------------------------


def _tier(name: str, answers: dict[str, str]) -> None:
    @variation(f"private questions: {name}")
    def sent(found: Furnished) -> None:
        with found.house.writing():
            answer_private_questions(found.house, "a", answers)


_tier("tier 0", ALL_NO)
_tier("tier 1", ALL_NO | {"s03": "yes"})
_tier("tier 2", ALL_NO | {"s01": "yes", "s08": "yes", "s17": TEXT})
_tier("tier 3", ALL_NO | {"s09": "yes"})
_tier("in danger now", ALL_NO | {"today": "yes", "s17": TEXT})
_tier("everything left open", {})


@variation("private questions: partly saved")
def partly_saved(found: Furnished) -> None:
    data = {"s01": "yes", "s02": "not_sure"}
    assert amara(found).post("/private-questions/part/one", data).status_code == 303


@variation("private questions: saved and discarded")
def discarded(found: Furnished) -> None:
    visitor = amara(found)
    visitor.post("/private-questions/part/one", {"s01": "yes"})
    assert visitor.post("/private-questions/discard").status_code == 303


@variation("private questions: no longer to be read again")
def not_viewable(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        check = safety_queries.check_of(case, found.things["check-a"])
        safety.allow_viewing(case, check, allowed=False, by=case.actor)


@variation("private questions: seen by the care team")
def seen(found: Furnished) -> None:
    with found.house.writing():
        answer_private_questions(found.house, "a", ALL_NO | {"s09": "yes"})
    with found.house.writing():
        case = found.house.case("imani")
        safety.mark_seen(case, by=case.actor)


# Outcomes, sessions, goals, attention ------------------------------------------------------------------------------------------


@variation("measures: a grave answer")
def grave_answer(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_by_item(case, "a", "phq-9", date(2026, 3, 9), [3] * 9, by=case.actor)


@variation("measures: much worse on what is shown to both")
def worse(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_by_item(case, "a", "csi-16", date(2026, 3, 9), [0] * 16, by=case.actor)


@variation("measures: a screen for violence is positive")
def screen(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_score(case, "a", "hits", date(2026, 3, 9), 18, by=case.actor)


@variation("measures: what is shown to both set aside in her record")
def set_aside(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        row = next(
            r
            for r in outcome_queries.all_rows(case, "csi-16")
            if r.container_id == case.container("partner_a")
        )
        outcomes.set_aside(case, "a", row, why=TEXT, by=case.actor)


@variation("sessions: alone with her, planned and held")
def session_alone(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        treatment.add_session(case, "a", WHEN - timedelta(days=1), attended=True, by=case.actor)
        treatment.add_session(case, "a", WHEN + timedelta(hours=30), by=case.actor)


@variation("sessions: alone with her, missed and cancelled")
def session_missed(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        treatment.add_session(case, "a", WHEN - timedelta(days=1), attended=False, by=case.actor)
        held = treatment_queries.session_in_case(case.actor, case.id, found.things["next-a"])
        treatment.cancel_session(case, held.session, by=case.actor)


@variation("goals: one more of her own, rated")
def own_goal(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        goal = treatment.add_goal(case, "a", TEXT, 3, by=case.actor)
        treatment.rate_goal(case, goal, -2, WHEN.date(), by=case.actor)


@variation("goals: a goal of both rated by her alone")
def rated_alone(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("amara")
        goal = next(g for g in treatment_queries.own_goals(case) if g.owner == "both")
        row = _goal_row(case, goal.id)
        treatment.rate_goal_alone(case, row, -2, WHEN.date(), by=case.actor)


def _goal_row(case: Any, goal_id: Any) -> Any:
    from practice.extensions import db
    from practice.treatment.models import Goal

    return db.session.scalars(db.select(Goal).where(Goal.id == goal_id)).one()


@variation("attention: raised about her")
def attention(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        for kind in ("private", "deterioration", "rescreen"):
            caseload.raise_attention(
                case.couple, kind=kind, weight=8, source=found.things["sent-pulse-a"], by=case.actor
            )


@variation("attention: all of it settled")
def settled(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.settle_attention(case, by=case.actor)


# Agreements, contact, sharing --------------------------------------------------------------------------------------------------


def _agreement(text: str, act: str) -> None:
    @variation(f"agreements: {text} {act}")
    def done(found: Furnished) -> None:
        visitor = amara(found)
        way = {"taken back": "take-back", "talk first": "talk"}.get(act)
        if way:
            assert visitor.post(f"/agreements/{text}/{way}").status_code == 303
            return
        assert visitor.post(f"/agreements/{text}/take-back").status_code == 303
        data = {"has_read": "y", "signed_name": "A. O.-L."}
        assert visitor.post(f"/agreements/{text}", data).status_code == 303


for _text in ("informed_consent", "no_secrets", "sexual_content_consent"):
    for _act in ("taken back", "talk first", "signed anew"):
        _agreement(_text, _act)


@variation("contact: the portal only")
def contact(found: Furnished) -> None:
    data = {"ways": ["portal"], "hours": "never", "caller": "Riverside", "note": TEXT}
    assert amara(found).post("/record/contact", data).status_code == 303


@variation("contact: noted by the clinician")
def contact_noted(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.note_safe_contact(case, "a", {"ways": ["call"], "note": TEXT}, by=case.actor)


@variation("sharing: everything taken back")
def sharing_taken_back(found: Furnished) -> None:
    assert amara(found).post("/record/sharing", {}).status_code == 303


@variation("sharing: everything agreed to")
def sharing_agreed(found: Furnished) -> None:
    data = {"agreed": ["csi-16", "csi-4", "rdas", "ras", "gas", "gmsex", "iss", "fsfi"]}
    assert amara(found).post("/record/sharing", data).status_code == 303


# Reports -----------------------------------------------------------------------------------------------------------------------


@variation("reports: her words withdrawn from quoting")
def words_withdrawn(found: Furnished) -> None:
    with found.house.writing():
        choose_words(found.house, "a", agreed=False)


@variation("reports: one more of her own, given to her")
def own_report(found: Furnished) -> None:
    with found.house.writing():
        give_report(found.house, "R5", "a", "a")


@variation("reports: hers taken back from her")
def report_taken_back(found: Furnished) -> None:
    path = f"/couples/{found.house.couples['amara-daniel']}/reports/{found.things['r2-a']}"
    assert found.house.visitor("imani").post(f"{path}/take-back/a").status_code == 303


@variation("reports: the one of both taken back from her")
def shared_report_taken_back(found: Furnished) -> None:
    path = f"/couples/{found.house.couples['amara-daniel']}/reports/{found.things['r1']}"
    assert found.house.visitor("imani").post(f"{path}/take-back/a").status_code == 303


@variation("reports: the one of both read by her")
def report_read(found: Furnished) -> None:
    visitor = amara(found)
    for path in (
        f"/record/reports/{found.things['r1']}",
        f"/together/{found.things['release']}",
        f"/together/course/{found.things['shared-csi-16']}",
        f"/homework/sent/{found.things['sent-wheel-a']}",
    ):
        assert visitor.get(path).status_code == 200


# The door ----------------------------------------------------------------------------------------------------------------------


@variation("door: she signs in, reads and leaves")
def signs_in(found: Furnished) -> None:
    visitor = found.house.visitor()
    page = visitor.page("/sign-in")
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    data = {"name": "amara", "password": PASSWORD, "csrf_token": token}
    assert visitor.client.post("/sign-in", data=data).status_code == 303
    assert visitor.page("/today")


@variation("door: somebody fails to sign in as her, many times")
def fails_to_sign_in(found: Furnished) -> None:
    visitor = found.house.visitor()
    page = visitor.page("/sign-in")
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    for number in range(12):
        data = {"name": "amara", "password": f"wrong {number}", "csrf_token": token}
        assert visitor.client.post("/sign-in", data=data).status_code == 422


@variation("door: she leaves at once")
def leaves(found: Furnished) -> None:
    assert amara(found).post("/leave").status_code < 400


@variation("door: her account is closed")
def disabled(found: Furnished) -> None:
    with found.house.writing():
        accounts.disable(found.house.people["amara"], by=found.house.actor("administrator"))


@variation("door: she is invited anew")
def invited(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.invite_partner(case, "a", by=case.actor)


@variation("everything at once")
def everything(found: Furnished) -> None:
    for name in ("signals: finished", "pulse: afraid to speak and pressed", "private questions: tier 3",
                 "measures: a grave answer", "sessions: alone with her, planned and held",
                 "sharing: everything taken back", "agreements: sexual_content_consent taken back"):  # fmt: skip
        VARIATIONS[name](found)


def vary(found: Furnished, name: str) -> None:
    """Let one variation happen, a day before the other partner looks."""
    with clock.set_to(WHEN):
        VARIATIONS[name](found)
