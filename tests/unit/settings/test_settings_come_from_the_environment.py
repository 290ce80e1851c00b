"""Settings: what an operator may say, and what follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from practice.settings import MasterKeys, Settings, SettingsRefused, from_environment


def settings(**more: Any) -> Settings:
    """Return settings with some of them given."""
    return Settings(instance=Path(), database_url="sqlite://", keys=MasterKeys.fresh(), **more)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment that names an instance folder and nothing else."""
    names = ("DATABASE_URL", "PRACTICE_KEYS_FILE", "PRACTICE_DEMO", "PRACTICE_BASE_URL", "PORT")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRACTICE_INSTANCE", str(tmp_path))
    return monkeypatch


@pytest.mark.parametrize(
    ("address", "secure", "own"),
    [
        ("http://localhost:8000", False, "localhost"),
        ("https://practice.example", True, "practice.example"),
        ("https://Practice.Example:8443", True, "practice.example"),
    ],
)
def test_the_address_decides_cookies_and_hosts(address: str, secure: bool, own: str) -> None:
    found = settings(base_url=address)
    assert found.secure is secure
    assert found.hosts == {"localhost", "127.0.0.1", "::1", own}


def test_the_port_is_part_of_the_default_address(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PORT", "8123")
    assert from_environment().base_url == "http://localhost:8123"


def test_an_old_style_address_of_postgresql_is_understood(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from_environment()
    environment.setenv("DATABASE_URL", "postgres://someone@host/practice")
    found = from_environment()
    assert found.database_url == "postgresql+psycopg://someone@host/practice"
    assert not found.embedded


@pytest.mark.parametrize("given", ["-1", "one", "1.5", ""])
def test_a_number_of_proxies_that_is_none_is_refused(
    environment: pytest.MonkeyPatch, given: str
) -> None:
    environment.setenv("PRACTICE_TRUSTED_PROXIES", given)
    with pytest.raises(SettingsRefused, match="PRACTICE_TRUSTED_PROXIES"):
        from_environment()


def test_no_proxy_is_trusted_unless_named(environment: pytest.MonkeyPatch) -> None:
    assert from_environment().trusted_proxies == 0


def test_the_demo_is_asked_for_by_name(environment: pytest.MonkeyPatch) -> None:
    assert not from_environment().demo
    environment.setenv("PRACTICE_DEMO", "1")
    assert from_environment().demo
