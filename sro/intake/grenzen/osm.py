"""The real boundaries from OpenStreetMap: fetched by relation id from an Overpass server, rings put together."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

import geopandas
import shapely

from sro.intake.befunde import UnreadableError
from sro.intake.grenzen.einlesen import OSM_QUELLE, Auftrag, take
from sro.intake.grenzen.ergebnis import Ergebnis
from sro.intake.grenzen.formen import WGS84
from sro.intake.grenzen.lage import Lagen, read_lagen
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund
from sro.model.gebiet import Gebiet, Stadt

OEFFENTLICH = "https://overpass-api.de/api/interpreter"
SEKUNDEN = 120.0
MAX_BYTES = 100_000_000
SPAETER = "Bitte später noch einmal versuchen oder mit --server einen anderen Overpass-Server nennen."
STATUS = {
    429: "nimmt gerade keine weiteren Anfragen an",
    504: "ist überlastet",
}


def server() -> str:
    """The Overpass server (SRO_OVERPASS_URL, default the public one)."""
    return os.environ.get("SRO_OVERPASS_URL", OEFFENTLICH)


def import_osm(
    ebene: str,
    stadt: Stadt,
    *,
    wer: Akteur,
    url: str | None = None,
    allow_incomplete: bool = False,
    dry_run: bool = False,
    timeout: float = SEKUNDEN,
) -> Ergebnis:
    """Imports the boundaries of one level from OpenStreetMap, by the relation ids in gebiete.csv.

    Findings are returned, never raised; KeyError if the city has no such level, NichtErlaubt for whoever may not.
    """
    wer.require(Rolle.PLANUNG)
    lagen = read_lagen(stadt)
    stadt.ebene(ebene)
    address = url or server()
    name = urllib.parse.urlsplit(address).netloc or address
    try:
        wanted = _relations(lagen, ebene)
        relations = _elements(_fetch(address, name, list(wanted), timeout), name)
    except UnreadableError as error:
        return Ergebnis((error.befund,))
    frame, befunde = _frame(wanted, relations, name)
    if frame.empty:
        return Ergebnis(tuple(befunde))
    auftrag = Auftrag(ebene, wer, key_column="id", allow_incomplete=allow_incomplete, dry_run=dry_run)
    return take(frame, lagen, auftrag, OSM_QUELLE, befunde, schematisch=False, file=name)


def _refuse(name: str, code: str, text: str) -> UnreadableError:
    return UnreadableError(Befund(code, text, datei=name))


def _relations(lagen: Lagen, ebene: str) -> dict[int, Gebiet]:
    """The areas of a level by relation id, as far as gebiete.csv names one."""
    relations = {lagen.relation(g.key): g for g in lagen.stadt.of_level(ebene)}
    known = {relation: gebiet for relation, gebiet in relations.items() if relation is not None}
    if not known:
        text = (
            f"Für die Ebene {lagen.stadt.ebene(ebene).name} nennt gebiete.csv keine OSM-Relationen. "
            f"Bitte --ebene {lagen.stadt.ebenen[-1].id} angeben; gröbere Ebenen werden daraus abgeleitet."
        )
        raise _refuse("gebiete.csv", "osm_ohne_relation", text)
    return known


def _fetch(address: str, name: str, relations: list[int], timeout: float) -> bytes:
    """The server's answer; UnreadableError says in one sentence why there is none."""
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        text = f"„{address}“ ist keine Webadresse. Bitte --server http://… oder https://… angeben."
        raise _refuse(name, "server_adresse", text)
    query = f"[out:json][timeout:{int(timeout)}];relation(id:{','.join(map(str, relations))});out geom;"
    request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
        address,
        data=urllib.parse.urlencode({"data": query}).encode(),
        headers={"User-Agent": "Chance-Sozialraum (Grenzen einer Stadt, selten)"},
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
            content: bytes = answer.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        said = STATUS.get(error.code, f"antwortet mit dem Fehler {error.code}")
        raise _refuse(name, "server_fehler", f"Der Server {name} {said}. {SPAETER}") from error
    except TimeoutError as error:
        raise _timeout(name, timeout) from error
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise _timeout(name, timeout) from error
        raise _refuse(name, "server_fehlt", f"Der Server {name} ist nicht erreichbar ({reason}). {SPAETER}") from error
    if len(content) > MAX_BYTES:
        raise _refuse(name, "antwort_zu_gross", f"Der Server {name} schickt mehr als 100 MB. {SPAETER}")
    return content


