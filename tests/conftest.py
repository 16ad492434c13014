"""What every test leaves behind as it found it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a machine that does other things as well; speed is measured by `make bench`.
settings.register_profile("ohne_uhr", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ohne_uhr")


@pytest.fixture(autouse=True)
def same_main_module() -> Iterator[None]:
    """Streamlit's AppTest makes the page the main module; processes that a later test starts would run it again."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before
