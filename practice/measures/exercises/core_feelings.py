"""Which core feeling each word of the feelings list ``emotions-1`` belongs to (the first level of the wheel)."""

from __future__ import annotations

from collections.abc import Iterable

_NUANCES = {
    "glad": "content relieved hopeful proud playful delighted grateful",
    "tender": "loving moved close trusting warm drawn_to_you protective",
    "calm": "settled safe rested patient clear at_ease",
    "sad": "lonely disappointed heavy grieving homesick_for_us discouraged empty",
    "afraid": "worried uneasy on_edge panicky unsure exposed dreading",
    "angry": "irritated frustrated resentful furious impatient bitter indignant",
    "hurt": "rejected overlooked let_down jealous criticised unwanted betrayed",
    "ashamed": "embarrassed guilty not_enough foolish small regretful unworthy",
}
CORE_OF = {word: core for core, words in _NUANCES.items() for word in (core, *words.split())}
"""Every word of the list, core words included, with its core feeling."""


def core_of(words: Iterable[str]) -> frozenset[str]:
    """Return the core feelings of these words; words that are not on the list are left out."""
    return frozenset(CORE_OF[word] for word in words if word in CORE_OF)
