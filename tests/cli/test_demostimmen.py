"""The bundled made-up voices: rich enough, free of defects, and nothing internal among them gets out."""

import json
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from sro.akten.bestand import Bestand, pointed_at
from sro.akten.einsicht import for_role, quote_allowed
from sro.akten.maengel import maengel
from sro.akten.personenbezug import hinweise
from sro.akten.vergroebern import coarse
from sro.cli import demo, main
from sro.cli.demostimmen import fill_voices, read_voices
from sro.model.akte import Freigabe, Inhalt, Konflikt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import felder
from sro.model.fortschritt import Fortschritt, Meilenstein
from sro.model.gebiet import GebietKey
from sro.model.impuls import Dimension, Impuls
from sro.model.quartier import QUARTIER
from sro.model.steuerung import Hebel, Steuerungsebene, Steuerungspotential
from sro.model.stimme import Gruppe
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.reference.places import ROOT
from sro.reference.vokabular import known
from sro.store import Store, open_store

AT_LEAST = {
    Werkstatt: 5,
    Aussage: 150,
    Uebergabe: 35,
    Beduerfnis: 64,
    Bedarf: 12,
    Impuls: 15,
    Steuerungspotential: 12,
    Fortschritt: 14,
    Meilenstein: 20,
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('stimmen') / 'sro.sqlite'}")
    fill_voices(store, demo.STIMMEN, wer=demo.WER)
    return store


@pytest.fixture(scope="module")
def bestand(store: Store) -> Bestand:
    return store.akten.bestand()


@pytest.mark.parametrize("klasse", AT_LEAST)
def test_there_are_enough_of_every_kind(bestand: Bestand, klasse: type[Inhalt]) -> None:
    assert len(bestand.von(klasse)) >= AT_LEAST[klasse]


def test_every_record_could_be_saved_as_it_is_and_says_that_it_is_made_up(bestand: Bestand) -> None:
    assert not [(akte.id, one) for akte in bestand.akten for one in maengel(akte.inhalt, bestand, known)]
    assert all(akte.inhalt.synthetisch for akte in bestand.akten)
    assert not [akte.id for akte in bestand.akten for target in pointed_at(akte.inhalt) if target not in bestand]


def test_no_text_could_name_a_person_an_address_or_a_school(bestand: Bestand) -> None:
    texts = [getattr(akte.inhalt, one.name) for akte in bestand.akten for one in felder(type(akte.inhalt))]
    found = [text for text in texts if type(text) is str]
    assert len(found) > 1000
    assert not [(text, hint.satz) for text in found for hint in hinweise(text)]


def test_rooms_exist(bestand: Bestand) -> None:
    rooms = [getattr(akte.inhalt, "raum", None) for akte in bestand.akten]
    assert {city().is_raum(room) for room in rooms if room} == {True}
    needs = {akte.inhalt.raum for akte in bestand.von(Beduerfnis)}
    holstentor = GebietKey("stadtbezirk", "04")
    assert all(room and city().touches(room, holstentor) for room in needs)
    assert len([room for room in needs if room and room.ebene == QUARTIER]) == 2


def test_points_are_coarse_and_lie_in_their_area_and_its_workshop(bestand: Bestand) -> None:
    outlines = {level: _outlines(level) for level in ("stadtteil", "stadtbezirk")}
    located = [akte.inhalt for akte in bestand.von(Aussage) if akte.inhalt.lon is not None]
    assert len(located) > 100
    for said in located:
        assert said.raum
        assert said.lon
        assert said.lat
        assert coarse(said.lon, said.lat) == (said.lon, said.lat)
        assert outlines[said.raum.ebene][said.raum.id].contains(Point(said.lon, said.lat)), said
        workshop = bestand.akte(said.werkstatt).inhalt
        assert isinstance(workshop, Werkstatt)
        assert workshop.raum
        assert city().touches(said.raum, workshop.raum)


