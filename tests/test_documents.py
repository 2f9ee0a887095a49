# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written about the project keeps up with the project."""

import json
import re
from pathlib import Path

import pytest
from django.apps import apps

from jobunivers.config import verbs
from jobunivers.config.commands import locks
from jobunivers.testing import ROOT

_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r'<img src="([^"]+)"')
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_ELSEWHERE = ("http://", "https://", "mailto:", "#")
_SETTING = re.compile(r'environ\.get\(\s*"([A-Z_]+)"')


def documents() -> list[Path]:
    """Return every document of the project, and none of what it has installed or made."""
    below = (
        path
        for folder in ("docs", "src", "tests", "bench")
        for path in (ROOT / folder).rglob("*.md")
    )
    return sorted([*ROOT.glob("*.md"), *below])


def read(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def test_every_dependency_has_its_line() -> None:
    page = read("docs", "dependencies.md")
    lines = {
        locks.normal(match) for match in re.findall(r"^\| `([^`]+)`", page, flags=re.MULTILINE)
    }
    package = json.loads(read("package.json"))
    asked = {
        name
        for list_ in ("runtime.in", "develop.in", "measure.in")
        for name in locks.asked(ROOT / "requirements" / list_)
    }
    asked |= {locks.normal(name) for name in package["dependencies"] | package["devDependencies"]}
    assert asked - lines == set(), "a dependency lacks its line in docs/dependencies.md"
    assert lines - asked == set(), "docs/dependencies.md explains what nobody asks for"


def test_every_package_with_rows_says_what_it_is_for() -> None:
    homes = {
        Path(config.path)
        for config in apps.get_app_configs()
        if config.name.startswith("jobunivers.")
    }
    assert [str(home.relative_to(ROOT)) for home in homes if not _explained(home)] == []


def _explained(home: Path) -> bool:
    page = home / "README.md"
    return page.exists() and page.read_text(encoding="utf-8").lstrip().startswith(("# ", "<!--"))


@pytest.mark.parametrize("page", documents(), ids=lambda page: str(page.relative_to(ROOT)))
def test_no_document_points_at_a_file_that_is_not_there(page: Path) -> None:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    targets = [*_LINK.findall(text), *_PICTURE.findall(text)]
    near = [target.partition("#")[0] for target in targets if not target.startswith(_ELSEWHERE)]
    assert [target for target in near if not (page.parent / target).exists()] == []


def test_every_verb_is_documented() -> None:
    text = read("docs", "operator.md") + read("docs", "developer.md")
    assert [verb for verb in verbs.VERBS if f"`./jobunivers {verb}" not in text] == []


def test_every_environment_variable_is_documented() -> None:
    table = read("docs", "operator.md")
    settings = read("src", "jobunivers", "config", "settings.py")
    names = set(_SETTING.findall(settings)) | {"DATABASE_URL", "DATABASE_OWNER_URL"}
    assert names > {"JOBUNIVERS_MODE"}, "the pattern finds what settings read"
    assert [name for name in sorted(names) if f"| `{name}` |" not in table] == []


def test_every_document_is_found_from_the_first_page() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        text = page.read_text(encoding="utf-8")
        for target in _LINK.findall(text):
            near = (page.parent / target.partition("#")[0]).resolve()
            index = near / "README.md" if near.is_dir() else near
            if index.suffix == ".md" and index.exists() and index not in reached:
                waiting.append(index)
    lost = {page for page in documents() if page.is_relative_to(ROOT / "docs")} - reached
    assert sorted(str(page.relative_to(ROOT)) for page in lost) == []
