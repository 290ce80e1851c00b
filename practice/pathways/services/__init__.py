"""Acts on pathways: bringing in the ready-made, making one's own, and putting a couple on one. Nothing here commits."""

from __future__ import annotations

from practice.pathways.services.giving import CannotRun
from practice.pathways.services.halting import go_on, pause, stop, undo_stop
from practice.pathways.services.making import (
    CannotPublish,
    change_draft,
    copy,
    discard_draft,
    make,
    publish,
    retire,
)
from practice.pathways.services.running import (
    move_step,
    open_step,
    skip_step,
    start,
    take_up_step,
)
from practice.pathways.services.saving import save_as_pathway
from practice.pathways.services.shipping import load_shipped

__all__ = [
    "CannotPublish",
    "CannotRun",
    "change_draft",
    "copy",
    "discard_draft",
    "go_on",
    "load_shipped",
    "make",
    "move_step",
    "open_step",
    "pause",
    "publish",
    "retire",
    "save_as_pathway",
    "skip_step",
    "start",
    "stop",
    "take_up_step",
    "undo_stop",
]
