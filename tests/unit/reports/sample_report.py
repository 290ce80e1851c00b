"""A conjoint progress report (R4) of the fictional couple 1 with eight charts, for tests, benches and looking at."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache

from practice.reports.charts import (
    Circles,
    CutOff,
    Dumbbells,
    Gap,
    GoalLine,
    GoalLines,
    HeatMap,
    Overlap,
    Profile,
    Series,
    Trend,
    Wheel,
)
from practice.reports.document import (
    BulletList,
    ChartBlock,
    Goal,
    GoalBlock,
    GoalLevel,
    Letterhead,
    MeasureBlock,
    MeasureRow,
    Note,
    Pair,
    Paragraph,
    Participant,
    Period,
    Quote,
    ReportDocument,
    Section,
    SideBySide,
    Table,
)

T1, T2, T3 = date(2026, 1, 12), date(2026, 3, 16), date(2026, 6, 15)
WEEKS = tuple(T1 + timedelta(weeks=week) for week in range(22))
SCREENING_SOURCE = "Funk and Rogge, 2007"


def sample_r4(**changes: object) -> ReportDocument:
    """Return the report, locked as version 1; ``changes`` replace fields."""
    fields: dict[str, object] = {
        "kind": "R4",
        "title": "Where we are after twelve sessions",
        "neutral_title": "Progress report",
        "letterhead": Letterhead(
            "Riverside Practice",
            ("Dr. Imani Reyes, LMFT", "14 Alder Street, Portland", "503 555 0142"),
        ),
        "participants": (
            Participant("Amara Okafor-Lindqvist", "she/her"),
            Participant("Daniel Lindqvist", "he/him"),
        ),
        "date": date(2026, 6, 22),
        "period": Period(T1, T3),
        "purpose": "To look back together at six months of work and to choose what comes next.",
        "readers": "Amara, Daniel and Dr. Reyes. Anyone else only with both signatures.",
        "lead": (
            "You came twelve times between January and June, ten of them together.",
            "Both of you are more at ease with the relationship than in January, and closer to each other in how you see it.",
            "Two of your three shared goals went further than you expected; one is where you hoped it would be.",
            "Talking about the families you come from is still the hardest topic, and the one you both want to take up next.",
        ),
        "sections": sections(),
        "left_out_sentence": "Reports may leave things out, by a person's choice or by clinical judgement. That something is missing says nothing about why.",
        "limits": (
            "Scores come from what each of you ticked on one day. They show a direction and are a start for talking, not a verdict.",
        ),
        "version": 1,
        "draft": False,
    }
    return ReportDocument(**{**fields, **changes})  # type: ignore[arg-type]


def sections() -> tuple[Section, ...]:
    """Return the seven sections with their eight charts."""
    return (
        Section(
            "own-words",
            "What has changed, in your own words",
            "You each wrote a few lines, read them first, and said yes to printing them.",
            _words(),
        ),
        Section(
            "satisfaction",
            "How you see the relationship",
            "Amara moved from strain to the usual range; Daniel moved a little in the same direction.",
            _satisfaction(),
        ),
        Section(
            "weeks",
            "Week by week",
            "The weekly check-ins rise slowly, with two dips in the weeks of the layoffs.",
            _weeks(),
        ),
        Section(
            "goals",
            "Your shared goals",
            "All three goals are at or above what you expected in January.",
            _goals(),
        ),
        Section(
            "closeness",
            "Closeness, now and wished for",
            "You both wish for more; the wishes are nearer to each other than the starting points.",
            _closeness(),
        ),
        Section(
            "topics",
            "What is easy and hard to talk about",
            "Most topics have become easier; one stands out.",
            _topics(),
        ),
        Section(
            "next",
            "What comes next",
            "You chose these steps together in the last session.",
            _next(),
        ),
    )


def _words() -> tuple[object, ...]:
    return (
        Quote(
            "I stopped keeping score. When he says he needs a minute I believe now that he will come back.",
            "Amara",
            "a",
        ),
        Quote(
            "I used to go quiet and hope it would pass. Saying “in an hour, in the kitchen” is harder, and it works.",
            "Daniel",
            "b",
        ),
        SideBySide(
            "What helped, as each of you put it",
            "Amara",
            "Daniel",
            (
                Pair("At home", "Phones in the hallway after nine", "Knowing when we will talk"),
                Pair(
                    "In sessions",
                    "Being asked what I want, not only what is wrong",
                    "Slowing down before answering",
                ),
            ),
        ),
    )


def _satisfaction() -> tuple[object, ...]:
    csi = Trend(
        "Couples Satisfaction Index, 16 items",
        (T1, T2, T3),
        (Series("a", "Amara", (38, 49, 58)), Series("b", "Daniel", (49, 51, 54))),
        0,
        81,
        CutOff(51.5, "below", "Below 51.5: more strain than most couples report"),
    )
    rdas = Trend(
        "Revised Dyadic Adjustment Scale",
        (T1, T2, T3),
        (Series("a", "Amara", (33, 41, 48)), Series("b", "Daniel", (43, 45, 48))),
        0,
        69,
        CutOff(47.31, "below", "Below 47.31: more strain"),
    )
    return (
        ChartBlock(
            "Satisfaction with the relationship, January to June. Higher is better.",
            csi,
            with_table=False,
        ),
        MeasureBlock(
            "Couples Satisfaction Index (CSI-16)",
            0,
            81,
            "higher",
            (
                MeasureRow(
                    "Amara", "a", 58, 38, 49, "Better, more than chance, and now in the usual range"
                ),
                MeasureRow(
                    "Daniel", "b", 54, 49, 51, "Now in the usual range; the change itself is small"
                ),
            ),
            T3,
            T1,
            T2,
            "below 51.5 suggests strain",
            SCREENING_SOURCE,
            couple_line="1 of 2 partners has recovered on this measure.",
        ),
        ChartBlock(
            "Agreement, closeness and shared time, January to June. Higher is better.",
            rdas,
            with_table=False,
        ),
        MeasureBlock(
            "Revised Dyadic Adjustment Scale (RDAS)",
            0,
            69,
            "higher",
            (
                MeasureRow(
                    "Amara", "a", 48, 33, 41, "Better, more than chance, and now in the usual range"
                ),
                MeasureRow(
                    "Daniel", "b", 48, 43, 45, "Now in the usual range; the change itself is small"
                ),
            ),
            T3,
            T1,
            T2,
            "below 47.31 suggests strain",
            "Crane and others, 2000",
        ),
    )


def _weeks() -> tuple[object, ...]:
    rng = random.Random(7)
    a = tuple(
        None if week in {6, 13} else round(38.6 + 1.4 * week + rng.uniform(-5, 5), 1)
        for week in range(22)
    )
    b = tuple(
        None if week == 9 else round(48.6 + 0.8 * week + rng.uniform(-5, 5), 1)
        for week in range(22)
    )
    evenings = tuple(
        tuple(
            None
            if rng.random() < 0.1
            else int(rng.random() < 0.3 + week / 40) + int(rng.random() < 0.2)
            for _ in range(7)
        )
        for week in range(22)
    )
    return (
        ChartBlock(
            "Weekly check-in, 0 to 100; higher is better. Our own monitor, not a validated scale. Weeks without an entry are left open.",
            Trend(
                "Weekly check-in",
                WEEKS,
                (Series("a", "Amara", a), Series("b", "Daniel", b)),
                0,
                100,
            ),
        ),
        ChartBlock(
            "Evenings on which you talked before bed without phones.",
            HeatMap("Talks before bed", WEEKS, evenings, 2, "no talk", "a long talk"),
        ),
    )


def _goals() -> tuple[object, ...]:
    return (
        ChartBlock(
            "Where each shared goal stood at four reviews. The band is what you expected to reach.",
            GoalLines(
                "Shared goals",
                (T1, T2, date(2026, 4, 20), T3),
                (
                    GoalLine("Talk before bed without phones", (-1, 0, 0, 1)),
                    GoalLine("Pause and return within two hours", (-2, -1, 0, 0)),
                    GoalLine("Relaxed touch twice a week", (-1, 0, 1, 2)),
                ),
            ),
            with_table=False,
        ),
        GoalBlock(
            (
                Goal(
                    "Talk before bed without phones, four nights a week",
                    "Owned by both",
                    1,
                    -1,
                    (
                        GoalLevel(-1, "One or two nights a week"),
                        GoalLevel(0, "Three nights a week"),
                        GoalLevel(1, "Four or five nights a week"),
                    ),
                ),
                Goal(
                    "Pause when it gets heated and return within two hours", "Owned by both", 0, -2
                ),
                Goal("Relaxed touch without demand, twice a week", "Owned by both", 2, -1),
            ),
            61.02,
            32.37,
        ),
    )


def _closeness() -> tuple[object, ...]:
    return (
        ChartBlock(
            "Four parts of closeness, 0 to 10: an open mark is now, a filled mark is the wish.",
            Wheel(
                "Closeness now and wished for",
                ("Physical", "Emotional", "Spiritual", "Mental"),
                (
                    Profile("a", "Amara", (4, 3, 6, 5), (6, 9, 8, 7)),
                    Profile("b", "Daniel", (3, 6, 5, 6), (8, 7, 5, 7)),
                ),
            ),
        ),
        ChartBlock(
            "How close you each feel, and how close you would like to feel. The dashed circle is the other.",
            Circles(
                "Closeness circles",
                (
                    Overlap("a", "Amara", "now", 3),
                    Overlap("a", "Amara", "wish", 6),
                    Overlap("b", "Daniel", "now", 4),
                    Overlap("b", "Daniel", "wish", 5),
                ),
            ),
            with_table=False,
        ),
    )


def _topics() -> tuple[object, ...]:
    return (
        ChartBlock(
            "Comfort with five topics, 0 to 3, the widest gap first.",
            Dumbbells(
                "Comfort with topics",
                "Amara",
                "Daniel",
                (
                    Gap("Saying what I would like", 1, 3),
                    Gap("Tiredness and health", 2, 1),
                    Gap("Saying no without hurting", 3, 3),
                    Gap("What our families taught us about affection", 0, 3),
                    Gap("How often we are close", 2, 2),
                ),
                0,
                3,
                "hard to talk about",
                "easy to talk about",
            ),
        ),
        Note("A gap is not a fault. It shows where one of you can help the other start.", "plain"),
    )


def _next() -> tuple[object, ...]:
    return (
        Paragraph(
            "Sessions move to every second week until the end of September, then once a month until Christmas."
        ),
        BulletList(
            (
                "Keep the talk before bed, also in the school holidays.",
                "Each writes one page about affection in the family you grew up in; you read them together in session 14.",
                "Use the agreed sentence when a pause is needed, and name the time of return.",
            ),
            numbered=True,
        ),
        Table(
            "When we look again",
            ("What", "When", "With whom"),
            (
                ("Weekly check-in", "Every Monday", "Each alone"),
                ("Shared goals", "14 September 2026", "Together"),
                ("Both questionnaires", "14 December 2026", "Each alone"),
            ),
        ),
        Note(
            "If things get harder before the next session, call the practice. This report is not watched, and nobody reads messages around the clock.",
            "attention",
        ),
    )


def letter_of(text: str, **changes: object) -> ReportDocument:
    """Return a one-paragraph report that says ``text``."""
    section = Section("text", "Text", "One sentence.", (Paragraph(text),))
    return sample_r4(sections=(section,), **changes)


@cache
def sample_pdf() -> bytes:
    """Return the sample report as PDF, made once for all tests that only read it."""
    from practice.reports.pdf import to_pdf

    return to_pdf(sample_r4())
