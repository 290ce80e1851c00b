"""Logs free of personal data: method, endpoint, status and time; no address, query, body or name."""

from __future__ import annotations

import logging
import sys
import time

import structlog
from flask import Flask, Response, g, request


def what_failed(error: BaseException | None) -> dict[str, str]:
    """Return kind and place of a fault, never its message or values: those may hold what a person wrote."""
    trace = error.__traceback__ if error else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return {"kind": type(error).__name__, "place": place}


class Discreet(logging.Handler):
    """Where Flask's own lines go, which would hold the address and the whole trace of what failed."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log that something failed, and where."""
        error = record.exc_info[1] if record.exc_info else None
        structlog.get_logger("practice.errors").error("fault", **what_failed(error))


def install(app: Flask) -> None:
    """Log one line a request, in JSON; Werkzeug's own lines, which hold full addresses, are silenced."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.logger.handlers, app.logger.propagate = [Discreet()], False
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        # Whatever stands for stderr when a line is written, not when the application was made.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.WARNING if app.config["TESTING"] else logging.INFO
        ),
    )
    log = structlog.get_logger("practice.requests")

    @app.before_request
    def _start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def _finish(response: Response) -> Response:
        if request.endpoint != "static":
            log.info(
                "request",
                method=request.method,
                endpoint=request.endpoint,
                status=response.status_code,
                ms=round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
            )
        return response
