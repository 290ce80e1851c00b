"""View objects of the partner's own side: frozen, in words, and nothing of the other in them."""

from __future__ import annotations

from practice.portal.presenters.agreements import AgreementLine, agreement_lines, newest_current
from practice.portal.presenters.course import CourseView, course_view
from practice.portal.presenters.reading import Link, goes_with, in_order
from practice.portal.presenters.record import record_view, who_sees_view
from practice.portal.presenters.today import Card, TodayView, today_view
from practice.portal.presenters.together import TogetherItem, together_items

__all__ = [
    "AgreementLine",
    "Card",
    "CourseView",
    "Link",
    "TodayView",
    "TogetherItem",
    "agreement_lines",
    "course_view",
    "goes_with",
    "in_order",
    "newest_current",
    "record_view",
    "today_view",
    "together_items",
    "who_sees_view",
]
