"""What may go to whom: an audience reads what is released for it, and nothing stricter."""

from __future__ import annotations

from sro.model.akte import Freigabe
from sro.model.transfer import Zielgruppe

# The least that something must be released for before it may go to an audience. The Jugendhilfeausschuss sits in public
# (§ 71 SGB VIII), so its papers are read by all; young people are the public, not a body of professionals.
NEEDED = {
    Zielgruppe.AG_78: Freigabe.FACHKREIS,
    Zielgruppe.STADTTEILGREMIEN: Freigabe.FACHKREIS,
    Zielgruppe.JHA: Freigabe.OEFFENTLICH,
    Zielgruppe.TRAEGER: Freigabe.FACHKREIS,
    Zielgruppe.JUNGE_MENSCHEN: Freigabe.OEFFENTLICH,
    Zielgruppe.AEMTER: Freigabe.FACHKREIS,
    Zielgruppe.OEFFENTLICHKEIT: Freigabe.OEFFENTLICH,
}
_ORDER = tuple(Freigabe)  # from strict to open


def may_receive(zielgruppe: Zielgruppe, schutz: Freigabe) -> bool:
    """Whether what is protected like this may go to this audience."""
    return not stricter(schutz, NEEDED[zielgruppe])


def stricter(eine: Freigabe, andere: Freigabe) -> bool:
    """Whether the first is for fewer people than the second."""
    return _ORDER.index(eine) < _ORDER.index(andere)
