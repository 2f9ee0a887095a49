# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tables hold that come with Django and with the queue of later work."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import (
    ProcrastinateEvent,
    ProcrastinateJob,
    ProcrastinatePeriodicDefer,
    ProcrastinateWorker,
)

from jobunivers.foundation.datamap import About, Holding, hold, inner, public, secret

_UNUSED = _("Bruges ikke: hvem der må hvad, følger af rollen")
_QUEUE = _("Arbejde, siden gør bagefter: numre, aldrig navne")

hold(
    Holding(
        model=ContentType,
        about=About.NOBODY,
        what=_("Navnene på tabellerne"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("app_label", "model"), public())},
    ),
    Holding(
        model=Permission,
        about=About.NOBODY,
        what=_UNUSED,
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("name", "content_type", "codename"), public())},
    ),
    Holding(
        model=Group,
        about=About.NOBODY,
        what=_UNUSED,
        purpose="running",
        retention="forever",
        fields={"id": inner(), "name": public()},
    ),
    Holding(
        model=Group.permissions.through,
        about=About.NOBODY,
        what=_UNUSED,
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(("id", "group", "permission"), inner()),
    ),
    Holding(
        model=Session,
        about=About.NOBODY,
        what=_("Bruges ikke: logins står i identity.Session"),
        purpose="running",
        retention="forever",
        fields={"session_key": secret(), "session_data": secret(), "expire_date": inner()},
    ),
    Holding(
        model=ProcrastinateJob,
        about=About.NOBODY,
        what=_QUEUE,
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(
            (
                "id", "queue_name", "task_name", "priority", "lock", "args", "status",
                "scheduled_at", "attempts", "queueing_lock", "abort_requested", "worker",
            ),
            inner(),
        ),
    ),
    Holding(
        model=ProcrastinateEvent,
        about=About.NOBODY,
        what=_QUEUE,
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(("id", "job", "type", "at"), inner()),
    ),
    Holding(
        model=ProcrastinatePeriodicDefer,
        about=About.NOBODY,
        what=_QUEUE,
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(
            ("id", "task_name", "defer_timestamp", "job", "periodic_id"), inner()
        ),
    ),
    Holding(
        model=ProcrastinateWorker,
        about=About.NOBODY,
        what=_QUEUE,
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(("id", "last_heartbeat"), inner()),
    ),
)  # fmt: skip
