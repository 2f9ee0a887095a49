# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for staff in the rooms below, so that it stands in the one list."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import inbox
from jobunivers.rooms.segmentation import queries as segmentation

_MOST = 25


def _objections(asking: inbox.Asking) -> list[inbox.Item]:
    """Return the objections that are hers to answer, and those that are nobody's."""
    page = segmentation.objections_page(staff_id=asking.staff_id, mine=True, page=None)
    return [
        inbox.Item(
            title=gettext("Svar borgeren: %(kind)s") % {"kind": one.kind},
            url=reverse("segmentation:objection", args=[one.pk]),
            since=one.at,
            due_on=one.due_on,
            citizen_id=one.citizen_id,
            mine=bool(one.responsible),
        )
        for one in list(page.object_list)[:_MOST]
    ]


def offer_all() -> None:
    """Put them in the list; said once, in `apps.py`."""
    inbox.offer(
        inbox.Source("segmentation.objections", _("Borgere, der venter på svar"), _objections)
    )
