# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who changed what decides: every change of a rule, a model, a limit or a right, from the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.events.words import event_name, event_told
from jobunivers.identity import queries as identity
from jobunivers.rooms.audit.queries import links
from jobunivers.trust import words

# Told by their names, as they are in the log: a room's events are its own to name.
KINDS: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "models": (_("Modeller og AI"), ("trust.model_switched", "segmentation.chance_model_chosen")),
    "courses": (
        _("Forløb"),
        ("segmentation.policy_activated", "segmentation.policy_retired"),
    ),
    "law": (_("Lovens regler"), ("law.register_approved", "law.own_value_set")),
    "sending": (
        _("Udsendelser"),
        ("outreach.trigger_live", "outreach.trigger_paused", "outreach.trigger_resumed",
         "outreach.trigger_ended", "outreach.trigger_order_set", "outreach.rule_decided",
         "notices.limits_changed"),
    ),
    "staff": (
        _("Det, medarbejdere bliver mindet om"),
        ("casework.attention_tuned", "availability.rules_changed",
         "entrance.meeting_rules_changed"),
    ),
    "keeping": (
        _("Sletning"),
        ("retention.chosen", "retention.approved", "retention.refused", "retention.hold_set",
         "retention.hold_lifted", "retention.release_made", "retention.release_refused"),
    ),
    "control": (
        _("Kontrol og databeskyttelse"),
        ("audit.look_rule_set", "audit.look_decided", "audit.exported",
         "trust.officer_contact_written", "decisions.assessment_written",
         "decisions.assessment_signed"),
    ),
    "people": (_("Roller"), ("identity.role_changed",)),
    "market": (
        _("Markedspladsen"),
        ("marketplace.offer_approved", "marketplace.offer_blocked", "marketplace.offer_taken_down",
         "marketplace.offer_put_back", "marketplace.shelf_saved", "marketplace.shelf_removed",
         "marketplace.level_decided"),
    ),
}  # fmt: skip
_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: when, what, by whom in which role, and where it stands in the chain."""

    pk: int
    at: datetime
    what: str
    by: str
    role: str
    told: str
    link: int | None


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Changes of one sort or of all, the newest first."""

    rows: Sequence[ChangeRow]
    sheet: Page[Event]
    sort: str
    sorts: Sequence[tuple[str, str]]


def changes_page(*, sort: str, page: str | None) -> ChangesPage:
    """Return who changed what in the kommune worked for; people are named as they are now."""
    sort = sort if sort in KINDS else ""
    wanted = [
        kind for code, (_name, kinds) in KINDS.items() if sort in {"", code} for kind in kinds
    ]
    # What is about one citizen is hers to read of, and no rule.
    found = Event.objects.filter(kind__in=wanted, citizen_id=None).order_by("-at", "-pk")
    sheet = Paginator(found, _PER_PAGE).get_page(page)
    some = list(sheet.object_list)
    names = identity.names(ids={one.actor_id for one in some if one.actor_id is not None})
    return ChangesPage(
        rows=[_row(one, names) for one in some],
        sheet=sheet,
        sort=sort,
        sorts=[(code, str(name)) for code, (name, _kinds) in KINDS.items()],
    )


def _row(one: Event, names: Mapping[int, tuple[str, str]]) -> ChangeRow:
    name, role = names.get(one.actor_id or 0, ("", ""))
    place = links.position("events_event", one.pk)
    return ChangeRow(
        pk=one.pk, at=one.at, what=event_name(one.kind), by=name,
        role=str(words.ROLES.get(role, role)), told=event_told(one.kind, one.data),
        link=place[0] if place else None,
    )  # fmt: skip
