"""Protected values only: immutable Datenstände, written through one door and read through one door.

`open_store()` gives a `Store`; `Store.publish()` takes nothing but what `sro.protect.protect` returned.
"""

from sro.store.errors import DATABASE_ERRORS, FreigabeAbgelehnt, StoreError, UnknownDatenstandError
from sro.store.lager import Store, open_store

__all__ = ["DATABASE_ERRORS", "FreigabeAbgelehnt", "Store", "StoreError", "UnknownDatenstandError", "open_store"]
