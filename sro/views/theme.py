"""The only place that names a colour or a typeface.

Sequential colours grow darker with the value, so they survive grey scale. The diverging palette does too: lightness
runs through from below the reference (sand, light) to above it (petrol, dark) while the hue changes at the reference.
No red anywhere: a colour here never judges people.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from sro.views.stadtfarbe import chosen_accent


@dataclass(frozen=True, slots=True)
class Theme:
    """One appearance. All colours as #rrggbb."""

    name: str
    paper: str  # page background
    panel: str  # cards, map background
    ink: str  # text
    quiet: str  # secondary text, 4.5:1 on paper
    line: str  # rules and grids that carry no meaning
    edge: str  # outline of a control or of a colour in a legend, 3:1 on paper and panel
    accent: str  # the selected thing, links, the series in focus
    selected: str  # outline of the chosen area, unlike any fill
    border: str  # outlines of areas on the map, with a finer line of ink in them: one of the two is seen on every fill
    missing: str  # fill of "not delivered"
    hatch: str  # strokes of "suppressed"
    zero: str  # fill of "exactly zero", dotted
    mark: str  # background of a note that must be seen ("synthetisch")
    too_small: str  # fill of "not meaningful"
    staerke: str  # pins of a Werkstatt; each kind has a shape of its own as well
    problem: str
    wunsch: str


LIGHT = Theme(
    name="light",
    paper="#ffffff",
    panel="#f4f6f7",
    ink="#17252d",
    quiet="#4f606a",
    line="#c9d2d7",
    edge="#7b8990",
    accent="#0b6075",
    selected="#d4720c",
    border="#ffffff",
    missing="#ffffff",
    hatch="#7b8990",
    zero="#ffffff",
    mark="#f7f0dc",
    too_small="#e4e6e8",
    staerke="#2d7f98",
    problem="#5a2f73",
    wunsch="#e3c26f",
)
DARK = Theme(
    name="dark",
    paper="#10191e",
    panel="#18242b",
    ink="#e8eef1",
    quiet="#a3b3bb",
    line="#3a4a53",
    edge="#6f808a",
    accent="#6cc5d6",
    selected="#ffb14a",
    border="#10191e",
    missing="#10191e",
    hatch="#8b9aa2",
    zero="#18242b",
    mark="#433f2e",
    too_small="#2b373e",
    staerke="#3f93a8",
    problem="#c7a3e6",
    wunsch="#f5e6b5",
)

# A city may bring accents of its own (`aussehen` in its stadt.yaml); the colours of maps and charts are the app's.
BACKGROUNDS = {"akzent": (LIGHT.paper, LIGHT.panel), "akzent_dunkel": (DARK.paper, DARK.panel)}
LIGHT = replace(LIGHT, accent=chosen_accent("akzent", LIGHT.accent, BACKGROUNDS["akzent"]))
DARK = replace(DARK, accent=chosen_accent("akzent_dunkel", DARK.accent, BACKGROUNDS["akzent_dunkel"]))

FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

_SEQUENTIAL = ("#dcebea", "#b3d5d8", "#85bcc6", "#559fb2", "#2d7f98", "#12607c", "#073f58")
_BELOW = ("#fbefd2", "#f0d9a4", "#dfbf78")  # far below ... just below the reference
_ABOVE = ("#6fa9b4", "#33798f", "#0a4760")  # just above ... far above it

# Lines of a chart, told apart by colour (the first ones most, whatever colours an eye does not see), dash and direct
# label; 3:1 on both papers.
SERIES = ("#0b7285", "#a9690b", "#9786ea", "#6e6643", "#6f9f58", "#c875bc", "#9253b0", "#4aa191")
SERIES_DASH = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (4, 2), (10, 4), (1, 2), (6, 2, 2, 2))


def sequential(k: int) -> tuple[str, ...]:
    """`k` colours (1 to 7) from light (low) to dark (high)."""
    return _spread(_SEQUENTIAL, k)


def diverging(below: int, above: int) -> tuple[str, ...]:
    """`below` colours under the reference, then `above` colours over it (each 0 to 3), light to dark."""
    return _spread(_BELOW, below) + _spread(_ABOVE, above)


def _spread(colours: tuple[str, ...], k: int) -> tuple[str, ...]:
    if not 0 <= k <= len(colours):
        raise ValueError(f"{k} Farben verlangt, 0 bis {len(colours)} sind möglich.")
    if k <= 1:
        return colours[len(colours) // 2 :][:k]
    last = len(colours) - 1
    return tuple(colours[round(i * last / (k - 1))] for i in range(k))


def css_variables() -> str:
    """The colours as CSS variables, for the light and the dark appearance of the page and for paper."""
    return (
        f":root, [data-sro-theme=light] {{ {_variables(LIGHT)} }}\n[data-sro-theme=dark] {{ {_variables(DARK)} }}\n"
        f"@media print {{ [data-sro-theme=dark] {{ {_variables(LIGHT)} }} }}\n"  # paper is white
    )


def css_variables_of_system() -> str:
    """The same for a page of our own, which follows the system's setting because it has no switch."""
    return (
        f":root {{ {_variables(LIGHT)} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}\n"
    )


def _variables(theme: Theme) -> str:
    """Every colour of the theme under its own name, and `feld-n`, `feld-g` ... for the states of a map."""
    colours = {field.name: getattr(theme, field.name) for field in fields(theme) if field.name != "name"}
    states = {f"feld-{letter}": colour for letter, colour in state_colours(theme).items()}
    named = [f"--sro-{name.replace('_', '-')}: {colour};" for name, colour in (colours | states).items()]
    return " ".join([*named, f"--sro-font: {FONT};"])


def state_colours(theme: Theme) -> dict[str, str]:
    """The fill of an area without class, by the letter of its Zustand: zero, secret, missing, too small, break."""
    return {"n": theme.zero, "g": theme.panel, "f": theme.missing, "x": theme.too_small, "b": theme.too_small}
