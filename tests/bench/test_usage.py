"""What is read of running processes, tried on one that is made for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from bench.usage import Moment, memory, seconds_computed, tree

BUSY = "import time; x = bytearray(80_000_000); t = time.process_time()\nwhile time.process_time() - t < 0.3: pass\n"


@pytest.fixture
def process() -> Iterator[subprocess.Popen[str]]:
    """A process with 80 MB that has computed for 0.3 s."""
    code = f"{BUSY}print('da', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "da\n"
        yield running
        running.kill()


def test_memory_and_computing_time_of_a_process(process: subprocess.Popen[str]) -> None:
    assert tree(process.pid) == [process.pid]
    assert 80_000_000 < memory(process.pid) < 200_000_000
    assert 0.25 < seconds_computed(process.pid) < 5
    now = Moment.now([process.pid])
    assert now.servers == pytest.approx(seconds_computed(process.pid), abs=0.05)
    assert now.machine > now.servers


def test_a_process_that_is_gone_uses_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    assert (tree(gone.pid), memory(gone.pid), seconds_computed(gone.pid)) == ([], 0, 0.0)
