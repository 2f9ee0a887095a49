# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a launch takes of our own time: `./jobunivers bench launch [TIMES]`.

A citizen with a yes presses start, is led on, comes back with the vendor's request, and the vendor
exchanges the code and asks for the agreed data. Likewise a tool after LTI 1.3, which also proves
who it is and tells a result. Each step through all middleware, in a scratch database. Milliseconds
of this process and by the wall (database included), middle and slow (95 %).
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _month  # noqa: E402

GOAL_MS = 100.0
NOW = datetime.now(UTC)
Times = dict[str, list[tuple[float, float]]]


def timed(times: Times, name: str, ask: Callable[[], Any], status: int) -> Any:
    """Return an answer, and note what it took."""
    wall, busy = time.perf_counter(), time.process_time()
    answer = ask()
    took = (1000 * (time.process_time() - busy), 1000 * (time.perf_counter() - wall))
    assert answer.status_code == status, (name, answer.status_code)
    times.setdefault(name, []).append(took)
    return answer


def launches(count: int) -> Times:
    """Launch so often and return what each step took."""
    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.rooms.launching.tests.making import (
        answer_of,
        authorize,
        connected,
        exchange,
        said_yes,
    )
    from jobunivers.testing.browsers import KommuneClient, browser
    from jobunivers.testing.cast import add_person

    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
    kirsten = add_person(aarhus, "Kirsten Holm", "citizen")
    cv = connected()
    said_yes(cv, kirsten)
    hers, vendor = browser(aarhus, kirsten), KommuneClient("aarhus")
    start = f"/markedspladsen/{cv.offer.pk}/start/"
    times: Times = {}
    for number in range(count + 1):
        sent = {"press": f"press-{number:08}"}
        on = timed(times, "start", partial(hers.post, start, sent), 302)["Location"]
        timed(times, "led on", partial(hers.get, on), 200)
        back = timed(times, "authorize", partial(authorize, hers, cv), 302)
        code = answer_of(back).told["code"]
        told = timed(times, "token", partial(exchange, vendor, cv, code), 200).json()
        head = {"Authorization": f"Bearer {told['access_token']}"}
        timed(times, "userinfo", partial(vendor.get, "/oidc/userinfo", headers=head), 200)
    # The first of each makes the kommune's key and reads templates.
    return {name: took[1:] for name, took in times.items()}


def tools(count: int) -> Times:
    """Launch a tool by LTI so often, let it tell a result, and return what each step took."""
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.rooms.launching.queries import lti_words as lti
    from jobunivers.rooms.launching.tests import tooling
    from jobunivers.rooms.launching.tests.making import said_yes
    from jobunivers.testing.browsers import KommuneClient, browser
    from jobunivers.testing.cast import add_person

    aarhus = Municipality.objects.get(code="0751")
    mads = add_person(aarhus, "Mads Krogh", "citizen")
    one = tooling.tooled()
    said_yes(one, mads)
    his, tool = browser(aarhus, mads), KommuneClient("aarhus")
    start = f"/markedspladsen/{one.offer.pk}/start/"
    times: Times = {}
    for number in range(count + 1):
        sent = {"press": f"tool-{number:08}"}
        on = timed(times, "start", partial(his.post, start, sent), 302)["Location"]
        page = timed(times, "led on", partial(his.get, on), 200)
        asked = urlencode(tooling.question(tooling.brought_by(page)))
        there = f"/lti/authorize?{asked}"
        fields = tooling.fields_of(timed(times, "authorize", partial(his.get, there), 200))
        told = tooling.claims_of(fields)
        text = tooling.signed(tooling.assertion(one))
        made = timed(times, "token", partial(tooling.ask_token, tool, text), 200).json()
        head = {"Authorization": f"Bearer {made['access_token']}"}
        line, result = told[lti.ENDPOINT]["lineitem"], tooling.result(told["sub"])
        timed(times, "result", partial(tooling.tell, tool, line, head, result), 204)
    return {name: took[1:] for name, took in times.items()}


def printed(title: str, times: Times) -> float:
    """Print what each step takes; return the middle of all of them together, in milliseconds."""
    totals = [sum(step[0] for step in one) for one in zip(*times.values(), strict=True)]
    walls = [sum(step[1] for step in one) for one in zip(*times.values(), strict=True)]
    print(title)
    for name, took in (*times.items(), ("in all", list(zip(totals, walls, strict=True)))):
        busy, wall = sorted(one[0] for one in took), sorted(one[1] for one in took)
        slow = int(len(busy) * 0.95)
        print(
            f"{name:10} process {statistics.median(busy):6.1f} ms (95 % {busy[slow]:6.1f}),"
            f" wall {statistics.median(wall):6.1f} ms (95 % {wall[slow]:6.1f})"
        )
    return float(statistics.median(totals))


def main() -> int:
    """Measure and print; 1 when a launch takes more of our time than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=100)
    count = parser.parse_args().times
    with _month.scratch():
        logins = printed("OpenID Connect", launches(count))
        launched = printed("LTI 1.3, with a result", tools(count))
    return 0 if max(logins, launched) <= GOAL_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
