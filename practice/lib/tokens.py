"""Random tokens and short codes; the database keeps only their digests."""

from __future__ import annotations

import hashlib
import secrets

# No letters or digits that are mistaken for one another when read aloud on the phone.
_CODE_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


def new_token() -> str:
    """Return an unguessable 256-bit token, safe in a URL."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """Return the SHA-256 of a high-entropy token, which is all that is ever stored of it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def new_code(length: int = 8) -> str:
    """Return a short code to be told to one person alone (about 4.9 bits a character)."""
    return "".join(secrets.choice(_CODE_ALPHABET) for _ in range(length))


def normalise_code(typed: str) -> str:
    """Forgive spaces, dashes and lower case in a code typed by a person."""
    return "".join(c for c in typed.upper() if c.isalnum())
