# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clusters of kommuner, and the level of the vision a kommune runs at."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace.models import Cluster, ClusterMember, VisionLevel
from jobunivers.rooms.marketplace.queries.shelf_rows import forget
from jobunivers.science.shelving import LEVELS


class InAnother(Exception):  # noqa: N818 - it reads as what is wrong
    """Kommuner that are in another cluster; `names` says which."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(names)
        self.names = names


@transaction.atomic
def save_cluster(
    *, key: str, name: str, kommuner: Sequence[str], at: datetime, actor_id: int | None = None
) -> Cluster:
    """Let the kommuner with these codes fill shelves together; who is not named leaves.

    Raises:
        InAnother: one of them is in another cluster; a kommune is in at most one.
        ValueError: a code is no kommune of the platform.
    """
    members = list(Municipality.objects.filter(code__in=set(kommuner)).order_by("code"))
    if unknown := set(kommuner) - {one.code for one in members if not one.is_national}:
        raise ValueError(sorted(unknown))
    cluster, _ = Cluster.objects.update_or_create(key=key, defaults={"name": name})
    elsewhere = ClusterMember.objects.filter(kommune__in=members).exclude(cluster=cluster)
    if names := list(elsewhere.order_by("kommune__name").values_list("kommune__name", flat=True)):
        raise InAnother(names)
    rows = ClusterMember.objects.filter(cluster=cluster)
    rows.exclude(kommune__in=members).delete()
    there = set(rows.values_list("kommune_id", flat=True))
    ClusterMember.objects.bulk_create(
        ClusterMember(cluster=cluster, kommune=one) for one in members if one.pk not in there
    )
    forget()
    if municipality_id_or_none() is not None:
        data = {"cluster": cluster.pk, "kommuner": sorted(kommuner)}
        events.record("marketplace.cluster_saved", at=at, actor_id=actor_id, data=data)
    return cluster


@transaction.atomic
def decide_level(
    *, level: int, from_on: date, why: str, at: datetime, actor_id: int
) -> VisionLevel:
    """Let the kommune run at a level of the vision from a day on.

    Raises:
        ValueError: there is no such level.
    """
    if level not in LEVELS:
        raise ValueError(level)
    row = VisionLevel.objects.create(
        level=level, from_on=from_on, why=why[:300], decided_at=at, decided_by_id=actor_id
    )
    forget()
    data = {"level": level, "from_on": from_on.isoformat()}
    events.record("marketplace.level_decided", at=at, actor_id=actor_id, data=data)
    return row
