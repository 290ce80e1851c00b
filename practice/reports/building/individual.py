"""R2 and R5: one person's own report. Only that person's container is open while these are compiled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.measures import registry
from practice.outcomes import queries as outcomes
from practice.outcomes.rules import Course
from practice.reports.building import intake, intake_lists, measures, sources
from practice.reports.building.allow_lists import (
    GENERAL,
    INDIVIDUAL_FIGURES,
    MOOD,
    RELATIONSHIP,
    SELF,
    SEXUAL,
)
from practice.reports.building.frame import Frame
from practice.reports.building.wording import facts_of, listed, sentence_of_change
from practice.reports.charts import Bar, Bars
from practice.reports.document import Block, ChartBlock, Goal, GoalBlock, Note, Paragraph, Section
from practice.treatment import queries as treatment


def r2(frame: Frame) -> tuple[tuple[str, ...], tuple[Section, ...]]:
    """Return lead and sections of an individual intake addendum."""
    side = frame.side or "a"
    courses = {m: _start(c) for m, c in _courses(frame, side).items()}
    sections = [
        *intake.own_sections(frame, "R2"),
        _measured(
            frame,
            courses,
            "mood",
            "How you have been",
            MOOD,
            "Mood and worry over the last two weeks, as you answered.",
        ),
        _measured(
            frame,
            courses,
            "relationship",
            "How the relationship is for you",
            RELATIONSHIP,
            "Your own answers about the relationship.",
        ),
        _measured(
            frame,
            courses,
            "self",
            "Feelings and closeness",
            SELF,
            "How feelings and closeness tend to go for you.",
        ),
        _measured(
            frame,
            courses,
            "sexual",
            "Satisfaction with sexual closeness",
            SEXUAL,
            "Your own answers; nobody else is shown these.",
        ),
        _words(frame, "R2"),
        _own_figures(frame, side),
        _goals(frame, side),
        _recommendations(courses),
    ]
    return _lead(courses), tuple(s for s in sections if s is not None)


def r5(frame: Frame) -> tuple[tuple[str, ...], tuple[Section, ...]]:
    """Return lead and sections of an individual progress report."""
    side = frame.side or "a"
    courses = _courses(frame, side)
    sections = [
        _measured(
            frame,
            courses,
            "relationship",
            "The relationship, as you see it",
            RELATIONSHIP,
            "From the start to now.",
        ),
        _measured(
            frame, courses, "mood", "Mood and worry", (*MOOD, *GENERAL), "From the start to now."
        ),
        _measured(frame, courses, "self", "Feelings and closeness", SELF, "From the start to now."),
        _measured(
            frame,
            courses,
            "sexual",
            "Satisfaction with sexual closeness",
            SEXUAL,
            "From the start to now.",
        ),
        _homework(frame, side),
        _words(frame, "R5"),
        _goals(frame, side),
    ]
    return _progress_lead(courses), tuple(s for s in sections if s is not None)


def _courses(frame: Frame, side: str) -> dict[str, Course]:
    found = outcomes.courses(frame.case)
    return {m: c[side] for m, c in found.items() if c[side].readings}


def _start(course: Course) -> Course:
    """Return the course as it stood at intake: the first reading alone."""
    return Course(course.readings[:1])


def _measured(
    frame: Frame,
    courses: dict[str, Course],
    key: str,
    title: str,
    wanted: tuple[str, ...],
    sentence: str,
) -> Section | None:
    side = frame.side or "a"
    name = frame.names[side]
    blocks: list[Block] = []
    for measure_id in wanted:
        if measure_id in courses:
            blocks += with_trend(measure_id, courses[measure_id], name=name, side=side)
    return Section(key, title, sentence, tuple(blocks)) if blocks else None


def with_trend(measure_id: str, course: Course, *, name: str, side: str) -> list[Block]:
    """Return a measure's blocks with its course drawn above them, where there is a course."""
    drawn = measures.trend(registry.get(measure_id), {side: (name, course)})
    blocks = measures.own_blocks(measure_id, course, name=name, side=side)
    return [drawn, *blocks] if drawn and len(course.scored) > 1 else blocks


