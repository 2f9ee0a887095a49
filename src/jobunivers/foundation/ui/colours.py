# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune's colours: readable ones only, and the CSS that puts them on the pages.

The design system (dkfds 11) has no custom properties of its own. `vendor.py` puts ours where its
Sass wrote `$theme-color-primary` and `$theme-color-primary-dark`, so a theme is just the values.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext

DEFAULT_PRIMARY = "#1f4e79"
WHITE = "#ffffff"
BLACK = "#1a1a1a"

# WCAG 2.2, 1.4.3: text against its background; 1.4.11: borders and marks against theirs.
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
# The linear part of the sRGB curve, as WCAG 2.2 defines relative luminance.
_LINEAR_BELOW = 0.04045
_DARKER = 0.72
_TINT = 0.09


@dataclass(frozen=True)
class Problem:
    """Why a colour cannot be used, in words for the editor.

    Attributes:
        field: `primary`, `on_primary` or `accent`.
        text: what is wrong and what to do.
        contrast: the measured contrast, or 0 when the colour cannot be read at all.
    """

    field: str
    text: str
    contrast: float


def _channels(colour: str) -> tuple[int, int, int]:
    if not _HEX.fullmatch(colour):
        raise ValueError(f"Not a colour written as #rrggbb: {colour!r}.")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white), of `#rrggbb` (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2).

    Raises:
        ValueError: a colour is not written as `#rrggbb`.
    """
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_colour(background: str) -> str:
    """Return white or near-black, whichever reads best on the background."""
    return WHITE if contrast(background, WHITE) >= contrast(background, BLACK) else BLACK


def mix(colour: str, other: str, share: float) -> str:
    """Return the colour with `share` (0 to 1) of it and the rest of the other."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in parts)


def check_colours(primary: str, on_primary: str, accent: str) -> list[Problem]:
    """Return what stands in the way of using the colours; an empty list means they are fine."""
    problems = []
    for field, colour in (("primary", primary), ("on_primary", on_primary), ("accent", accent)):
        if not _HEX.fullmatch(colour):
            text = gettext("Skriv farven som # og seks tegn, for eksempel #1f4e79.")
            problems.append(Problem(field, text, 0.0))
    if problems:
        return problems
    rules = (
        (
            "on_primary",
            contrast(primary, on_primary),
            TEXT_CONTRAST,
            gettext("Teksten på knapperne kan ikke læses. Vælg en mørkere eller lysere farve."),
        ),
        (
            "primary",
            contrast(primary, WHITE),
            MARK_CONTRAST,
            gettext("Hovedfarven er for lys på hvid baggrund. Vælg en mørkere farve."),
        ),
        (
            "accent",
            contrast(accent, WHITE),
            MARK_CONTRAST,
            gettext("Den anden farve er for lys på hvid baggrund. Vælg en mørkere farve."),
        ),
    )
    return [
        Problem(field, text, round(measured, 2))
        for field, measured, needed, text in rules
        if measured < needed
    ]


def theme_css(primary: str, on_primary: str, accent: str) -> str:
    """Return the style sheet that gives the pages a kommune's colours.

    Args:
        primary: buttons, the mark of the current page, charts.
        on_primary: text on the primary colour.
        accent: the second colour, for small marks only.

    Raises:
        ValueError: a colour is not written as `#rrggbb`, so nothing else can get into the CSS.
    """
    values = {
        "--ju-primary": primary,
        "--ju-primary-dark": mix(primary, "#000000", _DARKER),
        "--ju-on-primary": on_primary,
        "--ju-primary-tint": mix(primary, WHITE, _TINT),
        "--ju-accent": accent,
        "--ju-accent-tint": mix(accent, WHITE, _TINT),
    }
    for colour in values.values():
        _channels(colour)
    return ":root{" + ";".join(f"{name}:{value}" for name, value in values.items()) + "}\n"
