"""Names of files that every system takes: letters, digits and lines."""

from __future__ import annotations

from sro.model.gebiet import Gebiet, normalised


def file_name(was: str, gebiet: Gebiet, endung: str) -> str:
    """ "Profil_05_st-lorenz-sued.pdf" """
    return f"{was}_{gebiet.id}_{normalised(gebiet.name).replace(' ', '-')}.{endung}"
