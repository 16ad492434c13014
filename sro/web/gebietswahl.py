"""Which areas a list offers: all of a level, or of a large one those within an area of the level above.

A browser gets every option of a list anew at each rerun, and nobody finds one among thousands.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sro.model.gebiet import Gebiet, GebietKey, normalised
from sro.reference.city import city


def offered(ebene: str, gewaehlt: Sequence[str], *, width: int | None = None) -> tuple[Gebiet, ...]:
    """The areas to choose from, those that are chosen already (`gewaehlt`, ids) among them.

    Of a large level it shows one list more, in which the area above is chosen; it follows what is chosen elsewhere, as
    by a click on the map.
    """
    level = city().of_level(ebene)
    if not city().is_large(ebene):
        return level
    above = city().ebenen[city().ebene(ebene).rang - 1]
    names = {g.id: g.name for g in sorted(city().of_level(above.id), key=lambda g: normalised(g.name))}
    key, seen = f"w_in_{ebene}", f"_in_{ebene}"
    if st.session_state.get(seen, ()) != tuple(gewaehlt) or key not in st.session_state:
        st.session_state[seen] = tuple(gewaehlt)
        st.session_state[key] = _parent(ebene, gewaehlt) or st.session_state.get(key)
    within = st.selectbox(
        above.name,
        [None, *names],
        format_func=lambda chosen: names.get(chosen, "Bitte wählen"),
        width=width or "stretch",
        key=key,
    )
    inside = city().children(GebietKey(above.id, within)) if within else ()
    others = (GebietKey(ebene, one) for one in gewaehlt)
    return tuple(dict.fromkeys([*inside, *(city().gebiet(key) for key in others)]))


def _parent(ebene: str, gewaehlt: Sequence[str]) -> str | None:
    """The area above the one that was chosen last."""
    eltern = city().gebiet(GebietKey(ebene, gewaehlt[-1])).eltern if gewaehlt else None
    return eltern.id if eltern else None
