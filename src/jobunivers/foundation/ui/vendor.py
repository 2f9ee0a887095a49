# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we take from npm for the browser, and the little we change in it on the way.

Nothing is taken by folder: a file that is not named here is not served. Everything is
written to one built folder, so that the finder and the manifest see plain files.
"""

import os
import re
from pathlib import Path

# Icons of the design system (Material Symbols, Apache-2.0). Add a name to use one more.
ICONS = (
    "account", "add-document", "analytics", "arrow-back", "arrow-forward", "assignment",
    "attach-file", "bookmark", "business", "calendar-month", "car", "chat", "check", "checklist",
    "chevron-double-left", "chevron-double-right", "chevron-down", "chevron-left",
    "chevron-right", "chevron-up", "close", "construction", "contact-support", "copy", "delete",
    "document", "download", "edit", "email", "error", "feedback", "flag", "folder", "forum",
    "groups", "headset", "help", "home", "hourglass", "how-to-reg", "info", "language", "laptop",
    "link", "list-add", "list-bulleted", "list-check", "location", "lock", "map", "menu", "minus",
    "more-horiz", "more-vert", "notifications", "open-in-new", "payments", "person", "person-add",
    "persons", "plus", "print", "refresh", "reply", "save", "search", "send", "settings", "share",
    "smartphone", "sort-ascending", "sort-descending", "star", "star-fill", "student", "success",
    "summary", "support-agent", "sync", "time", "trainee", "truck", "tune", "upload", "videocam",
    "view-in-list", "visibility", "visibility-off", "warning", "zoom-in", "zoom-out",
)  # fmt: skip

_DKFDS = "dkfds/dist"
_FONTS = f"{_DKFDS}/fonts/IBMPlexSans/split/woff2"
_WHOLE = f"{_DKFDS}/fonts/IBMPlexSans/complete/ttf"

# Plain copies: where it is in node_modules → where it is served.
COPIES = {
    "dkfds/dist/js/dkfds.min.js": "dkfds/js/dkfds.min.js",
    # Whole, for what is written on paper; pages fetch pieces.
    f"{_WHOLE}/IBMPlexSans-Regular.ttf": "dkfds/fonts/whole/IBMPlexSans-Regular.ttf",
    f"{_WHOLE}/IBMPlexSans-SemiBold.ttf": "dkfds/fonts/whole/IBMPlexSans-SemiBold.ttf",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "leaflet/dist/leaflet.css": "leaflet/leaflet.css",
    "leaflet/dist/leaflet.js": "leaflet/leaflet.js",
    "leaflet/dist/images/layers.png": "leaflet/images/layers.png",
    "leaflet/dist/images/layers-2x.png": "leaflet/images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "leaflet/images/marker-icon.png",
    "leaflet.markercluster/dist/MarkerCluster.css": "leaflet/MarkerCluster.css",
    "leaflet.markercluster/dist/leaflet.markercluster.js": "leaflet/leaflet.markercluster.js",
}

# The characters each piece of IBM Plex Sans holds, read from the files' own tables. A Danish
# page fetches Latin1 alone; a Ukrainian or Polish name fetches one small piece more.
FONT_PIECES = {
    "Latin1": "U+0-FF, U+131, U+152-153, U+2C6, U+2DA, U+2DC, U+2013-2014, U+2018-201A, "
    "U+201C-201E, U+2020-2022, U+2026, U+2030, U+2039-203A, U+2044, U+20AC, U+2122, U+2212",
    "Latin2": "U+100-101, U+104-130, U+132-151, U+154-17F, U+18F, U+192, U+1A0-1A1, U+1AF-1B0, "
    "U+1FA-1FF, U+218-21B, U+237, U+259, U+1E80-1E85, U+1E9E",
    "Latin3": "U+102-103, U+1CD-1DC, U+1EA0-1EF9, U+20AB",
    "Cyrillic": "U+400-45F, U+472-473, U+490-49D, U+4A0-4A5, U+4AA-4AB, U+4AE-4B3, U+4B6-4BB, "
    "U+4C0-4C2, U+4CF-4D9, U+4DC-4DF, U+4E2-4E9, U+4EE-4F5, U+4F8-4F9",
    "Greek": "U+37E, U+386-38A, U+38C, U+38E-3A1, U+3A3-3CE",
}
FONT_STYLES = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("Medium", 500, "normal"),
    ("SemiBold", 600, "normal"),
    ("Bold", 700, "normal"),
)

# The design system's Sass writes its theme colour straight into the rules. Its borger.dk theme
# is its neutral theme with colours found nowhere else, so from it we know each rule that a
# theme may colour, and give that rule a custom property instead.
THEMED = {
    "#44831e": "var(--ju-primary)",
    "#3c5c22": "var(--ju-primary-dark)",
    "#f1f1f1": "#fff",
}

_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
# One class per icon as a background picture: 150 requests we never make, since icons are inline.
_ICON_CLASS = re.compile(r"\.icon-[a-z-]+:not\(a\)\{background-image:url\([^)]*\)\}")
_PLACEHOLDER_LOGO = re.compile(r"background-image:url\(\.\./img/logo[^)]*\);?")
_SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*)")
_URL = re.compile(r"url\(([^)]+)\)")
_VIEW_BOX = re.compile(r'<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>', re.DOTALL)


# What stands there until ours has come: Arial, made as wide as IBM Plex Sans is in Danish, so
# that lines break where they will and nothing moves under her eyes.
_MEANWHILE = (
    "@font-face{font-family:'Like Plex';font-weight:100 500;size-adjust:100.3%;"
    "src:local('Arial'),local('Liberation Sans'),local('Helvetica')}"
    "@font-face{font-family:'Like Plex';font-weight:600 900;size-adjust:97%;"
    "src:local('Arial Bold'),local('Liberation Sans Bold'),local('Helvetica Bold')}"
)
_STACK = "font-family:IBM Plex Sans,"


def font_faces() -> str:
    """Return the @font-face rules for the pieces of IBM Plex Sans that we serve."""
    return _MEANWHILE + "".join(
        "@font-face{font-family:'IBM Plex Sans';font-display:swap;"
        f"font-style:{style};font-weight:{weight};unicode-range:{characters};"
        f"src:url(../fonts/IBMPlexSans-{name}-{piece}.woff2) format('woff2')}}"
        for name, weight, style in FONT_STYLES
        for piece, characters in FONT_PIECES.items()
    )


def trim_css(css: str) -> str:
    """Return the design system's CSS, open to a kommune's colours, without what we never load.

    Args:
        css: `dkfds-borgerdk.min.css` as published; see `THEMED` for why that one.
    """
    for colour, property_ in THEMED.items():
        css = css.replace(colour, property_)
    css = _FONT_FACE.sub("", css)
    css = _ICON_CLASS.sub("", css)
    css = _PLACEHOLDER_LOGO.sub("", css)
    css = _SOURCE_MAP.sub("", css)
    if _STACK not in css:
        raise ValueError("The design system names its fonts in another way now.")
    css = css.replace(_STACK, f"{_STACK}'Like Plex',")
    charset = '@charset "UTF-8";'
    return charset + font_faces() + css.removeprefix("\ufeff").replace(charset, "", 1)


def sprite(folder: Path) -> str:
    """Return one SVG with a symbol per icon we use, from the design system's icon folder."""
    symbols = []
    for name in ICONS:
        found = _VIEW_BOX.search((folder / f"{name}.svg").read_text(encoding="utf-8"))
        if found is None:
            raise ValueError(f"The icon {name} is not an SVG with a viewBox.")
        symbols.append(f'<symbol id="{name}" viewBox="{found[1]}">{found[2]}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def build(node_modules: Path, target: Path) -> list[str]:
    """Write every third-party file we serve below `target`, and say which.

    Args:
        node_modules: where npm put its packages.
        target: the folder to write in; made when missing.

    Returns:
        The written paths relative to `target`, sorted.

    Raises:
        FileNotFoundError: a named file is not in the installed packages.
    """
    css = trim_css(
        (node_modules / _DKFDS / "css/dkfds-borgerdk.min.css").read_text(encoding="utf-8")
    )
    sources: dict[str, bytes] = {
        "dkfds/css/dkfds.css": css.encode(),
        "icons.svg": sprite(node_modules / _DKFDS / "img/svg-icons").encode(),
    }
    for address in {found.strip("\"'") for found in _URL.findall(css)}:
        if address.startswith("../img/"):
            inside = address.removeprefix("../")
            sources[f"dkfds/{inside}"] = (node_modules / _DKFDS / inside).read_bytes()
    for name, _, _ in FONT_STYLES:
        for piece in FONT_PIECES:
            file = f"IBMPlexSans-{name}-{piece}.woff2"
            sources[f"dkfds/fonts/{file}"] = (node_modules / _FONTS / file).read_bytes()
    for source, served in COPIES.items():
        content = (node_modules / source).read_bytes()
        if served.endswith((".js", ".css")):
            content = _SOURCE_MAP.sub("", content.decode()).encode()
        sources[served] = content
    for served, content in sources.items():
        place = target / served
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            # Several workers may build at once; a rename never shows half a file.
            half = place.with_name(f"{place.name}.{os.getpid()}.new")
            half.write_bytes(content)
            half.replace(place)
    return sorted(sources)
