"""The closed lists of words that a definition may use."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a definition is for; all kinds are asked, sent and read in the same way."""

    EXERCISE = "exercise"
    INTAKE = "intake"
    READING = "reading"


class FieldType(StrEnum):
    """The kinds of question; each has exactly one module in ``fields/``."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    SINGLE_CHOICE = "single_choice"
    MULTI_CHOICE = "multi_choice"
    RATING_0_10 = "rating_0_10"
    LIKERT_MATRIX = "likert_matrix"
    EMOTION_WHEEL = "emotion_wheel"
    BODY_MAP = "body_map"
    DATE = "date"
    NUMBER = "number"
    TABLE = "table"
    PREDICT = "predict"
    CONSENT_CHECK = "consent_check"
    CLINICIAN_RATING = "clinician_rating"


class Visibility(StrEnum):
    """Who may ever read an answer; its author may tighten it, nobody may loosen it."""

    OWN = "own"
    REVEAL = "reveal"
    JOINT = "joint"
    FLAG = "flag"
    CLIN = "clin"


class Stage(StrEnum):
    """Whether a question is answered by one person alone or by both on one form."""

    ALONE = "alone"
    TOGETHER = "together"


class WrittenBy(StrEnum):
    """Who answers a question: the person the exercise was given to, the other one, or the clinician."""

    AUTHOR = "author"
    PARTNER = "partner"
    CLINICIAN = "clinician"


Audience = WrittenBy
"""For whom a page of questions is put together: the same three."""


class Who(StrEnum):
    """How the two people take part."""

    EACH_PRIVATELY = "each_privately"
    REVEAL = "reveal"
    JOINT = "joint"
    ONE_PARTNER = "one_partner"


class Gate(StrEnum):
    """What must hold before an exercise opens (G0 to G2), or before it is shown (also ``never``)."""

    G0 = "G0"
    G1 = "G1"
    G2 = "G2"
    NEVER = "never"


class Needs(StrEnum):
    """A consent of the author's own without which a question is not asked."""

    SEXUAL_CONTENT_CONSENT = "sexual_content_consent"


class ScheduleKind(StrEnum):
    """The rhythm an exercise suggests; the assignment decides."""

    ONCE = "once"
    DAILY = "daily"
    EVERY_N_DAYS = "every_n_days"
    EVERY_N_WEEKS = "every_n_weeks"
    TIMES_PER_WEEK = "times_per_week"
    BEFORE_SESSION = "before_session"
    AFTER_SESSION = "after_session"
    AS_NEEDED = "as_needed"
    CLINICIAN_OPENS = "clinician_opens"


class Flow(StrEnum):
    """Pages of their own that ask a question of the intake instead of the engine of all forms."""

    AGREEMENTS = "agreements"
    SAFETY_CHECK = "safety_check"


class Picture(StrEnum):
    """A drawing of our own beside the options of a single choice."""

    CIRCLES = "circles"
