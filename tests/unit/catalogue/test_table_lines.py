from __future__ import annotations

from practice.catalogue.forms import answers_from, line_wanted
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
    assert line_wanted(form) == "triggers"
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


def test_fixed_rows_keep_their_names() -> None:
    form = form_over(ANSWERS, posted={"answers__3__answer": "Noise"})
    assert answers_from(form) == {"answers": [{"row": "what_drains_me", "answer": "Noise"}]}
    assert line_wanted(form) is None
    assert len(form.lines_of(ANSWERS)) == 12
