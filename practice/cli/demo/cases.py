"""The three couples with their figures, as in the written cases."""

from __future__ import annotations

from datetime import date

from practice.cli.demo.people import DemoCouple, Person, all_no

AMARA_DANIEL = DemoCouple(
    key="amara-daniel",
    a=Person(
        "Amara Okafor-Lindqvist",
        "she/her",
        "amara",
        {"ways": ["email", "text"], "hours": "any time", "note": ""},
        True,
        all_no(),
        ("SENT-C1A-7Q",),
    ),
    b=Person(
        "Daniel Lindqvist",
        "he/him",
        "daniel",
        {"ways": ["email"], "hours": "evenings", "note": ""},
        True,
        all_no(),
        ("SENT-C1B-9K",),
    ),
    policy="no_secrets",
    opened=date(2026, 1, 2),
    signed=date(2026, 1, 5),
    checked=date(2026, 1, 12),
    waves=(date(2026, 1, 12), date(2026, 3, 16), date(2026, 6, 15)),
    last_event=date(2026, 6, 15),
    decisions=(
        (
            date(2026, 1, 15),
            "cleared",
            (
                "Both interviewed alone on 14 January. No fear, control or force told by either; both feel free to speak. "
                "Private monitoring agreed; re-screen at session four."
            ),
        ),
    ),
    measures={
        "csi-16": {
            "a": [
                [2, 2, 3, 2, 2, 3, 2, 2, 2, 2, 3, 3, 2, 3, 2, 3],
                [3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 4, 3, 3],
                [4, 4, 4, 3, 4, 4, 3, 3, 4, 3, 4, 4, 3, 4, 4, 3],
            ],
            "b": [
                [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3],
                [3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 4, 3, 3],
                [4, 3, 4, 3, 3, 4, 3, 3, 4, 3, 4, 3, 3, 4, 3, 3],
            ],
        },
        "rdas": {
            "a": [
                [3, 3, 2, 1, 3, 3, 3, 2, 2, 3, 2, 2, 2, 2],
                [3, 3, 3, 2, 4, 3, 3, 3, 3, 3, 2, 3, 2, 3],
                [4, 4, 3, 3, 4, 4, 4, 3, 3, 4, 3, 3, 3, 3],
            ],
            "b": [
                [4, 4, 3, 2, 4, 4, 4, 3, 3, 3, 2, 3, 2, 2],
                [4, 4, 3, 3, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2],
                [4, 4, 4, 3, 4, 4, 4, 3, 3, 4, 3, 3, 3, 2],
            ],
        },
        "ders-16": {
            "a": [
                [2, 2, 3, 3, 3, 2, 3, 3, 2, 2, 3, 3, 2, 3, 3, 4],
                None,
                [1, 2, 2, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 2, 2, 3],
            ],
            "b": [
                [4, 4, 2, 1, 2, 2, 2, 1, 2, 3, 1, 2, 2, 2, 2, 2],
                None,
                [2, 3, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2],
            ],
        },
        "cpq-sf": {
            "a": [
                [6, 3, 8, 2, 4, 6, 3, 7, 2, 6, 3],
                None,
                [3, 6, 5, 3, 6, 3, 6, 4, 3, 3, 2],
            ],
            "b": [
                [5, 4, 2, 8, 4, 5, 4, 2, 7, 3, 7],
                None,
                [3, 6, 3, 5, 6, 3, 6, 3, 4, 2, 4],
            ],
        },
        "gmsex": {
            "a": [[3, 3, 4, 2, 4], None, [5, 5, 5, 5, 6]],
            "b": [[4, 4, 4, 3, 5], None, [5, 5, 6, 5, 6]],
        },
        "phq-9": {
            "a": [
                [1, 1, 2, 2, 1, 1, 1, 0, 0],
                [1, 1, 1, 2, 1, 0, 0, 0, 0],
                [0, 1, 1, 1, 0, 0, 0, 0, 0],
            ],
            "b": [
                [1, 1, 1, 2, 1, 0, 1, 0, 0],
                [1, 1, 1, 1, 1, 0, 0, 0, 0],
                [0, 1, 1, 1, 1, 0, 0, 0, 0],
            ],
        },
        "gad-7": {
            "a": [[2, 2, 2, 1, 1, 2, 1], [1, 1, 1, 1, 1, 1, 1], [1, 1, 0, 1, 0, 1, 0]],
            "b": [[1, 1, 1, 1, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0], [1, 0, 1, 0, 0, 1, 0]],
        },
    },
    score_only={"ors": {"a": [18.5, 23.4, 28.8], "b": [22.8, 24.6, 27.0]}},
)

