"""Authenticated encryption: what was sealed opens whole, in its place and by its key, or not at all."""

from __future__ import annotations

from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from practice.lib import crypto
from practice.lib.crypto import SealBroken

CIPHER, KEY_ID, PLACE = AESGCM(crypto.new_key()), uuid4(), b"table|column|row|owner"


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_what_was_sealed_opens(plain: bytes, place: bytes) -> None:
    sealed = crypto.seal(CIPHER, KEY_ID, plain, bound_to=place)
    assert crypto.unseal(CIPHER, sealed, bound_to=place) == plain
    assert crypto.key_id_of(sealed) == KEY_ID


@given(st.binary(min_size=1, max_size=60), st.data())
def test_no_bit_can_be_changed(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(crypto.seal(CIPHER, KEY_ID, plain, bound_to=PLACE))
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(SealBroken):
        crypto.unseal(CIPHER, bytes(sealed), bound_to=PLACE)


@given(st.integers(0, 60))
def test_nothing_can_be_cut_off(kept: int) -> None:
    sealed = crypto.seal(CIPHER, KEY_ID, b"twenty-nine bytes, no less", bound_to=PLACE)
    with pytest.raises(SealBroken):
        crypto.unseal(CIPHER, sealed[: min(kept, len(sealed) - 1)], bound_to=PLACE)


def test_another_place_does_not_open_it() -> None:
    sealed = crypto.seal(CIPHER, KEY_ID, b"plain", bound_to=PLACE)
    with pytest.raises(SealBroken):
        crypto.unseal(CIPHER, sealed, bound_to=PLACE + b"x")


def test_another_key_does_not_open_it() -> None:
    sealed = crypto.seal(CIPHER, KEY_ID, b"plain", bound_to=PLACE)
    with pytest.raises(SealBroken):
        crypto.unseal(AESGCM(crypto.new_key()), sealed, bound_to=PLACE)


def test_the_same_text_is_never_sealed_alike() -> None:
    sealed = {crypto.seal(CIPHER, KEY_ID, b"plain", bound_to=PLACE) for _ in range(100)}
    assert len(sealed) == 100


@pytest.mark.parametrize("odd", [b"", b"x", b"\x02" + bytes(60), b"\x01" + bytes(20)])
def test_what_is_no_sealed_value_names_no_key(odd: bytes) -> None:
    with pytest.raises(SealBroken):
        crypto.key_id_of(odd)


def test_each_purpose_has_its_own_key() -> None:
    master = crypto.new_key()
    keys = {crypto.derive(master, purpose) for purpose in ("one", "two", "")}
    assert {len(key) for key in keys} == {crypto.KEY_BYTES}
    assert len(keys) == 3


def test_a_blind_index_needs_its_key() -> None:
    one, two = crypto.new_key(), crypto.new_key()
    assert crypto.blind_index(one, "amara") == crypto.blind_index(one, "amara")
    assert crypto.blind_index(one, "amara") != crypto.blind_index(two, "amara")
    assert crypto.blind_index(one, "amara") != crypto.blind_index(one, "daniel")
