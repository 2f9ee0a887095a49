# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What followup holds: tasks, notes, letters, and what is done for many."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.followup.models import (
    Batch,
    BatchItem,
    ItemState,
    Letter,
    LetterTemplate,
    Note,
    NoteVersion,
    StaffTask,
    TaskState,
)
from jobunivers.rooms.followup.queries.batches import ACTS
from jobunivers.rooms.followup.queries.batches import STATES as BATCH_STATES
from jobunivers.rooms.followup.queries.files import NOTE_WORDS, STATES
from jobunivers.rooms.followup.queries.left_out import WHY
from jobunivers.rooms.followup.queries.tasks import ORIGINS
from jobunivers.rooms.followup.queries.templates import KINDS, WAYS
from jobunivers.trust.words import ROLES

_HELPERS = tuple(sorted(ADVISING))
_STAFF = _("Kommunens medarbejdere")
_TASK_STATES = {
    TaskState.OPEN: _("Ikke færdig endnu"),
    TaskState.DONE: _("Færdig"),
    TaskState.CANCELLED: _("Aflyst"),
}
_ITEM_STATES = {
    ItemState.READY: _("Venter"),
    ItemState.AWAY: _("Taget af listen"),
    ItemState.LEFT_OUT: _("Fik den ikke"),
    ItemState.DONE: _("Færdig"),
    ItemState.FAILED: _("Kunne ikke sendes"),
}


_NOT_SHARED = _("Et notat til medarbejderne. Du kan bede om at se det (forvaltningsloven § 9).")


def _not_shared(row: Note | NoteVersion) -> Mapping[str, Promise]:
    return {} if row.shared else {"text": _NOT_SHARED}


def _way(code: str) -> Promise | str:
    """Return what the button of a letter says."""
    return WAYS[code][0] if code in WAYS else code


hold(
    Holding(
        model=Note,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Notater, medarbejdere har skrevet om dig"),
        source=_STAFF,
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="made_at",
        title=lambda row: by(NOTE_WORDS)(row.kind),
        shields=_not_shared,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "kind": confidential(_("Slags"), by(NOTE_WORDS)),
            "text": free_text(_("Notatet")),
            "shared": ordinary(_("Du kan læse det på siden")),
            "ref": inner(),
            "key": inner(),
            "made_at": ordinary(_("Skrevet")),
            "made_by_id": staff(_("Skrevet af")),
            "changed_at": ordinary(_("Rettet")),
            "changed_by_id": staff(_("Rettet af")),
            "version": inner(),
        },
    ),
    Holding(
        model=NoteVersion,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Hvordan notater om dig har lydt, hver gang de blev skrevet eller rettet"),
        source=_STAFF,
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="at",
        shields=_not_shared,
        fields={
            "id": inner(),
            "municipality": inner(),
            "note_id": inner(),
            "citizen_id": inner(),
            "number": ordinary(_("Udgave")),
            "text": free_text(_("Notatet")),
            "shared": ordinary(_("Du kunne læse det på siden")),
            "at": ordinary(_("Skrevet")),
            "by_id": staff(_("Skrevet af")),
        },
    ),
    Holding(
        model=Letter,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Breve, kommunen har skrevet til dig"),
        source=_STAFF,
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="made_at",
        title=lambda row: row.title,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "kind": confidential(_("Slags"), by(KINDS)),
            "title": confidential(_("Overskrift")),
            "words": free_text(_("Brevet")),
            "way": ordinary(_("Knappen i brevet"), _way),
            "template": inner(),
            "template_number": inner(),
            "slot_id": inner(),
            "state": ordinary(_("Hvad der er sket med det"), by(STATES)),
            "why": ordinary(_("Hvorfor det ikke blev sendt"), by(WHY)),
            "made_at": ordinary(_("Skrevet")),
            "made_by_id": staff(_("Skrevet af")),
            "send_at": ordinary(_("Sendes tidligst")),
            "sent_at": ordinary(_("Sendt")),
            "notice_id": inner(),
            "origin": inner(),
            "ref": inner(),
            "key": inner(),
        },
    ),
    Holding(
        model=StaffTask,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Opgaver, medarbejdere har skrevet ned om dig"),
        source=_STAFF,
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="made_at",
        title=lambda row: row.title,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "owner_id": staff(_("Hvem der skal gøre det")),
            "team": ordinary(_("Hvilken slags medarbejdere"), by(ROLES)),
            "title": free_text(_("Opgaven")),
            "text": free_text(_("Mere om opgaven")),
            "due_on": ordinary(_("Frist")),
            "state": ordinary(_("Hvor langt den er"), by(_TASK_STATES)),
            "origin": ordinary(_("Hvad den kommer af"), by(ORIGINS)),
            "ref": inner(),
            "key": inner(),
            "made_at": ordinary(_("Skrevet")),
            "made_by_id": staff(_("Skrevet af")),
            "handed_by_id": staff(_("Givet videre af")),
            "handed_at": ordinary(_("Givet videre")),
            "closed_at": ordinary(_("Afsluttet")),
            "closed_by_id": staff(_("Afsluttet af")),
            "version": inner(),
        },
    ),
    Holding(
        model=BatchItem,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Lister, du har stået på, når en medarbejder skrev til flere på én gang"),
        source=_STAFF,
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        title=lambda row: row.title,
        fields={
            "id": inner(),
            "municipality": inner(),
            "batch": inner(),
            "citizen_id": inner(),
            "title": free_text(_("Overskrift")),
            "words": free_text(_("Det, der blev skrevet")),
            "state": ordinary(_("Hvad der skete"), by(_ITEM_STATES)),
            "why": ordinary(_("Hvorfor du ikke fik det"), by(WHY)),
            "made_id": inner(),
            "done_at": ordinary(_("Færdig den")),
        },
    ),
    Holding(
        model=Batch,
        about=About.STAFF,
        subject="made_by_id",
        group="work",
        what=_("Breve, opgaver og notater, du har lavet til flere på én gang"),
        source=_("Dig selv"),
        purpose="work",
        retention="log",
        at="made_at",
        title=lambda row: row.title or by(ACTS)(row.act),
        change="followup:batches",
        fields={
            "id": inner(),
            "municipality": inner(),
            "act": ordinary(_("Hvad der blev gjort"), by(ACTS)),
            "made_by_id": inner(),
            "made_at": ordinary(_("Skrevet")),
            "template": ordinary(_("Skabelon")),
            "title": free_text(_("Overskrift")),
            "words": free_text(_("Teksten")),
            "due_on": ordinary(_("Frist")),
            "shared": ordinary(_("Borgerne kan læse det")),
            "state": ordinary(_("Hvor langt den er"), by(BATCH_STATES)),
            "send_at": ordinary(_("Sendes tidligst")),
            "done_at": ordinary(_("Færdig den")),
            "digest": inner(),
            "version": inner(),
        },
    ),
    Holding(
        model=LetterTemplate,
        about=About.NOBODY,
        what=_("Kommunens egne tekster til breve"),
        source=_STAFF,
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "code": public(),
            "number": public(),
            "kind": public(),
            "way": public(),
            "title_da": public(),
            "body_da": public(),
            "title_en": public(),
            "body_en": public(),
            "withdrawn": public(),
            "made_at": public(),
            "made_by_id": staff(_("Skrevet af")),
        },
    ),
)
