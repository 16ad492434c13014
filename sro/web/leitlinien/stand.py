"""What of the Leitlinien a session looks at."""

from __future__ import annotations

from sro.reference.leitbild import leitbild
from sro.web.leitlinien.auswahl import Leitlinienwahl, Teil, decode, encode
from sro.web.merkstelle import Merkstelle
from sro.web.teile import parts

STELLE = Merkstelle[Leitlinienwahl]("leitlinien", encode)
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection() -> Leitlinienwahl:
    return STELLE.take(lambda params: decode(params, leitbild()))


def choose_part(words: dict[Teil, str]) -> None:
    """The parts of the page; another part begins without a Leitlinie."""
    parts(
        words,
        list(words),
        STELLE.current().teil,
        lambda shown: STELLE.controlled("teil", shown, lambda chosen: {"teil": chosen, "bezug": None}),
    )
