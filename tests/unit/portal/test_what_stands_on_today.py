from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from practice.caseload.rules import OwnAgreements
from practice.portal.presenters import TodayView, today_view
from practice.responses.presenters.today import PassedCard
from practice.safety.rules import private_check

SIGNED = OwnAgreements(consented=True, policy_signed=True, sexual=False)
CONSENTED = OwnAgreements(consented=True, policy_signed=False, sexual=False)


@dataclass
class Homework:
    title: str
    state: str = "due"
    minutes: int = 10
    note: str = ""
    due_on: date | None = None
    who_sees: str = "Only you and your care team can read this."
    url: str = "/homework/x"
    is_started: bool = False
    is_reading: bool = False
    passed: PassedCard | None = None


def passed(title: str, opens_on: date) -> PassedCard:
    return PassedCard(title, "on Thu 12 March", "", "x", opens_on, "/homework/x/passed")


def view(*homework: Homework, own: OwnAgreements = SIGNED, asked: bool = False) -> TodayView:
    questions = private_check() if asked else None
    return today_view(own=own, questions=questions, questions_seen_by="x", homework=homework)


def titles(found: TodayView) -> list[str]:
    return [card.title for card in found.cards]


def test_at_most_three_things_and_the_rest_is_coming_up() -> None:
    found = view(*(Homework(str(n)) for n in range(5)))
    assert titles(found) == ["0", "1", "2"]
    assert [line.title for line in found.coming] == ["3", "4"]
    assert all(line.url for line in found.coming)


def test_agreements_come_first_then_the_questions_then_homework() -> None:
    found = view(Homework("Words"), own=CONSENTED, asked=True)
    assert titles(found) == ["Agreements to read", "A few private questions"]
    assert titles(view(Homework("Words"), asked=True)) == ["A few private questions", "Words"]


def test_homework_waits_for_ones_own_signatures() -> None:
    found = view(Homework("Words"), own=CONSENTED)
    [line] = found.coming
    assert line.note == "This opens after you have read and signed the agreements."
    assert not line.url


def test_what_waits_says_why() -> None:
    lines = view(
        Homework("Words", state="locked", note="This opens when your clinician is ready."),
        Homework("More", state="coming", note="From Thu 12 March"),
    ).coming
    assert [line.note for line in lines] == [
        "This opens when your clinician is ready.",
        "From Thu 12 March",
    ]
    assert not any(line.url for line in lines)


def test_what_is_done_stands_below() -> None:
    found = view(Homework("Words", state="done"), Homework("Older", state="over"))
    assert found.cards == ()
    assert [line.title for line in found.done] == ["Words", "Older"]


def test_what_was_begun_is_gone_on_with() -> None:
    buttons = [c.button for c in view(Homework("New"), Homework("Begun", is_started=True)).cards]
    assert buttons == ["Open", "Go on"]


def test_what_is_to_read_is_no_task() -> None:
    found = view(Homework("Calm", is_reading=True), Homework("Old", "done", is_reading=True))
    assert found.cards == ()
    assert [line.title for line in found.reading] == ["Calm"]
    assert [line.title for line in found.done] == ["Old"]


def test_one_question_at_a_time_about_what_passed() -> None:
    older = Homework("Words", passed=passed("Words", date(2026, 3, 5)))
    newer = Homework("Pulse", passed=passed("Pulse", date(2026, 3, 12)))
    found = view(older, newer).passed
    assert found is not None
    assert found.title == "Pulse"
    assert view(older, own=CONSENTED).passed is None
