import socket

import pytest

from scripts.app_server import free_port
from scripts.check_port import complaint


def test_free_port_is_no_complaint():
    assert complaint(str(free_port())) is None


def test_taken_port_is_named_with_another():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        found = complaint(str(port))
    assert found is not None
    assert f"Port {port} ist belegt" in found
    assert "make run PORT=" in found


@pytest.mark.parametrize("text", ["abc", "", "0", "65536", "-1", "80.5"])
def test_what_is_no_port_is_named(text: str):
    found = complaint(text)
    assert found is not None
    assert found.startswith(f"PORT={text} ist keine Portnummer")
