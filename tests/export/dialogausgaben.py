"""Made-up dialogues to hand out (synthetisch): a usual one, with other texts where a test wants such, an empty one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sro.akten.bestand import Bestand
from sro.auswertung.brett.brett import rueckblick
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.dialog.blatt import dialogblatt
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export.dialog.dateien import Dialogstoff
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aussage import Aussage, Valenz
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.dialog import Dialog, Dialogrolle, Notiz, Notizart
from sro.model.impuls import Umsetzung
from sro.model.stimme import Gruppe
from sro.model.vereinbarung import Vereinbarung
from tests.auswertung.werke import GANZ, A, B, werk
from tests.beispiele import ANTEIL, years
from tests.export.mitgift import VORLAGE

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HEUTE = dt.date(2026, 11, 24)
GEHEIM, NULL = "probe_2", "probe_3"
COUNTS: dict[str, list[int | None]] = {GEHEIM: [100, 120, 130, 140, 150, None], NULL: [9, 8, 7, 6, 5, 0]}
USUAL: list[int | None] = [100, 120, None, 160, 180, 200]
FEINDLICH = (
    '=HYPERLINK("https://boese.example","hier")',
    "<img src=x onerror=alert(1)>",
    '#set page(fill: red) #eval("1") $x$ `a` *b* _c_ @d',
    "[hier](javascript:alert(1))",
    "Steuer\x00zeichen\x08 und\x0b \x1b[31m, \ufffe, \ud800, \u202everdreht, 😀 汉",
    "]]></w:t><w:p/> &amp; {{7*7}} ${x} \\u0041",
    "W" * 400,
)


def figures(count: int) -> Zahlenwerk:
    """So many indicators; one of them hides its newest value, one has a true zero."""
    indikatoren = tuple(
        replace(ANTEIL, id=f"probe_{n}", name=f"Probenanteil Nummer {n}", kurzname=f"Probe {n:02d}")
        for n in range(count)
    )
    found = []
    for one in indikatoren:
        counts = COUNTS.get(one.id, USUAL)
        city = [None if n is None else 3 * n + 90 for n in counts]
        found += [years(one, A, counts), years(one, B, USUAL), years(one, GANZ, city, 3000)]
    return werk(*found, indikatoren=indikatoren)


def usual(count: int = 6, texte: Sequence[str] = (), **changes: Any) -> Dialogausgabe:
    """A dialogue with everything in it; `texte` take the place of what people wrote, in turn."""
    words = [*texte]

    def said(text: str) -> str:
        if not texte:
            return text
        words.append(words.pop(0))
        return words[-1]

    synthetic = {"synthetisch": True}
    open_ = {"freigabe": Freigabe.OEFFENTLICH}
    contents: dict[str, Inhalt] = {
        "AU-1": Aussage(valenz=Valenz.WUNSCH, wortlaut=said("Eine Kletterwand."), zitat=True, raum=A, **open_),
        "AU-2": Aussage(valenz=Valenz.PROBLEM, wortlaut=said("Es ist dunkel."), raum=A, **synthetic, **open_),
        "BN-1": Beduerfnis(gruppe=Gruppe.KINDER, text="Raum", raum=A, **open_),
        "BN-2": Beduerfnis(gruppe=Gruppe.ELTERN, text="Raum", raum=A, **open_),
        "BE-1": Bedarf(
            titel=said("Ein Treffpunkt"), beduerfnisse=("BN-1", "BN-2"), indikatoren=("probe_0",), raum=A, **open_
        ),
        "QD-1": Dialog(titel="Altdorf 2025", raum=A, datum=dt.date(2025, 12, 1), datenstand=7),
        "QD-2": Dialog(
            titel=said("Dialog Altdorf 2026"), raum=A, datum=dt.date(2026, 12, 1), beginn="14:00",
            ort=said("Bürgerhaus"),
            rollen=(Dialogrolle.ASD, Dialogrolle.SCHULE), datenstand=7,
            indikatoren=tuple(f"probe_{n}" for n in range(count)), aussagen=("AU-1", "AU-2"), bedarfe=("BE-1",),
            rueckblick=("VB-1",), **{**synthetic, **changes},
        ),
        "QD-3": Dialog(titel=said("Dialog Altdorf 2027"), raum=A, datum=dt.date(2027, 12, 1), datenstand=7),
        "VB-1": Vereinbarung(
            dialog="QD-1", text=said("Der Treff öffnet länger."), verantwortlich=said("Jugendarbeit"),
            frist=dt.date(2026, 6, 30), umsetzung=Umsetzung.IN_ARBEIT, ergebnis=said("Seit Mai offen."),
            indikatoren=("probe_0",),
        ),
        "VB-2": Vereinbarung(
            dialog="QD-2", text=said("Ein Zelt für den Sommer."), verantwortlich=said("Sozialraumteam"),
            beteiligte=said("Grundschule"), frist=dt.date(2027, 3, 31), massstab=said("Es steht und wird genutzt."),
            leitlinien=("L2",), bausteine=("BS3",), indikatoren=("probe_1",), bedarfe=("BE-1",), aussagen=("AU-1",),
            wiedervorlage=dt.date(2027, 4, 15), **synthetic,
        ),
        "VB-3": Vereinbarung(dialog="QD-2", text="   "),
        "NO-1": Notiz(
            dialog="QD-2", art=Notizart.BEOBACHTUNG, text=said("Der Anteil steigt."), indikatoren=("probe_0",)
        ),
        "NO-2": Notiz(dialog="QD-2", art=Notizart.DEUTUNG, text=said("Vielleicht wegen des Neubaus.")),
        "NO-3": Notiz(dialog="QD-2", art=Notizart.DEUTUNG, text=""),
    }  # fmt: skip
    return of(contents, "QD-2", figures(count))


def empty(**changes: Any) -> Dialogausgabe:
    """A dialogue of which there is nothing but its day."""
    dialog = Dialog(titel="Leerer Dialog", raum=A, datum=dt.date(2026, 12, 1), datenstand=7, **changes)
    return of({"QD-1": dialog}, "QD-1", figures(1))


def of(contents: dict[str, Inhalt], dialog: str, werk_: Zahlenwerk) -> Dialogausgabe:
    bestand = Bestand(1, tuple(Akte(name, 1, inhalt, WHEN, "Probe") for name, inhalt in contents.items()))
    akte = next(one for one in bestand.von(Dialog) if one.id == dialog)
    looked_back = rueckblick(akte, bestand, lambda _: werk_, HEUTE)
    return Dialogausgabe(dialogblatt(akte, bestand, werk_), looked_back, HEUTE)


def stuff(ausgabe: Dialogausgabe) -> Dialogstoff:
    return Dialogstoff(ausgabe, VORLAGE)
