"""Acts on answers: saving, sending, keeping back, signing, reviewing, releasing. Nothing here commits."""

from __future__ import annotations

from practice.responses.services.drafting import fill_in, let_go, save_draft, start_correction
from practice.responses.services.entering import enter_for
from practice.responses.services.joint import discuss_in_session, put_in_force, sign_wording
from practice.responses.services.opening import open_when_ready
from practice.responses.services.rating import rate
from practice.responses.services.releasing import close_release, prepare, release
from practice.responses.services.reviewing import bring_up, mark_read, mark_unread, review
from practice.responses.services.sending import keep_back, send
from practice.responses.services.setting_aside import set_aside, take_in_again
from practice.responses.services.taking_back import take_back

__all__ = [
    "bring_up",
    "close_release",
    "discuss_in_session",
    "enter_for",
    "fill_in",
    "keep_back",
    "let_go",
    "mark_read",
    "mark_unread",
    "open_when_ready",
    "prepare",
    "put_in_force",
    "rate",
    "release",
    "review",
    "save_draft",
    "send",
    "set_aside",
    "sign_wording",
    "start_correction",
    "take_back",
    "take_in_again",
]
