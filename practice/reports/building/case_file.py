"""R3: the clinician's working file. Everything of the case but psychotherapy notes; never for release."""

from __future__ import annotations

from practice.caseload import queries as caseload
from practice.measures import registry
from practice.outcomes import queries as outcomes
from practice.reports.building import intake, measures, sources
from practice.reports.building.allow_lists import GENERAL, MOOD, RELATIONSHIP, SCREENS, SELF, SEXUAL
from practice.reports.building.frame import Frame
from practice.reports.building.wording import listed
from practice.reports.document import Block, Note, Paragraph, Section, Table
from practice.safety import queries as safety

Sections = tuple[tuple[str, ...], tuple[Section, ...]]


def r3(frame: Frame) -> Sections:
    """Return lead and sections of the clinician case file."""
    sections = (
        _status(frame),
        _safety(frame),
        *intake.case_file_sections(frame),
        _measures(frame, "relationship", "Relationship measures, both", RELATIONSHIP),
        _measures(frame, "mood", "Mood, worry and general outcome, each alone", (*MOOD, *GENERAL)),
        _measures(frame, "self", "Emotion and attachment, each alone", SELF),
        _measures(frame, "sexual", "Sexual satisfaction, each alone", SEXUAL),
        _screens(frame),
        _discrepancies(frame),
        _homework(frame),
        _figures(frame),
    )
    lead = (
        "Working file of the care team: private material of both people stands in it side by side.",
        f"Status of the couple: {caseload.status(frame.case).value.replace('_', ' ')}.",
        "Psychotherapy notes are kept apart and are not part of it.",
    )
    return lead, tuple(s for s in sections if s is not None)


def _status(frame: Frame) -> Section:
    rows = [
        (f"{c.made_at:%-d %B %Y}", c.decision["status"].replace("_", " "), c.decision["rationale"])
        for c in caseload.clearances(frame.case)
    ]
    blocks: list[Block] = (
        [listed("Decisions on the couple's status", ("date", "status", "rationale"), rows)]
        if rows
        else []
    )
    sentence = (
        "Set by the treating clinician, with the rationale of each decision."
        if rows
        else "No decision yet: pending."
    )
    return Section("status", "Status and clearance", sentence, tuple(blocks))


def _safety(frame: Frame) -> Section:
    blocks: list[Block] = []
    for side in ("a", "b"):
        name = frame.names[side]
        checks = safety.checks(frame.case, side)
        rows = [
            (
                f"{c.sent_at:%-d %B %Y}",
                f"tier {c.answers['tier']}",
                ", ".join(_not_clear(c.answers["answers"])) or "nothing disclosed",
            )
            for c in checks
        ]
        if rows:
            blocks.append(
                listed(
                    f"{name}: private safety checks", ("sent", "tier", "answers to look at"), rows
                )
            )
        else:
            blocks.append(Paragraph(f"{name}: no private safety check yet."))
    blocks.append(
        Note(
            "A negative screen is not proof of safety. Never mention any of this in a joint session or report.",
            "attention",
        )
    )
    return Section(
        "safety",
        "Restricted: private safety checks",
        "Each answered alone; neither knows of the other's answers.",
        tuple(blocks),
    )


def _not_clear(answers: dict[str, str]) -> list[str]:
    clear = {"s15": "yes"}
    return [
        f"{key} {value.replace('_', ' ')}"
        for key, value in sorted(answers.items())
        if key != "s17" and value != clear.get(key, "no")
    ]


def _measures(frame: Frame, key: str, title: str, wanted: tuple[str, ...]) -> Section | None:
    courses = outcomes.courses(frame.case)
    blocks: list[Block] = []
    for measure_id in wanted:
        if measure_id not in courses:
            continue
        both = {s: (frame.names[s], courses[measure_id][s]) for s in ("a", "b")}
        drawn = measures.trend(registry.get(measure_id), both)
        blocks += [drawn] if drawn else []
        for side in ("a", "b"):
            blocks += measures.own_blocks(
                measure_id, courses[measure_id][side], name=frame.names[side], side=side
            )
    return (
        Section(key, title, "From the start to now; no averaging of the two.", tuple(blocks))
        if blocks
        else None
    )


def _screens(frame: Frame) -> Section | None:
    held = outcomes.restricted_courses(frame.case)
    rows = [
        (
            registry.get(m).name,
            frame.names[s],
            f"{r.taken_on:%-d %B %Y}",
            str(r.total),
            ", ".join(r.bands),
        )
        for m in SCREENS
        for s in ("a", "b")
        for r in (held[m][s].readings if m in held else ())
    ]
    if not rows:
        return None
    table = listed("Screens, score only", ("screen", "who", "date", "score", "reading"), rows)
    return Section(
        "screens", "Restricted: screens", "Kept with the restricted safety record.", (table,)
    )


def _discrepancies(frame: Frame) -> Section | None:
    rows = []
    for measure_id, sides in outcomes.courses(frame.case).items():
        measure, a, b = registry.get(measure_id), sides["a"].now, sides["b"].now
        if a and b and a.total is not None and b.total is not None:
            size = abs(a.total - b.total)
            wide = measure.change is not None and size > measure.change.value
            rows.append(
                (
                    measure.short_name,
                    _short(a.total),
                    _short(b.total),
                    _short(size),
                    "wider than the change value" if wide else "",
                )
            )
    if not rows:
        return None
    table = Table(
        "Gap between the two, latest readings",
        ("measure", frame.names["a"], frame.names["b"], "gap", "flag"),
        tuple(rows),
        numeric=(1, 2, 3),
    )
    return Section(
        "gaps",
        "Where the two differ",
        "For the clinician only. A wide gap is a question, not a finding.",
        (table,),
    )


def _short(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def _homework(frame: Frame) -> Section:
    rows = []
    for side in ("a", "b"):
        given, done = sources.homework_counts(frame.case, side, frame.today)
        rows.append((frame.names[side], str(given), str(done)))
    table = Table("Homework given and sent", ("who", "given", "sent"), tuple(rows), numeric=(1, 2))
    return Section(
        "homework", "Homework, per person", "Never shown to either of the other.", (table,)
    )


def _figures(frame: Frame) -> Section | None:
    rows = []
    for side in ("a", "b"):
        for definition, row in sources.newest_submissions(frame.case, side):
            rows += [
                (frame.names[side], definition.title, f["label"], f["words"])
                for f in row.scores
                if f["value"] is not None
            ]
    if not rows:
        return None
    table = listed(
        "Own monitors, not validated", ("who", "homework", "figure", "what it says"), rows
    )
    return Section("monitors", "Figures from homework", "Worked out when each was sent.", (table,))
