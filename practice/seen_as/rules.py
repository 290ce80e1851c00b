"""Which of a partner's pages the clinician may see as that partner does."""

from __future__ import annotations

# What is being written and not yet sent stays its author's, so no page with a draft is among them; nor is anything about
# sign-in, devices or contact, nor the private questions, which have a page of their own for the care team.
SHOWN = frozenset(
    {
        "portal.today",
        "portal.together",
        "portal.course",
        "portal.reading",
        "portal.card",
        "intake.start",
        "responses.intro",
        "responses.own_answers",
        "comparison.shown",
    }
)


def is_shown(endpoint: str) -> bool:
    """Return whether a page of the partner's is shown to the clinician."""
    return endpoint in SHOWN


def keeps_its_address(endpoint: str) -> bool:
    """Return whether a link keeps its own address: files, and what belongs to the clinician's own session and desk."""
    return endpoint == "static" or endpoint.startswith(("accounts.", "desk.", "seen_as."))
