"""No test reaches anything outside this machine, and only marked tests reach a server on it."""

from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

DOCUMENTATION_ADDRESS = ("192.0.2.1", 80)  # RFC 5737: belongs to nobody


def test_an_unmarked_test_opens_no_connection() -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket()


def test_an_unmarked_test_looks_up_no_name() -> None:
    with pytest.raises(SocketBlockedError):
        socket.create_connection(("example.org", 80), timeout=1)


def test_unix_sockets_stay_open() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        ours.sendall(b"x")
        assert theirs.recv(1) == b"x"


@pytest.mark.loopback
def test_a_loopback_test_reaches_its_own_server() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=1) as connection,
    ):
        assert connection.getpeername() == server.getsockname()


@pytest.mark.loopback
def test_a_loopback_test_reaches_nothing_else() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(DOCUMENTATION_ADDRESS, timeout=1)
