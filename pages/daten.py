"""Daten: receiving a delivery, releasing it, and what was released before."""

import streamlit as st

from sro.model.akteur import Rolle
from sro.web import rechte
from sro.web.lieferung import annahme, datenstaende, pruefbericht
from sro.web.lieferung.bereich import Bereich, bereich

akteur = rechte.nur_fuer(Rolle.PLANUNG)
datenstaende.current_line()
match bereich():
    case Bereich.ANNEHMEN:
        vorschau, entwurf = annahme.preview(), annahme.draft()
        if vorschau is None and entwurf is not None:
            annahme.assign(entwurf, akteur)
        elif vorschau is None:
            annahme.upload(akteur)
        elif vorschau.has_errors:
            annahme.findings(vorschau)
            annahme.back_to_mapping()
            annahme.again()
        else:
            links, rechts = st.columns([1.7, 1], gap="medium")
            with rechts:
                annahme.changes(vorschau)
                annahme.decide(vorschau, akteur, annahme.confirm(vorschau))
            with links:
                annahme.findings(vorschau)
                annahme.back_to_mapping()
    case Bereich.DATENSTAENDE:
        datenstaende.choose(akteur)
    case Bereich.GEHEIMHALTUNG:
        pruefbericht.show()
    case Bereich.PROTOKOLL:
        datenstaende.protocol()
