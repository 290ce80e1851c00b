"""The library as a page: tabs of what there is, filters with counts, and what fits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from practice.assignments.presenters.library import Module
from practice.assignments.rules import shelf as rules
from practice.assignments.rules.shelf import Wanted
from practice.catalogue.definition import ExerciseDefinition, Gate, Kind, Who
from practice.catalogue.presenters import ExerciseCard, exercise_card

Address = Callable[..., str]
Choice = tuple[str, str, bool]
Chip = tuple[str, str, bool, int]

_TABS = {Kind.EXERCISE: "Exercises", Kind.INTAKE: "Intake", Kind.READING: "Cards to read"}
_NOUNS = {Kind.EXERCISE: "exercises", Kind.INTAKE: "sections", Kind.READING: "cards"}
WHO = {
    Who.EACH_PRIVATELY: "Each privately",
    Who.REVEAL: "Each privately, then shown",
    Who.JOINT: "Both together",
    Who.ONE_PARTNER: "One partner",
}
GATES = {
    Gate.G0: "Open to everyone",
    Gate.G1: "After shared work is cleared",
    Gate.G2: "After clearance and both consents",
}


@dataclass(frozen=True)
class Shelf:
    """One look at the library."""

    tabs: list[Choice]
    chips: list[Chip]
    lengths: list[Choice]
    people: list[Choice]
    gates: list[Choice]
    words: str
    kept: dict[str, str]
    taken: list[tuple[str, str]]
    modules: list[Module]
    sentence: str
    all_of_it: str


def shelf(
    library: Mapping[Kind, Sequence[ExerciseDefinition]],
    wanted: Wanted,
    address: Address,
    made_here: Collection[str] = (),
) -> Shelf:
    """Return what fits of the kinds in ``library``; ``address`` makes the address of another look."""
    found = library.get(wanted.kind, ())
    # Words are looked for once: everything is read for them, and each filter counts what is left.
    said = [one for one in found if rules.fits(one, Wanted(wanted.kind, wanted.words))]
    fitting = [one for one in said if rules.fits(one, wanted.without("words"))]
    all_of_it = Wanted(kind=wanted.kind)
    return Shelf(
        tabs=[
            (f"{_TABS[kind]} ({len(of_kind)})", _to(address, Wanted(kind)), kind is wanted.kind)
            for kind, of_kind in library.items()
        ],
        chips=_chips(found, said, wanted, address),
        lengths=_choices(
            found, said, wanted, "minutes", {n: f"Up to {n} minutes" for n in rules.UP_TO}
        ),
        people=_choices(found, said, wanted, "who", {w.value: words for w, words in WHO.items()}),
        gates=_choices(found, said, wanted, "gate", {g.value: words for g, words in GATES.items()}),
        words=wanted.words,
        kept={k: v for k, v in wanted.as_asked().items() if k in ("kind", "module")},
        taken=_taken(wanted, address),
        modules=_modules(fitting, made_here),
        sentence=_sentence(len(fitting), len(found), _NOUNS[wanted.kind]),
        all_of_it=_to(address, all_of_it),
    )


def _to(address: Address, wanted: Wanted) -> str:
    return address(**wanted.as_asked())


def _chips(
    found: Sequence[ExerciseDefinition],
    said: Sequence[ExerciseDefinition],
    wanted: Wanted,
    address: Address,
) -> list[Chip]:
    """One chip a module with how many of it fit the rest of what is wanted; none where there is one module only."""
    groups = dict.fromkeys(rules.group_of(one) for one in found)
    if len(groups) < 2:
        return []
    open_again = wanted.without("group")
    counted = open_again.without("words")
    fitting = [rules.group_of(one) for one in said if rules.fits(one, counted)]
    everything: Chip = ("All", _to(address, open_again), not wanted.group, len(fitting))
    return [
        everything,
        *(
            (
                group,
                _to(address, replace(wanted, group=group)),
                group == wanted.group,
                fitting.count(group),
            )
            for group in sorted(groups)
            if group in fitting or group == wanted.group
        ),
    ]


def _choices(
    found: Sequence[ExerciseDefinition],
    said: Sequence[ExerciseDefinition],
    wanted: Wanted,
    part: str,
    words: Mapping[Any, str],
) -> list[Choice]:
    """Return the choices of one filter with how many each would leave; none where it would not tell any apart."""
    if not any(0 < _count(found, Wanted(wanted.kind), part, v) < len(found) for v in words):
        return []
    counted = wanted.without("words")
    return [
        (
            str(value),
            f"{words[value]} ({_count(said, counted, part, value)})",
            value == getattr(wanted, part),
        )
        for value in words
    ]


def _count(found: Sequence[ExerciseDefinition], wanted: Wanted, part: str, value: Any) -> int:
    chosen = replace(wanted, **{part: value})
    return sum(rules.fits(one, chosen) for one in found)


def _taken(wanted: Wanted, address: Address) -> list[tuple[str, str]]:
    """Return the filters in force but the module, each with the address of the page without it."""
    said = {
        "words": f"“{wanted.words}”" if wanted.words else "",
        "minutes": f"Up to {wanted.minutes} minutes" if wanted.minutes else "",
        "who": WHO[Who(wanted.who)] if wanted.who else "",
        "gate": GATES[Gate(wanted.gate)] if wanted.gate else "",
    }
    return [(words, _to(address, wanted.without(part))) for part, words in said.items() if words]


def _modules(found: Sequence[ExerciseDefinition], made_here: Collection[str]) -> list[Module]:
    grouped: dict[str, list[ExerciseCard]] = {}
    for one in sorted(found, key=_place):
        card = replace(exercise_card(one), made_here=one.slug in made_here)
        grouped.setdefault(rules.group_of(one), []).append(card)
    return [Module(name, tuple(cards)) for name, cards in grouped.items()]


def _place(one: ExerciseDefinition) -> tuple[str, int, str]:
    number = one.code.rpartition("-")[2]
    return rules.group_of(one), int(number) if number.isdigit() else 0, one.title


def _sentence(fitting: int, there: int, noun: str) -> str:
    return f"{there} {noun}" if fitting == there else f"{fitting} of {there} {noun}"
