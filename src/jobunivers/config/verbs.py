# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of Jobunivers on the command line; read before anything is installed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verb:
    """One verb: what it does in a line, and what must be there before it runs."""

    summary: str
    develops: bool = False  # needs the tools of requirements/develop.lock
    module: str = "manage"  # in jobunivers.config.commands


VERBS = {
    "demo": Verb("start everything with two simulated municipalities and people to log in as",
                 module="serving"),
    "serve": Verb("start the web server and the worker for real use", module="serving"),
    "work": Verb("start one more worker", module="serving"),
    "receive": Verb("take letters that citizens send on to their joblog, by SMTP",
                    module="receiving"),
    "manage": Verb("run one of Django's commands, for instance: manage prepare"),
    "import": Verb("read esco, geography, vacancies, law, content, courses and more from files",
                   module="manage"),
    "understand": Verb("say what titles or texts mean: JSON lines in, JSON lines out",
                       module="understand"),
    "train": Verb("learn chances of work from a kommune's own history: train profile",
                  module="train"),
    "simulate": Verb("let invented people live some days in a demo; or: simulate nation",
                     module="simulate"),
    "vendor-check": Verb("test a vendor's app against a small platform: vendor-check URL",
                         module="vendor_checking"),
    "backup": Verb("write the database to a file", module="backup"),
    "restore": Verb("read the database back from a file", module="backup"),
    "bench": Verb("measure: search, pages, import, understanding", develops=True,
                  module="developing"),
    "screenshots": Verb("take a picture of every page", develops=True, module="developing"),
    "test": Verb("run the tests and the checks", develops=True, module="developing"),
    "check": Verb("run the checks alone", develops=True, module="developing"),
    "fix": Verb("mend what the checks can mend", develops=True, module="developing"),
}  # fmt: skip


def usage() -> str:
    """Return the one line that says which verbs there are."""
    return f"usage: ./jobunivers {{{'|'.join(VERBS)}}} [ARGUMENT…]"


def explained() -> str:
    """Return the usage and a line for each verb."""
    width = max(map(len, VERBS))
    lines = [f"  {name.ljust(width)}  {verb.summary}" for name, verb in VERBS.items()]
    return "\n".join([usage(), "", *lines])
