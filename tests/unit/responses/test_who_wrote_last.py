"""A page that tries again is no other place; nothing older is saved over something newer; what others wrote is never written over."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from practice.responses.rules import LastWriter, Verdict, Writer, next_writer, verdict


@dataclass
class Page:
    """A page as a browser has it: the revision it knows, and how often it was changed."""

    mark: str
    revision: int = 0
    turn: int = 0


@dataclass
class Draft:
    """A draft as the server has it, with every text that was ever written over."""

    revision: int = 0
    last: LastWriter | None = None
    by: tuple[str, int] = ("", 0)
    overwritten: list[tuple[str, int]] = field(default_factory=list)

    def take(self, mark: str, revision: int, turn: int) -> Verdict:
        writer = Writer(mark, turn)
        found = verdict(self.revision, self.last, revision, writer)
        if found is Verdict.SAVE:
            self.last = next_writer(self.revision, self.last, writer)
            self.overwritten.append(self.by)
            self.by, self.revision = (mark, turn), self.revision + 1
        return found


def test_a_try_after_a_lost_reply_is_saved() -> None:
    draft = Draft()
    assert draft.take("page", 0, 1) is Verdict.SAVE
    assert draft.take("page", 0, 2) is Verdict.SAVE
    assert draft.take("page", 0, 2) is Verdict.LATE
    assert draft.revision == 2


def test_what_was_overtaken_is_not_saved_over_what_overtook_it() -> None:
    draft = Draft()
    assert draft.take("page", 0, 5) is Verdict.SAVE
    assert draft.take("page", 0, 4) is Verdict.LATE
    assert draft.by == ("page", 5)


def test_another_page_in_between_is_a_conflict_even_after_a_lost_reply() -> None:
    draft = Draft()
    draft.take("one", 0, 1)
    assert draft.take("other", 1, 1) is Verdict.SAVE
    assert draft.take("one", 0, 2) is Verdict.CONFLICT
    assert draft.take("one", 1, 2) is Verdict.CONFLICT


def test_without_a_mark_the_revision_alone_decides() -> None:
    last = LastWriter("page", 3, 0)
    assert verdict(2, last, 2, None) is Verdict.SAVE
    assert verdict(2, last, 1, None) is Verdict.CONFLICT
    assert next_writer(2, last, None) is None


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["one", "other"]), st.sampled_from(["type", "send", "lost", "resend"])
    ),
    max_size=40,
)


@given(ACTS)
def test_no_page_ever_writes_over_what_it_has_not_seen(acts: list[tuple[str, str]]) -> None:
    """Pages write, replies get lost and requests are repeated in any order: what is written over is one's own, or was on the page."""
    draft, pages = Draft(), {mark: Page(mark) for mark in ("one", "other")}
    seen: dict[str, set[tuple[str, int]]] = {mark: {("", 0)} for mark in pages}
    sent: dict[str, tuple[int, int]] = {}
    for mark, act in acts:
        page = pages[mark]
        if act == "type":
            page.turn += 1
            continue
        revision, turn = sent.get(mark, (0, 0)) if act == "resend" else (page.revision, page.turn)
        if turn == 0:
            continue
        before = draft.by
        found = draft.take(mark, revision, turn)
        sent[mark] = (revision, turn)
        if found is Verdict.SAVE:
            assert before[0] in ("", mark) or before in seen[mark]
            assert before[0] != mark or before[1] < turn
        if found is not Verdict.CONFLICT and act == "send":
            page.revision = draft.revision
            seen[mark].add(draft.by)
