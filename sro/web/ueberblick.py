"""What the first page shows: headline figures of the city and the three projects."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.stats.reihe import Rolle, series
from sro.views.leitlinien.leitbild import html_projects, html_question
from sro.views.quelle import sources_line
from sro.views.theme import Theme
from sro.views.zahlen.kennzahl import Kennzahl, html_card
from sro.web import data
from sro.web.auswahl import Angebot, Auswahl
from sro.web.state import share_address


def question() -> None:
    """Nothing where the city has no Leitbild."""
    if leitbild().leitfrage:
        st.html(html_question(leitbild(), weg="leitlinien"))


def headline_figures(datenstand: Datenstand, angebot: Angebot, theme: Theme) -> None:
    """One card for each indicator that the catalogue marks as Leitkennzahl, newest year with something to see."""
    found = (_figure(i, datenstand, angebot) for i in catalogue().indikatoren if i.leitkennzahl)
    cards = [card for card in found if card]
    html = "".join(html_card(card, theme) for card in cards)
    line = sources_line([card.indikator for card in cards], datenstand)
    st.html(
        f'<h2 class="sro-nur-hoerbar">Kennzahlen der Stadt</h2><div class="sro-karten sro-kennzahlen">{html}</div>'
        f'<p class="sro-quelle">{escape(line)}</p>'
    )


def projects() -> None:
    """Nothing where the city has no projects."""
    if leitbild().projekte:
        st.html(html_projects(leitbild()))


def _figure(indikator: Indikator, datenstand: Datenstand, angebot: Angebot) -> Kennzahl | None:
    top = city().oberste
    if top.ebene not in angebot.geliefert.get(indikator.id, {}):
        return None
    jahr = angebot.bestes_jahr(indikator.id, top.ebene)
    observed = data.observations(datenstand.id, indikator.id, top.ebene)
    ebene = next((e for e in angebot.ebenen(indikator.id) if e != top.ebene), top.ebene)
    jahre = angebot.jahre(indikator.id, top.ebene)
    return Kennzahl(
        indikator=indikator,
        stadt=next(b for b in observed if b.jahr == jahr),
        gebiete=list(data.of_year(datenstand.id, indikator.id, ebene, jahr).values()),
        plural=city().ebene(ebene).plural,
        reihe=series(indikator, observed, jahre, top.name, top.key, Rolle.STADT),
        ziel=share_address("karte" if ebene != top.ebene else "zeitreihe", Auswahl(ebene, indikator.id, jahr)),
    )
