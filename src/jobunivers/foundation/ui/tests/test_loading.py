# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the browser loads: colours, third-party files, the app."""

import gzip
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jobunivers.foundation.ui import colours, icons, offline, vendor
from jobunivers.foundation.ui.finders import VendorFinder
from jobunivers.foundation.ui.tests.conftest import Get

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def found(path: str) -> Path:
    place = finders.find(path)
    assert isinstance(place, str), path
    return Path(place)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(HEX)
def test_text_on_any_colour_can_be_read(colour: str) -> None:
    assert colours.contrast(colour, colours.on_colour(colour)) >= 4.17


def test_pale_colours_are_refused_in_words() -> None:
    problems = colours.check_colours("#ffee00", "#ffffff", "#dddddd")

    assert {problem.field for problem in problems} == {"primary", "on_primary", "accent"}
    assert all(problem.text for problem in problems)
    assert colours.check_colours("#0059b3", "#ffffff", "#2a7d4f") == []


def test_a_colour_cannot_carry_anything_else_into_the_style_sheet() -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        colours.theme_css("#000000}body{display:none", "#ffffff", "#000000")
    assert colours.check_colours("red", "#ffffff", "#000000")


def test_the_theme_sets_only_properties_that_the_pages_use() -> None:
    sheets = ("ui/css/ui.css", "ui/css/components.css", "vendor/dkfds/css/dkfds.css")
    css = "".join(found(sheet).read_text() for sheet in sheets)
    theme = colours.theme_css("#0059b3", "#ffffff", "#2a7d4f")

    names = re.findall(r"(--ju-[a-z-]+):", theme)

    assert names
    assert [name for name in names if f"var({name})" not in css] == []


def test_with_its_own_colours_the_style_sheet_is_the_neutral_theme_as_published() -> None:
    published = Path(settings.ROOT) / "node_modules/dkfds/dist/css/dkfds.min.css"
    ours = found("vendor/dkfds/css/dkfds.css").read_text()
    assert ours.count("var(--ju-primary)") > 20
    # gray-600 and black: what the neutral theme's Sass says these two are.
    restored = ours.replace("var(--ju-primary)", "#454545").replace(
        "var(--ju-primary-dark)", "#1a1a1a"
    )

    def rules(css: str) -> list[str]:
        """Return each selector with its block; published files group selectors differently."""
        pairs = re.findall(r"([^{}]+)\{([^{}]*)\}", css)
        return sorted(f"{one}{{{block}}}" for names, block in pairs for one in names.split(","))

    assert rules(restored) == rules(vendor.trim_css(published.read_text()))


def test_every_address_in_the_style_sheets_leads_to_a_file() -> None:
    for sheet in (
        "vendor/dkfds/css/dkfds.css",
        "ui/css/components.css",
        "vendor/leaflet/leaflet.css",
    ):
        place = found(sheet)
        for address in re.findall(r"url\(\"?([^)\"]+)\"?\)", place.read_text()):
            if address.startswith("#"):
                continue
            parts: list[str] = []
            for part in [*Path(sheet).parent.parts, *Path(address).parts]:
                if part == "..":
                    parts.pop()
                else:
                    parts.append(part)
            assert finders.find("/".join(parts)), f"{sheet} → {address}"


def test_the_finder_serves_named_files_only() -> None:
    finder = VendorFinder()

    assert finder.find("vendor/htmx/htmx.min.js")
    assert not finder.find("vendor/../settings.py")
    assert not finder.find("vendor/dkfds/package.json")
    assert not finder.find("htmx/htmx.min.js")


def test_the_first_load_is_small(get: Get) -> None:
    html = get("/offline/").content.decode()
    files = set(re.findall(r'(?:src|href)="/static/([^"#]+)"', html))
    files |= {"vendor/icons.svg"}
    sizes = {
        path: len(gzip.compress(found(path).read_bytes()))
        for path in files
        if not path.endswith(".woff2")
    }

    # 200 KB is the promise; a page's own HTML and pictures need room too.
    assert sum(sizes.values()) < 100_000, sizes
    assert not any("leaflet" in path for path in files)


