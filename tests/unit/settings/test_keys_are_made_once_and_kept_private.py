"""The keys outside the database: made on the first start of the embedded default, never made over data, never readable by others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practice.settings import MasterKeys, Settings, SettingsRefused, from_environment, write_keys

POSTGRES = "postgresql+psycopg://practice@localhost/practice"


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance folder that does not exist yet, and no other setting."""
    for name in ("DATABASE_URL", "PRACTICE_KEYS_FILE", "PRACTICE_DEMO", "PRACTICE_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "instance"
    monkeypatch.setenv("PRACTICE_INSTANCE", str(folder))
    return folder


def test_the_first_start_makes_them(instance: Path) -> None:
    settings = from_environment()
    assert settings.embedded
    assert MasterKeys.parse((instance / "keys.json").read_text()) == settings.keys
    assert [file.name for file in instance.iterdir()] == ["keys.json"]


def test_only_the_owner_can_read_them(instance: Path) -> None:
    from_environment()
    assert (instance / "keys.json").stat().st_mode & 0o777 == 0o600
    assert instance.stat().st_mode & 0o777 == 0o700


def test_the_next_start_finds_them(instance: Path) -> None:
    assert from_environment().keys == from_environment().keys


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused(instance: Path, mode: int) -> None:
    from_environment()
    (instance / "keys.json").chmod(mode)
    with pytest.raises(SettingsRefused, match="chmod 600"):
        from_environment()


def test_none_are_made_beside_a_database(instance: Path) -> None:
    instance.mkdir()
    (instance / "practice.db").touch()
    with pytest.raises(SettingsRefused, match="from your backup"):
        from_environment()
    assert not (instance / "keys.json").exists()


def test_none_are_made_for_a_database_that_lies_elsewhere(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.touch()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}")
    with pytest.raises(SettingsRefused, match="from your backup"):
        from_environment()


def test_none_are_made_for_a_database_of_its_own(
    instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", POSTGRES)
    with pytest.raises(SettingsRefused, match="practice keys new"):
        from_environment()


def test_none_are_made_where_a_file_was_named(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRACTICE_KEYS_FILE", str(tmp_path / "not-there.json"))
    with pytest.raises(SettingsRefused, match="There is no key file"):
        from_environment()


def test_the_file_that_was_named_is_read(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "named.json"
    keys = write_keys(named)
    monkeypatch.setenv("PRACTICE_KEYS_FILE", str(named))
    monkeypatch.setenv("DATABASE_URL", POSTGRES)
    assert from_environment().keys == keys


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    write_keys(file)
    before = file.read_text()
    with pytest.raises(FileExistsError):
        write_keys(file)
    assert file.read_text() == before
    assert list(tmp_path.iterdir()) == [file]


BROKEN = {
    "no JSON": "{",
    "another shape": "[]",
    "nothing in it": "{}",
    "no id": '{"current": "x", "wrapping": {}, "secret": ""}',
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_file_that_cannot_be_read_is_refused(how: str) -> None:
    with pytest.raises(SettingsRefused, match="Restore it from your backup"):
        MasterKeys.parse(BROKEN[how])


def test_a_file_with_a_short_key_is_refused() -> None:
    data = json.loads(MasterKeys.fresh().as_json())
    data["secret"] = data["secret"][:8]
    with pytest.raises(SettingsRefused, match="incomplete"):
        MasterKeys.parse(json.dumps(data))


def test_a_file_without_its_current_key_is_refused() -> None:
    data = json.loads(MasterKeys.fresh().as_json())
    data["wrapping"] = {}
    with pytest.raises(SettingsRefused, match="incomplete"):
        MasterKeys.parse(json.dumps(data))


def test_keys_never_stand_in_a_message(tmp_path: Path) -> None:
    keys = MasterKeys.fresh()
    settings = Settings(instance=tmp_path, database_url="sqlite://", keys=keys)
    for text in (repr(keys), str(keys), repr(settings)):
        assert repr(keys.secret)[2:-1] not in text
        assert all(repr(key)[2:-1] not in text for key in keys.wrapping.values())


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = MasterKeys.fresh()
    purposes = (
        "flask",
        "audit chain",
        "sign-in names",
        "throttle",
        "session contents",
        "key check",
    )
    assert len({keys.derived(purpose) for purpose in purposes}) == len(purposes)
    assert keys.derived("flask") == keys.derived("flask")
