"""The Flask extensions, made once and bound in :func:`practice.app.create_app`."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flask import Flask
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from practice.settings import REPOSITORY

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Root(DeclarativeBase):
    """The declarative root; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMING)


class AskingSession(Session):
    """A session that never answers from memory alone for a row of a container.

    ``get`` would hand back a row that was loaded while a wider scope was open; asking the database again lets the scope decide.
    """

    def get(self, entity: Any, ident: Any, **options: Any) -> Any:
        """Return the row with this primary key, or None."""
        if hasattr(entity, "container_id"):
            options["populate_existing"] = True
        return super().get(entity, ident, **options)


class Migrations:
    """Flask-Migrate, loaded when somebody migrates: a web worker never does, and it takes longer to load than Flask itself."""

    def init_app(self, app: Flask) -> None:
        """Stand where Flask-Migrate and the migrations' environment look for it."""
        app.extensions["migrate"] = self

    @property
    def db(self) -> SQLAlchemy:
        """The database to migrate."""
        return db

    @cached_property
    def migrate(self) -> Any:
        """The extension itself."""
        from flask_migrate import Migrate

        folder = str(REPOSITORY / "migrations")
        return Migrate(db=db, directory=folder, render_as_batch=True)

    @property
    def directory(self) -> str:
        """Where the migrations are."""
        return str(self.migrate.directory)


db = SQLAlchemy(
    model_class=Root, session_options={"expire_on_commit": False, "class_": AskingSession}
)
login_manager = LoginManager()
csrf = CSRFProtect()
migrate = Migrations()
