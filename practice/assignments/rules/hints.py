"""What usually comes before an exercise: suggestions to the clinician, which never change anything by themselves.

Source: the catalogue's sequencing hints. Emotion regulation comes before communication and conflict, emotional intimacy before
sexual communication, the time-out agreement before conflict tasks, easy topics before other sexual tasks, and each one's own
signals before the time-out agreement.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

TIME_OUT, SIGNALS, TOPICS = "cc-timeout-agreement", "er-overwhelm-signals", "sc-topic-comfort"
# Work on conflict that needs a way to stop; planning how to sit side by side does not.
_CONFLICT = frozenset(
    {
        "cc-loop-map",
        "cc-speaker-listener",
        "cc-complaint-to-request",
        "cc-after-argument",
        "cc-softer-reach",
        "hb-hurt-and-repair",
    }
)


@dataclass(frozen=True, slots=True)
class Hint:
    """One suggestion in words, with the exercise that it names; "" where any of a module would do."""

    words: str
    exercise: str = ""


def sequence_hints(slug: str, given: Collection[str]) -> list[Hint]:
    """Return what usually comes before ``slug`` and is not among the exercises ``given`` so far, the nearest first."""
    found: dict[str, Hint] = {}
    for fits, has_come, hint in _rules(slug, given):
        if fits and not has_come:
            found.setdefault(hint.exercise, hint)
    return list(found.values())


def _rules(slug: str, given: Collection[str]) -> list[tuple[bool, bool, Hint]]:
    def any_of(module: str) -> bool:
        return any(one.startswith(module) for one in given)

    return [
        (
            slug == TIME_OUT,
            SIGNALS in given,
            Hint("Each one's own signs of being overwhelmed usually come first.", SIGNALS),
        ),
        (
            slug in _CONFLICT,
            TIME_OUT in given,
            Hint("A time-out that both agreed on usually comes before work on conflict.", TIME_OUT),
        ),
        (
            slug.startswith("cc-"),
            any_of("er-"),
            Hint("Emotion regulation usually comes before communication and conflict.", SIGNALS),
        ),
        (
            slug.startswith("sc-") and slug != TOPICS,
            TOPICS in given,
            Hint("Which topics are easy usually comes before other sexual tasks.", TOPICS),
        ),
        (
            slug.startswith("sc-"),
            any_of("ei-"),
            Hint("Emotional intimacy usually comes before sexual communication."),
        ),
    ]
