"""What the clinician opened to both, side by side."""

from __future__ import annotations

from typing import Any

from flask import render_template

from practice.access.permissions import Permission
from practice.caseload import rules as caseload_rules
from practice.responses import queries, rules
from practice.responses.presenters.shown import shown_page
from practice.responses.queries import Shown
from practice.responses.views.blueprint import routes


@routes.get("/together/<uuid:release_id>", needs=Permission.SHARED_READ, subject=queries.shown)
def shown(found: Shown) -> Any:
    """A released comparison; how one's own guesses came out is told to the guesser alone."""
    side, closed = found.case.side, _closed(found)
    own = queries.own_answers_to(found)
    answers = found.release.content["answers"]["b" if side == "a" else "a"]
    other = {key: answer for key, answer in answers.items() if key not in closed}
    guesses = rules.told_to_guesser(
        found.definition.slug, "a" if side == "a" else "b", own.answers if own else {}, other
    )
    return render_template(
        "responses/shown.html",
        case=found.case,
        exercise=found.definition,
        release=found.release,
        page=shown_page(found.release.content, closed),
        guesses=guesses,
        left_out_sentence=caseload_rules.sentence("withheld_content_sentence"),
    )


def _closed(found: Shown) -> set[str]:
    """The questions of a kind that the clinician has closed since: nothing of them stands open any more."""
    couple = found.case.couple
    return {
        field.key
        for field in found.definition.fields
        if field.show_gate is not None
        and not caseload_rules.can_open(
            field.show_gate.value,
            shared_work_open=couple.shared_work_open,
            sexual_work_open=couple.sexual_work_open,
        )
    }
