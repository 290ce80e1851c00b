"""R1 and R4: what both may read. Only the couple's container is open while these are compiled."""

from __future__ import annotations

from collections.abc import Mapping

from practice.caseload import rules as caseload
from practice.catalogue.fields import AnswerView, display
from practice.catalogue.rules import with_partner_names
from practice.reports.building import goals, intake, measures, sources
from practice.reports.building.allow_lists import SHARED_MEASURES
from practice.reports.building.frame import Frame
from practice.reports.building.sources import Words
from practice.reports.building.wording import both, listed, plain
from practice.reports.charts import Circles, Overlap, Profile, Wheel
from practice.reports.document import (
    Block,
    BulletList,
    ChartBlock,
    Paragraph,
    Quote,
    Section,
)

GOOD_MOMENTS = ("aa-daily-appreciation", "ci-weekly-pulse", "df-i-position", "cc-softer-reach")
Sections = tuple[tuple[str, ...], tuple[Section, ...]]


def r1(frame: Frame, quoted: frozenset[str]) -> Sections:
    """Return lead and sections of a conjoint intake report; ``quoted``: words whose author agreed to be quoted."""
    words = _quotable(sources.released_words(frame.case, "R1"), quoted)
    sections = (
        _sharing_rules(frame),
        intake.section(intake.WHO, words, frame.names),
        intake.section(intake.WANTS, words, frame.names),
        intake.section(intake.STRENGTHS, words, frame.names),
        intake.section(intake.STORY, words, frame.names),
        _closeness(frame, words),
        _heated(frame, words),
        _satisfaction(frame, at_start=True),
        _section(
            "affection",
            "Talking about closeness",
            "How you both like to begin.",
            both("A way to begin", _of(words, "sc-topic-comfort"), frame.names),
        ),
        intake.section(intake.STRESS, words, frame.names),
        intake.section(intake.FAMILIES, words, frame.names),
        goals.section(frame),
        _agreements(frame),
        _next_steps(
            "Your clinician talks this report over with you both, and you decide together what comes first."
        ),
    )
    kept = tuple(s for s in sections if s is not None)
    return _intake_lead(kept), kept


def r4(frame: Frame, quoted: frozenset[str]) -> Sections:
    """Return lead and sections of a conjoint progress report."""
    words = _quotable(sources.released_words(frame.case, "R4"), quoted)
    sections = (
        _together(frame),
        goals.section(frame),
        _satisfaction(frame, at_start=False),
        _closeness(frame, words),
        _wins(frame, words),
        intake.section(intake.START, words, frame.names),
        _agreements(frame),
        _next_steps(
            "Keep what helped, look at the goals again in a few weeks, and bring what is hard to the next session."
        ),
    )
    kept = tuple(s for s in sections if s is not None)
    return _progress_lead(frame, kept), kept


def quote_key(words: Words, side: str) -> str:
    """Return the name under which a person's choice to be quoted is kept."""
    return f"{words.source}:{words.key}:{side}"


def is_own_words(view: AnswerView | None) -> bool:
    """Return whether an answer may be somebody's own free words (those are previewed before they are quoted), tables included."""
    if view is None:
        return False
    return view.kind == "table" or (view.kind == "text" and not view.text.isdigit())


def _quotable(words: list[Words], quoted: frozenset[str]) -> list[Words]:
    """Take out the free words whose author did not agree to be quoted; nothing shows that they were there."""
    kept = []
    for one in words:
        a = one.a if not is_own_words(one.a) or quote_key(one, "a") in quoted else None
        b = one.b if not is_own_words(one.b) or quote_key(one, "b") in quoted else None
        if a is not None or b is not None:
            kept.append(Words(one.slug, one.key, one.prompt, a, b, one.source, one.on))
    return kept


def _of(words: list[Words], slug: str) -> list[Words]:
    """Return the newest release of one exercise."""
    found = [w for w in words if w.slug == slug]
    return [w for w in found if w.source == found[0].source]


def _section(key: str, title: str, sentence: str, blocks: list[Block]) -> Section | None:
    return Section(key, title, sentence, tuple(blocks)) if blocks else None


def _sharing_rules(frame: Frame) -> Section:
    choice = frame.policy
    text = caseload.policy_text(choice) if choice != caseload.NOT_IN_FORCE else None
    sentence = str(text["short"]) if text else caseload.policy_line(choice)
    paragraphs = (
        "Only what each of you left open to be shown, and your clinician opened, stands in this report.",
        "What you told your clinician alone is not in it.",
    )
    return Section("sharing", "How this report was made", sentence, (BulletList(paragraphs),))


def _closeness(frame: Frame, words: list[Words]) -> Section | None:
    wheel = _of(words, "ib-balance-wheel")
    circles = _of(words, "df-closeness-circles")
    blocks: list[Block] = []
    chart = _wheel(frame, {w.key: w for w in wheel})
    if chart is not None:
        blocks.append(
            ChartBlock("From now (start of the arrow) to wished for (its point), 0 to 10", chart)
        )
    drawn = _circles(frame, {w.key: w for w in circles})
    if drawn is not None:
        blocks.append(
            ChartBlock("Emotional closeness: now, and wished for", drawn, with_table=False)
        )
    said = [w for w in (*wheel, *circles) if is_own_words(w.a) or is_own_words(w.b)]
    blocks += both("In your own words", said, frame.names)
    blocks += intake.blocks(intake.CLOSENESS, words, frame.names)
    place = intake.CLOSENESS
    return _section(place.id, place.title, place.sentence, blocks)


