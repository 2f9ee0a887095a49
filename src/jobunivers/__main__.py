# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m jobunivers VERB``: what ``./jobunivers`` becomes once everything is in place."""

import sys
from importlib import import_module

from jobunivers.config import verbs
from jobunivers.config.problem import Problem, of_the_disk

INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Run one verb and return its exit code; what goes wrong is one line."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        sys.stdout.write(f"{verbs.explained()}\n")
        return 0 if arguments else 2
    name, *rest = arguments
    verb = verbs.VERBS.get(name)
    if verb is None:
        sys.stderr.write(f"jobunivers: there is no verb {name!r}\n{verbs.usage()}\n")
        return 2
    try:
        module = import_module(f"jobunivers.config.commands.{verb.module}")
        return int(module.run(name, rest))
    except Problem as problem:
        sys.stderr.write(f"jobunivers: {problem}\n")
    except OSError as error:
        sys.stderr.write(f"jobunivers: {of_the_disk(error)}\n")
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