def test_every_icon_is_in_the_sprite() -> None:
    sprite = found("vendor/icons.svg").read_text()

    assert [name for name in vendor.ICONS if f'id="{name}"' not in sprite] == []


def test_a_theme_is_kept_for_as_long_as_its_address_names_it(get: Get) -> None:
    current = "0059b3-2a7d4f-0"
    kept = get(f"/tema/{current}.css", primary_colour="#0059b3", accent_colour="#2a7d4f")
    old = get("/tema/older.css", primary_colour="#0059b3")

    assert "immutable" in kept["Cache-Control"]
    assert "immutable" not in old["Cache-Control"]
    assert b"--ju-primary:#0059b3" in kept.content


def test_the_app_has_the_kommunes_name_colour_and_icons(get: Get) -> None:
    manifest = json.loads(get("/manifest.webmanifest", primary_colour="#7a1f3d").content)

    assert manifest["name"] == "Jobunivers – Aarhus Kommune"
    assert manifest["theme_color"] == "#7a1f3d"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (f"{size}x{size}", purpose) for size in (192, 512) for purpose in ("any", "maskable")
    }
    for icon in manifest["icons"]:
        with Image.open(io.BytesIO(get(icon["src"]).content)) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]


def test_an_iphone_finds_an_icon_without_corners(get: Get) -> None:
    link = re.search(
        r'<link rel="apple-touch-icon" href="([^"]+)">', get("/offline/").content.decode()
    )
    assert link

    with Image.open(io.BytesIO(get(link[1]).content)) as picture:
        assert picture.size == (192, 192)
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 255  # type: ignore[index]


def test_a_kommunes_own_logo_becomes_its_icon() -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "#ff0000").save(out, "PNG")

    drawn = icons.draw_icon("Aarhus", "#0059b3", 192, logo=out.getvalue())

    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.convert("RGB").getpixel((96, 96)) == (255, 0, 0)


def test_a_logo_that_is_no_picture_leaves_the_initials() -> None:
    assert icons.draw_icon("Aarhus", "#0059b3", 192, logo=b"<svg/>") == icons.draw_icon(
        "Aarhus", "#0059b3", 192
    )


def test_the_service_worker_keeps_the_public_shell_only(get: Get) -> None:
    script = get("/sw.js", name="Amina Holm").content.decode()
    shell = json.loads(re.search(r"const SHELL = (\[.*?\]);", script)[1])  # type: ignore[index]

    theme = [address for address in shell if address.startswith("/tema/")]
    assert len(theme) == 1
    assert all(address.startswith("/static/") for address in shell if address not in theme)
    assert "Amina" not in script
    assert reverse("ui:offline") in script


def test_the_service_worker_changes_when_what_it_keeps_changes(get: Get) -> None:
    def version(**changes: Any) -> str:
        script = get("/sw.js", **changes).content.decode()
        return re.search(r'const VERSION = "([^"]+)"', script)[1]  # type: ignore[index]

    assert version() == version()
    assert version() != version(primary_colour="#7a1f3d")


def test_pages_that_may_be_kept_are_named_by_the_rooms_and_open_from_the_home_screen(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offline, "_pages", {"front:contact": "Kontakt", "nobody:knows": "Væk"})

    manifest = json.loads(get("/manifest.webmanifest").content)
    script = get("/sw.js").content.decode()
    page = get("/offline/").content.decode()

    assert manifest["shortcuts"] == [{"name": "Kontakt", "url": "/kontakt/"}]
    assert 'const KEPT = ["/kontakt/"]' in script
    assert '"/log-ud/"' in script
    assert re.search(r'<li hidden data-kept="/kontakt/">', page), "shown only when it is there"
    assert "Væk" not in page
