"""The assistant: looks at a table as an office publishes it, proposes how to read it, and reads it by a mapping.

Nothing here guesses what a person must decide. `vorschlagen` gives a `Vorschlag` with open `Frage`n; a page or a
profile makes a `Zuordnung` of it; `anwenden` makes the tidy table that everything after it knows.
"""

from sro.intake.assistent.anwenden import anwenden
from sro.intake.assistent.erkennen import Bau, erkenne
from sro.intake.assistent.luecken import gaps, gaps_against
from sro.intake.assistent.namen import Seite, Spaltenrolle, Verwendung
from sro.intake.assistent.nenner import join_denominators
from sro.intake.assistent.profil import (
    als_yaml,
    aus_yaml,
    lade_profil,
    profile_folder,
    profile_names,
    sichere_profil,
)
from sro.intake.assistent.vorschlag import Frage, Spaltenvorschlag, Vorschlag
from sro.intake.assistent.vorschlagen import vorschlagen
from sro.intake.assistent.zeichen import Bedeutung, Zeichenfund
from sro.intake.assistent.zeitspalte import by_year
from sro.intake.assistent.zuordnung import Bedingung, Spalte, Wert, Zuordnung
from sro.intake.profilfehler import ProfilFehlerhaft

__all__ = [
    "Bau",
    "Bedeutung",
    "Bedingung",
    "Frage",
    "ProfilFehlerhaft",
    "Seite",
    "Spalte",
    "Spaltenrolle",
    "Spaltenvorschlag",
    "Verwendung",
    "Vorschlag",
    "Wert",
    "Zeichenfund",
    "Zuordnung",
    "als_yaml",
    "anwenden",
    "aus_yaml",
    "by_year",
    "erkenne",
    "gaps",
    "gaps_against",
    "join_denominators",
    "lade_profil",
    "profile_folder",
    "profile_names",
    "sichere_profil",
    "vorschlagen",
]