def _outlines(level: str) -> dict[str, Point]:
    collection = json.loads((ROOT / "geodata" / "luebeck" / "grenzen" / f"{level}.geojson").read_text("utf-8"))
    return {one["properties"]["id"]: shape(one["geometry"]) for one in collection["features"]}


def test_statements_of_a_workshop_share_its_points_and_its_days(bestand: Bestand) -> None:
    for workshop in bestand.von(Werkstatt):
        said = [akte.inhalt for akte in bestand.her(workshop.id, Aussage)]
        assert sum(one.punkte or 0 for one in said) <= (workshop.inhalt.punkte_gesamt or 0)
        assert {one.valenz for one in said} == set(Valenz)
        assert {one.datum for one in said} <= {workshop.inhalt.beginn, workshop.inhalt.ende}


def test_every_kind_of_treatment_occurs_and_a_decision_has_its_reason(bestand: Bestand) -> None:
    said = [akte.inhalt for akte in bestand.von(Aussage)]
    assert {one.bearbeitung for one in said} == set(Bearbeitung)
    open_ones = (Bearbeitung.NEU, Bearbeitung.IN_PRUEFUNG)
    assert all(one.grund for one in said if one.bearbeitung not in open_ones)
    assert sum(bool(one.antwort) for one in said) > 100
    assert {one.punkte is None for one in said} == {True, False}
    assert 0 in {one.punkte for one in said}


def test_some_statements_wait_for_review_and_are_not_read_by_others(bestand: Bestand) -> None:
    waiting = [akte.id for akte in bestand.von(Aussage) if akte.inhalt.freigabe is Freigabe.INTERN]
    assert len(waiting) >= 10
    for role in (Rolle.OEFFENTLICH, Rolle.FACHKRAFT):
        assert not [one for one in waiting if one in for_role(bestand, role)]


def test_the_public_reads_no_note_and_no_small_quote(bestand: Bestand) -> None:
    public = for_role(bestand, Rolle.OEFFENTLICH)
    text = repr(public.akten)
    for akte in bestand.akten:
        for field in felder(type(akte.inhalt)):
            hidden = getattr(akte.inhalt, field.name)
            if field.intern and isinstance(hidden, str) and hidden and hidden not in _public_words(akte.inhalt):
                assert repr(hidden)[1:-1] not in text, akte.id
    quotes = [akte.inhalt for akte in public.von(Aussage) if akte.inhalt.zitat]
    assert len(quotes) > 40
    assert all(quote_allowed(one, bestand) for one in quotes)
    assert {akte.inhalt.freigabe for akte in public.akten} == {Freigabe.OEFFENTLICH}
    assert len(public.akten) < len(bestand.akten)


def _public_words(inhalt: Inhalt) -> str:
    fields = felder(type(inhalt))
    return " ".join(str(getattr(inhalt, one.name)) for one in fields if not one.intern)


def test_handovers_are_answered_open_and_overdue(bestand: Bestand) -> None:
    handed = [akte.inhalt for akte in bestand.von(Uebergabe)]
    answered = [one for one in handed if one.antwort_am]
    assert all(one.antwort and one.uebergeben_am and one.antwort_am >= one.uebergeben_am for one in answered)
    unanswered = sorted(one.frist.isoformat() for one in handed if one.frist and not one.antwort_am)
    assert unanswered[0] < "2026-11-24" < unanswered[-1]
    for one in handed:
        targets = [bestand.akte(target).inhalt for target in one.aussagen]
        assert all(isinstance(said, Aussage) and one.schnittstelle in said.schnittstellen for said in targets)


