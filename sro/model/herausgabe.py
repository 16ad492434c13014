"""Who publishes the figures as open data, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lizenz:
    """`adresse` leads to its text; `dcat` is its address in the list of DCAT-AP.de."""

    id: str
    name: str
    adresse: str
    dcat: str


@dataclass(frozen=True, slots=True)
class Herausgabe:
    """What a city says about its open data; all of it a template until `bestaetigt`.

    `kontakt` is an e-mail address or a web address. `adresse` is what the app is called from outside ("https://…/"),
    empty: what the request says. `gebietsschluessel` and `datenbereitsteller` are addresses in the lists of DCAT-AP.de.
    `lizenz_grenzen` is the licence of imported boundaries, where the city has settled it.
    """

    herausgeber: str
    kontakt: str
    lizenz: Lizenz
    bestaetigt: bool = False
    adresse: str = ""
    datenbereitsteller: str = ""
    gebietsschluessel: str = ""
    lizenz_grenzen: Lizenz | None = None
