"""SECURITY I8: the line above a field and the policy function say the same, for every visibility, policy and stage."""

from __future__ import annotations

import re
from itertools import product

import pytest

from practice.access.decide import can_read_answer
from practice.assignments.models import Asks
from practice.caseload import rules
from practice.catalogue.definition import Visibility, WrittenBy
from practice.catalogue.loading import load_definitions
from practice.responses.queries.rounds import ASKED
from tests.factories.crawl import ask
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.varying import given

POLICIES = (*rules.POLICY_IDS, rules.NOT_IN_FORCE)
STAGES = ("alone", "submitted", "released", "together", "signed")
BOTH = re.compile(r"You, your partner and your care team can read (this|it)\.")
ALONE = re.compile(r"\b[Oo]nly you and your care team can read (this|it)\.")
TEAM = re.compile(r"^Only the care team writes and reads this\.$")


def readers(line: str) -> set[str]:
    """Who may read an answer, by what the line promises; exactly one of three promises is made."""
    made = {p.pattern for p in (BOTH, ALONE, TEAM) if p.search(line)}
    assert len(made) == 1, line
    return {
        BOTH.pattern: {"author", "partner", "care_team"},
        ALONE.pattern: {"author", "care_team"},
        TEAM.pattern: {"care_team"},
    }[made.pop()]


def granted(visibility: str, stage: str, *, kept_back: bool = False) -> set[str]:
    return {
        reader
        for reader in ("author", "partner", "care_team")
        if can_read_answer(visibility, reader, stage, kept_back=kept_back)
    }


def moments() -> list[tuple[str, str]]:
    """Every visibility at every stage it can be in: a form of both is written together, and only it is signed."""
    return [
        (visibility.value, stage)
        for visibility, stage in product(Visibility, STAGES)
        if stage in ("together", "signed") or visibility is not Visibility.JOINT
        if stage != "signed" or visibility is Visibility.JOINT
    ]


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize(("visibility", "stage"), moments())
@pytest.mark.parametrize("protected", [False, True], ids=["", "protected"])
def test_the_line_promises_what_is_granted(
    visibility: str, policy: str, stage: str, protected: bool
) -> None:
    line = rules.who_sees_line(visibility, policy, stage, protected=protected)
    assert readers(line) == granted(visibility, stage)


@pytest.mark.parametrize("policy", POLICIES)
def test_the_line_of_what_is_kept_back_promises_it_stays_so(policy: str) -> None:
    line = rules.who_sees_line("reveal", policy, "kept_back")
    for stage in STAGES:
        assert readers(line) == granted("reveal", stage, kept_back=True)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("visibility", ["own", "flag"])
def test_what_is_protected_is_promised_under_every_agreement(visibility: str, policy: str) -> None:
    line = rules.who_sees_line(visibility, policy, "submitted", protected=True)
    assert "not shared with your partner under any agreement" in line
    assert "bring it up" not in line


def test_no_line_speaks_of_what_the_other_did() -> None:
    held = rules.texts()["who_sees_this"]["sentences"]
    lines = {s for by_policy in held.values() for by_stage in by_policy.values() for s in by_stage.values()}  # fmt: skip
    told = re.compile(r"partner (has|had|did|sent|answered|signed|finished|started|skipped)")
    assert not [line for line in lines if told.search(line)]


def test_a_form_of_both_asks_nothing_that_one_of_them_may_not_read() -> None:
    """It is kept in the couple's container, so a private question on it would be read by the other."""
    _, stage = ASKED[Asks.TOGETHER]
    private = [
        (definition.slug, field.key)
        for definition in load_definitions().values()
        for field in definition.fields
        if field.stage is stage and field.by is WrittenBy.AUTHOR
        if not can_read_answer(field.visibility.value, "partner", "together")
    ]
    assert private == []


def test_the_pages_show_the_line_of_the_policy_function(furnished: Furnished) -> None:
    """On the pages of what was sent: what is open, what is private, and what its author keeps back from now on."""
    visitor = furnished.house.visitor("amara")
    wheel, pulse = (f"/homework/sent/{furnished.things[f'sent-{n}-a']}" for n in ("wheel", "pulse"))
    line = {s: rules.who_sees_line("reveal", "no_secrets", s) for s in ("submitted", "kept_back", "released")}  # fmt: skip
    assert line["released"] in ask(visitor, wheel).words
    assert rules.who_sees_line("own", "no_secrets", "submitted") in ask(visitor, wheel).words
    assert line["submitted"] in ask(visitor, pulse).words
    visitor.post(f"{pulse}/keep-back", {"keep_back": ["win"]})
    assert line["kept_back"] in ask(visitor, pulse).words
    assert line["submitted"] not in ask(visitor, pulse).words


def test_what_is_asked_has_its_line_before_it_is_typed(furnished: Furnished) -> None:
    visitor = furnished.house.visitor("amara")
    for name in ("signals", "pulse"):
        page = ask(visitor, f"/homework/{given(furnished, name).a}/part/1").words
        assert ALONE.search(page)
