# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from jobunivers.config.postgres import Cluster, Use, remains, roles, using
from jobunivers.config.problem import Problem

PATIENCE = 60.0


@pytest.fixture
def cluster(tmp_path: Path) -> Cluster:
    return Cluster(tmp_path)


@pytest.fixture
def use(cluster: Cluster) -> Iterator[Use]:
    with using(cluster) as running:
        with psycopg.connect(owner(running)) as connection:
            connection.execute("CREATE TABLE promise (number int)")
            connection.execute("GRANT SELECT, INSERT ON promise TO jobunivers_app")
        yield running


def app(use: Use) -> str:
    return use.environment()["DATABASE_URL"]


def owner(use: Use) -> str:
    return use.environment()["DATABASE_OWNER_URL"]


def promise(use: Use, number: int) -> None:
    with psycopg.connect(app(use)) as connection:
        connection.execute("INSERT INTO promise VALUES (%s)", [number])


def promises(use: Use) -> list[int]:
    """Return what was promised, asking again while the server is coming back."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with psycopg.connect(app(use)) as connection:
                rows = connection.execute("SELECT number FROM promise ORDER BY number")
                return [row[0] for row in rows.fetchall()]
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def server_pid(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.02)


def living(cluster: Cluster) -> set[int]:
    return remains.processes_in(cluster.data)


def kill(*pids: int) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_the_second_start_finds_what_the_first_wrote(cluster: Cluster, use: Use) -> None:
    promise(use, 1)
    use.end()
    assert not living(cluster)

    use.begin()

    assert promises(use) == [1]


def test_a_killed_server_comes_back_by_itself_with_every_promise(
    cluster: Cluster, use: Use
) -> None:
    promise(use, 1)
    killed = server_pid(cluster)

    kill(killed)

    assert promises(use) == [1]
    assert server_pid(cluster) != killed


def test_the_next_start_mends_what_a_kill_of_everything_left(cluster: Cluster, use: Use) -> None:
    promise(use, 1)
    server = server_pid(cluster)

    kill(parent_of(server), *living(cluster))
    wait_for(lambda: not use.kept())
    use.begin()

    assert promises(use) == [1]


def test_a_server_does_not_outlive_its_keeper(cluster: Cluster, use: Use) -> None:
    kill(parent_of(server_pid(cluster)))

    wait_for(lambda: not living(cluster))

    use.begin()
    assert promises(use) == []


def test_a_backend_busy_with_a_long_query_does_not_hold_up_the_recovery(
    cluster: Cluster, use: Use
) -> None:
    promise(use, 1)
    with contextlib.closing(psycopg.connect(app(use))) as busy:
        busy.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 10000000000)")
        time.sleep(0.2)
        killed = server_pid(cluster)
        kill(killed)

        assert promises(use) == [1]
        assert server_pid(cluster) != killed


def test_another_program_that_got_the_servers_number_is_left_alone(
    cluster: Cluster, use: Use
) -> None:
    use.end()
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.data}\n")

    use.begin()

    assert server_pid(cluster) != os.getpid()


def test_two_users_share_one_server_and_the_last_one_stops_it(cluster: Cluster, use: Use) -> None:
    first = server_pid(cluster)
    with using(cluster) as other:
        use.end()

        assert promises(other) == []
        assert server_pid(cluster) == first

    assert not living(cluster)


def test_a_killed_user_leaves_no_server_behind(cluster: Cluster, tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from jobunivers.config import postgres;"
        "postgres.Use(postgres.Cluster(Path(sys.argv[1]))).begin(); print('up', flush=True);"
        "time.sleep(600)"
    )
    source = str(Path(__file__).resolve().parents[3])
    command = [sys.executable, "-c", code, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": source}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == b"up\n"
        assert living(cluster)
        user.kill()

    wait_for(lambda: not living(cluster))


def test_neither_role_can_go_round_row_level_security(use: Use) -> None:
    query = (
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles "
        "WHERE rolname LIKE 'jobunivers%' ORDER BY 1"
    )
    with psycopg.connect(owner(use)) as connection:
        assert connection.execute(query).fetchall() == [
            ("jobunivers_app", False, False, False, False),
            ("jobunivers_owner", False, False, False, True),
        ]


def test_the_apps_role_cannot_make_tables(use: Use) -> None:
    with (
        psycopg.connect(app(use)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE own (number int)")


def test_nobody_enters_without_a_password_or_over_the_network(use: Use) -> None:
    with pytest.raises(psycopg.OperationalError, match=r"password|fe_sendauth"):
        psycopg.connect(app(use), password="guessed")
    with psycopg.connect(app(use)) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_passwords_and_data_are_for_the_owner_alone(cluster: Cluster, use: Use) -> None:
    assert use.kept()
    assert (cluster.state / "secrets.json").stat().st_mode & 0o077 == 0
    assert cluster.data.stat().st_mode & 0o077 == 0
    assert cluster.sockets.stat().st_mode & 0o077 == 0


def test_danish_letters_have_their_capitals(use: Use) -> None:
    with psycopg.connect(app(use)) as connection:
        row = connection.execute("SELECT upper('æøåé'), 'ÆBLE' ILIKE 'æb%'").fetchone()
    assert row == ("ÆØÅÉ", True)


def test_a_project_far_down_gets_a_short_private_socket_folder(tmp_path: Path) -> None:
    deep = tmp_path / ("a-folder-with-a-long-name-" * 4) / "project"
    deep.mkdir(parents=True)
    cluster = Cluster(deep)

    with using(cluster) as use, psycopg.connect(app(use)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert len(os.fsencode(cluster.sockets)) < 100
    assert cluster.sockets.stat().st_mode & 0o077 == 0
    cluster.sockets.rmdir()


def test_somebody_elses_socket_folder_is_refused(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path)
    cluster.state.mkdir()
    cluster.sockets.mkdir(mode=0o777)
    cluster.sockets.chmod(0o777)

    with pytest.raises(Problem, match="not a private folder"), using(cluster):
        pass


def test_data_of_another_version_is_left_as_it_is(cluster: Cluster, use: Use) -> None:
    use.end()
    (cluster.data / "PG_VERSION").write_text("14\n")

    with pytest.raises(Problem, match="made by PostgreSQL 14"):
        use.begin()


def test_lost_passwords_are_said_in_one_line(cluster: Cluster, use: Use) -> None:
    use.end()
    path = cluster.state / "secrets.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "postgres_admin": "other"}))

    with pytest.raises(Problem, match="are not those of"):
        use.begin()


def test_a_broken_configuration_is_said_in_one_line(cluster: Cluster, use: Use) -> None:
    use.end()
    with (cluster.data / "postgresql.conf").open("a") as configuration:
        configuration.write("no_such_setting = 1\n")

    with pytest.raises(Problem, match="PostgreSQL did not start") as raised:
        use.begin()
    assert "\n" not in str(raised.value)


def test_a_making_that_was_interrupted_is_made_again(cluster: Cluster) -> None:
    half = cluster.state / "postgres.making"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    with using(cluster) as use, psycopg.connect(app(use)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert not half.exists()


def test_a_superuser_is_refused_as_the_apps_role(cluster: Cluster, use: Use) -> None:
    roles.refuse_unsafe_role(app(use))

    with pytest.raises(Problem, match="superuser"):
        roles.refuse_unsafe_role(cluster.admin_url)


def test_a_role_with_bypassrls_is_refused(cluster: Cluster, use: Use) -> None:
    with psycopg.connect(cluster.admin_url, autocommit=True) as admin:
        admin.execute("ALTER ROLE jobunivers_app BYPASSRLS")

    with pytest.raises(Problem, match="BYPASSRLS"):
        roles.refuse_unsafe_role(app(use))


def test_the_next_start_takes_back_rights_that_a_role_was_given(cluster: Cluster, use: Use) -> None:
    with psycopg.connect(cluster.admin_url, autocommit=True) as admin:
        admin.execute("ALTER ROLE jobunivers_app SUPERUSER")
    use.end()

    use.begin()

    roles.refuse_unsafe_role(app(use))
