"""Where a page is, if the house has it: rooms may be missing, and a link to nowhere is worse than none."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for


def address(endpoint: str, **values: Any) -> str:
    """Return the address of a page, or "" where there is no such page."""
    if endpoint not in current_app.view_functions:
        return ""
    return url_for(endpoint, **values)
