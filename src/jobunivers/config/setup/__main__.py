# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``./jobunivers VERB`` runs with the machine's Python: make ready, then become the verb."""

import fcntl
import os
import sys
from pathlib import Path

from jobunivers.config import verbs
from jobunivers.config.problem import Problem, of_the_disk
from jobunivers.config.setup import loops, packages, pages
from jobunivers.config.setup.place import Place

ROOT = Path(__file__).resolve().parents[4]


def make_ready(place: Place, *, develops: bool) -> None:
    """Do every step that is not done; one process at a time."""
    place.state.mkdir(mode=0o755, exist_ok=True)
    with (place.state / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write("· Another ./jobunivers is making ready: waiting for it …\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        packages.ensure(place, develops=develops)
        pages.ensure_npm(place, develops=develops)
        pages.ensure_translations(place)
        pages.ensure_static(place)
        loops.ensure_loops(place)
        place.tidy()


def main(arguments: list[str]) -> int:
    """Return the exit code if the verb cannot be reached; else this process becomes the verb."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        sys.stdout.write(verbs.explained() + "\n")
        return 0 if arguments else 2
    verb = verbs.VERBS.get(arguments[0])
    if verb is None:
        sys.stderr.write(f"jobunivers: there is no verb {arguments[0]!r}\n{verbs.usage()}\n")
        return 2
    place = Place(ROOT)
    try:
        make_ready(place, develops=verb.develops)
    except Problem as problem:
        return _fail(problem)
    except OSError as error:
        return _fail(of_the_disk(error))
    except KeyboardInterrupt:
        return _fail(Problem("stopped; the next start carries on from here"), 130)
    os.environ.pop("PYTHONPATH", None)
    # -P: what happens to lie in the current folder is not part of the program.
    os.execv(place.python, [str(place.python), "-P", "-m", "jobunivers", *arguments])  # noqa: S606
    raise AssertionError("unreachable")


def _fail(problem: Problem, code: int = 1) -> int:
    sys.stderr.write(f"\njobunivers: {problem}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
