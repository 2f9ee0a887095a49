# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has the loops of matching compiled, so that no page is the first to need them."""

import os
from pathlib import Path

from jobunivers.config.problem import Problem
from jobunivers.config.setup.place import Place, Progress
from jobunivers.config.setup.stamps import digest_of

STEP = "loops"


def ensure_loops(place: Place) -> None:
    """Compile every loop once for this state of the source and of the packages."""
    science = place.root / "src/jobunivers/science"
    sources = sorted(path for path in science.rglob("*.py") if "tests" not in path.parts)
    digest = digest_of(
        texts=[str(place.state), *map(str, sources)],
        files=[*sources, place.root / "requirements/runtime.lock"],
    )
    # Whoever keeps compiled loops elsewhere has them there, and need not wait at each start.
    kept = Path(os.environ.get("NUMBA_CACHE_DIR") or place.state / "numba")
    if kept.is_dir() and place.stamps.holds(STEP, digest):
        return
    progress = Progress("Compiling the loops of matching (about a minute, once)")
    place.stamps.begin(STEP)
    wrong = place.run([str(place.python), "-m", "jobunivers.config.setup.loops", str(place.state)])
    if wrong:
        raise Problem(f"the loops of matching do not compile: {wrong.splitlines()[-1].strip()}")
    place.stamps.finish(STEP, digest)
    progress.done()


def main(state: Path) -> None:
    """Compile, with the virtual environment's Python; where settings keep compiled loops too."""
    os.environ.setdefault("NUMBA_CACHE_DIR", str(state / "numba"))

    from jobunivers.science.warming import compile_loops

    compile_loops()


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]))
