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


def described(browser_version: str) -> str:
    """One line, in German."""
    return (
        f"{processor()}, {os.cpu_count()} Kerne, {memory_gib():.0f} GiB RAM, {platform.system()}, "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}, folium {version('folium')}, "
        f"Chromium {browser_version} (headless)"
    )
