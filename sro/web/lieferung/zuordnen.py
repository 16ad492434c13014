"""The assistant on the page: a person says how a table in a form of its own is to be read.

Proposed is what the table itself says; what it does not say is asked and has no answer beforehand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from sro.model.akteur import Akteur
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.lieferung.blatt import html_lines
from sro.views.lieferung.tabelle import html_grid
from sro.web.errors import not_saved

if TYPE_CHECKING:
    from sro.intake.assistent import (
        Bedeutung,
        Bedingung,
        Spalte,
        Spaltenvorschlag,
        Verwendung,
        Vorschlag,
        Wert,
        Zuordnung,
    )
    from sro.intake.entwurf import Entwurf

ENTFAELLT, STADT = "entfällt", "ganze Stadt"
HERKUNFT = ["echt", "synthetisch"]
PROFILE = "w_profil"
ANSWERED = {  # questions that have a widget of their own
    "zeichen",
    "gebiet_fehlt",
    "gebiete_fremd",
    "summenzeilen",
    "dezimal",
    "jahr_fehlt",
    "zeit_unlesbar",
    "jahr_bestaetigen",
    "ebene_unklar",
    "herkunft",
    "werte_fehlen",
}
MOST_STRANGE, AT_ONCE, MOST_COLUMNS = 15, 8, 60


def mapping(entwurf: Entwurf) -> Zuordnung | None:
    """The mapping as it stands on the page; None, and told in words, as long as something is open."""
    form = _Form(entwurf.vorschlag)
    st.html(f"<h2>{_title(entwurf)}</h2>")
    oben = st.container()
    links, rechts = st.columns([1.5, 1], gap="medium")
    with links:
        werte = form.values()
    with rechts:
        found = form.read(werte)
    with oben:
        _grid(entwurf, used=[spalte.nummer for spalte in found.spalten] if found else ())
    others = [frage.text for frage in entwurf.vorschlag.fragen if frage.code not in ANSWERED]
    if others:
        st.html(html_lines("Bitte auch bedenken", others))
    return found


def profile(entwurf: Entwurf) -> Zuordnung | None:
    """A saved mapping to use instead; None where none is chosen."""
    from sro.intake.assistent import ProfilFehlerhaft, lade_profil, profile_names

    names = profile_names()
    if not names:
        return None
    chosen = st.selectbox("Gespeichertes Profil", [None, *names], format_func=lambda n: n or "ohne", key=PROFILE)
    if chosen is None:
        return None
    try:
        found = lade_profil(chosen)
    except ProfilFehlerhaft as wrong:
        st.error(" ".join(wrong.luecken))
        return None
    return found if found.jahr is None else _of_this_year(found)


def profile_chosen() -> bool:
    """Whether a saved profile is to be used, be it complete or not."""
    return bool(st.session_state.get(PROFILE))


def _of_this_year(zuordnung: Zuordnung) -> Zuordnung | None:
    """A table that names no year is of another one each time: asked, because last year's would be replaced."""
    label = f"Für welches Jahr gelten die Zahlen? (Im Profil steht {zuordnung.jahr}.)"
    year = st.number_input(label, 1990, 2100, value=None, step=1, placeholder="bitte angeben", key="w_profil_jahr")
    return replace(zuordnung, jahr=int(year)) if year else None


def save(zuordnung: Zuordnung, entwurf: Entwurf, akteur: Akteur) -> None:
    """Keeps the mapping for next year's file, which may be longer; unless somebody said where the table ends."""
    from sro.intake.assistent import ProfilFehlerhaft, sichere_profil

    row = st.container(horizontal=True, vertical_alignment="bottom")
    name = row.text_input("Als Profil sichern", placeholder="kita-quartalsmeldung", key="w_profilname", max_chars=64)
    if row.button("Sichern", disabled=not name, key="profil_sichern"):
        try:
            end = None if zuordnung.letzte == entwurf.vorschlag.bau.letzte else zuordnung.letzte
            sichere_profil(name, replace(zuordnung, letzte=end), wer=akteur)
            st.success(f"Das Profil „{name}“ ist gesichert und kann für die nächste Lieferung gewählt werden.")
        except ProfilFehlerhaft as wrong:
            st.error(" ".join(wrong.luecken))
        except OSError as error:
            st.error(not_saved(error))


