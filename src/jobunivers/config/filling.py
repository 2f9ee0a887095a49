# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fills an empty demo and tells who can log in: ``python -m jobunivers.config.filling [ADS]``.

With ``--tell FILE`` what is told stands there too, for the next start to say at once.
"""

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from jobunivers.config import orphans


def main(arguments: list[str]) -> None:
    """Let the simulator fill what is not filled, and list the personas.

    It ends with the command that started it: a day is lived whole or not at all, and the next
    start goes on from there.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("ads", type=int, nargs="?")
    parser.add_argument("--tell", type=Path)
    asked = parser.parse_args(arguments)
    orphans.end_with_parent(grace=0)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

    import django

    django.setup()

    from django.utils import timezone

    if find_spec("jobunivers.simulator.demo"):
        demo = import_module("jobunivers.simulator.demo")
        if not demo.is_filled():
            print("· Filling the demo with simulated people and jobs …", flush=True)
            # Who asks for few advertisements is in a hurry: no past is lived first.
            weeks = demo.WEEKS if asked.ads is None else 0
            count = asked.ads or demo.VACANCIES
            demo.fill(at=timezone.now(), progress=_say, count=count, weeks=weeks)
            _say("Sealing what was written …")
            demo.seal(clock=timezone.now)
            _bring_cvs()
    told = _personas()
    print(told, end="", flush=True)
    if asked.tell is not None:
        asked.tell.write_text(told, encoding="utf-8")


def _bring_cvs() -> None:
    """Write the CV files of those personas who bring one."""
    from django.conf import settings
    from django.utils import timezone

    personas = import_module("jobunivers.simulator.personas")
    personas.write_cvs(settings.VAR / "demo", today=timezone.localdate())


def _say(text: str) -> None:
    print(f"  {text}", flush=True)


def _personas() -> str:
    """Return who can log in, a line each, and the files they bring."""
    from django.conf import settings

    from jobunivers.identity import personas

    listed = personas.listing()
    lines = ["", "People to log in as:"] if listed else []
    width = max((len(person.name) for person in listed), default=0)
    for person in listed:
        line = f"  /{person.slug}/  {person.name.ljust(width)}  {person.role}: {person.story}"
        lines.append(line.rstrip(": "))
    lines += [
        f"A CV file to bring: {path}" for path in sorted((settings.VAR / "demo").glob("cv-*"))
    ]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main(sys.argv[1:])
