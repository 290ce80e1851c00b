"""Pure rules at the door: passwords, throttling, one-time codes, safe return addresses."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from practice.lib import tokens
from practice.lib.text import fold_sign_in_name

MIN_ALONE = 15
MIN_WITH_SECOND_FACTOR = 12
MAX_BYTES = 1024
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)
FORGET_AFTER = timedelta(hours=1)
INVITATION_LIFE = timedelta(days=7)
MAX_CODE_TRIES = 5


class PasswordRefused(ValueError):
    """A password that is too short, too long or too well known; the message says which."""


@lru_cache(maxsize=1)
def _known_passwords() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(w for words in FREQUENCY_LISTS.values() for w in words)


def check_password(password: str, *, second_factor: bool, own_words: tuple[str, ...] = ()) -> None:
    """Raise :class:`PasswordRefused` unless the password is long enough and not guessable from a list.

    Lengths are those of SECURITY A2 (NIST SP 800-63B-4): 15 characters alone, 12 with a second factor; no rules of
    composition. The list is bundled; nothing is ever sent anywhere.
    """
    least = MIN_WITH_SECOND_FACTOR if second_factor else MIN_ALONE
    if len(password) < least:
        raise PasswordRefused(f"Use at least {least} characters. A few words in a row work well.")
    if len(password.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise PasswordRefused("This is longer than we can keep. Use at most 1,000 characters.")
    folded = password.casefold()
    rest = folded
    for word in sorted(
        (w.casefold() for w in (*own_words, "practice", "password") if len(w) > 2),
        key=len,
        reverse=True,
    ):
        rest = rest.replace(word, "")
    # What is left besides one's own name and digits must still be something to guess.
    if (
        folded in _known_passwords()
        or rest in _known_passwords()
        or len(set(rest.strip("0123456789"))) < 5
    ):
        raise PasswordRefused(
            "This is easy to guess. Choose a few words that do not belong together."
        )


def blocked_until(failures: int, failed_at: datetime) -> datetime | None:
    """Return until when a further try is refused: doubling waits after five failures, never for good."""
    if failures < FREE_TRIES:
        return None
    wait: timedelta = FIRST_WAIT * int(2 ** min(failures - FREE_TRIES, 10))
    return failed_at + min(wait, LONGEST_WAIT)


def is_code_right(typed: str, digest: bytes) -> bool:
    """Return whether a typed short code is the one whose digest was kept."""
    return tokens.digest(tokens.normalise_code(typed)) == digest


def safe_next(target: str | None, default: str) -> str:
    """Return a relative path of this site to go on to, or ``default`` for anything else."""
    if not target or not target.startswith("/") or target[:2] in ("//", "/\\"):
        return default
    if any(ord(c) < 32 or c == "\\" for c in target):
        return default
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else default


def same_name(one: str, other: str) -> bool:
    """Return whether two sign-in names are the same to the product."""
    return fold_sign_in_name(one) == fold_sign_in_name(other)
