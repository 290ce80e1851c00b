"""What the intake gives to reports: released words in the sections of a conjoint report, and one person's own answers in theirs.

Which answers may be read at all stands in :mod:`intake_lists`; here is only where they stand (clinical workflow D9).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from practice.assignments.models import Assignment
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import WrittenBy
from practice.catalogue.fields import display
from practice.catalogue.rules import raises_alert
from practice.extensions import db
from practice.reports.building import intake_lists, sources
from practice.reports.building.frame import Frame
from practice.reports.building.sources import Words
from practice.reports.building.wording import both, listed, plain
from practice.reports.document import Block, Note, Section
from practice.responses.models import ClinicianRating


@dataclass(frozen=True)
class Place:
    """One section of a conjoint report, and the questions of the intake that stand in it, by section of the intake."""

    id: str
    title: str
    sentence: str
    fields: Mapping[str, Sequence[str]]


WHO = Place(
    "who",
    "Who you are",
    "As each of you put it.",
    {
        "in-about-you": ("name_used", "pronouns"),
        "in-our-story": ("together_since", "form"),
        "in-household": ("lives_with",),
        "in-roots": ("culture", "faith"),
    },
)
WANTS = Place(
    "wants",
    "What each of you wants",
    "In your own words, side by side.",
    {"in-hopes": ("main_concern", "needs_list", "goals_list", "own_step")},
)
STRENGTHS = Place(
    "strengths",
    "What already works",
    "Strengths you both named.",
    {
        "in-strengths": (
            "works",
            "value",
            "came_through",
            "enjoy",
            "rituals",
            "friends",
            "kind_act",
            "hope_reason",
        )
    },
)
STORY = Place(
    "story",
    "Your story so far",
    "The good stretches, and the turns along the way.",
    {"in-our-story": ("drew_us", "timeline", "good_stretch")},
)
CLOSENESS = Place(
    "closeness",
    "Four kinds of closeness",
    "Where you each stand, and where you would like to be.",
    {
        "in-closeness-profile": (
            "meaning",
            "now",
            "wish",
            "physical_like",
            "emotional_like",
            "spiritual_like",
            "mental_like",
        ),
        "in-near-and-apart": ("keep_self",),
    },
)
TALKING = Place(
    "conflict",
    "When it gets heated",
    "What each of you notices, and what helps.",
    {"in-talking": ("hard_topics", "pause_back", "make_up", "wish_talk")},
)
STRESS = Place(
    "stress",
    "Stress from outside, and support",
    "What presses on you, and what lightens it.",
    {
        "in-outside-load": ("sources", "takes_time", "signs", "helps", "lighten", "share_load"),
        "in-support-map": ("community",),
    },
)
FAMILIES = Place(
    "families",
    "What you bring from your families",
    "What you learned at home, and what you would like to keep or change.",
    {
        "in-roots": ("raised", "home_affection", "models", "home_conflict", "keep", "change"),
        "in-household": ("media_rules", "pass_on"),
    },
)
START = Place(
    "start",
    "What you said at the start",
    "To look at again: what you hoped for, and what already worked.",
    {
        "in-hopes": ("goals_list", "own_step"),
        "in-strengths": ("works", "value", "came_through", "rituals", "hope_reason"),
    },
)
QUESTIONS = "Question and answer"
R1_PLACES = (WHO, WANTS, STRENGTHS, STORY, CLOSENESS, TALKING, STRESS, FAMILIES)
R4_PLACES = (START,)


def blocks(place: Place, words: Sequence[Words], names: dict[str, str]) -> list[Block]:
    """Return what both released of one section, side by side, in the order asked."""
    found = {(w.slug, w.key): w for w in reversed(words)}
    chosen = [found[s, k] for s, keys in place.fields.items() for k in keys if (s, k) in found]
    return both("From the start of the work", chosen, names)


def section(place: Place, words: Sequence[Words], names: dict[str, str]) -> Section | None:
    """Return one section of a conjoint report; None where nothing of it was released."""
    held = blocks(place, words, names)
    return Section(place.id, place.title, place.sentence, tuple(held)) if held else None


def own_sections(frame: Frame, kind: str) -> list[Section]:
    """Return one person's own answers, a section of the report for each section of the intake."""
    allowed = intake_lists.AUTHOR[kind]
    return [
        Section(slug, title, "As you answered.", (listed(QUESTIONS, ("Question", "Answer"), rows),))
        for slug, title, rows in _answered(frame, frame.side or "a", allowed)
    ]


