"""Authenticated encryption, key wrapping and blind indexes over the `cryptography` library.

AES-256-GCM throughout (NIST SP 800-38D) with random 96-bit nonces. A sealed value carries the id of the key that sealed it, and
is bound by associated data to the table, column, row and owner it was written for: a ciphertext moved elsewhere does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
NONCE_BYTES = 12
KEY_BYTES = 32
HEADER_BYTES = len(VERSION) + 16


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong place or damaged bytes."""


def new_key() -> bytes:
    """Return a fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def seal(cipher: AESGCM, key_id: UUID, plain: bytes, *, bound_to: bytes) -> bytes:
    """Encrypt ``plain`` and return version, key id, nonce and ciphertext as one value."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    header = VERSION + key_id.bytes
    return header + nonce + cipher.encrypt(nonce, plain, header + bound_to)


def key_id_of(sealed: bytes) -> UUID:
    """Return the id of the key that sealed a value."""
    if sealed[:1] != VERSION or len(sealed) < HEADER_BYTES + NONCE_BYTES:
        raise SealBroken("not a sealed value")
    return UUID(bytes=sealed[1:HEADER_BYTES])


def key_header_of(sealed: bytes) -> bytes:
    """Return the 16 bytes of :func:`key_id_of` as they stand, for looking many keys up."""
    return sealed[len(VERSION) : HEADER_BYTES]


def unseal(cipher: AESGCM, sealed: bytes, *, bound_to: bytes) -> bytes:
    """Decrypt what :func:`seal` returned; raise :class:`SealBroken` if anything was changed."""
    nonce = sealed[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES]
    body = sealed[HEADER_BYTES + NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, body, sealed[:HEADER_BYTES] + bound_to)
    except (
        InvalidTag,
        ValueError,
    ) as broken:  # ValueError: what was cut off is shorter than a nonce
        raise SealBroken("a sealed value does not open here") from broken


@lru_cache(maxsize=32)
def derive(master: bytes, purpose: str) -> bytes:
    """Derive an independent 256-bit key for one ``purpose`` (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(master)


def blind_index(key: bytes, text: str) -> bytes:
    """Return a keyed digest by which an encrypted value can be looked up but not read."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
