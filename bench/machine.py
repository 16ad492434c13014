"""On what machine a measurement was made."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path


def processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def described(*others: str) -> str:
    """One line, in German; `others` are programs that took part besides."""
    parts = (
        processor(),
        f"{os.cpu_count()} Kerne",
        f"{memory_gib():.0f} GiB RAM",
        platform.system(),
        f"Python {platform.python_version()}",
        f"Streamlit {version('streamlit')}",
        f"folium {version('folium')}",
        *others,
    )
    return ", ".join(parts)
