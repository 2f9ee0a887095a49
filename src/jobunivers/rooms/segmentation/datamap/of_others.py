# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of staff, and of nobody: the rules and what is counted."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.models import (
    ActivityCursor,
    Caseload,
    ChanceModel,
    Course,
    DryRun,
    FlowDay,
    HandOver,
    Leave,
    Policy,
)
from jobunivers.rooms.segmentation.queries.words import (
    LANGUAGES,
)

_RULES = _("Regnet ud af siden efter kommunens regler")
_LEADER = _("Dig selv eller din leder")


def _away(row: Leave) -> str:
    return f"{wording.day_year(row.away_from)} – {wording.day_year(row.away_to)}"


def _spoken(codes: Sequence[str]) -> str:
    return ", ".join(str(LANGUAGES.get(code, code)) for code in codes)


def _many(proposed: Mapping[str, int]) -> str:
    return wording.number(len(proposed))


hold(
    Holding(
        model=Caseload,
        about=About.STAFF,
        subject="staff_id",
        group="work",
        what=_("Hvor mange borgere du kan hjælpe, og hvilke sprog du taler"),
        source=_LEADER,
        purpose="work",
        retention="account",
        seen_by=("manager",),
        at="changed_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "staff_id": inner(),
            "capacity": ordinary(_("Så mange borgere er der plads til")),
            "languages": ordinary(_("Sprog ud over dansk"), _spoken),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Leave,
        about=About.STAFF,
        subject="staff_id",
        group="work",
        what=_("Dage, du er væk, og hvem der hjælper dine borgere imens. Vi gemmer ikke hvorfor"),
        source=_LEADER,
        purpose="work",
        retention="account",
        seen_by=("manager",),
        at="made_at",
        title=_away,
        fields={
            "id": inner(),
            "municipality": inner(),
            "staff_id": inner(),
            "away_from": confidential(_("Væk fra")),
            "away_to": confidential(_("Tilbage den")),
            "substitute_id": staff(_("Hvem der hjælper imens")),
            "by_id": staff(_("Skrevet af")),
            "made_at": ordinary(_("Skrevet")),
            "cancelled_at": ordinary(_("Aflyst")),
            "told_at": ordinary(_("Borgerne fik det at vide")),
            "version": inner(),
        },
    ),
    Holding(
        model=HandOver,
        about=About.STAFF,
        subject="by_id",
        group="work",
        what=_("Borgere, du har givet videre fra én jobkonsulent til andre"),
        source=_("Dig selv"),
        purpose="work",
        retention="log",
        seen_by=("manager",),
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "from_id": staff(_("Fra jobkonsulent")),
            "by_id": inner(),
            "at": ordinary(_("Hvornår")),
            "reason": free_text(_("Hvorfor")),
            # {citizen: consultant}: others' keys, so the reader of her own data is told how many.
            "proposed": staff(_("Så mange borgere var der et forslag til"), _many),
            "undone_at": ordinary(_("Fortrudt")),
            "undone_by_id": staff(_("Fortrudt af")),
        },
    ),
    Holding(
        model=Policy,
        about=About.NOBODY,
        what=_("Reglerne for, hvilket forløb man bliver tilbudt"),
        source=_("Kommunen eller landet"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "number": public(),
            "body": public(),
            "digest": inner(),
            "effective_from": public(),
            "decided_by": public(),
            "why": public(),
            "written_by_id": staff(_("Skrevet af")),
            "created_at": public(),
            "changed_at": public(),
            "activated_at": public(),
            "activated_by_id": staff(_("Taget i brug af")),
            "retired_at": public(),
            "retired_by_id": staff(_("Taget tilbage af")),
        },
    ),
    Holding(
        model=DryRun,
        about=About.NOBODY,
        what=_("Prøver af nye regler: hvor mange der ville skifte forløb, uden navne"),
        source=_RULES,
        purpose="work",
        retention="log",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "policy_id": inner(),
            "digest": inner(),
            "against_id": inner(),
            "at": public(),
            "by_id": staff(_("Prøvet af")),
            "people": public(),
            "moves": public(),
            "closer": public(),
            "freer": public(),
            "flows": public(),
            "groups": public(),
            "caseload": public(),
            # Facts of a few who would move, with neither name nor key: they lead to nobody.
            "examples": inner(),
            "shown_at": public(),
            "shown_to_id": staff(_("Vist til")),
        },
    ),
    Holding(
        model=Course,
        about=About.NOBODY,
        what=_("Hvad forløbene hedder, og hvad de går ud på"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "code": public(),
            "name_da": public(),
            "name_en": public(),
            "description_da": public(),
            "description_en": public(),
            "changed_at": public(),
        },
    ),
    Holding(
        model=ChanceModel,
        about=About.NOBODY,
        what=_("Modeller af, hvor hurtigt folk finder job, lært af grupper"),
        source=_("Regnet ud af siden af kommunens egen historie"),
        purpose="quality",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "version": public(),
            "content": inner(),
            "quality": public(),
            "refused_because": public(),
            "trained_at": public(),
            "history_from": public(),
            "spells": public(),
            "activated_at": public(),
            "activated_by": staff(_("Taget i brug af"), str),
            "why": public(),
            "retired_at": public(),
        },
    ),
    Holding(
        model=FlowDay,
        about=About.NOBODY,
        what=_("Hvor mange der gik fra ét forløb til et andet på en dag"),
        source=_RULES,
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "day": public(),
            "from_course": public(),
            "to_course": public(),
            "people": public(),
        },
    ),
    Holding(
        model=ActivityCursor,
        about=About.NOBODY,
        what=_("Hvor langt siden har talt"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "settled_id": inner(),
            "seen_id": inner(),
            "seen_horizon": inner(),
            "read_at": inner(),
        },
    ),
)