def test_the_chain_is_whole_and_uses_all_its_words(bestand: Bestand) -> None:
    assert {akte.inhalt.gruppe for akte in bestand.von(Beduerfnis)} == set(Gruppe)
    bedarfe = bestand.von(Bedarf)
    assert all(len(_groups(bestand, akte.id)) > 1 for akte in bedarfe)
    contrary = [akte for akte in bedarfe if akte.inhalt.widerspruch]
    assert len(contrary) == 3
    for akte in contrary:
        named = [bestand.akte(one).inhalt for one in akte.inhalt.widersprechende]
        assert len({one.gruppe for one in named if isinstance(one, Beduerfnis)}) > 1
        assert set(akte.inhalt.widersprechende) <= set(akte.inhalt.beduerfnisse)
    assert [bool(akte.inhalt.prioritaet_durch) for akte in bedarfe if akte.inhalt.prioritaet] == [True, True]
    assert all(bestand.her(akte.id, Impuls) for akte in bedarfe)
    impulse = [akte.inhalt for akte in bestand.von(Impuls)]
    assert {one.dimension for one in impulse} == set(Dimension)
    assert {one for im in impulse for one in im.leitlinien} == {one.id for one in leitbild().leitlinien}
    assert {one for im in impulse for one in im.bausteine} == {one.id for one in leitbild().bausteine}
    levers = [akte.inhalt for akte in bestand.von(Steuerungspotential)]
    assert {one.ebene for one in levers} == set(Steuerungsebene)
    assert {one for lever in levers for one in lever.hebel} == set(Hebel)
    assert max(Counter(one for lever in levers for one in lever.impulse).values()) > 1


def _groups(bestand: Bestand, bedarf: str) -> set[Gruppe]:
    return {akte.inhalt.gruppe for akte in bestand.hin(bedarf, Beduerfnis)}


def test_every_leitlinie_baustein_and_project_has_one_assessment_with_its_history(store: Store) -> None:
    ideal = leitbild()
    every = {one.id for one in (*ideal.leitlinien, *ideal.bausteine, *ideal.projekte)}
    states = store.akten.bestand().von(Fortschritt)
    assert Counter(akte.inhalt.bezug for akte in states) == Counter(every)
    histories = [[one.inhalt.am for one in store.akten.verlauf(akte.id) if one.inhalt] for akte in states]  # type: ignore[attr-defined]
    assert max(map(len, histories)) == 3
    assert all(days == sorted(days, reverse=True) for days in histories)


def test_voices_come_in_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.akten.bestand()
    assert fill_voices(store, demo.STIMMEN, wer=demo.WER) == 0
    monkeypatch.setattr(store.akten, "stand", lambda: 0)  # as a second process sees it that began at the same time
    assert fill_voices(store, demo.STIMMEN, wer=demo.WER) == 0
    assert store.akten.bestand() == before
    with pytest.raises(Konflikt):
        store.akten.einspielen(tuple(read_voices(demo.STIMMEN)), wer=demo.WER)


def test_ids_and_fields_of_the_files_are_checked(tmp_path: Path) -> None:
    (tmp_path / "werkstaetten.yaml").write_text("- id: WS-2\n  titel: A\n", "utf-8")
    with pytest.raises(ValueError, match="muss die Kennung WS-1 haben"):
        list(read_voices(tmp_path))
    (tmp_path / "werkstaetten.yaml").write_text("- id: WS-1\n  tittel: A\n", "utf-8")
    with pytest.raises(ValueError, match="Werkstatt hat kein Feld tittel"):
        list(read_voices(tmp_path))


def test_demo_adds_voices_to_figures_that_are_made_up_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    head = "indikator_id,ebene,gebiet_id,zeit,zaehler,nenner"
    rows = [f"unter_21,stadt,00,2024,2000,9000{end}" for end in ("", ",synthetisch")]
    real, made_up = tmp_path / "echt.csv", tmp_path / "erfunden.csv"
    real.write_text(f"{head}\n{rows[0]}\n", "utf-8")
    made_up.write_text(f"{head},herkunft\n{rows[1]}\n", "utf-8")
    assert main(["import", str(real), "--bestaetigen", "gebiete_unvollstaendig=Probe"]) == 0
    assert main(["demo"]) == 0
    assert open_store().akten.stand() == 0
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var2"))
    assert main(["import", str(made_up), "--bestaetigen", "gebiete_unvollstaendig=Probe"]) == 0
    capfd.readouterr()
    assert main(["demo"]) == 0
    assert "erfundene Stimmen" in capfd.readouterr().out
    assert open_store().akten.stand() > 300
