# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The app on a phone's home screen: its icon, drawn from the kommune's own colours or logo."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from jobunivers.foundation.ui.colours import on_colour

SIZES = (192, 512)
# A maskable icon may be cut to a circle of 80 % of its width (W3C App Manifest, safe zone).
_SAFE = 0.8
_LARGEST_LOGO_SIDE = 4000
_DRAWN_LARGER = 4


def initials(name: str) -> str:
    """Return one or two capital letters for a kommune, e.g. `AA` never, `A` and `HT`."""
    words = [word for word in name.replace("-", " ").split() if word.lower() != "kommune"]
    return "".join(word[0].upper() for word in words[:2]) or "J"


def _logo(logo: bytes) -> Image.Image | None:
    """Return the logo as a picture, or nothing when it is an SVG or no picture at all."""
    try:
        with Image.open(io.BytesIO(logo)) as opened:
            if max(opened.size) > _LARGEST_LOGO_SIDE:
                return None
            return opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError):
        return None


def _with_logo(picture: Image.Image, size: int, share: float) -> Image.Image:
    canvas = Image.new("RGBA", (size, size), "#ffffff")
    side = int(size * share)
    picture.thumbnail((side, side))
    place = ((size - picture.width) // 2, (size - picture.height) // 2)
    canvas.alpha_composite(picture, place)
    return canvas


def _with_letters(text: str, colour: str, size: int, *, maskable: bool) -> Image.Image:
    # Drawn larger and made smaller, which smooths the edges.
    large = size * _DRAWN_LARGER
    canvas = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    draw = ImageDraw.Draw(canvas)
    if maskable:
        draw.rectangle((0, 0, large, large), fill=colour)
    else:
        draw.rounded_rectangle((0, 0, large - 1, large - 1), radius=large // 5, fill=colour)
    font = ImageFont.load_default(size=large * (0.5 if len(text) == 1 else 0.4))
    draw.text((large / 2, large / 2), text, fill=on_colour(colour), font=font, anchor="mm")
    return canvas.resize((size, size), Image.Resampling.LANCZOS)


@lru_cache(maxsize=256)
def draw_icon(
    name: str, colour: str, size: int, *, maskable: bool = False, logo: bytes = b""
) -> bytes:
    """Return a PNG for the home screen.

    Args:
        name: the kommune, whose initials are drawn when it has no logo.
        colour: `#rrggbb` behind the initials.
        size: width and height in pixels.
        maskable: whether the phone may cut it to its own shape.
        logo: the kommune's logo as PNG or JPEG, or nothing.
    """
    picture = _logo(logo) if logo else None
    if picture is not None:
        drawn = _with_logo(picture, size, 0.6 if maskable else _SAFE)
    else:
        drawn = _with_letters(initials(name), colour, size, maskable=maskable)
    out = io.BytesIO()
    drawn.save(out, format="PNG", optimize=True)
    return out.getvalue()
