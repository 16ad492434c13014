"""What a city's folder brings, line by line, and what is still missing or wrong, as German sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sro.model.gebiet import Stadt
from sro.reference.aussehen import read_appearance
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.city_gaps import unknown_fields
from sro.reference.herausgabe import publication
from sro.reference.leitbild import leitbild
from sro.reference.places import catalogue_file, city_folder, database_url, rules_file, var_folder
from sro.reference.stadtfehler import Einrichtungsfehler
from sro.reference.stadtordner import load_description
from sro.store import open_store
from sro.store.fremd import require_same_city
from sro.store.grenzen import boundaries
from sro.views.stadtfarbe import accent_faults, contrast
from sro.views.theme import BACKGROUNDS

Befund = tuple[list[str], list[str]]  # what is there, what is open


def report() -> Befund:
    """Everything at once; Einrichtungsfehler alone where the city itself cannot be read."""
    stadt = city()
    parts: tuple[Callable[[Stadt], Befund], ...] = (_city, _catalogue, _borders, _appearance, _pages, _figures)
    found = [_tried(part, stadt) for part in parts]
    return [line for lines, _ in found for line in lines], [one for _, open_points in found for one in open_points]


def _tried(part: Callable[[Stadt], Befund], stadt: Stadt) -> Befund:
    try:
        return part(stadt)
    except Einrichtungsfehler as error:
        return [], list(error.saetze)


def _city(stadt: Stadt) -> Befund:
    counts = ", ".join(f"{one.plural} {len(stadt.of_level(one.id))}" for one in stadt.ebenen[1:])
    unknown = [f"stadt.yaml: {gap}" for gap in unknown_fields(load_description(city_folder()))]
    examples = [g.name for g in stadt.gebiete if g.name.startswith("Beispiel")]
    rest = [f"gebiete.csv: Noch als Beispiel steht da: {', '.join(examples)}; bitte ersetzen."] if examples else []
    return [f"Stadt: {stadt.name} ({city_folder()}), {counts or 'ohne Untergliederung'}"], unknown + rest


def _catalogue(stadt: Stadt) -> Befund:
    katalog = catalogue()
    by_level = ", ".join(f"{one.name} {sum(one.id in i.ebenen for i in katalog.indikatoren)}" for one in stadt.ebenen)
    counted = f"Katalog: {len(katalog.indikatoren)} Indikatoren ({catalogue_file()}), nach Jahren je Ebene: {by_level}"
    return [counted, f"Geheimhaltung: {rules_file()}"], []


def _borders(stadt: Stadt) -> Befund:
    lines, open_points, without = [], [], []
    for ebene in stadt.ebenen:
        try:
            found = boundaries(ebene.id)
        except FileNotFoundError:
            without.append(ebene.name)
            continue
        missing = [g.name for g in stadt.of_level(ebene.id) if g.id not in found.ids]
        lines.append(f"Grenzen {ebene.name}: {len(found.ids)}, {found.quelle}")
        if missing:
            open_points.append(
                f"Grenzen {ebene.name}: Es fehlen {', '.join(missing[:5])}{' …' if missing[5:] else ''}."
            )
    if without:
        command = f"python -m sro geodata import DATEI --ebene {stadt.ebenen[-1].id}"
        open_points.append(
            f"Grenzen fehlen: {', '.join(without)}. Die feinste Ebene einlesen, gröbere werden abgeleitet: {command}"
        )
    return lines, open_points


def _appearance(_: Stadt) -> Befund:
    found = read_appearance(city_folder())
    faults = list(accent_faults(found, BACKGROUNDS))
    shown = [
        f"{name} {colour} ({min(contrast(colour, one) for one in BACKGROUNDS[name]):.1f} zu 1)".replace(".", ",")
        for name, colour in (("akzent", found.akzent), ("akzent_dunkel", found.akzent_dunkel))
        if colour
    ]
    pictures = [f"{word} {file.name}" for word, file in (("Logo", found.logo), ("Favicon", found.favicon)) if file]
    if found.akzent and not found.akzent_dunkel:
        faults.append("stadt.yaml: „akzent_dunkel“ fehlt; die dunkle Ansicht behält die mitgelieferte Farbe.")
    return [f"Aussehen: {', '.join([*shown, *pictures]) or 'mitgeliefert'}"], faults


def _pages(stadt: Stadt) -> Befund:
    said = publication()
    without = [
        *([] if leitbild().bezuege else ["Leitlinien (leitbild.yaml)"]),
        *([] if stadt.modellprojekt else ["Modellprojekt (stadt.yaml)"]),
    ]
    lines = [f"Nicht im Menü, weil nicht beschrieben: {', '.join(without)}"] if without else []
    return [*lines, f"Offene Daten: {said.herausgeber}, {said.lizenz.name}"], []


def _figures(stadt: Stadt) -> Befund:
    nothing = f"In {var_folder()} gibt es noch keinen Datenstand; einlesen mit: python -m sro import DATEI"
    kind, _, file = database_url().partition("///")
    if kind == "sqlite:" and not Path(file).is_file():
        return [], [nothing]  # looking must not create one
    store = open_store()
    active = store.active()
    if active is None:
        return [], [nothing]
    require_same_city(store, active.id, stadt)
    return [f"Datenstand {active.id}: {active.titel} ({var_folder()})"], []
