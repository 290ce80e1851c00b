"""One typed settings object, read from the environment and the instance folder.

On the embedded default (SQLite in the instance folder) the keys are made on first use and kept in ``keys.json`` with mode 600.
With a database of its own the operator provides the keys, and the product refuses to start without them.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from practice.lib import crypto

REPOSITORY = Path(__file__).resolve().parent.parent


class SettingsRefused(Exception):
    """The product must not start like this; the message says why and what to do."""


@dataclass(frozen=True)
class MasterKeys:
    """The keys that live outside the database: key-encryption keys by id, and what is derived."""

    current: UUID
    wrapping: dict[UUID, bytes] = field(repr=False)
    secret: bytes = field(repr=False)

    def derived(self, purpose: str) -> bytes:
        """Return the independent key for one purpose (blind index, audit, sessions, …)."""
        return crypto.derive(self.secret, purpose)

    @classmethod
    def fresh(cls) -> MasterKeys:
        """Make a new set of keys."""
        key_id = uuid4()
        return cls(key_id, {key_id: crypto.new_key()}, secrets.token_bytes(32))

    @classmethod
    def parse(cls, text: str) -> MasterKeys:
        """Read the keys from their JSON form; raise :class:`SettingsRefused` if it is not one."""
        try:
            data = json.loads(text)
            wrapping = {UUID(k): base64.b64decode(v) for k, v in data["wrapping"].items()}
            keys = cls(UUID(data["current"]), wrapping, base64.b64decode(data["secret"]))
        except (ValueError, KeyError, TypeError, AttributeError) as broken:
            raise SettingsRefused(
                "The key file cannot be read. Restore it from your backup."
            ) from broken
        sizes = {len(k) for k in [*wrapping.values(), keys.secret]}
        if keys.current not in wrapping or sizes != {crypto.KEY_BYTES}:
            raise SettingsRefused("The key file is incomplete. Restore it from your backup.")
        return keys

    def as_json(self) -> str:
        """Return the JSON form that :meth:`parse` reads."""
        return json.dumps(
            {
                "current": str(self.current),
                "wrapping": {
                    str(k): base64.b64encode(v).decode() for k, v in self.wrapping.items()
                },
                "secret": base64.b64encode(self.secret).decode(),
            },
            indent=1,
        )


@dataclass(frozen=True)
class Settings:
    """Everything that differs between installations."""

    instance: Path
    database_url: str
    keys: MasterKeys = field(repr=False)
    demo: bool = False
    testing: bool = False
    base_url: str = "http://localhost:8000"
    practice_zone: str = "America/Los_Angeles"
    exit_url: str = "https://www.wikipedia.org/"
    trusted_proxies: int = 0

    @property
    def secure(self) -> bool:
        """Whether the product is reached over https, which decides cookies and HSTS."""
        return self.base_url.startswith("https://")

    @property
    def hosts(self) -> frozenset[str]:
        """The host names by which the product may be asked: its own, and this machine's."""
        own = urlsplit(self.base_url).hostname
        return frozenset({"localhost", "127.0.0.1", "::1"} | ({own} if own else set()))

    @property
    def embedded(self) -> bool:
        """Whether this is the embedded default, one SQLite file in the instance folder."""
        return self.database_url.startswith("sqlite")


def from_environment(*, demo: bool = False) -> Settings:
    """Read the settings; raise :class:`SettingsRefused` when the product must not start."""
    instance = Path(os.environ.get("PRACTICE_INSTANCE", REPOSITORY / "instance")).resolve()
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    port = os.environ.get("PORT", "8000")
    url = os.environ.get("DATABASE_URL", f"sqlite:///{instance / 'practice.db'}")
    if url.startswith("postgres://"):
        url = "postgresql+psycopg://" + url.removeprefix("postgres://")
    embedded, file = url.startswith("sqlite"), Path(url.removeprefix("sqlite:///"))
    return Settings(
        instance=instance,
        database_url=url,
        keys=_read_keys(instance, embedded=embedded, has_data=embedded and file.exists()),
        demo=demo or os.environ.get("PRACTICE_DEMO") == "1",
        base_url=os.environ.get("PRACTICE_BASE_URL", f"http://localhost:{port}"),
        practice_zone=os.environ.get("PRACTICE_ZONE", "America/Los_Angeles"),
        exit_url=os.environ.get("PRACTICE_EXIT_URL", "https://www.wikipedia.org/"),
        trusted_proxies=_hops(os.environ.get("PRACTICE_TRUSTED_PROXIES", "0")),
    )


def _hops(given: str) -> int:
    if not given.isdecimal():
        raise SettingsRefused(
            f"PRACTICE_TRUSTED_PROXIES is how many proxies stand before Practice: 0, 1, …; not {given!r}."
        )
    return int(given)


def _read_keys(instance: Path, *, embedded: bool, has_data: bool) -> MasterKeys:
    given = os.environ.get("PRACTICE_KEYS_FILE")
    path = Path(given) if given else instance / "keys.json"
    if path.exists():
        if path.stat().st_mode & 0o077:
            raise SettingsRefused(f"Others can read the key file {path}. Run: chmod 600 {path}")
        return MasterKeys.parse(path.read_text())
    if not embedded or given:
        raise SettingsRefused(
            f"There is no key file at {path}. Make one with 'practice keys new FILE', keep a copy "
            "apart from the database, and name it in PRACTICE_KEYS_FILE."
        )
    if has_data:
        raise SettingsRefused(
            f"There is a database but no key file at {path}. Put the key file back from your backup; "
            "a new key could never read this data."
        )
    try:
        return write_keys(path)
    except FileExistsError:
        # Another process started at the same moment, and was first.
        return MasterKeys.parse(path.read_text())


def write_keys(path: Path) -> MasterKeys:
    """Write fresh keys to a new file that only its owner can read, and return them.

    Raises ``FileExistsError`` rather than write over a file. The file appears whole or not at all: whoever sees it can read it.
    """
    keys = MasterKeys.fresh()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(keys.as_json())
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    finally:
        draft.unlink()
    return keys
