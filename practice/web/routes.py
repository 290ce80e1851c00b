"""The first lock: a route cannot be written without saying what it needs.

``Routes.get(rule, needs=Permission.X, subject=loader)`` declares the permission and the scoped loader; ``needs`` has no default,
so forgetting it fails at import. The view receives what the loader returned, never an id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint

from practice.access.permissions import Permission
from practice.web import gate

Loader = Callable[..., Any]
View = Callable[..., Any]


@dataclass(frozen=True)
class Declaration:
    """What one route needs, and how its object is found."""

    needs: Permission
    subject: Loader | None
    methods: tuple[str, ...]
    fresh: bool = False
    reads_clients: bool = False


class Routes:
    """A blueprint whose every route is declared."""

    def __init__(self, name: str, import_name: str, *, prefix: str | None = None) -> None:
        self.blueprint = Blueprint(name, import_name, url_prefix=prefix)

    def get(
        self, rule: str, *, needs: Permission, subject: Loader | None = None, **more: Any
    ) -> Callable[[View], View]:
        """Declare a page that only reads."""
        return self._declare(rule, Declaration(needs, subject, ("GET",), **more))

    def post(
        self, rule: str, *, needs: Permission, subject: Loader | None = None, **more: Any
    ) -> Callable[[View], View]:
        """Declare an act; it is committed once, if the answer is below 400."""
        return self._declare(rule, Declaration(needs, subject, ("POST",), **more))

    def form(
        self, rule: str, *, needs: Permission, subject: Loader | None = None, **more: Any
    ) -> Callable[[View], View]:
        """Declare a page with a form that is sent back to the same address."""
        return self._declare(rule, Declaration(needs, subject, ("GET", "POST"), **more))

    def _declare(self, rule: str, declaration: Declaration) -> Callable[[View], View]:
        def decorator(view: View) -> View:
            @wraps(view)
            def gated(**values: Any) -> Any:
                return gate.pass_through(view, declaration, values)

            gated.declaration = declaration  # type: ignore[attr-defined]
            self.blueprint.add_url_rule(
                rule, view.__name__, gated, methods=list(declaration.methods)
            )
            return view

        return decorator


def declaration_of(view: View | None) -> Declaration | None:
    """Return the declaration of a view function, or None if it declared nothing."""
    return getattr(view, "declaration", None)
