"""What each state looks like on the map, in a table and in a chart, and how it is read aloud."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from sro.model.geheimhaltung import Geheimhaltung
from sro.model.wert import Status
from sro.views import words
from sro.views.karte.bild import MUSTER, ZUSTAND, ZUSTAND_WORD, Feld, Muster, Zustand
from sro.views.karte.legende import fill
from sro.views.tafel import html_tafel
from sro.views.theme import Theme, state_colours
from sro.views.zahlen.diagramm import SYMBOL

MEANS = {
    Status.NULL: "Gezählt und keiner gefunden. Null ist ein Wert.",
    Status.GEHEIM: "Es gibt eine Zahl, sie wird zum Schutz von Menschen nicht gezeigt.",
    Status.FEHLT: "Für dieses Gebiet und Jahr ist nichts geliefert worden. Über die Zahl sagt das nichts.",
    Status.NICHT_SINNVOLL: "Der Nenner ist so klein, dass ein Anteil von einzelnen Fällen abhinge.",
}
SHAPES = {
    "diamond": ("Raute", "M8 2l6 6-6 6-6-6z"),
    "cross": ("Kreuz", "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z"),
    "triangle-up": ("Dreieck", "M8 2l6 12H2z"),
}
LOOKS = {
    Zustand.NULL: "gepunktet",
    Zustand.GEHEIM: "schraffiert",
    Zustand.FEHLT: "leer",
    Zustand.NICHT_SINNVOLL: "grau",
    Zustand.BRUCH: "grau",
}
HEADS = ("Zustand", "Bedeutung", "Karte", "Tabelle", "Linie", "Vorgelesen")
REVISED = "Steht in der Tabelle hinter dem Zustand und im CSV in eigener Spalte; Karte und Linie zeigen es nicht"


def html_legend_of_states(theme: Theme, geheimhaltung: Geheimhaltung) -> str:
    """The four states that a value can be in when it is no ordinary number, then the other marks."""
    rows = [_state(status, theme, geheimhaltung) for status in MEANS]
    return html_tafel("Wenn statt einer Zahl ein Zeichen steht", HEADS, rows) + _others(theme)


def _state(status: Status, theme: Theme, geheimhaltung: Geheimhaltung) -> tuple[str, ...]:
    word = words.STATUS_WORD[status]
    table = "0" if status is Status.NULL else escape(words.STATUS_MARK[status])
    heard = "die Zahl 0" if status is Status.NULL else f"„{escape(word)}“"
    means = MEANS[status]
    if status is Status.GEHEIM:
        means += " Sie ist nicht null." if geheimhaltung.null_zeigen else " Sie kann auch null sein."
    return escape(word), means, _swatch(ZUSTAND[status], theme), table, _on_line(status, theme), heard


def _swatch(zustand: Zustand, theme: Theme) -> str:
    feld = Feld(zustand, state_colours(theme)[zustand], MUSTER.get(zustand, Muster.KEINS), ZUSTAND_WORD[zustand], 0)
    said = f"{LOOKS[zustand]}, vorgelesen: {feld.text}"
    return f'<i class="sro-muster-feld" role="img" aria-label="{said}" style="background:{fill(feld, theme)}"></i>'


def _on_line(status: Status, theme: Theme) -> str:
    """The mark that stands below a chart's zero line; an exact zero is a point of the line."""
    if status is Status.NULL:
        return "Punkt auf der Nulllinie"
    look, shape = SHAPES[SYMBOL[status]]
    drawn = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='{theme.ink}' "
        f"stroke-width='1.5'><path d='{shape}'/></svg>"
    )
    data = quote(drawn, safe=" =/:;,.'")
    return f'<img class="sro-zeichen" alt="{look}" src="data:image/svg+xml,{data}"> statt einer Linie'


def _others(theme: Theme) -> str:
    rows = [
        ("Vorläufig", f"Die Quelle kann den Wert noch ändern. {REVISED}.", "vorläufig"),
        ("Revidiert", f"Die Quelle hat den Wert nachträglich geändert. {REVISED}.", "revidiert"),
        (
            "Gerundet",
            "Gezeigte Werte sind auf die Stellen des Indikators gerundet, gerechnet wird mit ungerundeten.",
            "1.234,5",
        ),
        (
            "Reihenbruch",
            "Davor und danach ist anders gezählt worden. Die Linie endet, eine gestrichelte Senkrechte nennt den "
            "Grund; eine Veränderung über den Bruch wird nicht gerechnet.",
            _swatch(Zustand.BRUCH, theme),
        ),
        (
            "95-%-Intervall",
            "Wie weit der Zufall kleiner Fallzahlen reicht: je weniger Fälle, desto breiter.",
            "10,2 bis 14,8",
        ),
        (
            "Synthetisch",
            "Erfundene Zahlen zum Ausprobieren, keine echten.",
            '<b class="sro-synthetisch">synthetisch</b>',
        ),
    ]
    return html_tafel("Weitere Kennzeichen", ("Kennzeichen", "Bedeutung", "So sieht es aus"), rows)
