"""The value that a page's session looks at: an address is heard once, choices win over it and end its notices."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def seite() -> None:
    """A page with two parts, of which the second may be refused."""
    from dataclasses import dataclass
    from enum import StrEnum

    import streamlit as st

    from sro.web.merkstelle import Merkstelle
    from sro.web.teile import parts

    class Teil(StrEnum):
        EINS = "eins"
        ZWEI = "zwei"

    @dataclass(frozen=True)
    class Wahl:
        teil: Teil = Teil.EINS
        zahl: int = 0

    def decode(params):  # type: ignore[no-untyped-def]
        wrong = params.get("teil") not in (None, *Teil)
        teil = Teil.EINS if wrong else Teil(params.get("teil", "eins"))
        return Wahl(teil), (("Diesen Teil gibt es nicht.",) if wrong else ())

    stelle = Merkstelle[Wahl]("probe", lambda wahl: {"teil": wahl.teil.value} if wahl.zahl < 5 else {})
    wahl = stelle.take(decode, empty_too=st.session_state.get("leer", False))
    stelle.show_notices()
    offered = [Teil.EINS] if st.session_state.get("wenig") else list(Teil)
    parts(
        {one: one.name for one in Teil},
        offered,
        wahl.teil,
        lambda shown: stelle.controlled("teil", shown, lambda chosen: {"teil": chosen} if chosen else {}),
    )
    st.button("mehr", key="mehr", on_click=lambda: stelle.change(zahl=stelle.current().zahl + 1))
    st.text(f"{wahl.teil.value} {wahl.zahl}")
    stelle.write_address()


def opened(teil: str = "", **session: bool) -> AppTest:
    app = AppTest.from_function(seite)
    if teil:
        app.query_params["teil"] = teil
    for name, value in session.items():
        app.session_state[name] = value
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return app.text[0].value


def test_the_address_says_where_one_begins() -> None:
    assert shown(opened("zwei")) == "zwei 0"
    assert shown(opened()) == "eins 0"


def test_a_choice_is_kept_and_written_into_the_address() -> None:
    app = opened()
    app.segmented_control[0].set_value("zwei").run()
    app.button(key="mehr").click().run()
    assert shown(app) == "zwei 1"
    assert app.query_params["teil"] == "zwei"


def test_an_address_that_somebody_goes_to_is_heard_again() -> None:
    app = opened("zwei")
    app.button(key="mehr").click().run()
    app.query_params["teil"] = "eins"
    assert shown(app.run()) == "eins 0"


@pytest.mark.parametrize(("leer", "said"), [(False, "zwei 1"), (True, "eins 0")])
def test_an_empty_address_counts_where_the_page_says_so(leer: bool, said: str) -> None:
    app = opened("zwei", leer=leer)
    app.button(key="mehr").click().run()
    app.query_params.clear()
    assert shown(app.run()) == said


def test_what_the_address_got_wrong_is_said_until_somebody_chooses() -> None:
    app = opened("drei")
    assert [one.value for one in app.warning] == ["Diesen Teil gibt es nicht."]
    app.run()
    assert len(app.warning) == 1
    app.button(key="mehr").click().run()
    assert len(app.warning) == 0


def test_a_part_that_is_not_offered_is_not_shown_as_chosen() -> None:
    app = opened("zwei", wenig=True)
    control = app.segmented_control[0]
    assert (control.options, control.value) == (["EINS"], None)
    assert app.session_state["w_probe_teil"] is None
    assert shown(app) == "zwei 0"
