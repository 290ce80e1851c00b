"""What each report may read, by name. Whatever is not named here cannot be in a report (clinical workflow D9).

Two walls stand one behind the other: a conjoint report is compiled with the scope narrowed to the couple's container, where
nothing private of one partner ever is; and of what is there, only the fields named here are taken up.
"""

from __future__ import annotations

from practice.reports.building import intake_lists

KINDS = ("R1", "R2", "R3", "R4", "R5")
CONJOINT = frozenset({"R1", "R4"})
INDIVIDUAL = frozenset({"R2", "R5"})

# The containers a report reads, and the one it is kept in. {side} is the person an individual report is about.
READS: dict[str, tuple[str, ...]] = {
    "R1": ("couple",),
    "R2": ("partner_{side}",),
    "R3": ("couple", "partner_a", "partner_b", "care", "safety_a", "safety_b"),
    "R4": ("couple",),
    "R5": ("partner_{side}",),
}
KEPT_IN: dict[str, str] = {
    "R1": "couple",
    "R2": "partner_{side}",
    "R3": "care",
    "R4": "couple",
    "R5": "partner_{side}",
}

# Released fields that a conjoint report may show, by exercise. Sexual content: the non-explicit ones only.
CONJOINT_FIELDS: dict[str, dict[str, frozenset[str]]] = {
    "R1": {
        "ib-balance-wheel": frozenset({"now", "wish", "importance", "missing", "step"}),
        "df-closeness-circles": frozenset(
            {"actual_emotional", "ideal_emotional", "step_closer", "step_space"}
        ),
        "er-overwhelm-signals": frozenset({"signs", "helps", "avoid"}),
        "sc-topic-comfort": frozenset({"warmup"}),
        **intake_lists.RELEASED["R1"],
    },
    "R4": {
        "ib-balance-wheel": frozenset({"now", "wish", "step"}),
        "aa-daily-appreciation": frozenset({"noticed", "why"}),
        "ci-weekly-pulse": frozenset({"win"}),
        "df-i-position": frozenset({"statement"}),
        "cc-softer-reach": frozenset({"reach", "response"}),
        **intake_lists.RELEASED["R4"],
    },
}

# Joint forms in force, by exercise: all their fields were written by both.
JOINT_FORMS = frozenset({"cc-timeout-agreement"})

# Own answers that a person's own reports may quote back (author and clinician only).
INDIVIDUAL_FIELDS: dict[str, dict[str, frozenset[str]]] = {
    "R2": {
        "er-overwhelm-signals": frozenset(
            {"signs", "threshold", "recovery_minutes", "helps", "avoid"}
        ),
        "df-closeness-circles": frozenset(
            {"actual_emotional", "ideal_emotional", "room", "step_closer", "step_space"}
        ),
        "ib-balance-wheel": frozenset({"missing", "step"}),
        **intake_lists.AUTHOR["R2"],
    },
    "R5": {
        "df-i-position": frozenset({"statement"}),
        "ib-balance-wheel": frozenset({"step"}),
        **intake_lists.AUTHOR["R5"],
    },
}

# Exercises whose figures a person's own reports may name. Left out: sexual content beyond ease of talking, what one holds back or
# was hurt by, and worth and support ("never printed by default").
INDIVIDUAL_FIGURES = frozenset(
    {
        "af-reach-or-retreat",
        "af-scripts",
        "cc-complaint-to-request",
        "ci-weekly-pulse",
        "df-closeness-circles",
        "df-hold-steady",
        "df-i-position",
        "df-own-life",
        "df-self-validation",
        "ei-deeper-talk",
        "er-fair-observer",
        "er-feelings-log",
        "er-soothing-menu",
        "ib-balance-wheel",
        "ib-meaning-of-closeness",
        "sc-topic-comfort",
        "st-stress-map",
    }
)

# Measures by the section they stand in. What is not named stands in no report.
MOOD = ("phq-9", "gad-7")
SELF = ("ecr-s", "ders-16")
RELATIONSHIP = ("csi-16", "csi-4", "rdas", "ras", "cpq-sf")
SEXUAL = ("gmsex", "iss")
GENERAL = ("ors",)
SCREENS = ("hits", "e-hits")

INDIVIDUAL_MEASURES = (*RELATIONSHIP, *MOOD, *SELF, *GENERAL)
SHARED_MEASURES = ("csi-16", "csi-4", "rdas", "ras")
