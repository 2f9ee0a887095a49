# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""demo, serve and work: everything that runs until it is told to stop."""

import argparse
import contextlib
import http.client
import os
import socket
import time
from collections.abc import Iterator

from jobunivers.config import data_keys, postgres
from jobunivers.config.commands import remembered, surroundings
from jobunivers.config.launch import Child, Launch
from jobunivers.config.postgres import roles
from jobunivers.config.postgres.cluster import Cluster
from jobunivers.config.problem import Problem

READY_SECONDS = 60.0
HIGHEST_PORT = 65535


def run(verb: str, arguments: list[str]) -> int:
    """Start what the verb says and keep it running; 0 when it was told to stop."""
    options = _options(verb, arguments)
    if verb != "work":
        check_port(options.host, options.port)
    launch = Launch()
    with launch.until_told(), _database(verb) as use:
        if verb == "demo":
            _log_to_a_file()
        surroundings.check_settings()
        roles.refuse_unsafe_role(os.environ["DATABASE_URL"])
        if verb != "work":
            _prepare(launch, only_if_new=verb == "demo")
        if not launch.stopping.is_set():
            _refuse_other_keys()
            later = [*_catcher(options), *_stand_ins()] if verb == "demo" else []
            web, worker = _children(options)
            # The web server wakes while the demo is looked after; the others must not compete.
            launch.children += [web] if verb != "work" else []
            launch.start()
            if verb == "demo":
                _fill(launch)
            if verb != "work":
                _await_page(launch, options)
            launch.children += [*later, worker]  # started at the next look
            _keep(launch, use)
        launch.stop()
    return 0


def check_port(host: str, port: int) -> None:
    """Raise Problem if nothing of ours could listen there."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except PermissionError as error:
        raise Problem(f"port {port} is not for ordinary users: use --port 8000") from error
    except socket.gaierror as error:
        raise Problem(f"{host} is not an address of this machine: {error.strerror}") from error
    except OSError as error:
        other = port + 1 if port < HIGHEST_PORT else 8000
        raise Problem(
            f"port {port} on {host} cannot be used ({error.strerror}): stop what uses it, "
            f"or choose another with --port {other}"
        ) from error


def _options(verb: str, arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"./jobunivers {verb}")
    parser.add_argument("--concurrency", type=_count, default=1, help="later work done at once")
    parser.set_defaults(host="", port=0, workers=0)
    if verb != "work":
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, choices=range(1, HIGHEST_PORT + 1),
                            metavar="PORT")  # fmt: skip
        parser.add_argument("--workers", type=_count, default=2, help="processes that make pages")
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


@contextlib.contextmanager
def _database(verb: str) -> Iterator[postgres.Use | None]:
    """Have a database, ours or the one given, and the environment that names it."""
    mode = {"demo": "demo", "serve": "production"}.get(verb)
    elsewhere = postgres.given()
    if elsewhere:
        surroundings.enter(elsewhere, mode=mode)
        yield None
        return
    with postgres.using(Cluster(surroundings.ROOT)) as use:
        surroundings.enter(use.environment(), mode=mode)
        yield use


def _log_to_a_file() -> None:
    """Begin the demo's log, unless the person has named another place for it."""
    log = surroundings.STATE / "demo.log"
    if os.environ.setdefault("JOBUNIVERS_LOG", str(log)) == str(log):
        log.write_text("")
        print(f"· Requests are logged in {log.relative_to(surroundings.ROOT)}", flush=True)


def _prepare(launch: Launch, *, only_if_new: bool) -> None:
    """Bring tables and starter data up to date as the owner; the demo does it once a day."""
    if os.environ["DATABASE_OWNER_URL"] == os.environ["DATABASE_URL"]:
        print("· Without DATABASE_OWNER_URL the tables are taken as they are")
    else:
        known = remembered.stamps()
        if only_if_new and known.holds(remembered.PREPARED, remembered.state()):
            return
        print("· Bringing the database up to date …", flush=True)
        owner = surroundings.as_owner()
        launch.run_once("django", "prepare", "--verbosity=0", env=owner)
        if only_if_new and not launch.stopping.is_set():
            known.finish(remembered.PREPARED, remembered.state())


def _refuse_other_keys() -> None:
    from django.conf import settings

    data_keys.refuse_other_keys(os.environ["DATABASE_URL"], settings.DATA_KEYS)


def _fill(launch: Launch) -> None:
    """Fill the demo where it is not, and tell who can log in."""
    known, state, told = remembered.stamps(), remembered.state(), surroundings.STATE / "demo.people"
    if told.is_file() and known.holds(remembered.FILLED, state):
        print(told.read_text(encoding="utf-8"), end="", flush=True)
        return
    known.begin(remembered.FILLED)
    launch.run_once("jobunivers.config.filling", f"--tell={told}", env=os.environ)
    if not launch.stopping.is_set():
        known.finish(remembered.FILLED, state)


def _children(options: argparse.Namespace) -> tuple[Child, Child]:
    """Return the web server and the worker, not started."""
    web = (options.host, str(options.port), str(options.workers))
    return (
        Child("the web server", "jobunivers.config.web", web),
        Child("the worker", "jobunivers.config.worker", (f"--concurrency={options.concurrency}",)),
    )


def _catcher(options: argparse.Namespace) -> list[Child]:
    """Return what catches the demo's e-mail, unless the person has named a server."""
    os.environ.setdefault("JOBUNIVERS_ADDRESS", f"http://{options.host}:{options.port}/")
    if os.environ.get("JOBUNIVERS_SMTP"):
        return []
    from django.conf import settings

    port = _free_port()
    os.environ["JOBUNIVERS_SMTP"] = f"smtp://127.0.0.1:{port}?tls=off"
    arguments = (str(port), str(settings.MAIL_FOLDER))
    return [Child("the mail catcher", "jobunivers.config.mail_catcher", arguments)]


def _stand_ins() -> list[Child]:
    """Return what stands in for the systems that tell of citizens, unless one has been named."""
    names = [f"JOBUNIVERS_PROFILE_{code}" for code in ("JOBCENTER", "AKASSE", "JOBNET")]
    if any(os.environ.get(name) for name in names):
        return []
    port = _free_port()
    os.environ.update(dict.fromkeys(names, f"http://127.0.0.1:{port}"))
    return [Child("the stand-ins", "jobunivers.config.stand_ins", (str(port),))]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_page(launch: Launch, options: argparse.Namespace) -> None:
    """Say where the pages are once one is answered."""
    until = time.monotonic() + READY_SECONDS
    while not launch.stopping.is_set():
        if _answers(options.host, options.port):
            host = f"[{options.host}]" if ":" in options.host else options.host
            print(f"\nJobunivers is ready: http://{host}:{options.port}/", flush=True)
            print("Stop it with Ctrl-C.", flush=True)
            return
        if time.monotonic() > until:
            raise Problem(f"no page was answered within {READY_SECONDS:.0f} s; see above")
        launch.look()


def _answers(host: str, port: int) -> bool:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    connection = http.client.HTTPConnection(reachable, port, timeout=5)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()


def _keep(launch: Launch, use: postgres.Use | None) -> None:
    """Look after the children and the database's keeper until told to stop."""
    while not launch.stopping.is_set():
        launch.look()
        if use is not None and not use.kept() and not launch.stopping.is_set():
            print("jobunivers: the database's keeper ended; starting it again", flush=True)
            use.begin()
