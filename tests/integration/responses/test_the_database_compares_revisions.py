"""Should two saves ever come to the database side by side, it refuses the one that was made from an older revision."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from practice.assignments import queries as assignments
from practice.db import scope
from practice.extensions import db
from practice.responses import queries, rules, services
from practice.responses.models import Draft
from tests.factories import homework
from tests.factories.house import House


def test_a_change_made_from_an_older_revision_is_refused(
    open_house: House, given: homework.Set
) -> None:
    assert given.a is not None
    with homework.later(1), open_house.writing():
        actor = open_house.actor("amara")
        found = queries.round_of(assignments.own_assignment(actor, given.a))
        services.fill_in(found, {"missing": "one"}, by=actor)
    with homework.later(1), pytest.raises(rules.Conflict), open_house.writing():
        actor = open_house.actor("amara")
        found = queries.round_of(assignments.own_assignment(actor, given.a))
        with scope.opened(everything=True):
            elsewhere = update(Draft).values(revision=Draft.revision + 1)
            db.session.execute(elsewhere, execution_options={"synchronize_session": False})
        services.fill_in(found, {"missing": "two"}, by=actor)
    (draft,) = homework.rows_of(open_house, Draft)
    assert (draft.revision, draft.answers["given"]["missing"]) == (1, "one")
