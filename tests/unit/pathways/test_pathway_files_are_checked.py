from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from practice.catalogue.loading import DefinitionInvalid
from practice.pathways.loading import load_pathways, pathway_from_json, pathway_to_json
from tests.unit.pathways.pathway_making import EXERCISES, as_json, step_json

AFTER = {"kind": "after_previous"}
JOINT = step_json(
    exercise="cc-timeout-agreement", assign_to="joint", rule={"kind": "clinician_opens"}
)
BAD: dict[str, tuple[dict[str, Any], str]] = {
    "unknown property": (as_json(colour="red"), "the whole file"),
    "no steps": (as_json(steps=[]), "steps"),
    "version of another form": (as_json(version="one"), "version"),
    "unknown exercise": (as_json(steps=[step_json(exercise="no-such")]), "steps.0.exercise"),
    "unknown rule": (as_json(steps=[step_json(rule={"kind": "soon"})]), "steps.0.rule.kind"),
    "delay without days": (
        as_json(steps=[step_json(), step_json(rule={"kind": "after_previous_plus_delay"})]),
        "steps.1.rule",
    ),
    "days without a delay": (
        as_json(steps=[step_json(rule={"kind": "none", "delay_days": 2})]),
        "steps.0.rule",
    ),
    "fixed interval without days": (
        as_json(steps=[step_json(rule={"kind": "fixed_interval"})]),
        "steps.0.rule",
    ),
    "unknown schedule": (
        as_json(steps=[step_json(schedule={"kind": "now and then"})]),
        "steps.0.schedule.kind",
    ),
    "every so many weeks without a number": (
        as_json(steps=[step_json(schedule={"kind": "every_n_weeks"})]),
        "steps.0.schedule",
    ),
    "once with a number": (
        as_json(steps=[step_json(schedule={"kind": "once", "n": 1})]),
        "steps.0.schedule.n",
    ),
    "the first step after another": (as_json(steps=[step_json(rule=AFTER)]), "steps.0.rule.kind"),
    "after a step of both": (as_json(steps=[JOINT, step_json(rule=AFTER)]), "steps.1.rule.kind"),
    "joint and opened by itself": (
        as_json(steps=[{**JOINT, "rule": {"kind": "none"}}]),
        "steps.0.rule.kind",
    ),
    "behind a gate and opened by itself": (
        as_json(steps=[step_json(exercise="cc-loop-map")]),
        "steps.0.rule.kind",
    ),
    "joint form for each": (
        as_json(steps=[{**JOINT, "assign_to": "each"}]),
        "steps.0.assign_to",
    ),
    "own exercise for both": (
        as_json(steps=[step_json(assign_to="joint")]),
        "steps.0.assign_to",
    ),
    "for one, but for each": (
        as_json(steps=[step_json(exercise="cc-softer-reach", rule={"kind": "clinician_opens"})]),
        "steps.0.assign_to",
    ),
    "past the last week": (as_json(steps=[step_json(for_weeks=5)]), "steps.0.for_weeks"),
    "day and week that disagree": (
        as_json(steps=[step_json(rule={"kind": "fixed_interval", "days_from_start": 7})]),
        "steps.0.planned_week",
    ),
    "unknown card": (as_json(reading=["PE-99"]), "reading"),
}


def load(folder: Path, data: object) -> Any:
    (folder / "made-up.json").write_text(json.dumps(data), encoding="utf-8")
    return load_pathways(EXERCISES, folder)


def test_a_sound_one_is_read_and_written_back(tmp_path: Path) -> None:
    (found,) = load(tmp_path, as_json()).values()
    assert pathway_from_json(pathway_to_json(found)) == found


@pytest.mark.parametrize("name", BAD)
def test_a_bad_one_is_refused_with_file_and_place(tmp_path: Path, name: str) -> None:
    data, place = BAD[name]
    with pytest.raises(DefinitionInvalid) as refused:
        load(tmp_path, data)
    assert refused.value.source == "made-up.json"
    assert refused.value.place.startswith(place)
    assert refused.value.problem


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionInvalid, match="must be the file's name"):
        load(tmp_path, as_json(slug="another"))


def test_what_is_not_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "made-up.json").write_text("{", encoding="utf-8")
    with pytest.raises(DefinitionInvalid, match="is not JSON"):
        load_pathways(EXERCISES, tmp_path)
