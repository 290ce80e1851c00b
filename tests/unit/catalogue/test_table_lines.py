from __future__ import annotations

from practice.catalogue.forms import answers_from, changes_lines
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import form_over

D = load_definitions()
TRIGGERS = D["er-overwhelm-signals"].field("triggers")
ANSWERS = D["ei-know-me-now"].field("answers")


def test_an_empty_table_shows_as_many_lines_as_it_should_have() -> None:
    assert len(form_over(TRIGGERS).lines_of(TRIGGERS)) == 1
    where = D["cc-timeout-agreement"].field("where")
    assert len(form_over(where).lines_of(where)) == 2


def test_add_another_shows_one_more_line_and_keeps_what_was_typed() -> None:
    sent = {"triggers__shown": "1", "triggers__0__situation": "Late", "triggers__add": "1"}
    form = form_over(TRIGGERS, posted=sent)
    assert changes_lines(form)
    assert len(form.lines_of(TRIGGERS)) == 2
    assert form["triggers__0__situation"].data == "Late"


def test_lines_end_at_the_most() -> None:
    form = form_over(TRIGGERS, posted={"triggers__shown": "999", "triggers__add": "1"})
    assert len(form.lines_of(TRIGGERS)) == 8
    strange = form_over(TRIGGERS, posted={"triggers__shown": "many", "triggers__9__situation": "x"})
    assert len(strange.lines_of(TRIGGERS)) == 1
    assert answers_from(strange) == {}


def test_an_emptied_line_is_taken_out() -> None:
    sent = {"triggers__shown": "3", "triggers__0__situation": "Late", "triggers__2__charge": "7"}
    assert answers_from(form_over(TRIGGERS, posted=sent)) == {
        "triggers": [{"situation": "Late"}, {"charge": 7}]
    }


def test_a_line_is_taken_out_by_its_button_and_the_others_move_up() -> None:
    typed = [("Late", "4"), ("Money", "7"), ("Noise", "")]
    sent = {
        f"triggers__{line}__{column}": value
        for line, pair in enumerate(typed)
        for column, value in zip(("situation", "charge"), pair, strict=True)
    }
    form = form_over(TRIGGERS, posted={**sent, "triggers__shown": "3", "triggers__out": "1"})
    assert changes_lines(form)
    assert len(form.lines_of(TRIGGERS)) == 2
    assert answers_from(form) == {
        "triggers": [{"situation": "Late", "charge": 4}, {"situation": "Noise"}]
    }


def test_of_the_only_line_its_words_are_taken_out() -> None:
    sent = {"triggers__shown": "1", "triggers__0__situation": "Late", "triggers__out": "0"}
    form = form_over(TRIGGERS, posted=sent)
    assert len(form.lines_of(TRIGGERS)) == 1
    assert answers_from(form) == {}


def test_what_names_no_line_takes_none_out() -> None:
    for odd in ("", "-1", "x", "1.5", "99999"):
        sent = {"triggers__shown": "1", "triggers__0__situation": "Late", "triggers__out": odd}
        assert answers_from(form_over(TRIGGERS, posted=sent)) == {
            "triggers": [{"situation": "Late"}]
        }


def test_fixed_rows_keep_their_names() -> None:
    form = form_over(ANSWERS, posted={"answers__3__answer": "Noise"})
    assert answers_from(form) == {"answers": [{"row": "what_drains_me", "answer": "Noise"}]}
    assert not changes_lines(form)
    assert len(form.lines_of(ANSWERS)) == 12
