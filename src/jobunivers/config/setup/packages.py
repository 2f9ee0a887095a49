# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the virtual environment from the locked, hashed list of packages."""

import fcntl
import platform
import re
import shutil
import sys
import sysconfig
from pathlib import Path

from jobunivers.config.commands import locks
from jobunivers.config.problem import Problem
from jobunivers.config.setup.place import Place, Progress
from jobunivers.config.setup.stamps import digest_of

STEP = "packages"
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|"
    r"Network is unreachable|Connection refused|ConnectTimeout|ProxyError|Max retries exceeded|"
    r"ReadTimeout|Connection reset|CERTIFICATE_VERIFY_FAILED"
)


def lock_of(place: Place, *, develops: bool) -> Path:
    """Return the lock file for running only, or for developing too."""
    return place.root / "requirements" / ("develop.lock" if develops else "runtime.lock")


def ensure(place: Place, *, develops: bool) -> None:
    """Have every package of the lock installed."""
    if _is_made(place, develops=True) or (not develops and _is_made(place, develops=False)):
        return
    unfinished = place.state / "venv.unfinished"
    home = place.state / "venv.home"
    moved = home.exists() and home.read_text(encoding="utf-8") != str(place.root)
    if unfinished.exists() or moved or not _runs(place):
        # Half a package looks like a whole one to pip: begin again.
        shutil.rmtree(place.venv, ignore_errors=True)
    place.stamps.begin(STEP)
    unfinished.touch()
    if not place.python.exists():
        _make(place)
    _install(place, lock_of(place, develops=develops))
    _show_the_source(place)
    home.write_text(str(place.root), encoding="utf-8")
    place.stamps.finish(STEP, _digest(place, develops=develops))
    unfinished.unlink()


def ensure_measuring(place: Place) -> str:
    """Have what only measurements and Ray need; return "" or the line that says why it is not.

    Nothing else depends on them: what cannot be installed is left out of the figures.
    """
    lock = place.root / "requirements" / "measure.lock"
    mark = place.venv / "measure.digest"  # goes with the environment it speaks of
    digest = digest_of(texts=[], files=[lock])
    if mark.exists() and mark.read_text(encoding="utf-8") == digest:
        return ""
    with (place.state / "setup.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # another ./jobunivers tidies where pip unpacks
        try:
            _install(place, lock)
        except Problem as problem:
            return str(problem)
        finally:
            place.tidy()
    mark.write_text(digest, encoding="utf-8")
    return ""


def explain(lock: str, output: str) -> Problem:
    """Turn pip's last words into the line that says what to do."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return Problem("no space left on the disk for the packages (about 900 MB are needed)")
    if "DO NOT MATCH THE HASHES" in output:
        return Problem(
            f"a package is not the one that {lock} describes (its hash differs): nothing of it was "
            f"installed; restore the file (git checkout {lock}) or check your package mirror"
        )
    if "Hashes are required" in output or "Invalid requirement" in output:
        return Problem(f"{lock} is broken: restore it (git checkout {lock})")
    if NO_NETWORK.search(output):
        return Problem("cannot reach the Python package index: is there a network (or a proxy)?")
    missing = re.search(r"No matching distribution found for (\S+)", output)
    if missing:
        version, machine = platform.python_version(), sysconfig.get_platform()
        return Problem(
            f"the package index has no {missing[1]} of {lock} for Python {version} on {machine}"
        )
    errors = [line for line in output.splitlines() if "rror" in line] or output.splitlines()
    return Problem(f"installing {lock} failed: {errors[-1].strip()}")


def _digest(place: Place, *, develops: bool) -> str:
    return digest_of(texts=[str(place.root)], files=[lock_of(place, develops=develops)])


def _is_made(place: Place, *, develops: bool) -> bool:
    made = place.stamps.holds(STEP, _digest(place, develops=develops))
    return made and place.python.exists()  # a removed Python makes its link point at nothing


def _runs(place: Place) -> bool:
    return place.python.exists() and not place.run([str(place.python), "-m", "pip", "--version"])


def _make(place: Place) -> None:
    shutil.rmtree(place.venv, ignore_errors=True)
    wrong = place.run([sys.executable, "-I", "-m", "venv", str(place.venv)])
    if "No space left" in wrong:
        raise explain("the virtual environment", wrong)
    if wrong:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Problem(
            f"Python {version} has no working venv module: install it, "
            f"for instance: apt install python{version}-venv"
        )


def _install(place: Place, lock: Path) -> None:
    name = str(lock.relative_to(place.root))
    if not lock.exists():
        raise Problem(f"{name} is missing: restore it (git checkout {name})")
    if locks.lacking(lock):
        # Half a file is a valid list to pip, and would leave half a program.
        raise Problem(f"{name} is broken: restore it (git checkout {name})")
    total = len(re.findall(r"^[A-Za-z0-9]", lock.read_text(encoding="utf-8"), re.MULTILINE))
    progress = Progress(f"Installing up to {total} Python packages from {name}")
    seen: list[str] = []

    def show(line: str) -> None:
        found = re.match(r"\s*Collecting (\S+?)==", line)
        if found:
            seen.append(found[1])
            progress.at(f"{len(seen)} {found[1]}")
        elif line.startswith("Installing collected packages"):
            progress.at("unpacking")

    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--no-cache-dir"]
    quiet = ["--progress-bar=off", "--retries=3", "--no-warn-script-location"]
    command = [str(place.python), "-m", "pip", "install", *options, *quiet, "-r", str(lock)]
    wrong = place.run(command, show)
    if wrong:
        raise explain(name, wrong)
    progress.done()


def _show_the_source(place: Place) -> None:
    """Put the project's source on the path of the virtual environment."""
    for folder in place.venv.glob("lib/python3.*/site-packages"):
        (folder / "jobunivers.pth").write_text(f"{place.root / 'src'}\n", encoding="utf-8")
