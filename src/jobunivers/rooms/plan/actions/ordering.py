# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of goals and activities, which is hers."""

from django.db import connection, models, transaction
from django.db.models import Max

from jobunivers.rooms.plan.models import Activity, Goal

# The first half of the key that makes one citizen's additions wait for each other.
_PLAN_LOCK = 7381


def last_place(model: type[Goal] | type[Activity], citizen_id: int) -> int:
    """Return the last place of hers; whoever asks next waits until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, %s)", [_PLAN_LOCK, citizen_id % 2_147_483_647]
        )
    found = model._default_manager.filter(citizen_id=citizen_id).aggregate(last=Max("order"))  # noqa: SLF001
    return int(found["last"] or 0)


@transaction.atomic
def put_in_order(
    model: type[Goal] | type[Activity],
    pk: int,
    rows: "models.QuerySet[Goal] | models.QuerySet[Activity]",
    *,
    steps: int = 0,
    before: int | None = None,
) -> None:
    """Move one of the rows some places, or before another; the others close up.

    Args:
        model: whose rows they are.
        pk: which one is moved; it need not be among the rows yet.
        rows: all it is ordered among, in their order.
        steps: places towards the end; negative ones towards the beginning.
        before: the row it shall stand before; 0 is the end. Goes before `steps`.
    """
    order = list(rows.select_for_update().values_list("pk", flat=True))
    here = order.index(pk) if pk in order else len(order)
    order = [one for one in order if one != pk]
    if before is None:
        place = min(max(here + steps, 0), len(order))
    else:
        place = order.index(before) if before in order else len(order)
    order.insert(place, pk)
    table = model._meta.db_table  # noqa: SLF001 - documented
    with connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE "{table}" AS t SET "order" = u.place'  # noqa: S608 - our own table's name
            " FROM unnest(%s::bigint[]) WITH ORDINALITY AS u(id, place)"
            ' WHERE t.id = u.id AND t."order" <> u.place',
            [order],
        )
