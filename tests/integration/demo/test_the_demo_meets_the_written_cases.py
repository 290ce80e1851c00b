"""P30: what the written cases say of the three couples is what the product's own queries find in the demo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from practice.access.actor import Actor
from practice.assignments import queries as assignments
from practice.assignments.models import Asks
from practice.caseload import queries as caseload
from practice.caseload.models import CaseloadLine, Status
from practice.caseload.queries import Case
from practice.catalogue.definition import Kind
from practice.cli.demo.people import ZONE
from practice.extensions import db
from practice.lib import clock
from practice.measures import registry
from practice.outcomes import queries as outcomes
from practice.responses import queries as responses
from practice.responses.models import Submission
from practice.safety import queries as safety
from practice.treatment import queries as treatment
from practice.treatment.rules import attainment
from tests.integration.demo.conftest import CLINICIAN, Demo

CASES = Path(__file__).parents[2] / "unit" / "measures" / "cases_expected.json"
KEYS = {"amara-daniel": "c1", "rosa-mei-lin": "c2", "jordan-sam": "c3"}
PLAIN = {"csi16": "csi-16", "csi4": "csi-4", "phq9": "phq-9", "gad7": "gad-7", "gmsex": "gmsex", "ors": "ors", "rdas": "rdas", "ders16": "ders-16"}  # fmt: skip
WORDS = {
    "recovered (reliable + crossed cutoff)": "recovered",
    "improved (reliable only)": "improved",
    "crossed cutoff without reliable change": "crossed_cutoff_without_reliable_change",
    "unchanged": "unchanged",
}


def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(CASES.read_text(encoding="utf-8"))
    return found


EXPECTED = expected()


@contextmanager
def case_of(demo: Demo, key: str) -> Iterator[Case]:
    """A couple as its clinician sees it."""
    with demo.house.reading():
        actor: Actor = demo.house.actor(CLINICIAN)
        yield caseload.case(actor, demo.house.couples[key])


def totals(key: str) -> list[tuple[str, str, str, int, Any]]:
    """Every total that the cases write down: couple, side, measure, wave, total."""
    waves = {"t1": 0, "t2": 1, "t2b": 2, "t3": -1}
    found = []
    for who, held in EXPECTED[KEYS[key]]["scores"].items():
        for name, total in held.items():
            short, _, wave = name.partition("_")
            if short not in PLAIN or (wave and wave not in waves):
                continue
            value = total["total"] if isinstance(total, dict) else total
            found.append((key, who.lower(), PLAIN[short], waves[wave or "t1"], value))
    return found


@pytest.mark.parametrize(
    ("key", "side", "measure", "wave", "total"), [t for key in KEYS for t in totals(key)]
)
def test_a_written_total_is_in_the_record(
    demo: Demo, key: str, side: str, measure: str, wave: int, total: float | None
) -> None:
    with case_of(demo, key) as case:
        course = outcomes.courses_on(case, measure)[side]
        assert course.readings[wave].total == total
        assert (course.readings[wave].reason is None) is (total is not None)


@pytest.mark.parametrize(
    ("key", "side", "measure", "words"),
    [
        (key, who.lower(), PLAIN[name.removeprefix("class_")], words)
        for key in KEYS
        for who, held in EXPECTED[KEYS[key]]["scores"].items()
        for name, words in held.items()
        if name.startswith("class_")
    ],
)
def test_a_written_outcome_is_what_became_of_it(
    demo: Demo, key: str, side: str, measure: str, words: str
) -> None:
    with case_of(demo, key) as case:
        change = outcomes.courses_on(case, measure)[side].change(registry.get(measure))
        assert change is not None
        assert change.outcome.value == WORDS[words]


def test_measures_whose_change_is_only_described_have_no_class(demo: Demo) -> None:
    with case_of(demo, "amara-daniel") as case:
        for course in outcomes.courses_on(case, "ders-16").values():
            change = course.change(registry.get("ders-16"))
            assert change is None or change.outcome.value == "not_computable"


@pytest.mark.parametrize(
    ("key", "start", "end"), [("amara-daniel", 32.37, 61.02), ("rosa-mei-lin", None, 58.08)]
)
def test_goal_attainment_is_as_written(
    demo: Demo, key: str, start: float | None, end: float
) -> None:
    with case_of(demo, key) as case:
        found = attainment([g for g in treatment.goals(case) if g.owner == "both"])
        assert found is not None
        assert found.t_now is not None
        assert round(found.t_now, 2) == end
        if start is not None:
            assert found.t_start is not None
            assert round(found.t_start, 2) == start


def test_homework_is_counted_as_written(demo: Demo) -> None:
    """24 rounds each: 21 came back of Amara's, 17 of Daniel's, and of 15 rounds both."""
    with case_of(demo, "amara-daniel") as case:
        line = db.session.scalars(
            db.select(CaseloadLine).where(CaseloadLine.container_id == case.container("care"))
        ).one()
        assert line.summary["homework"] == {"a": [21, 24], "b": [17, 24]}
        assert len(rounds(case, "a") & rounds(case, "b")) == 15


def rounds(case: Case, side: str) -> set[tuple[Any, str]]:
    """The rounds of homework of which something of one partner came back; the intake is none."""
    alone = {
        row.id: found.set_id
        for found in assignments.sets_of(case)
        for row in found.assignments
        if row.asks is Asks.ALONE and found.definition.kind is not Kind.INTAKE
    }
    sent = db.session.execute(
        db.select(Submission.assignment_id, Submission.occurrence).where(
            Submission.container_id == case.container(f"partner_{side}")
        )
    )
    return {(alone[one], occurrence) for one, occurrence in sent if one in alone}


@pytest.mark.parametrize(("key", "a", "b"), [("amara-daniel", 0, 0), ("rosa-mei-lin", 1, 0), ("jordan-sam", 2, 0)])  # fmt: skip
def test_the_private_questions_have_the_written_tiers(demo: Demo, key: str, a: int, b: int) -> None:
    with case_of(demo, key) as case:
        found = [safety.checks(case, side)[0].answers["tier"] for side in "ab"]
        assert found == [a, b]


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("amara-daniel", Status.CLEARED),
        ("rosa-mei-lin", Status.CLEARED),
        ("jordan-sam", Status.INDIVIDUAL_ONLY),
    ],
)
def test_the_status_is_as_written(demo: Demo, key: str, status: Status) -> None:
    with case_of(demo, key) as case:
        assert caseload.status(case) is status
        assert case.couple.shared_work_open is (status is Status.CLEARED)


def test_sexual_work_is_open_where_both_consented(demo: Demo) -> None:
    for key, is_open in (("amara-daniel", True), ("rosa-mei-lin", False), ("jordan-sam", False)):
        with case_of(demo, key) as case:
            assert case.couple.sexual_work_open is is_open


@pytest.mark.parametrize(
    ("key", "slug", "side", "figure", "value"),
    [
        ("amara-daniel", "ib-balance-wheel", "a", "weighted_need", 3.333),
        ("amara-daniel", "ib-balance-wheel", "b", "weighted_need", 2.32),
        ("rosa-mei-lin", "ib-balance-wheel", "a", "weighted_need", 1.438),
        ("rosa-mei-lin", "ib-balance-wheel", "b", "weighted_need", 0.885),
        ("jordan-sam", "ci-weekly-pulse", "a", "pulse", 37.1),
        ("jordan-sam", "ci-weekly-pulse", "b", "pulse", 75.7),
        ("amara-daniel", "sc-topic-comfort", "a", "comfort", 33.3),
        ("amara-daniel", "sc-topic-comfort", "b", "comfort", 50.0),
    ],
)
def test_a_written_figure_was_worked_out_when_it_was_sent(
    demo: Demo, key: str, slug: str, side: str, figure: str, value: float
) -> None:
    with case_of(demo, key) as case:
        sets = [f for f in assignments.sets_of(case) if f.definition.slug == slug]
        first = responses.pair_of(sets[-1]).sent[side]
        held = {f["key"]: f["value"] for f in first.scores}
        assert figure in held, sorted(held)
        assert round(held[figure], 3) == value


def test_nothing_is_shared_but_what_the_first_couple_agreed_to(demo: Demo) -> None:
    for key, wanted in (
        ("amara-daniel", {"csi-16", "rdas", "gas"}),
        ("rosa-mei-lin", set()),
        ("jordan-sam", set()),
    ):
        with case_of(demo, key) as case:
            assert {row.measure_id for row in outcomes.shared(case)} == wanted


@pytest.mark.parametrize("key", KEYS)
def test_the_last_event_was_three_days_ago(demo: Demo, key: str) -> None:
    with case_of(demo, key) as case:
        zone = ZoneInfo(ZONE)
        sent = db.session.scalars(
            db.select(Submission.submitted_at).where(
                Submission.container_id.in_(
                    [case.container(kind) for kind in ("couple", "partner_a", "partner_b")]
                )
            )
        ).all()
        held = [s.starts_at for s, _ in treatment.sessions(case) if s.attended]
        taken = [
            reading.taken_on
            for sides in outcomes.courses(case).values()
            for course in sides.values()
            for reading in course.readings
        ]
        days = [*(at.astimezone(zone).date() for at in (*sent, *held)), *taken]
        assert max(days) == clock.today(ZONE) - timedelta(days=3)
