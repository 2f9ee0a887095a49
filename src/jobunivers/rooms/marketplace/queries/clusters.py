# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clusters and who is in them, and what a kommune has decided of its level."""

from collections import defaultdict
from dataclasses import dataclass

from jobunivers.foundation.tenancy.models import NATIONAL_CODE, Municipality
from jobunivers.identity import queries as identity
from jobunivers.rooms.marketplace.models import Cluster, ClusterMember, VisionLevel


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """A cluster and the names of its kommuner."""

    row: Cluster
    kommuner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the kommune's level, and who took it."""

    row: VisionLevel
    by: str


def clusters() -> list[ClusterRow]:
    """Return all clusters by name."""
    names: dict[int, list[str]] = defaultdict(list)
    members = ClusterMember.objects.order_by("kommune__name").values_list(
        "cluster_id", "kommune__name"
    )
    for pk, name in members:
        names[pk].append(name)
    return [ClusterRow(row, tuple(names[row.pk])) for row in Cluster.objects.order_by("name", "pk")]


def kommuner() -> list[tuple[str, str]]:
    """Return the kommuner that are open on the platform, by name: code and name."""
    rows = Municipality.objects.exclude(code=NATIONAL_CODE).exclude(opened_at=None)
    return list(rows.order_by("name", "code").values_list("code", "name"))


def members_of(cluster: Cluster) -> list[str]:
    """Return the codes of a cluster's kommuner."""
    rows = ClusterMember.objects.filter(cluster=cluster).order_by("kommune__code")
    return list(rows.values_list("kommune__code", flat=True))


def free_key(wanted: str) -> str:
    """Return a key that no cluster has: the one wanted, or with a number behind it."""
    taken = set(Cluster.objects.order_by("key").values_list("key", flat=True))
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted[:36]}-{number}", number + 1
    return key


def level_decisions() -> list[Decision]:
    """Return what the kommune has decided of its level, the latest to take effect first."""
    rows = list(VisionLevel.objects.order_by("-from_on", "-pk")[:50])
    people = identity.names(ids={row.decided_by_id for row in rows if row.decided_by_id})
    return [Decision(row, people.get(row.decided_by_id or 0, ("",))[0]) for row in rows]