def _heated(frame: Frame, words: list[Words]) -> Section | None:
    signals = _of(words, "er-overwhelm-signals")
    blocks = both("Early signs, and what helps", signals, frame.names)
    blocks += intake.blocks(intake.TALKING, words, frame.names)
    place = intake.TALKING
    return _section(place.id, place.title, place.sentence, blocks)


def _numbers(words: Words | None, side: str) -> dict[str, int]:
    view = words.of(side) if words else None
    rows = view.rows if view else ()
    return {label: int(value.split()[0]) for label, value in rows if value.split()[0].isdigit()}


def _wheel(frame: Frame, by_key: Mapping[str, Words]) -> Wheel | None:
    now = {s: _numbers(by_key.get("now"), s) for s in ("a", "b")}
    wish = {s: _numbers(by_key.get("wish"), s) for s in ("a", "b")}
    axes = [x for x in now["a"] if all(x in held for held in (now["b"], wish["a"], wish["b"]))]
    if not axes:
        return None
    profiles = tuple(
        Profile(s, frame.names[s], tuple(now[s][x] for x in axes), tuple(wish[s][x] for x in axes))
        for s in ("a", "b")
    )
    return Wheel("The balance wheel", tuple(axes), profiles)


def _circles(frame: Frame, by_key: Mapping[str, Words]) -> Circles | None:
    items = []
    for key, label in (("actual_emotional", "now"), ("ideal_emotional", "wished for")):
        words = by_key.get(key)
        for side in ("a", "b"):
            view = words.of(side) if words else None
            first = view.text.split()[0] if view and view.text else ""
            if first.isdigit():
                items.append(Overlap(side, frame.names[side], label, int(first)))
    return Circles("Closeness circles", tuple(items)) if items else None


def _satisfaction(frame: Frame, *, at_start: bool) -> Section | None:
    shared = frame.shared()
    blocks: list[Block] = []
    for measure_id in SHARED_MEASURES:
        if measure_id in shared:
            held = measures.as_of_start(shared[measure_id]) if at_start else shared[measure_id]
            blocks += measures.shared_blocks(held, frame.names)
    sentence = "Both of you chose to show these scores here."
    title = "The relationship at the start" if at_start else "How the relationship has changed"
    return _section("satisfaction", title, sentence, blocks)


def _together(frame: Frame) -> Section | None:
    held = sources.sessions_held(frame.case, "couple")
    if not held:
        return None
    words = "one session" if held == 1 else f"{held} sessions"
    return Section("sessions", "The work so far", f"You came to {words} together.", ())


def _wins(frame: Frame, words: list[Words]) -> Section | None:
    """Return good moments, what one person wrote in one release as one quotation."""
    said: dict[tuple[object, str], list[str]] = {}
    for one in words:
        if one.slug in GOOD_MOMENTS:
            for side in ("a", "b"):
                view = one.of(side)
                if view is not None:
                    said.setdefault((one.source, side), []).append(plain(view).rstrip("."))
    quotes = [
        Quote(f"{'. '.join(lines)}.", frame.names[side], "a" if side == "a" else "b")
        for (_, side), lines in said.items()
    ]
    return _section("wins", "Good moments", "In words you each chose to share.", [*quotes[:8]])


def _agreements(frame: Frame) -> Section | None:
    blocks: list[Block] = []
    a, b = frame.names["a"], frame.names["b"]
    for definition, row in sources.agreements_in_force(frame.case):
        fields = [with_partner_names(f, a, b) for f in definition.fields]
        rows = [
            (f.prompt, plain(display(f, row.answers.get(f.key))))
            for f in fields
            if f.visibility == "joint" and f.type != "consent_check"
        ]
        shown = [(q, answer) for q, answer in rows if answer]
        blocks.append(listed(definition.title, ("what", "we agreed"), shown))
    return _section("agreements", "What you have agreed", "In force, signed by you both.", blocks)


def _next_steps(words: str) -> Section:
    return Section("next", "What comes next", "To be agreed in session.", (Paragraph(words),))


def _intake_lead(sections: tuple[Section, ...]) -> tuple[str, ...]:
    has = {s.id for s in sections}
    lines = ["This report brings together what you both chose to share at the start."]
    if "wants" in has:
        lines.append("What each of you wants stands side by side, in your own words.")
    if "closeness" in has:
        lines.append(
            "It shows where you each stand in four kinds of closeness, and where you would like to be."
        )
    if "satisfaction" in has:
        lines.append("It shows the scores that you both chose to show.")
    lines.append("Nothing in it is a verdict: it is a place to start talking from.")
    return tuple(lines)


def _progress_lead(frame: Frame, sections: tuple[Section, ...]) -> tuple[str, ...]:
    lines = ["This report looks back on the work you have done together."]
    held = goals.released_attainment(frame)
    if held is not None and held["t"]["now"] is not None and held["t"]["start"] is not None:
        start, now = goals.rounded(held["t"]["start"]), goals.rounded(held["t"]["now"])
        lines.append(
            f"On your shared goals the summary score went from {start} to {now}; 50 means as expected."
        )
    lines += [
        f"{held['couple_line']}." for held in frame.shared().values() if held.get("couple_line")
    ]
    if any(s.id == "wins" for s in sections):
        lines.append("Good moments stand in your own words.")
    return tuple(lines[:5])
