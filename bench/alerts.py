# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quickly new jobs reach saved searches: `./jobunivers bench alerts [SEARCHES] [QUERIES]`.

Makes a kommune of its own in a database that is thrown away: so many saved searches of as many
people, each with a confirmed e-mail address, over so many different queries; 400 advertisements
that came in today answer them. Measured is the room's own action: every search is asked, and each
alert becomes a notice and a sending that waits for the day's letter.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from jobunivers.testing import database

ADS = 400
GOAL_S = 60.0  # for 100,000 searches on two cores
_WORK = ("gartner", "lager", "pædagog", "kok", "sælger", "tømrer", "elektriker", "rengøring",
         "chauffør", "bogholder", "sygeplejerske", "tjener", "maler", "smed", "vagt")  # fmt: skip
_KM = range(2, 500)


def main() -> None:
    """Make the kommune, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("searches", type=int, nargs="?", default=100_000)
    parser.add_argument("queries", type=int, nargs="?", default=5_000)
    said = parser.parse_args()
    owner, name = os.environ["DATABASE_OWNER_URL"], f"world_{os.getpid()}"
    database.copy_of_template(owner, name)
    os.environ["DATABASE_URL"] = database.address_of(os.environ["DATABASE_URL"], name)
    try:
        with tempfile.TemporaryDirectory(prefix="jobunivers-bench-") as folder:
            os.environ["JOBUNIVERS_SEARCH"] = f"{folder}/search"
            os.environ["JOBUNIVERS_SMTP"] = "smtp://127.0.0.1:9?tls=off"
            _measured(said.searches, said.queries)
    finally:
        database.drop_database(owner, name)


def _database_s() -> float:
    """Return the processor seconds of the database's process that serves this connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _measured(searches: int, queries: int) -> None:
    import django

    django.setup()

    from datetime import timedelta

    from django.db import connection
    from django.utils import timezone

    from jobunivers.foundation.notices.models import Address, Delivery
    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.vacancies import actions
    from jobunivers.rooms.vacancies.models import SavedSearch
    from jobunivers.rooms.vacancies.tests.factories import make_vacancy

    now = timezone.now()
    before = now - timedelta(days=2)
    kommune = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=before)
    for number in range(ADS):
        make_vacancy(f"{_WORK[number % len(_WORK)].capitalize()} nr. {number}")
    actions.bring_index_up_to_date(at=timezone.now())
    asked = [f"q={word}&sted=8000&km={km}" for km, word in itertools.product(_KM, _WORK)]
    with working_for(kommune.pk):
        SavedSearch.objects.bulk_create(
            (
                SavedSearch(
                    citizen_id=number,
                    name="Søgning",
                    query=asked[number % queries % len(asked)],
                    created_at=before,
                    opened_at=before,
                )
                for number in range(searches)
            ),
            batch_size=5_000,
        )
        Address.objects.bulk_create(
            (
                Address(
                    person_id=number,
                    channel="email",
                    address=f"{number}@example.org",
                    created_at=before,
                    verified_at=before,
                )
                for number in range(searches)
            ),
            batch_size=5_000,
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE notices_address, vacancies_savedsearch")
        wall, own, theirs = time.perf_counter(), time.process_time(), _database_s()
        made = actions.tell_of_saved_searches(since=before, at=timezone.now())
        wall, own = time.perf_counter() - wall, time.process_time() - own
        theirs = _database_s() - theirs
        queued = Delivery.objects.count()
    connection.close()
    print(
        f"{searches:,} saved searches of {min(queries, len(asked)):,} different queries, {ADS} new"
        f" advertisements: {made:,} alerts, {queued:,} queued in {wall:.1f} s"
        f" ({own:.1f} s of this process, {theirs:.1f} s of the database's); goal {GOAL_S:.0f} s;"
        f" load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
