# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""vendor-check: a vendor tests its own integration against a small platform on this machine."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from jobunivers.config import postgres
from jobunivers.config.commands import remembered, serving, surroundings
from jobunivers.config.postgres.cluster import Cluster
from jobunivers.config.problem import Problem

_PORT = 8790
_NAME = "vendor-check"


def run(verb: str, arguments: list[str]) -> int:
    """Check an app, or say what it is given; 1 when a check did not hold."""
    options = _options(verb, arguments)
    if not options.url and not options.settings:
        raise Problem("say which app, for instance http://127.0.0.1:9000, or --settings")
    if options.url:
        serving.check_port("127.0.0.1", options.port)
    os.environ.update(JOBUNIVERS_MODE="demo", JOBUNIVERS_ADDRESS=_address(options.port))
    os.environ.setdefault("JOBUNIVERS_LOG", str(surroundings.STATE / f"{_NAME}.log"))
    os.environ.pop("DATABASE_URL", None)
    with postgres.using(Cluster(surroundings.ROOT, f"{_NAME}-postgres", durable=False)) as use:
        surroundings.enter(use.environment())
        surroundings.check_settings()
        _prepare()
        import django

        django.setup()
        given = _given(options.port)
        if options.settings:
            print(json.dumps(given.told(), indent=2))
            return 0
        return _check(given, options)


def _options(verb: str, arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=f"./jobunivers {verb}",
        description="Test a vendor's integration: docs/vendor.md, Test your own integration.",
    )
    parser.add_argument("url", nargs="?", default="", help="where the app is")
    parser.add_argument("--settings", action="store_true", help="print what the app is given")
    parser.add_argument("--json", action="store_true", help="the report for a program")
    parser.add_argument("--port", type=int, default=_PORT, help=f"of the platform ({_PORT})")
    parser.add_argument("--seconds", type=float, default=10.0, help="to wait for an answer (10)")
    return parser.parse_args(arguments)


def _address(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def _prepare() -> None:
    known = remembered.stamps()
    if known.holds(_NAME, remembered.state()):
        return
    print("· Making the small platform ready …", file=sys.stderr, flush=True)
    command = [sys.executable, "-P", "-m", "django", "prepare", "--verbosity=0"]
    done = subprocess.run(
        command, env=surroundings.as_owner(), check=False, stdout=subprocess.DEVNULL
    )
    if done.returncode:
        raise Problem("the small platform could not be made ready; see above")
    known.finish(_NAME, remembered.state())


def _given(port: int) -> Any:
    """Return what the vendor is given, made once: an app is not set up anew for each check."""
    from django.utils import timezone

    from jobunivers.config.vendor_check.registering import Given, kommune, new_vendor, with_tool

    kept: Path = surroundings.STATE / f"{_NAME}.json"
    municipality = kommune()
    if municipality is not None:
        try:
            told = json.loads(kept.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            name = f".jobunivers/{_NAME}-postgres"
            raise Problem(f"{kept.name} cannot be read: remove {name} and begin anew") from error
        old = _address(told.pop("port"))
        told = {name: text.replace(old, _address(port)) for name, text in told.items()}
        found = with_tool(Given(**told), municipality, at=timezone.now())
        return _kept(kept, found, port)
    return _kept(kept, new_vendor(at=timezone.now()), port)


def _kept(path: Path, given: Any, port: int) -> Any:
    path.touch(mode=0o600)
    path.write_text(json.dumps(given.told() | {"port": port}), encoding="utf-8")
    return given


def _check(given: Any, options: argparse.Namespace) -> int:
    from django.core.wsgi import get_wsgi_application

    from jobunivers.config.vendor_check import report
    from jobunivers.config.vendor_check.checking import check, place_for, signer
    from jobunivers.config.vendor_check.platform import Doorkeeper, serving
    from jobunivers.config.vendor_check.registering import kommune

    municipality = kommune()
    assert municipality is not None
    keeper = Doorkeeper(app=get_wsgi_application(), sign=signer(municipality))
    with serving(keeper, port=options.port):
        place = place_for(municipality, given, keeper, seconds=options.seconds)
        lines = check(place, given, municipality, url=options.url)
    print(report.as_json(lines) if options.json else report.as_text(lines))
    return 1 if report.failed(lines) else 0
