"""A new dialogue as it begins: with what is proposed for it, and the Datenstand that is frozen for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.blatt import area_of
from sro.auswertung.dialog.stimmen import BEDARFE, first_statements, needs, statements, to_review
from sro.auswertung.dialog.vorschlag import Vorschlag, proposed
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.dialog import Dialog, Dialogrolle
from sro.model.gebiet import GebietKey

BEGINN = "14:00"
UEBLICH = (
    Dialogrolle.JUGENDHILFEPLANUNG,
    Dialogrolle.ASD,
    Dialogrolle.JUGENDARBEIT,
    Dialogrolle.KITA,
    Dialogrolle.SCHULE,
    Dialogrolle.FREIE_TRAEGER,
    Dialogrolle.STADTTEILGREMIUM,
)


def draft(
    bestand: Bestand,
    werk: Zahlenwerk,
    vorschlaege: Sequence[Vorschlag],
    *,
    raum: GebietKey | None,
    thema: str,
    datum: dt.date,
    rollen: tuple[Dialogrolle, ...],
) -> Dialog:
    """`vorschlaege` are the candidates of this area and theme; a person may change everything afterwards."""
    area = area_of(raum, werk.stadt)
    empty = Dialog(raum=raum, thema=thema, datum=datum)
    review = tuple(akte.id for akte in to_review(bestand, empty))
    heard = first_statements(statements(bestand, werk.stadt, area.key)) if raum else ()
    found = needs(bestand, werk.stadt, area.key)[:BEDARFE] if raum else ()
    return Dialog(
        titel=f"Qualitätsentwicklungsdialog {werk.stadt.raum_name(raum) if raum else thema} {datum.year}",
        raum=raum,
        thema=thema,
        datum=datum,
        beginn=BEGINN,
        rollen=rollen,
        datenstand=werk.datenstand.id,
        indikatoren=tuple(one.indikator.id for one in proposed(vorschlaege)),
        aussagen=tuple(akte.id for akte in heard),
        bedarfe=tuple(akte.id for akte in found),
        rueckblick=review,
        minuten_rueckblick=empty.minuten_rueckblick if review else 0,
        synthetisch=all(one.synthetisch for one in werk.datenstand.herkunft),
    )
