"""One question of a definition."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from practice.catalogue.definition.parts import (
    Alert,
    Column,
    Condition,
    Option,
    OptionGroup,
    ReleaseRows,
    Row,
    Scale,
    ShowsPage,
)
from practice.catalogue.definition.words import (
    FieldType,
    Flow,
    Gate,
    Needs,
    Picture,
    Stage,
    Visibility,
    WrittenBy,
)


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
