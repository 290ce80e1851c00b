"""Scoring from a file: one JSON question per line, one JSON answer per line, in the same order.

A line is one of

    {"measure": "rdas", "answers": [3, 3, null, ...]}       a score
    {"measure": "rdas", "before": 33, "after": 48}          the class of a change
    {"profile": {"a": [4, 3], "b": [6, 5]}}                 Pearson's r and double-entry ICC, 4 decimals
    {"gas": {"weights": [3, 2], "levels": [-1, 0]}}         a goal-attainment T-score, 2 decimals
    {"measure": "psc", "answers": {"s01": "no", ...}}       the tier of the Private Safety Check

A figure that the rules forbid, or that is undefined, is null. A line that cannot be read (a blank one too) is
answered by {"error": "..."} in its place, never repeating an answer; the other lines are not affected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from json import JSONDecoder, JSONEncoder
from typing import NoReturn, cast

from practice.measures.change import Outcome, change_between
from practice.measures.errors import AnswerError, MeasureError
from practice.measures.gas import t_score
from practice.measures.model import Measure
from practice.measures.quantity import is_number, rounded
from practice.measures.registry import get
from practice.measures.safety_check import tier
from practice.measures.score import Score
from practice.measures.scoring import score
from practice.measures.similarity import double_entry_icc, pearson

Answer = dict[str, object]
Line = Mapping[str, object]

SAFETY_CHECK = "psc"


def score_lines(lines: Iterable[str], write: Callable[[str], object]) -> int:
    """Answer each line as it comes.

    Args:
        lines: the questions; a trailing line break does not matter.
        write: receives each answer with its line break.

    Returns:
        The exit status: 0 if every line was answered, 1 if any was an error.
    """
    status = 0
    for line in lines:
        try:
            answer = answer_to(_read(line))
        except MeasureError as error:
            answer = {"error": str(error)}
            status = 1
        write(_encode(answer) + "\n")
    return status


def answer_to(line: Line) -> Answer:
    """The answer to one question.

    Raises:
        MeasureError: the question is none of the five forms, or its numbers do not fit.
    """
    forms = [form for form in _FORMS if form in line]
    if forms == ["answers"]:
        return _scored(line)
    if forms == ["before", "after"]:
        return _changed(line)
    if forms == ["profile"]:
        return _profile(line)
    if forms == ["gas"]:
        return _gas(line)
    if forms in (["before"], ["after"]):
        raise AnswerError('A change needs both "before" and "after".')
    raise AnswerError(
        'A line needs a "measure" with "answers", a "measure" with "before" and "after", a '
        '"profile", or a "gas", and only one of them.'
    )


_FORMS = ("answers", "before", "after", "profile", "gas")


def _scored(line: Line) -> Answer:
    answers = line["answers"]
    if str(line.get("measure")).lower() == SAFETY_CHECK:
        if not isinstance(answers, dict):
            raise AnswerError(
                'The safety check needs its "answers" as an object: s01 to s16, today.'
            )
        return {"tier": int(tier(answers))}
    measure = _measure(line)
    if not isinstance(answers, list):
        raise AnswerError("The answers must be a list, one for each item.")
    return _score_as_json(measure, score(measure, answers))


def _score_as_json(measure: Measure, result: Score) -> Answer:
    answer: Answer = {
        "total": result.total,
        "subscales": result.subscales,
        "functional": result.functional,
        "answered": result.answered,
        "items": result.items,
        "bands": result.bands,
    }
    if result.exact != result.total:
        answer["exact"] = result.exact
    if measure.reports_mean:
        answer["mean"] = result.mean
    if measure.flags:
        answer["flags"] = [{"item": flag.item, "label": flag.label} for flag in result.flags]
    if result.reason is not None:
        answer["reason"] = result.reason
    return answer


def _changed(line: Line) -> Answer:
    change = change_between(_measure(line), _total(line["before"]), _total(line["after"]))
    answer: Answer = {"outcome": change.outcome.value}
    if change.outcome is Outcome.NOT_COMPUTABLE:
        answer["reason"] = change.reason
    if change.now_in_clinical_range:
        answer["now_in_clinical_range"] = True
    return answer


def _total(value: object) -> float | None:
    if value is None or is_number(value):
        return value
    raise AnswerError('"before" and "after" must be totals, or null where there is none.')


def _profile(line: Line) -> Answer:
    x, y = _pair(line, "profile", "a", "b")
    if len(x) != len(y):
        raise AnswerError('The profiles "a" and "b" must have the same number of items.')
    if None in x or None in y:
        return {"pearson": None, "de_icc": None}
    a, b = _numbers(x), _numbers(y)
    return {"pearson": _decimals(pearson(a, b), 4), "de_icc": _decimals(double_entry_icc(a, b), 4)}


def _gas(line: Line) -> Answer:
    weights, levels = _pair(line, "gas", "weights", "levels")
    # t_score checks each weight and level itself.
    return {"t": _decimals(t_score(cast("list[int]", weights), cast("list[int]", levels)), 2)}


def _measure(line: Line) -> Measure:
    measure_id = line.get("measure")
    if not isinstance(measure_id, str):
        raise AnswerError('The line must name its "measure".')
    return get(measure_id)


def _pair(line: Line, form: str, first: str, second: str) -> tuple[list[object], list[object]]:
    """The two lists of a form."""
    inner = line[form]
    if isinstance(inner, dict):
        one, other = inner.get(first), inner.get(second)
        if isinstance(one, list) and isinstance(other, list):
            return one, other
    msg = f'"{form}" needs two lists, "{first}" and "{second}".'
    raise AnswerError(msg)


def _numbers(values: list[object]) -> list[float]:
    numbers = [value for value in values if is_number(value)]
    if len(numbers) < len(values):
        raise AnswerError("A profile holds numbers only, of ordinary size.")
    return numbers


def _decimals(value: float | None, digits: int) -> float | None:
    return None if value is None else rounded(value, digits)


def _read(line: str) -> Line:
    """The object on the line.

    Raises:
        AnswerError: blank, not JSON, nested beyond reading, or not an object.
    """
    if not line.strip():
        raise AnswerError("The line is empty.")
    try:
        value = _DECODER.decode(line)
    except RecursionError:
        raise AnswerError("The line is nested too deeply.") from None
    except ValueError:
        raise AnswerError("The line is not valid JSON.") from None
    if not isinstance(value, dict):
        raise AnswerError("The line must be a JSON object.")
    return value


def _refuse_constant(name: str) -> NoReturn:
    """JSON has no NaN or Infinity, though Python would read them."""
    msg = f"{name} is not a number."
    raise ValueError(msg)


_DECODER = JSONDecoder(parse_constant=_refuse_constant)
_encode = JSONEncoder(allow_nan=False, separators=(", ", ": ")).encode
