"""Which rooms the house has: every feature's routes, registered in one place, and the gate's doorkeeper."""

from __future__ import annotations

from typing import Any

from flask import Flask

from practice.access.permissions import Permission
from practice.accounts import views as accounts
from practice.accounts.identity import current_actor, proved_lately
from practice.adherence import views as adherence
from practice.assignments import models as _assignments
from practice.assignments import views as assignments
from practice.audit.services import note_read, note_refusal
from practice.caseload import models as _caseload
from practice.caseload import views as caseload
from practice.catalogue import models as _catalogue
from practice.comparison import views as comparison
from practice.course import views as course
from practice.desk import views as desk
from practice.intake import views as intake
from practice.outcomes import models as _outcomes
from practice.outcomes import views as outcomes
from practice.own_forms import models as _own_forms
from practice.own_forms import views as own_forms
from practice.pathways import models as _pathways
from practice.pathways import views as pathways
from practice.portal import views as portal
from practice.reports import models as _reports
from practice.reports import views as reports
from practice.reports.render import FILTERS
from practice.responses import models as _responses
from practice.responses import views as responses
from practice.safety import models as _safety
from practice.safety import views as safety
from practice.seen_as import views as seen_as
from practice.training import views as training
from practice.treatment import models as _treatment
from practice.treatment import views as treatment
from practice.web import gate
from practice.web.routes import Declaration

# Every table is known to the metadata (and to the scope lock) before the first query, whether or not its room has a door yet.
MODELS = (
    _assignments,
    _caseload,
    _catalogue,
    _outcomes,
    _own_forms,
    _pathways,
    _reports,
    _responses,
    _safety,
    _treatment,
)


def install(app: Flask) -> None:
    """Register the features and hand the gate what it needs."""
    for feature in (
        accounts,
        adherence,
        assignments,
        caseload,
        comparison,
        course,
        desk,
        intake,
        outcomes,
        own_forms,
        pathways,
        portal,
        reports,
        responses,
        safety,
        seen_as,
        training,
        treatment,
    ):
        app.register_blueprint(feature.routes.blueprint)
    app.jinja_env.filters.update(FILTERS)
    static: Any = app.view_functions["static"]
    static.declaration = Declaration(Permission.PUBLIC, None, ("GET",))
    gate.install(app, gate.Doorkeeper(current_actor, proved_lately, note_read, note_refusal))
