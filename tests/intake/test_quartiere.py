"""A delivery with Quartiere from file to Datenstand."""

from __future__ import annotations

from pathlib import Path

from sro.intake.freigabe import release
from sro.intake.nachpruefung import audited
from sro.intake.uebernahme import prepare
from sro.intake.vergleich import sentences
from sro.model.akteur import Akteur, Rolle
from sro.model.gebiet import GebietKey
from sro.store import open_store
from tests.intake.kleine_stadt import KOPF
from tests.intake.quartiersstadt import QUARTIERSKATALOG, QUARTIERSSTADT

ROWS = {
    "stadt;00": (70, 700),
    "stadtteil;01": (30, 300),
    "stadtteil;02": (40, 400),
    "stadtbezirk;01": (30, 300),
    "stadtbezirk;02": (20, 200),
    "stadtbezirk;03": (20, 200),
}


def test_a_quartier_is_received_protected_and_attacked(tmp_path: Path) -> None:
    """18 of the 20 children of the Bezirk live in it: the figure would tell of the two others."""
    store = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", QUARTIERSSTADT)
    for jahr, im_quartier in ((2024, (18, 150)), (2025, (12, 110))):
        rows = {**ROWS, "quartier;Hafenkante": im_quartier}
        file = tmp_path / f"{jahr}.csv"
        lines = (f"kinderanteil;{ort};{jahr};{zaehler};{nenner}" for ort, (zaehler, nenner) in rows.items())
        file.write_text("\n".join((KOPF, *lines)), encoding="utf-8")
        vorschau = prepare([file], store=store, katalog=QUARTIERSKATALOG, stadt=QUARTIERSSTADT)
        assert not vorschau.has_errors, vorschau.befunde
        assert vorschau.vergleich is None or sentences(vorschau.vergleich)
        release(
            vorschau, store=store, akteur=Akteur("P", Rolle.PLANUNG), bestaetigt=dict.fromkeys(vorschau.warnungen, "x")
        )
    gefunden = {b.jahr: b for b in store.values(2, "kinderanteil", gebiet=GebietKey("quartier", "kante"))}
    assert {jahr: (b.zaehler, b.nenner) for jahr, b in gefunden.items()} == {2024: (None, 150), 2025: (12, 110)}
    assert audited(store, store.datenstand(2), QUARTIERSKATALOG, QUARTIERSSTADT).sicher
    store.close()
