"""The demo: a fictional practice with three fictional couples and their whole course, on a database of its own."""

from practice.cli.demo.making import prepare

__all__ = ["prepare"]
