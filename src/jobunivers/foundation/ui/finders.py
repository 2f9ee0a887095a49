# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find the third-party files that pages load, under `vendor/`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage

from jobunivers.foundation.ui import vendor

PREFIX = "vendor"


class VendorFinder(BaseFinder):
    """An allow-list of npm files, built once into the project's own folder."""

    def __init__(self) -> None:
        self.node_modules = Path(settings.ROOT) / "node_modules"
        self.target = Path(settings.VAR) / "vendor"
        self._paths: list[str] | None = None
        self.storage = FileSystemStorage(location=str(self.target))
        self.storage.prefix = PREFIX  # type: ignore[attr-defined]  # read by collectstatic

    def check(self, **_kwargs: Any) -> list[CheckMessage]:
        """Say so in words when the npm packages are not installed."""
        if (self.node_modules / "dkfds").is_dir():
            return []
        return [
            Error("node_modules is missing.", hint="Run ./jobunivers, or npm ci.", id="ui.E001")
        ]

    def paths(self) -> list[str]:
        """Return the served paths, building them the first time."""
        if self._paths is None:
            self._paths = vendor.build(self.node_modules, self.target)
        return self._paths

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        """Return the file behind `vendor/…`, or nothing."""
        inside = path.replace("\\", "/").removeprefix(f"{PREFIX}/")
        if inside == path or inside not in self.paths():
            return []
        place = str(self.target / inside)
        return [place] if find_all else place

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        """Yield every file with its storage, as collectstatic wants it."""
        del ignore_patterns
        for path in self.paths():
            yield path, self.storage