ROSA_MEILIN = DemoCouple(
    key="rosa-mei-lin",
    a=Person(
        "Rosa Delgado",
        "she/her",
        "rosa",
        {"ways": ["email", "call"], "hours": "mornings", "note": ""},
        True,
        all_no(s03="not_sure"),
        ("SENT-C2A-GR2",),
    ),
    b=Person(
        "Mei-Lin Zhao",
        "she/her",
        "meilin",
        {"ways": ["email"], "hours": "afternoons", "note": ""},
        False,
        all_no(),
        ("SENT-C2B-TR4",),
    ),
    policy="limited_secrets",
    opened=date(2026, 1, 29),
    signed=date(2026, 2, 2),
    checked=date(2026, 2, 2),
    waves=(date(2026, 2, 2), date(2026, 3, 30), date(2026, 4, 6), date(2026, 6, 29)),
    last_event=date(2026, 6, 29),
    decisions=(
        (
            date(2026, 2, 3),
            "clarify",
            "One answer to talk about in a private interview before shared work opens.",
        ),
        (
            date(2026, 2, 11),
            "cleared",
            (
                "Private interview on 10 February: irritability since her mother's death, no fear, no control. "
                "Both interviewed alone. Re-screen at session four."
            ),
        ),
    ),
    measures={
        "csi-4": {
            "a": [[3, 3, 3, 2], [3, 4, 3, 3], None, [4, 4, 4, 3]],
            "b": [[2, 2, 2, 2], [3, 2, 3, 2], None, [4, 3, 3, 3]],
        },
        "phq-9": {
            "a": [
                [1, 2, 2, 2, 1, 1, 1, 0, 0],
                [1, 1, None, 1, 0, 1, None, 0, 0],
                [1, 1, None, 1, None, 1, None, 0, 0],
                None,
            ],
            "b": [[2, 3, 3, 3, 2, 2, 1, 1, 1], None, None, [1, 1, 2, 2, 1, 1, 1, 0, 0]],
        },
        "ras": {
            "a": [[3, 3, 3, 3, 3, 4, 3], None, None, None],
            "b": [[2, 3, 2, 4, 2, 4, 4], None, None, None],
        },
        "ecr-s": {
            "a": [[6, 5, 2, 6, 6, 5, 2, 2, 6, 5, 3, 4], None, None, None],
            "b": [[3, 6, 5, 5, 3, 4, 5, 3, 3, 6, 5, 5], None, None, None],
        },
        "iss": {
            "a": [
                [5, 4, 4, 3, 4, 3, 3, 3, 5, 4, 3, 5, 4, 3, 3, 4, 4, 3, 5, 3, 4, 5, 4, 3, 3],
                None,
                None,
                None,
            ],
            "b": [
                [
                    3,
                    3,
                    2,
                    5,
                    5,
                    4,
                    5,
                    None,
                    3,
                    2,
                    5,
                    3,
                    None,
                    5,
                    4,
                    3,
                    2,
                    5,
                    3,
                    4,
                    2,
                    None,
                    3,
                    5,
                    4,
                ],
                None,
                None,
                None,
            ],
        },
    },
)

JORDAN_SAM = DemoCouple(
    key="jordan-sam",
    a=Person(
        "Jordan Ellis",
        "they/them",
        "jordan",
        {
            "ways": ["portal", "call"],
            "address": "work phone only",
            "hours": "weekdays 10:00 to 12:00",
            "caller": "Riverside Office",
            "note": "No e-mail, no texts, no messages left, never the mobile.",
        },
        True,
        all_no(s01="yes", s02="yes", s05="yes", s08="yes", s13="yes", s15="no")
        | {"s17": "Work phone between ten and twelve. SENT-C3A-SAFE1"},
        ("SENT-C3A-SAFE1", "SENT-C3A-NOTE2"),
    ),
    b=Person(
        "Sam Whitaker",
        "he/him",
        "sam",
        {"ways": ["email"], "hours": "any time", "note": ""},
        True,
        all_no(),
        ("SENT-C3B-EX1",),
    ),
    policy="limited_secrets",
    opened=date(2026, 3, 20),
    signed=date(2026, 3, 24),
    checked=date(2026, 3, 30),
    waves=(date(2026, 4, 1),),
    last_event=date(2026, 4, 10),
    decisions=(
        (
            date(2026, 4, 3),
            "individual_only",
            "Individual work with each for now. Safety planning by the safe route; consultation booked.",
        ),
    ),
    measures={
        "csi-16": {
            "a": [[2, 2, 3, 3, 2, 2, 3, 2, 2, 3, 3, 3, 2, 3, 3, 3]],
            "b": [[5, 4, 5, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4]],
        },
        "rdas": {
            "a": [[3, 2, 2, 2, 3, None, 2, 2, 1, 2, 3, 3, 2, 2]],
            "b": [[4, 4, 4, 3, 4, 4, 4, 4, 3, 4, 3, 3, 4, 3]],
        },
        "phq-9": {
            "a": [[2, 2, 2, 2, 1, 2, 1, 0, 0]],
            "b": [[0, 0, 1, 0, 0, 0, 0, 0, 0]],
        },
        "gad-7": {"a": [[3, 2, 3, 2, 1, 2, 2]], "b": [[0, 1, 0, 0, 0, 1, 0]]},
    },
    score_only={"e-hits": {"a": [14], "b": [None]}},
)

COUPLES = (AMARA_DANIEL, ROSA_MEILIN, JORDAN_SAM)