def case_file_sections(frame: Frame) -> list[Section]:
    """Return both people's answers for the care team's working file, what asks for a private look first."""
    return [one for side in ("a", "b") if (one := _case_file_section(frame, side)) is not None]


def _case_file_section(frame: Frame, side: str) -> Section | None:
    allowed, name = intake_lists.CLINICIAN["R3"], frame.names[side]
    answered = _answered(frame, side, allowed)
    noted = _noted(frame, side, allowed)
    if not (answered or noted):
        return None
    held: list[Block] = []
    if first := _first(frame, side, allowed):
        held.append(listed(f"{name}: read first", ("Question", "Answer"), first))
        held.append(Note("Never mention any of these in a joint session or report.", "attention"))
    held += [
        listed(f"{name}: {title}", ("Question", "Answer"), rows) for _, title, rows in answered
    ]
    if noted:
        held.append(listed(f"{name}: your side", ("Question", "Answer"), noted))
    sentence = "Answered alone; the other reads none of it."
    return Section(f"intake-{side}", f"Intake, {name}", sentence, tuple(held))


def _answered(
    frame: Frame, side: str, allowed: Mapping[str, Collection[str]]
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """One person's answers on a list as (slug, title, rows), in the order of the intake."""
    found = []
    for definition, row in sources.newest_submissions(frame.case, side, allowed):
        rows = [
            (field.prompt, plain(view))
            for field in definition.fields
            if field.key in allowed[definition.slug]
            and field.by is WrittenBy.AUTHOR
            and (view := display(field, row.answers.get(field.key))) is not None
            and view.kind != "skipped"
        ]
        if rows:
            found.append((definition, rows))
    in_order = sorted(found, key=lambda one: int(one[0].code.partition("-")[2] or 0))
    return [(d.slug, d.title, rows) for d, rows in in_order]


def _first(
    frame: Frame, side: str, allowed: Mapping[str, Collection[str]]
) -> list[tuple[str, str]]:
    return [
        (field.prompt, plain(display(field, row.answers[field.key])))
        for definition, row in sources.newest_submissions(frame.case, side, allowed)
        for field in definition.fields
        if field.key in allowed[definition.slug] and raises_alert(field, row.answers.get(field.key))
    ]


def _noted(
    frame: Frame, side: str, allowed: Mapping[str, Collection[str]]
) -> list[tuple[str, str]]:
    """What the clinician noted last beside the sections of one person."""
    rows = db.session.execute(
        select(ClinicianRating, Assignment.version_id)
        .join(Assignment, Assignment.id == ClinicianRating.assignment_id)
        .where(ClinicianRating.container_id == frame.case.container("care"))
        .where(Assignment.container_id == frame.case.container(f"partner_{side}"))
        .order_by(ClinicianRating.made_at, ClinicianRating.id)
    ).all()
    definitions = catalogue.definitions(version for _, version in rows)
    newest: dict[str, dict[str, Any]] = {
        definitions[version].slug: dict(row.content) for row, version in rows
    }
    by_slug = {d.slug: d for d in definitions.values()}
    return [
        (field.prompt, plain(view))
        for slug, content in newest.items()
        for field in by_slug[slug].fields
        if field.key in allowed.get(slug, ())
        and field.by is WrittenBy.CLINICIAN
        and (view := display(field, content.get(field.key))) is not None
    ]
