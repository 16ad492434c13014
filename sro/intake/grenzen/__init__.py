"""Boundaries: read from a file or from OpenStreetMap, matched to the areas of a level, checked, written.

`import_boundaries()` and `import_osm()` are the doors; both return every finding at once and write all or nothing.
"""

from sro.intake.grenzen.einlesen import import_boundaries
from sro.intake.grenzen.ergebnis import Ergebnis
from sro.intake.grenzen.osm import import_osm
from sro.intake.grenzen.schreiben import reset

__all__ = ["Ergebnis", "import_boundaries", "import_osm", "reset"]
