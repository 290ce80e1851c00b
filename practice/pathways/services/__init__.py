"""Acts on pathways: bringing in the ready-made, making one's own, and putting a couple on one. Nothing here commits."""

from __future__ import annotations

from practice.pathways.services.making import (
    change_draft,
    copy,
    discard_draft,
    make,
    publish,
    retire,
)
from practice.pathways.services.shipping import load_shipped

__all__ = [
    "change_draft",
    "copy",
    "discard_draft",
    "load_shipped",
    "make",
    "publish",
    "retire",
]
