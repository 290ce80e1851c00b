"""Every permission of the product, named for the act and not for the page."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """What a route, a button or a command needs."""

    # Said aloud: needs nothing, or only a signed-in person.
    PUBLIC = "public"
    SIGNED_IN = "signed in"

    # The practice.
    PEOPLE_MANAGE = "people: manage"
    AUDIT_READ = "audit: read"
    CASELOAD_READ = "caseload: read"
    CASE_OPEN = "case: open"
    LIBRARY_READ = "library: read"
    LIBRARY_WRITE = "library: write"
    PATHWAY_MAKE = "pathway: make"
    HOMEWORK_PLAN = "homework: plan for several"

    # One couple, care team.
    CASE_READ = "case: read"
    CASE_INVITE = "case: invite"
    CASE_POLICY = "case: policy"
    CASE_CLEAR = "case: clear"
    SAFETY_READ = "safety: read"
    HOMEWORK_ASSIGN = "homework: assign"
    RESPONSE_READ = "response: read"
    RESPONSE_REVIEW = "response: review"
    RESPONSE_RELEASE = "response: release"
    RESPONSE_ENTER = "response: enter"
    PORTAL_SEEN_AS = "portal: see as a partner"
    MEASURE_ENTER = "measure: enter"
    MEASURE_RELEASE = "measure: release"
    GOAL_MANAGE = "goal: manage"
    SESSION_MANAGE = "session: manage"
    REPORT_READ = "report: read"
    REPORT_COMPILE = "report: compile"
    REPORT_RELEASE = "report: release"

    # One partner, own side.
    PORTAL = "portal"
    OWN_CONSENT = "own consent"
    OWN_SAFETY_CHECK = "own safety check"
    OWN_HOMEWORK = "own homework"
    OWN_RECORD = "own record"
    SHARED_READ = "shared: read"
