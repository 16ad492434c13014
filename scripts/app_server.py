"""Starts a server on a free port of this machine and ends it by its pid. Used by browser tests and the benchmark."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def app_command(port: int) -> list[str]:
    """Serves the app as `make run` does on a set-up machine."""
    return ["sh", str(ROOT / "scripts" / "run.sh"), str(port)]


def streamlit_command(script: Path, port: int) -> list[str]:
    """Serves one script with the same options as the app."""
    options = ["--server.port", str(port), "--server.address", "localhost", "--server.headless", "true"]
    return [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats", "false"]


class Server:
    """A server process; `url` answers inside the `with` block. RuntimeError with its output where it does not come up.

    `started` is the moment before the process was made, in seconds since 1970.
    """

    def __init__(self, command: Sequence[str], port: int, log: Path, env: Mapping[str, str] | None = None) -> None:
        self.command = list(command)
        self.url = f"http://localhost:{port}"
        self.log = log
        self.env = {**os.environ, "VENV": sys.prefix, **(env or {})}
        self.started = 0.0

    def __enter__(self) -> Self:
        self.started = time.time()
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.env, stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )
        try:
            self._wait(seconds=120)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the process: first as a person would, then by force."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            if _answers(f"{self.url}/_stcore/health"):
                return
            time.sleep(0.02)
        raise RuntimeError(f"{self.command} antwortet nicht:\n{self.log.read_text(errors='replace')[-4000:]}")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