def _words(frame: Frame, kind: str) -> Section | None:
    everything = sources.own_words(frame.case, kind, frame.side or "a")
    found = [w for w in everything if kind != "R2" or w.slug not in intake_lists.AUTHOR["R2"]]
    blocks = tuple(facts_of(found, frame.side or "a"))
    title = "In your own words" if kind == "R5" else "What you wrote about yourself"
    return (
        Section("own-words", title, "You wrote these for yourself and your clinician.", blocks)
        if blocks
        else None
    )


def _own_figures(frame: Frame, side: str) -> Section | None:
    """Return the figures that are this author's own and need nothing of anyone else."""
    rows = [
        (definition.title, figure["label"], figure["words"])
        for definition, row in sources.newest_submissions(frame.case, side, INDIVIDUAL_FIGURES)
        for figure in row.scores
        if _is_own(figure)
    ]
    if not rows:
        return None
    note = Note("These are our own monitors for reflection. They are not validated tests.")
    return Section(
        "monitors",
        "From your homework",
        "A few figures worked out from what you wrote.",
        (listed("From homework, own monitors", ("homework", "figure", "what it says"), rows), note),
    )


def _is_own(figure: Mapping[str, Any]) -> bool:
    """Return whether a figure is its author's alone: of nobody else's answers, and with a value."""
    alone = figure["privacy"] == "author" and not figure.get("needs_released")
    return bool(alone and figure["value"] is not None)


def _goals(frame: Frame, side: str) -> Section | None:
    own = [g for g in treatment.goals(frame.case) if g.owner == side]
    goals = tuple(
        Goal(
            text=g.text,
            owner=frame.names[side],
            now=g.last.level,
            start=g.first.level if g.first and g.first is not g.last else None,
        )
        for g in own
        if g.last
    )
    if not goals:
        return None
    return Section(
        "goals",
        "Your own goals",
        "How far each has come, as agreed in session.",
        (GoalBlock(goals),),
    )


def _homework(frame: Frame, side: str) -> Section | None:
    given, done = sources.homework_counts(frame.case, side, frame.today)
    if not given:
        return None
    chart = Bars("Homework that came back", (Bar(frame.names[side], done, given, side),), "pieces")  # type: ignore[arg-type]
    sentence = f"You sent {done} of {given} pieces of homework."
    return Section(
        "homework",
        "Your homework",
        sentence,
        (ChartBlock("Sent, of those given", chart, with_table=False),),
    )


def _recommendations(courses: dict[str, Course]) -> Section:
    points = ["Talk the scores over with your clinician; they are a start for a conversation."]
    if any(m in courses and courses[m].now and courses[m].now.bands for m in MOOD):  # type: ignore[union-attr]
        points.append("Mood and worry are looked at again in a few weeks with the same questions.")
    points.append("Your clinician adds what you agreed together.")
    return Section(
        "next",
        "What comes next",
        "Agreed alone with your clinician.",
        (Paragraph(" ".join(points)),),
    )


def _lead(courses: dict[str, Course]) -> tuple[str, ...]:
    taken = [registry.get(m).short_name for m in courses]
    first = "This is your own part of the intake. Nothing of it is shown to your partner."
    second = (
        f"You answered {len(taken)} questionnaires: {', '.join(taken)}."
        if taken
        else "No questionnaire was taken yet."
    )
    return (
        first,
        second,
        "Each score stands beside its range and its cut-off, and says what it can and cannot tell.",
    )


def _progress_lead(courses: dict[str, Course]) -> tuple[str, ...]:
    sentences = [
        sentence_of_change(m, c) for m, c in courses.items() if m in (*RELATIONSHIP, *MOOD)
    ]
    kept = [s for s in sentences if s][:4]
    return (
        "This looks back on your own part of the work. Nothing of it is shown to your partner.",
        *kept,
    )
