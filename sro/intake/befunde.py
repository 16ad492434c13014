"""Making findings about a file that cannot be read."""

from __future__ import annotations

from sro.model.befund import Befund


class UnreadableError(Exception):
    """A file that no rows can be taken from; carries the one finding that says why and what to do."""

    def __init__(self, befund: Befund) -> None:
        super().__init__(befund.text)
        self.befund = befund
