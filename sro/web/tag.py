"""Which day it is, asked in one place, so that tests can choose it."""

from __future__ import annotations

import datetime as dt


def heute() -> dt.date:
    """The server's day."""
    return dt.date.today()
