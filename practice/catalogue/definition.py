"""The words an exercise is described in: frozen data, no behaviour beyond looking itself up.

A definition is written as a JSON file (``definitions/<slug>.json``), checked by ``schema.json`` and never
changed once given to anyone: a new wording is a new version.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from practice.catalogue.scores import Score


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


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. ``declines`` marks "rather not say" and its kind: never scored, never shown.

    ``score`` is what it counts in the form's own scores; without it a value that is a whole number counts as that number.
    """

    value: str
    label: str
    declines: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """A core feeling and its nuances, on the emotion wheel."""

    value: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a matrix, or a fixed line of a table.

    ``opt_out`` names what a person may opt out of; their page then leaves the line out.
    """

    value: str
    label: str
    reverse: bool = False
    group: str = ""
    opt_out: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The points of a matrix, the words at its two ends, and the points that are no score."""

    points: tuple[Option, ...]
    low: str = ""
    high: str = ""
    extra: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column of a table; ``partners`` means options a and b stand for the two people."""

    key: str
    label: str
    type: FieldType
    options: tuple[Option, ...] = ()
    min: float | None = None
    max: float | None = None
    partners: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Ask only when an earlier question was answered with one of these values."""

    field: str
    any_of: tuple[str, ...] = dataclasses.field(metadata={"json": "is"})


@dataclass(frozen=True, slots=True)
class Alert:
    """When an answer raises a private attention item.

    At or below ``max``, at or above ``min``, after a fall of ``fall`` since last time, or on one of ``values``; of a matrix, on its ``row``.
    """

    row: str = ""
    max: float | None = None
    min: float | None = None
    fall: float | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseRows:
    """Only table lines whose ``column`` holds one of ``values`` are ever released."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowsPage:
    """Answering with one of ``values`` opens the named page next, such as ``crisis_page``."""

    page: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gates:
    """What must hold to fill in an exercise and to show it to the other person."""

    fill: Gate
    show: Gate
    clinician_opens: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """The suggested rhythm; ``n`` counts days, weeks or times where the kind needs it."""

    kind: ScheduleKind
    n: int | None = None


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """One question, with everything needed to ask it, check it and decide who sees the answer.

    ``profile`` names the line of the author's contact choices in which the answer is kept as well, once it is sent. A question
    with a ``flow`` is asked on pages of its own and by no form of ours.
    """

    key: str
    type: FieldType
    visibility: Visibility
    prompt: str
    stage: Stage = Stage.ALONE
    by: WrittenBy = WrittenBy.AUTHOR
    hint: str = ""
    options: tuple[Option, ...] = ()
    groups: tuple[OptionGroup, ...] = ()
    rows: tuple[Row, ...] = ()
    scale: Scale | None = None
    columns: tuple[Column, ...] = ()
    low: str = ""
    high: str = ""
    unit: str = ""
    min: float | None = None
    max: float | None = None
    min_rows: int = 0
    max_rows: int = 0
    min_choices: int = 0
    max_choices: int = 0
    guesses: str = ""
    shape: FieldType | None = None
    condition: Condition | None = None
    sensitive: bool = False
    protected: bool = False
    needs: Needs | None = None
    show_gate: Gate | None = None
    alert: Alert | None = None
    release_rows: ReleaseRows | None = None
    shows: ShowsPage | None = None
    skip: bool = True
    required: bool = False
    partners: bool = False
    picture: Picture | None = None
    text: str = ""
    profile: str = ""
    flow: Flow | None = None
    concepts: tuple[str, ...] = ()
    reports: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def answer_type(self) -> FieldType:
        """The shape its answer takes: a guess has the shape of what is guessed."""
        return self.shape or self.type


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a card: paragraphs, and what one may try or talk about afterwards."""

    body: tuple[str, ...]
    try_this: str = ""
    talk_about: str = ""
    see_also: tuple[str, ...] = ()
    guard: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseDefinition:
    """One exercise, section of the intake, or card to read, in one version.

    ``code`` is the name it has in the concept map (``IN-4``, ``PE-1``); ``stage`` the part of the intake it belongs to, 1 to 4;
    ``content_note`` what to know before opening it.
    """

    slug: str
    version: str
    title: str
    neutral_title: str
    module: str
    purpose: str
    who: Who
    minutes: int
    gates: Gates
    schedule: Schedule
    fields: tuple[FieldDefinition, ...]
    scores: tuple[Score, ...] = ()
    cadence: str = ""
    scoring: str = ""
    contraindications: str = ""
    evidence: str = ""
    notes: tuple[str, ...] = ()
    crisis_footer: bool = False
    needs: Needs | None = None
    kind: Kind = Kind.EXERCISE
    code: str = ""
    stage: int = 0
    content_note: str = ""
    reading: Reading | None = None
    concepts: tuple[str, ...] = ()

    def field(self, key: str) -> FieldDefinition:
        """Return the question named ``key``; raise :class:`KeyError`."""
        return {candidate.key: candidate for candidate in self.fields}[key]

    @property
    def opened_by_clinician(self) -> bool:
        """G2 work, and work marked so, is opened by the clinician and never by itself (D3, D4)."""
        return self.gates.clinician_opens or self.gates.fill is Gate.G2
