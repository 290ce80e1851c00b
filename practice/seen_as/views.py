"""One page of a partner's, as that partner sees it: loaded and decided as for the partner, with nothing on it that can be sent.

The partner's own loader opens the scope, from an empty one: the couple's container and that partner's own, so that nothing can
stand here that the partner could not read. Only GET is answered, and a GET writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Response, current_app, g, make_response, render_template, url_for
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from practice.access.decide import NotFound, check
from practice.access.permissions import Permission
from practice.db import scope
from practice.seen_as import rules
from practice.seen_as.queries import SeenAs, seen_as
from practice.web.routes import Routes, declaration_of

routes = Routes("seen_as", __name__)


@routes.blueprint.app_context_processor
def who_is_seen() -> dict[str, Any]:
    """Return whom the layout of the partner's side is shown as, if it is."""
    return {"seen_as": g.get("seen_as")}


@routes.get(
    "/couples/<uuid:couple_id>/as/<side>/<path:where>",
    needs=Permission.PORTAL_SEEN_AS,
    subject=seen_as,
)
def page(found: SeenAs) -> Any:
    """A page of the partner's, labelled as seen by the clinician; one that is not shown says so."""
    endpoint, values = _endpoint_of(found.where)
    g.seen_as = found
    answer = _as_partner(found, endpoint, values) if rules.is_shown(endpoint) else None
    if answer is None or answer.status_code != 200:
        return render_template("seen_as/not_here.html", found=found)
    return answer


def _endpoint_of(where: str) -> tuple[str, dict[str, Any]]:
    try:
        endpoint, values = current_app.url_map.bind("").match(f"/{where}", method="GET")
    except HTTPException as nowhere:
        raise NotFound(where) from nowhere
    return str(endpoint), dict(values)


def _as_partner(found: SeenAs, endpoint: str, values: dict[str, Any]) -> Response:
    view: Any = current_app.view_functions[endpoint]
    declared = declaration_of(view)
    if declared is None:
        raise NotFound(endpoint)
    # The gate has let the clinician in already; what it would do for the partner is done here, and no more.
    shown = view.__wrapped__
    with scope.opened(), _in_the_partners_place(found):
        if declared.subject is None:
            check(found.partners_standing, declared.needs)
            return make_response(shown(found.as_partner, **values))
        subject = declared.subject(found.as_partner, **values)
        check(subject.standing, declared.needs)
        return make_response(shown(subject))


@contextmanager
def _in_the_partners_place(found: SeenAs) -> Iterator[None]:
    """What a template may offer is what the partner may do, and its links stay within what is seen."""
    standing, adapter = g.standing, request_ctx.url_adapter
    g.standing = found.partners_standing
    if adapter is not None:
        request_ctx.url_adapter = _Within(adapter, prefix_of(found))
    try:
        yield
    finally:
        g.standing, request_ctx.url_adapter = standing, adapter


def prefix_of(found: SeenAs) -> str:
    """Return what stands before the address of each of the partner's pages here."""
    return url_for("seen_as.page", couple_id=found.case.id, side=found.side, where="")


class _Within(MapAdapter):
    """Builds the addresses of the partner's pages as they are seen here."""

    def __init__(self, of: MapAdapter, prefix: str) -> None:
        super().__init__(
            of.map,
            of.server_name,
            of.script_name,
            of.subdomain,
            of.url_scheme,
            of.path_info,
            of.default_method,
            of.query_args,
        )
        self._prefix = prefix

    def build(self, endpoint: str, *args: Any, **options: Any) -> str:
        """Return an address, within what is seen unless it is none of the partner's."""
        url = super().build(endpoint, *args, **options)
        return url if rules.keeps_its_address(endpoint) else self._prefix + url.lstrip("/")
