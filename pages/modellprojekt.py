"""The city's Modellprojekt: from what people say to the lever that can move it, and the area in which they say it."""

import streamlit as st

from sro.model.akteur import Rolle
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.impuls import Impuls
from sro.model.steuerung import Steuerungspotential
from sro.reference.city import city
from sro.web import teile
from sro.web.holstentor import seite as holstentor
from sro.web.holstentor import teile as holstentorteile
from sro.web.holstentor.auswahl import Teil
from sro.web.holstentor.stand import selection, show_notices, write_address
from sro.web.rechte import nur_fuer


@st.fragment  # a choice on this page does not draw the navigation anew
def modellprojekt() -> None:
    projekt = city().modellprojekt
    if projekt is None:
        st.html("<h1>Modellprojekt</h1>")
        teile.silence(holstentorteile.NO_PROJECT)
        return
    ganz = holstentor.records(projekt)
    wahl = selection(projekt, ganz.by_id)
    seite = holstentor.sheet(projekt, ganz, wahl)
    with st.container(key="kopf"):
        holstentorteile.heading(projekt, seite)
        show_notices()
    holstentorteile.part(wahl)
    if wahl.teil is Teil.BEARBEITEN:
        nur_fuer(Rolle.PLANUNG, teil=True)
        from sro.web.pflege import seite as pflege

        pflege.show((Beduerfnis, Bedarf, Impuls, Steuerungspotential))
    else:
        holstentorteile.filters(seite)
        with st.container(key="holstentor"):
            holstentorteile.show(seite)
    write_address()


modellprojekt()
