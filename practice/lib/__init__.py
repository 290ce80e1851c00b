"""Pure building blocks named by noun; no Flask and no SQLAlchemy in here."""
