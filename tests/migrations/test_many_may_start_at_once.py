"""Several processes that start on an empty database at once all find it ready, and it is made once."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from practice.catalogue.models import Exercise, ExerciseVersion
from practice.cli.commands import bring_up_to_date
from practice.extensions import db
from practice.settings import from_environment
from tests.factories.house import fresh_app

together = multiprocessing.get_context("fork")


def all_at_once(count: int, work: object) -> list[int | None]:
    """Run the same work in several processes that start together; return how each ended."""
    gate = together.Barrier(count)

    def start() -> None:
        gate.wait(timeout=60)
        work()  # type: ignore[operator]

    processes = [together.Process(target=start) for _ in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    return [process.exitcode for process in processes]


def test_on_an_empty_database(empty: Flask) -> None:
    folder, url = Path(empty.instance_path), empty.config["SQLALCHEMY_DATABASE_URI"]
    with empty.app_context():
        db.engine.dispose()
    assert all_at_once(4, lambda: bring_up_to_date(fresh_app(folder, url))) == [0] * 4
    with empty.app_context():
        slugs = select(func.count(), func.count(Exercise.slug.distinct())).select_from(Exercise)
        rows, different = db.session.execute(slugs).one()
        assert rows == different > 40
        assert db.session.scalar(select(func.count()).select_from(ExerciseVersion)) == rows


def test_on_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They all end up with the same keys."""
    monkeypatch.setenv("PRACTICE_INSTANCE", str(tmp_path / "instance"))

    def start() -> None:
        keys = from_environment().keys
        (tmp_path / f"found-{keys.current}").touch()

    assert all_at_once(6, start) == [0] * 6
    assert len(list(tmp_path.glob("found-*"))) == 1
    assert [f.name for f in (tmp_path / "instance").iterdir()] == ["keys.json"]
