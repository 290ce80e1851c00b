"""Which measures exist, and finding one by its id. A definition is loaded when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from practice.measures.errors import UnknownMeasure

if TYPE_CHECKING:
    from practice.measures.model import Measure

MEASURE_IDS = (
    "csi-16",
    "csi-4",
    "rdas",
    "ras",
    "cpq-sf",
    "ders-16",
    "ecr-s",
    "gmsex",
    "iss",
    "fsfi",
    "phq-9",
    "gad-7",
    "ors",
    "hits",
    "e-hits",
)

_IDS_WITHOUT_HYPHEN = {measure_id.replace("-", ""): measure_id for measure_id in MEASURE_IDS}


def get(measure_id: str) -> Measure:
    """The definition held under `measure_id`; capitals and hyphens do not matter.

    Raises:
        UnknownMeasure: no such measure is held.
    """
    known = _IDS_WITHOUT_HYPHEN.get(_plain(measure_id))
    if known is None:
        msg = f'There is no measure called "{measure_id[:40]}".'
        raise UnknownMeasure(msg)
    return _load(known)


def all_measures() -> tuple[Measure, ...]:
    """Every definition, in the order of `MEASURE_IDS`."""
    return tuple(_load(measure_id) for measure_id in MEASURE_IDS)


def _plain(measure_id: str) -> str:
    return measure_id[:40].strip().lower().replace("-", "").replace("_", "").replace(" ", "")


@cache
def _load(measure_id: str) -> Measure:
    module = import_module(f"practice.measures.instruments.{measure_id.replace('-', '_')}")
    return cast("Measure", module.MEASURE)
