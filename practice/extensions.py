"""The Flask extensions, made once and bound in :func:`practice.app.create_app`."""

from __future__ import annotations

from typing import Any

from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

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


db = SQLAlchemy(
    model_class=Root, session_options={"expire_on_commit": False, "class_": AskingSession}
)
login_manager = LoginManager()
csrf = CSRFProtect()
migrate = Migrate()
