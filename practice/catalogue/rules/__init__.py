"""Pure decisions about an exercise: what is asked, on which page, what may be shown, what raises an alert."""

from __future__ import annotations

from practice.catalogue.rules.alerts import holds_release, raises_alert, shows_page
from practice.catalogue.rules.asking import (
    is_asked,
    names_partners,
    only_asked,
    possible_fields,
    visible_fields,
    with_partner_names,
)
from practice.catalogue.rules.pages import Part, page_to_resume, parts
from practice.catalogue.rules.release import Released, shown_on_release
from practice.catalogue.rules.tightening import (
    VisibilityRefused,
    effective_visibility,
    tightened,
)

__all__ = [
    "Part",
    "Released",
    "VisibilityRefused",
    "effective_visibility",
    "holds_release",
    "is_asked",
    "names_partners",
    "only_asked",
    "page_to_resume",
    "parts",
    "possible_fields",
    "raises_alert",
    "shown_on_release",
    "shows_page",
    "tightened",
    "visible_fields",
    "with_partner_names",
]
