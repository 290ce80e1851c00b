"""Topic comfort: which topics about sex are easy to talk about, for each and for both (MacNeil & Byers 2009)."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

from practice.measures.exercises.answers import picks, rows
from practice.measures.exercises.figure import Answers, Figure, Figures, Person, Scorer
from practice.measures.exercises.guessing import other
from practice.measures.quantity import points, rounded, written

TOPICS = (
    "what_feels_good",
    "what_does_not",
    "how_often",
    "starting_things",
    "saying_no",
    "pleasure_and_orgasm",
    "contraception_or_sexual_health",
    "fantasies",
    "body_image",
    "pain_or_health_changes",
    "solo_sex_or_pornography",
    "past_experiences",
)
FEWEST_TOPICS = 9
EASY_FROM = 3
HARD_TO = 1
GUESSED = 3
_COMFORT = frozenset({"comfort"})
_BOTH_RELEASED = frozenset({"a.comfort", "b.comfort"})


def score_own(answers: Answers) -> Figures:
    """Comfort 0 to 100 = mean of the answered topics x 25; needs 9 of the 12."""
    comfort = _comfort(answers)
    if len(comfort) < FEWEST_TOPICS:
        return ()
    value = rounded(fmean(comfort.values()) * 25, 1)
    return (
        Figure(
            key="comfort",
            label="Ease of talking",
            value=value,
            unit="of 100",
            low=0,
            high=100,
            direction="higher_better",
            words=f"Talking about these topics feels {written(value)} of 100 easy.",
            inputs=_COMFORT,
            privacy="author",
            sexual=True,
        ),
    )


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Topics easy or hard for both, the gap per topic (from released fields), and hits of each guess."""
    a, b = _comfort(a_answers), _comfort(b_answers)
    both = {topic: (a[topic], b[topic]) for topic in a if topic in b}
    return (
        *_shared("easy", both, lambda value: value >= EASY_FROM),
        *_shared("hard", both, lambda value: value <= HARD_TO),
        *(_gap(topic, abs(x - y)) for topic, (x, y) in both.items()),
        *_hits("a", a_answers, b),
        *_hits("b", b_answers, a),
    )


def _comfort(answers: Answers) -> dict[str, float]:
    return rows(answers, "comfort", TOPICS, 0, 4)


def _shared(
    kind: str, both: dict[str, tuple[float, float]], holds: Callable[[float], bool]
) -> Figures:
    if not both:
        return ()
    found = tuple(topic for topic, (x, y) in both.items() if holds(x) and holds(y))
    names = ", ".join(map(_name, found))
    return (
        Figure(
            key=f"shared_{kind}",
            label=f"Topics {kind} for both",
            value=len(found),
            unit="topics",
            low=0,
            high=len(TOPICS),
            direction="neutral",
            words=f"{kind.capitalize()} for both: {names or 'none'}.",
            inputs=_COMFORT,
            privacy="joint",
            subject="couple",
            needs_released=_BOTH_RELEASED,
            sexual=True,
            rows=found,
        ),
    )


def _gap(topic: str, size: float) -> Figure:
    apart = "the same for both" if size == 0 else f"{points(size)} apart"
    return Figure(
        key=f"gap.{topic}",
        label=f"Difference in ease: {_name(topic)}",
        value=size,
        unit="points",
        low=0,
        high=4,
        direction="neutral",
        words=f"{_name(topic).capitalize()}: {apart}.",
        inputs=_COMFORT,
        privacy="joint",
        subject="couple",
        needs_released=_BOTH_RELEASED,
        sexual=True,
        rows=(topic,),
    )


def _hits(guesser: Person, own: Answers, partner: dict[str, float]) -> Figures:
    """Overlap of the guess with the partner's actual top three; ties go by the order of the rows."""
    guessed = picks(own, "guess")
    if not guessed or len(partner) < GUESSED:
        return ()
    top = sorted(partner, key=lambda topic: -partner[topic])[:GUESSED]
    hits = len(set(guessed[:GUESSED]) & set(top))
    return (
        Figure(
            key="guess_hits",
            label="Guessed topics that were right",
            value=hits,
            unit="of 3",
            low=0,
            high=GUESSED,
            direction="higher_better",
            words=f"{hits} of the 3 guessed topics are among the easiest three.",
            inputs=frozenset({"guess", "comfort"}),
            privacy="author",
            subject=guesser,
            needs_released=frozenset({f"{other(guesser)}.comfort"}),
            sexual=True,
        ),
    )


def _name(topic: str) -> str:
    return topic.replace("_", " ")


SCORER = Scorer("sc-topic-comfort", score_own=score_own, score_pair=score_pair)
