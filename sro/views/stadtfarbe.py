"""A city's accent: used where it can be read on the page, and in words what to change where it cannot."""

from __future__ import annotations

import colorsys
import logging
from collections.abc import Mapping, Sequence

from sro.reference.aussehen import Aussehen, appearance

LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3: links and large figures are text in this colour
STEP = 0.01  # of lightness, towards a colour that can be read
log = logging.getLogger("sro")


def chosen_accent(name: str, own: str, backgrounds: Sequence[str]) -> str:
    """The city's accent of this name, or `own` where it has none or one that cannot be read; the log says why."""
    said: str | None = getattr(appearance(), name)
    gap = accent_gap(name, said, backgrounds) if said else ""
    if gap:
        log.warning("%s Bis dahin gilt die mitgelieferte Farbe.", gap)
    return said if said and not gap else own


def accent_gap(name: str, colour: str, backgrounds: Sequence[str]) -> str:
    """A sentence where a colour cannot be read on one of the backgrounds, with the nearest that can; else nothing."""
    ratio = min(contrast(colour, one) for one in backgrounds)
    if ratio >= LEAST:
        return ""
    said = f"{ratio:.2f}".replace(".", ",")
    return (
        f"stadt.yaml: „{name}“ {colour} hebt sich mit {said} zu 1 zu wenig vom Hintergrund ab (nötig sind 4,5 zu 1). "
        f"Gut lesbar und ähnlich ist {readable(colour, backgrounds)}."
    )


def readable(colour: str, backgrounds: Sequence[str]) -> str:
    """The nearest colour of the same hue that can be read on all backgrounds: darker on light ones, lighter on dark."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    step = -STEP if luminance(backgrounds[0]) > 0.5 else STEP
    while min(contrast(colour, one) for one in backgrounds) < LEAST and 0 <= light + step <= 1:
        light += step
        colour = "#" + "".join(f"{round(255 * one):02x}" for one in colorsys.hls_to_rgb(hue, light, saturation))
    return colour


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white). Source: WCAG 2.2, "contrast ratio"."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance"."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def accent_faults(found: Aussehen, papers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A sentence for each accent that cannot be read; `papers`: its name → the backgrounds it stands on."""
    said = ((name, getattr(found, name), backgrounds) for name, backgrounds in papers.items())
    gaps = (accent_gap(name, colour, backgrounds) for name, colour, backgrounds in said if colour)
    return tuple(gap for gap in gaps if gap)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
