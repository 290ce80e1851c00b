"""Acts on answers: saving, sending, keeping back, signing, reviewing, releasing. Nothing here commits."""

from __future__ import annotations

from practice.responses.services.drafting import fill_in, let_go, save_draft, start_correction
from practice.responses.services.entering import enter_for
from practice.responses.services.joint import discuss_in_session, put_in_force, sign_wording
from practice.responses.services.opening import open_when_ready
from practice.responses.services.releasing import close_release, prepare, release
from practice.responses.services.reviewing import review
from practice.responses.services.sending import keep_back, send

__all__ = [
    "close_release",
    "discuss_in_session",
    "enter_for",
    "fill_in",
    "keep_back",
    "let_go",
    "open_when_ready",
    "prepare",
    "put_in_force",
    "release",
    "review",
    "save_draft",
    "send",
    "sign_wording",
    "start_correction",
]
