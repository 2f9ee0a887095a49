# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vendors that are told, and what came of it, for tests."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.launching.tests.making import Connected, connected
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.rooms.marketplace.tests.catalogue import kommune
from jobunivers.rooms.webhooks import actions, tasks
from jobunivers.rooms.webhooks.models import Endpoint


@dataclass(frozen=True, slots=True)
class Listening:
    """A connected solution, where its vendor is told, and the secret."""

    one: Connected
    endpoint: Endpoint
    secret: str

    @property
    def vendor(self) -> Vendor:
        """Return the vendor."""
        assert self.one.offer.vendor is not None
        return self.one.offer.vendor


def listening(url: str = "https://cv.example/besked", **more: Any) -> Listening:
    """Return a solution whose vendor is told."""
    one = connected()
    vendor = one.offer.vendor
    assert vendor is not None
    with working_for(kommune().pk):
        endpoint, secret = actions.open_endpoint(vendor=vendor, url=url, at=timezone.now(), **more)
    return Listening(one, endpoint, secret)


def jobs(name: str) -> list[dict[str, Any]]:
    """Return what waits to be done by a task of ours, oldest first."""
    return [args for _pk, args in _waiting(name)]


def work() -> None:
    """Do what the worker would do now: tell what has happened, and try what is due at once."""
    for name, task in (("tell", tasks.tell), ("deliver_asked_for", tasks.deliver_asked_for)):
        for told in _taken(name):
            task(**told)
    for told in _taken("deliver", scheduled=False):
        tasks.deliver(**told)


def try_again(message_id: str) -> None:
    """Do the next try of a message, whenever it is due; nothing when none is."""
    for told in _taken("deliver", message_id=message_id):
        tasks.deliver(**told)


def _waiting(name: str) -> list[tuple[int, dict[str, Any]]]:
    rows = ProcrastinateJob.objects.filter(
        task_name=f"jobunivers.rooms.webhooks.tasks.{name}", status="todo"
    )
    return list(rows.order_by("pk").values_list("pk", "args"))


def _taken(name: str, *, message_id: str = "", scheduled: bool = True) -> list[dict[str, Any]]:
    """Return jobs and take them off the queue."""
    rows = ProcrastinateJob.objects.filter(pk__in=[pk for pk, _args in _waiting(name)])
    if not scheduled:
        rows = rows.filter(scheduled_at=None)
    found = [
        (pk, args)
        for pk, args in rows.order_by("pk").values_list("pk", "args")
        if message_id in {"", args.get("message_id")}
    ]
    with connection.cursor() as cursor:
        pks = [pk for pk, _args in found]
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = ANY(%s)", [pks])
    return [args for _pk, args in found]


def address_objects() -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs: a solution whose vendor is told."""
    return {"told_vendor": {"pk": listening().one.offer.pk}}
