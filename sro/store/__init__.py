"""Protected values only: immutable Datenstände, written through one door and read through one door.

`open_store()` gives a `Store`; `Store.publish()` takes nothing but what `sro.protect.protect` returned.
"""

from sro.store.errors import DATABASE_ERRORS, Ausfall, FreigabeAbgelehnt, StoreError, UnknownDatenstandError
from sro.store.lager import Store, open_store
from sro.store.stoerung import Stoerung
from sro.store.ursache import stoerung_of
from sro.store.verfahren import changed_rules

__all__ = [
    "DATABASE_ERRORS",
    "Ausfall",
    "FreigabeAbgelehnt",
    "Stoerung",
    "Store",
    "StoreError",
    "UnknownDatenstandError",
    "changed_rules",
    "open_store",
    "stoerung_of",
]
