"""Resolves geheimhaltung.yaml: which threshold, Mindestnenner and Gruppenschutz holds for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Anteilsart
from sro.reference.rules_gaps import KEINE, Names, cells, groups


@dataclass(frozen=True, slots=True)
class Schutzregeln:
    """The rules of one file, complete for the names of one catalogue; whoever is not named has the default."""

    content: dict[str, Any]  # without gaps
    names: Names

    @property
    def geheimhaltung(self) -> Geheimhaltung:
        c = self.content
        return Geheimhaltung(Verfahren(c["verfahren"]), c["rundungsbasis"], c["null_zeigen"])

    def schwelle(self, merkmal: str) -> int | None:
        """The smallest count that may be shown; None where no persons are counted."""
        rule = self.content["schwelle"]
        for _, group in groups(self.content, "schwelle"):
            if merkmal in cells(group, self.names):
                value = group.get("wert", rule["sensibel"])
                return None if value == KEINE else int(value)
        return int(rule["standard"])

    def mindestnenner(self, indikator: str) -> int:
        return int(self._of_indikator("mindestnenner", indikator))

    def gruppenschutz(self, indikator: str) -> bool:
        """Only a share has a whole group that could be told about."""
        return self.names.art[indikator] is Anteilsart.ANTEIL and bool(self._of_indikator("gruppenschutz", indikator))

    def _of_indikator(self, section: str, indikator: str) -> Any:
        for _, group in groups(self.content, section):
            if indikator in group["indikatoren"]:
                return group["wert"]
        return self.content[section]["standard"]
