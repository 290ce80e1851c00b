"""What gunicorn is told besides its command line: recycle quietly, finish requests on a stop, name no software."""

from __future__ import annotations

from typing import Any

from gunicorn.http import wsgi

worker_class = "sync"
timeout = 60
graceful_timeout = 30
max_requests = 20_000
max_requests_jitter = 2_000
forwarded_allow_ips = ""
limit_request_line = 4094
accesslog = None


def post_fork(server: Any, worker: Any) -> None:
    """Leave the Server header without a product and version (SECURITY W4)."""
    wsgi.SERVER = "web"  # type: ignore[attr-defined]