def _title(entwurf: Entwurf) -> str:
    sheet = f", Blatt „{entwurf.vorschlag.blatt}“" if entwurf.vorschlag.blatt else ""
    return escape(f"{entwurf.datei}{sheet}: Spalten zuordnen")


def _grid(entwurf: Entwurf, used: Collection[int]) -> None:
    """The table as the file shows it."""
    bau = entwurf.vorschlag.bau
    rows = [(row.nummer, row.zellen) for row in entwurf.blatt.zeilen if row.nummer <= bau.letzte]
    st.html(html_grid(rows, bau.kopfzeilen, used))


def uses() -> dict[str, Verwendung]:
    """What a column of numbers can count, in words: the two numbers of every indicator."""
    from sro.intake.assistent import Seite, Verwendung

    words = {Seite.ZAEHLER: "Zähler", Seite.NENNER: "Nenner"}
    return {
        f"{indikator.kurzname} · {words[seite]}": Verwendung(indikator.id, seite)
        for indikator in catalogue().indikatoren
        for seite in Seite
    }


@dataclass(frozen=True)
class _Form:
    """The widgets of one proposal."""

    vorschlag: Vorschlag

    @property
    def spalten(self) -> Mapping[str, Spalte]:
        """What a column is called in a list → the column."""
        return {f"{one.spalte.nummer} · {one.spalte.kopf[:60]}": one.spalte for one in self.vorschlag.spalten}

    def values(self) -> tuple[Wert, ...]:
        """What each column of numbers counts; one can serve several indicators, and several are added up to one."""
        st.html("<h3>Zahlen</h3>")
        numeric = [one for one in self.vorschlag.spalten if one.ist_zahl]
        ahead = sorted(numeric, key=lambda one: not (one.verwendungen or one.vermutet))
        chosen = {one.spalte: self._uses(one) for one in ahead[:AT_ONCE]}
        if ahead[AT_ONCE:]:
            with st.expander(f"{len(ahead) - AT_ONCE} weitere Spalten mit Zahlen"):
                chosen |= {one.spalte: self._uses(one) for one in ahead[AT_ONCE:MOST_COLUMNS]}
        st.caption("Spalten mit derselben Bedeutung werden addiert. Anteile werden nicht gelesen, sondern berechnet.")
        return self._added_up([one for one in numeric if one.spalte in chosen], chosen)

    def _uses(self, one: Spaltenvorschlag) -> list[Verwendung]:
        options = uses()
        year = f" ({one.jahr})" if one.jahr and self._years_in_columns else ""
        picked = st.multiselect(
            f"Spalte {one.spalte.nummer}, „{one.spalte.kopf[:80]}“{year}: {', '.join(one.beispiele)}",
            list(options),
            default=[name for name, use in options.items() if use in one.verwendungen],
            placeholder="wird nicht gelesen",
            key=f"w_spalte_{one.spalte.nummer}",
        )
        return [options[name] for name in picked]

    def _added_up(
        self, columns: Sequence[Spaltenvorschlag], chosen: Mapping[Spalte, Sequence[Verwendung]]
    ) -> tuple[Wert, ...]:
        from sro.intake.assistent import Wert

        parts: dict[tuple[Verwendung, int | None], list[Spalte]] = {}
        for one in columns:
            for use in chosen[one.spalte]:
                year = one.jahr if self._years_in_columns else None
                parts.setdefault((use, year), []).append(one.spalte)
        return tuple(Wert(tuple(s), use.indikator, use.seite, year) for (use, year), s in parts.items())

    @property
    def _years_in_columns(self) -> bool:
        return self._zeitspalte is None and self.vorschlag.jahr is None

    @property
    def _zeitspalte(self) -> Spalte | None:
        from sro.intake.assistent import Spaltenrolle

        return self.vorschlag.spalte(Spaltenrolle.ZEIT)

    def read(self, werte: tuple[Wert, ...]) -> Zuordnung | None:
        """The whole mapping; None where something is open, which is then said."""
        from sro.intake.assistent import gaps, gaps_against

        base, times, signs = self._base(werte), self._times(), self._signs()
        areas, conditions = self._areas(), self._rows_that_count()
        if base is None or times is None or signs is None or areas is None:
            st.info("Bitte die Fragen oben beantworten; geraten wird nichts.")
            return None
        zuordnung = replace(base, zeiten=times, zeichen=signs, nur=conditions, **areas)
        open_ = [*gaps(zuordnung), *gaps_against(zuordnung, catalogue(), city())]
        if open_:
            st.html(html_lines("Noch offen", open_))
            return None
        return zuordnung

    def _base(self, werte: tuple[Wert, ...]) -> Zuordnung | None:
        from sro.intake.assistent import Spaltenrolle, Zuordnung

        st.html("<h3>Gebiet und Zeit</h3>")
        names = list(self.spalten)
        area = self._chosen_column(
            "Gebiete stehen in", self.vorschlag.spalte(Spaltenrolle.GEBIET), names, "w_gebietsspalte"
        )
        levels = {ebene.id: ebene.plural for ebene in city().ebenen}
        unclear = any(frage.code == "ebene_unklar" for frage in self.vorschlag.fragen)
        level = st.selectbox(
            "Ebene",
            list(levels),
            format_func=levels.__getitem__,
            index=None if unclear or not self.vorschlag.ebene else list(levels).index(self.vorschlag.ebene),
            placeholder="bitte wählen",
            key="w_zuordnung_ebene",
        )
        time, year = self._time(names, werte)
        origin = st.segmented_control("Sind die Zahlen echt oder synthetisch?", HERKUNFT, key="w_herkunft")
        if area is None or level is None or origin is None:
            return None
        bau = self.vorschlag.bau
        return Zuordnung(
            kopfzeilen=bau.kopfzeilen,
            erste=bau.erste,
            letzte=self._last_row(),
            gebiet=area,
            ebene=level,
            werte=werte,
            blatt=self.vorschlag.blatt or None,
            zeitspalte=time,
            jahr=year,
            dezimal=self._decimal(),
            synthetisch=origin == HERKUNFT[1],
        )

    def _chosen_column(self, label: str, proposed: Spalte | None, names: list[str], key: str) -> Spalte | None:
        index = next((n for n, name in enumerate(names) if self.spalten[name] == proposed), None)
        chosen = st.selectbox(label, names, index=index, placeholder="bitte wählen", key=key)
        return self.spalten[chosen] if chosen else None

    def _time(self, names: list[str], werte: tuple[Wert, ...]) -> tuple[Spalte | None, int | None]:
        if any(wert.jahr for wert in werte):
            return None, None
        if self._zeitspalte is not None:
            return self._chosen_column("Zeit steht in", self._zeitspalte, names, "w_zeitspalte"), None
        year = st.number_input(
            "Alle Zahlen gelten für das Jahr", 1990, 2100, value=self.vorschlag.jahr, step=1, key="w_zuordnung_jahr"
        )
        return None, int(year) if year else None

    def _last_row(self) -> int:
        """Asked where areas come twice: often totals stand below the areas and are called like one of them."""
        bau = self.vorschlag.bau
        if not any(frage.code == "zeilen_mehrfach" and not frage.spalte for frage in self.vorschlag.fragen):
            return bau.letzte
        return int(st.number_input("Letzte Zeile, die gilt", bau.erste, bau.letzte, bau.letzte, 1, key="w_letzte"))

    def _times(self) -> dict[str, str] | None:
        """What strange entries of the column of times mean, asked once per year that they name. None until said."""
        from sro.intake.assistent import by_year

        answers: dict[str, str] = {}
        for n, texts in enumerate(by_year(self.vorschlag.fremde_zeiten).values()):
            more = f" und {len(texts) - 2} weitere" if len(texts) > 2 else ""
            named = ", ".join(f"„{text}“" for text in texts[:2])
            label = f"{named}{more}: keine Zeit. Für welches Jahr gelten diese Zeilen?"
            year = st.number_input(label, 1990, 2100, None, 1, placeholder="bitte angeben", key=f"w_zeit_{n}")
            answers |= {text: str(int(year)) for text in texts if year}
        return answers if len(answers) == len(self.vorschlag.fremde_zeiten) else None

    def _decimal(self) -> str | None:
        asked = next((frage for frage in self.vorschlag.fragen if frage.code == "dezimal"), None)
        if asked is None:
            return self.vorschlag.dezimal
        chosen = st.segmented_control(asked.text, [",", "."], key="w_dezimal")
        return str(chosen) if chosen else None

    def _signs(self) -> dict[str, Bedeutung] | None:
        """What every sign means; None until all are answered."""
        from sro.intake.assistent import Bedeutung

        answers: dict[str, Bedeutung] = {}
        for found in self.vorschlag.zeichen:
            asked = next(f for f in self.vorschlag.fragen if f.code == "zeichen" and f"„{found.zeichen}“" in f.text)
            words = {
                "null": "genau null",
                "unbekannt": "geheim oder unbekannt",
                "fehlt": "nicht erhoben",
                "zahl": "die Zahl daneben gilt",
            }
            chosen = st.selectbox(
                asked.text,
                [meaning.value for meaning in found.moeglich],
                format_func=words.__getitem__,
                index=None,
                placeholder="bitte wählen",
                key=f"w_zeichen_{found.zeichen}",
            )
            if chosen:
                answers[found.zeichen] = Bedeutung(chosen)
        return answers if len(answers) == len(self.vorschlag.zeichen) else None

    def _areas(self) -> dict[str, Any] | None:
        """What strange entries of the area column mean: an area, the city, or nothing. None until all are said."""
        top, strange = city().oberste, self.vorschlag.fremde_gebiete
        options = {ENTFAELLT: "", STADT: f"{top.ebene}/{top.id}"}
        options |= {f"{g.name} ({g.ebene})": f"{g.ebene}/{g.id}" for g in city().gebiete if g.eltern}
        asked = strange[:MOST_STRANGE]
        chosen = {
            text: st.selectbox(
                f"„{text}“ ist", list(options), index=None, placeholder="bitte wählen", key=f"w_fremd_{n}"
            )
            for n, text in enumerate(asked)
        }
        rest = strange[MOST_STRANGE:]
        if rest and not st.checkbox(
            f"{len(rest)} weitere Einträge, die kein Gebiet sind, entfallen", key="w_fremd_rest"
        ):
            return None
        if not all(chosen.values()):
            return None
        named = {text: options[word] for text, word in chosen.items() if word and options[word]}
        return {"gebiete": named, "ohne": (*(text for text in asked if text not in named), *rest)}

    def _rows_that_count(self) -> tuple[Bedingung, ...]:
        from sro.intake.assistent import Bedingung

        asked = next((f for f in self.vorschlag.fragen if f.code == "zeilen_mehrfach" and f.spalte), None)
        if asked is None or asked.spalte is None:
            return ()
        chosen = st.selectbox(asked.text, [None, *asked.moeglich], format_func=lambda t: t or "alle", key="w_nur")
        column = next(one.spalte for one in self.vorschlag.spalten if one.spalte.nummer == asked.spalte)
        return (Bedingung(column, chosen),) if chosen else ()
