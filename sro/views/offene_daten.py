"""The index page of the open data: addresses, parameters, how to link to them, licence. Plain HTML, text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from sro.model.datenstand import Datenstand
from sro.model.gebiet import Stadt
from sro.model.herausgabe import Herausgabe
from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.views.quelle import datenstand_label
from sro.views.words import STATUS_WORD

NONE_YET = "Es gibt noch keinen Datenstand; veröffentlicht wird mit der ersten Freigabe."
PARAMETERS = (
    ("indikator", "werte, gebiete", "Kennung des Indikators, siehe unten. Ohne: alle."),
    ("ebene", "werte, gebiete", "Kennung der Gebietsebene: {ebenen}. Für gebiete.geojson nötig."),
    ("gebiet", "werte", "Nummer des Gebiets. Nummern wiederholen sich zwischen den Ebenen; dann „ebene“ dazu angeben."),
    ("zeit", "werte, gebiete", "Jahr oder Spanne: 2024 oder 2020-2024. Gebündelte Jahre stehen beim letzten."),
    ("datenstand", "alle außer katalog", "Nummer eines Datenstands; seine Zahlen ändern sich nie. Ohne: der aktuelle."),
    ("trennzeichen", "werte.csv", "komma (Dezimalpunkt) oder semikolon (Dezimalkomma, für Excel). Ohne: komma."),
)  # fmt: skip


@dataclass(frozen=True)
class Verzeichnis:
    """What the page tells; `indikatoren` with levels at which they have values, empty where nothing is published."""

    basis: str
    stadt: Stadt
    herausgabe: Herausgabe
    datenstand: Datenstand | None
    hinweise: tuple[str, ...]
    indikatoren: tuple[tuple[Indikator, tuple[str, ...]], ...]
    spalten: tuple[tuple[str, str], ...]  # name, meaning

    @property
    def api(self) -> str:
        return f"{self.basis}api/"

    @property
    def beispiel(self) -> tuple[str, str]:
        """An indicator and a level for examples: the finest one that there is."""
        for indikator, ebenen in self.indikatoren:
            if len(ebenen) > 1:
                return indikator.id, ebenen[-1]
        return (self.indikatoren[0][0].id, self.indikatoren[0][1][0]) if self.indikatoren else ("…", "…")


def html_index(v: Verzeichnis, css: str) -> str:
    """The whole page; `css` is the address of its style."""
    sections = (_addresses, _parameters, _excel, _qgis, _columns, _indicators, _terms)
    title = f"Offene Daten – Chance Sozialraum, {v.stadt.name}"
    notes = "".join(f"<li>{escape(note)}</li>" for note in v.hinweise)
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{css}"></head>'
        '<body><a class="sprung" href="#inhalt">Zum Inhalt</a>'
        '<header><nav aria-label="Hauptnavigation"><b>Chance Sozialraum</b><a href="/ueberblick">Überblick</a>'
        '<a href="/karte">Karte</a><a href="/methodik">Methodik</a></nav></header>'
        f'<main id="inhalt"><h1>Offene Daten</h1><p>Alle geschützten Werte, die diese Anwendung zeigt, für Programme. '
        "Die Adressen bleiben gleich; wer sie verknüpft, bekommt beim Aktualisieren den neuesten Datenstand.</p>"
        f"{f'<ul class=hinweise>{notes}</ul>' if notes else ''}{''.join(section(v) for section in sections)}</main>"
        f"<footer>Chance Sozialraum · {escape(v.stadt.name)} · {escape(_state(v))}</footer></body></html>"
    )


def _state(v: Verzeichnis) -> str:
    return datenstand_label(v.datenstand) if v.datenstand else NONE_YET


def _addresses(v: Verzeichnis) -> str:
    indikator, ebene = v.beispiel
    rows = (
        ("werte.csv", f"indikator={indikator}&ebene={ebene}", "Werte als Tabelle, UTF-8"),
        ("werte.json", f"indikator={indikator}&ebene={ebene}", "dieselben Werte, unter „werte“"),
        ("gebiete.geojson", f"ebene={ebene}&indikator={indikator}", "Gebiete mit Grenzen, auf Wunsch mit Werten"),
        ("indikatoren.json", "", "Was die Indikatoren bedeuten und für welche Jahre es Werte gibt"),
        ("katalog.jsonld", "", "Katalog für Datenportale, DCAT-AP.de"),
    )  # fmt: skip
    body = (
        f'<tr><th scope="row"><code>/api/{name}</code></th><td>{escape(what)}'
        + f"<br>{'Beispiel: ' if asked else ''}{_link(v, name, asked)}"
        + "</td></tr>"
        for name, asked, what in rows
    )
    return "<h2>Adressen</h2>" + _table("Adressen der offenen Daten", ("Adresse", "Inhalt"), body)


def _parameters(v: Verzeichnis) -> str:
    levels = ", ".join(ebene.id for ebene in v.stadt.ebenen)
    body = (
        f'<tr><th scope="row"><code>{name}</code></th><td>{escape(where)}</td>'
        f"<td>{escape(what.replace('{ebenen}', levels))}</td></tr>"
        for name, where, what in PARAMETERS
    )
    return (
        "<h2>Parameter</h2><p>Mehrere Werte: mit Komma oder den Parameter mehrmals nennen. Was es nicht gibt, wird mit "
        "Status 400 und einem Satz beantwortet, der Parameter, Wert und Mögliches nennt.</p>"
        + _table("Parameter der Adressen", ("Parameter", "bei", "Bedeutung"), body)
    )


def _excel(v: Verzeichnis) -> str:
    indikator, ebene = v.beispiel
    address = f"{v.api}werte.csv?indikator={indikator}&ebene={ebene}&trennzeichen=semikolon"
    return (
        "<h2>In Excel verknüpfen</h2><ol><li>Daten → Daten abrufen → Aus anderen Quellen → Aus dem Web.</li>"
        f"<li>Diese Adresse eintragen: <code>{escape(address)}</code></li>"
        "<li>Im Vorschaufenster „Daten transformieren“ wählen und die Spalte <code>gebiet_id</code> auf „Text“ "
        "stellen, sonst wird aus „04“ eine 4.</li><li>Schließen und laden. „Alle aktualisieren“ holt später den "
        "neuesten Datenstand.</li></ol><p>Ohne Verknüpfung: Auf den Seiten Karte und Zeitreihe gibt es unter "
        "„Herunterladen“ eine Arbeitsmappe mit Diagramm und Codebuch.</p>"
    )


def _qgis(v: Verzeichnis) -> str:
    indikator, ebene = v.beispiel
    address = f"{v.api}gebiete.geojson?ebene={ebene}&indikator={indikator}"
    return (
        "<h2>In QGIS verknüpfen</h2><ol><li>Layer → Layer hinzufügen → Vektorlayer hinzufügen.</li>"
        "<li>Quelltyp „Protokoll: HTTP(S), Cloud usw.“, Typ „GeoJSON“.</li>"
        f"<li>Als URI eintragen: <code>{escape(address)}</code></li><li>Hinzufügen. Eingefärbt wird nach dem Feld "
        "<code>wert</code>; wo es leer ist, sagt <code>status</code> warum.</li></ol><p>Ohne „zeit“ kommt das neueste "
        "Jahr mit Werten. Das Koordinatensystem ist EPSG:4326.</p>"
    )


def _columns(v: Verzeichnis) -> str:
    states = "".join(f"<li><code>{s.value}</code>: {escape(STATUS_WORD[s])}</li>" for s in Status)
    body = (f'<tr><th scope="row"><code>{name}</code></th><td>{escape(what)}</td></tr>' for name, what in v.spalten)
    table = _table("Spalten von werte.csv und werte.json", ("Spalte", "Bedeutung"), body)
    return (
        "<h2>Spalten und Status</h2><p>Leere Zahlen heißen nie null. Warum eine Zahl fehlt, sagt die Spalte "
        f"<code>status</code>:</p><ul>{states}</ul>{table}"
    )


def _indicators(v: Verzeichnis) -> str:
    if not v.indikatoren:
        return f"<h2>Indikatoren</h2><p>{NONE_YET}</p>"
    body = (
        f'<tr><th scope="row"><code>{escape(i.id)}</code></th><td>{escape(i.name)}</td>'
        f"<td>{escape(', '.join(ebenen))}</td><td class='kurz'>{_link(v, 'werte.csv', f'indikator={i.id}', 'CSV')} · "
        f"{_link(v, 'werte.json', f'indikator={i.id}', 'JSON')}</td></tr>"
        for i, ebenen in v.indikatoren
    )
    return "<h2>Indikatoren</h2>" + _table("Indikatoren mit Werten", ("Kennung", "Name", "Ebenen", "Werte"), body)


def _terms(v: Verzeichnis) -> str:
    lizenz, contact = v.herausgabe.lizenz, v.herausgabe.kontakt or "noch nicht eingetragen"
    named = f'<a href="{escape(lizenz.adresse)}" rel="license">{escape(lizenz.name)}</a> ({escape(lizenz.id)})'
    return (
        f"<h2>Lizenz und Herkunft</h2><dl><dt>Herausgeber</dt><dd>{escape(v.herausgabe.herausgeber)}</dd>"
        f"<dt>Kontakt</dt><dd>{escape(contact)}</dd><dt>Lizenz</dt><dd>{named}</dd>"
        f"<dt>Datenstand</dt><dd>{escape(_state(v))}</dd></dl>"
        "<p>Zu kleine Zahlen sind vor der Veröffentlichung geheim gehalten; sie stehen in keiner dieser Dateien.</p>"
    )


def _table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
    return (
        f'<div class="breit" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="schmal">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _link(v: Verzeichnis, name: str, asked: str = "", text: str = "") -> str:
    path = f"{name}?{asked}" if asked else name
    return f'<a href="{escape(v.api + path)}">{escape(text or f"/api/{path}")}</a>'