def _timeout(name: str, timeout: float) -> UnreadableError:
    return _refuse(
        name, "server_stumm", f"Der Server {name} hat {timeout:.0f} Sekunden lang nicht geantwortet. {SPAETER}"
    )


def _elements(content: bytes, name: str) -> dict[int, dict[str, Any]]:
    """The relations in an answer by id; UnreadableError where it is no Overpass answer or the server broke off."""
    try:
        answer = json.loads(content)
        elements = answer["elements"]
    except (ValueError, KeyError, TypeError):
        start = content[:80].decode("utf-8", errors="replace").strip()
        text = f"Der Server {name} antwortet nicht als Overpass-Server („{start}“). Bitte die Adresse prüfen."
        raise _refuse(name, "antwort_unlesbar", text) from None
    if "remark" in answer:
        text = f"Der Server {name} hat abgebrochen: „{str(answer['remark'])[:200]}“. {SPAETER}"
        raise _refuse(name, "antwort_abgebrochen", text)
    return {element["id"]: element for element in elements if element.get("type") == "relation"}


def _frame(
    wanted: dict[int, Gebiet], relations: dict[int, dict[str, Any]], name: str
) -> tuple[geopandas.GeoDataFrame, list[Befund]]:
    """One row per area whose relation was delivered with closed rings; an error for each that was not."""
    rows, befunde = [], []
    for relation, gebiet in wanted.items():
        label = f"Relation {relation} ({gebiet.id} {gebiet.name})"
        if relation not in relations:
            text = f"{label} fehlt in der Antwort. Bitte die Kennung in gebiete.csv prüfen."
            befunde.append(Befund("osm_fehlt", text, datei=name, wert=str(relation)))
            continue
        shape = assemble(relations[relation].get("members", ()))
        if shape is None:
            text = (
                f"{label} ist nicht geschlossen: Es fehlen Wege. Bitte später wiederholen oder in OpenStreetMap prüfen."
            )
            befunde.append(Befund("osm_offen", text, datei=name, wert=str(relation)))
            continue
        rows.append({"id": gebiet.id, "geometry": shape})
    frame = geopandas.GeoDataFrame(rows, columns=["id", "geometry"], geometry="geometry", crs=WGS84)
    frame.index = range(1, len(frame) + 1)
    return frame, befunde


def assemble(members: Any) -> shapely.Geometry | None:
    """The polygon that a relation's ways enclose, inner rings cut out; None where a ring does not close.

    Ways come in any order and direction; role "inner" cuts out, every other way is outline. Members that are no
    ways (label, admin_centre, subarea) do not count.
    """
    ways = [member for member in members if member.get("type") == "way"]
    outer = _enclosed([way for way in ways if way.get("role") != "inner"])
    inner = _enclosed([way for way in ways if way.get("role") == "inner"])
    if outer is None or inner is None or outer.is_empty:
        return None
    return shapely.difference(outer, inner)


def _enclosed(ways: list[dict[str, Any]]) -> shapely.Geometry | None:
    points = [[(p["lon"], p["lat"]) for p in way.get("geometry") or () if p] for way in ways]
    lines = [shapely.LineString(line) for line in points if len(line) > 1]
    if len(lines) < len(ways):
        return None
    polygons, cuts, dangles, _ = shapely.polygonize_full(lines)
    if shapely.get_num_geometries(cuts) or shapely.get_num_geometries(dangles):
        return None
    return shapely.union_all(shapely.get_parts(polygons))
