"""Says whether a port can be served on: exit code 0, or 1 with a sentence. Only the standard library, to be quick."""

import socket
import sys


def complaint(text: str) -> str | None:
    """A sentence that names the remedy; None where the port is free."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        return f"PORT={text} ist keine Portnummer. Möglich sind 1 bis 65535, zum Beispiel: make run PORT=8600"
    port = int(text)
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    except PermissionError:
        return f"Port {port} ist Administratoren vorbehalten. Bitte einen ab 1024 wählen: make run PORT=8600"
    except OSError:
        other = port + 1 if port < 65535 else 8600
        return f"Port {port} ist belegt. Den anderen Dienst beenden oder einen anderen wählen: make run PORT={other}"
    return None


if __name__ == "__main__":
    sys.exit(complaint(sys.argv[1]))
