"""The caseload: who needs you today, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.caseload import queries as cases
from practice.db import keys
from practice.desk.presenters.caseload import PAGE_SIZE, STAGES, row, stages_of
from practice.desk.views.blueprint import routes


@routes.get("/caseload", needs=Permission.CASELOAD_READ)
def caseload(actor: Actor) -> Any:
    """One row a couple, those who need most first; five queries, however many there are."""
    wanted = request.args.get("stage", "")
    strict = keys.settings().testing
    found = cases.caseload(
        actor,
        page=request.args.get("page", 1, type=int),
        size=PAGE_SIZE,
        stages=stages_of(wanted),
    )
    return render_template(
        "desk/caseload.html",
        rows=[row(one, strict=strict) for one in found.rows],
        couples=_couples(),
        total=found.total,
        chips=_chips(wanted),
        wanted=wanted,
        number=found.number,
        last=found.last,
    )


def _couples() -> str:
    """Return what every couple's address begins with: building each of them would take longer than the rest of its row."""
    nobody = UUID(int=0)
    return url_for("desk.couple", couple_id=nobody).removesuffix(str(nobody))


def _chips(wanted: str) -> list[tuple[str, str, bool]]:
    choices = {"": "Open", **STAGES, "all": "All"}
    return [
        (words, url_for("desk.caseload", stage=key or None), key == wanted)
        for key, words in choices.items()
    ]
