# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of her steps, of how she likes screens, and of help at the counter."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    inner,
    ordinary,
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.entrance.forms.counter import SHOWN_WORDS
from jobunivers.rooms.entrance.forms.walking import ANSWERS, QUESTION_WORDS, WISHED_WORDS
from jobunivers.rooms.entrance.models import (
    Confirmed,
    HelpSession,
    Level,
    OwnWish,
    SelfTest,
    StepState,
    StepTaken,
    Walk,
)
from jobunivers.rooms.entrance.views.walking import STEP_WORDS

_HERS = {"id": inner(), "municipality": inner(), "citizen_id": inner()}
_SEEN = tuple(ADVISING)
_YOU = _("Dig selv, eller en medarbejder ved skranken i dit navn")
_STATES = {StepState.DONE: _("Gjort"), StepState.SKIPPED: _("Sprunget over")}
_CONFIRMED = {
    Confirmed.OWN_LOGIN: _("Med dit eget login"),
    Confirmed.AT_THE_COUNTER: _("Ved skranken"),
}
_LEVELS = {
    Level.ALONE: _("Du klarer det meste på skærmen selv."),
    Level.SOME_HELP: _("Du klarer meget selv, og lidt hjælp gør det nemmere."),
    Level.TOGETHER: _("Det er nemmest for dig sammen med et menneske."),
}
_POINTS = dict(ANSWERS)


def _answers(points: Mapping[str, int]) -> str:
    """Return her answers: each question with what she chose."""
    return " ".join(
        f"{by(QUESTION_WORDS)(question)} {by(_POINTS)(str(chosen))}."
        for question, chosen in points.items()
    )


def _percent(score: float) -> str:
    return f"{score:.0%}".replace("%", " %")


WALKING = (
    Holding(
        model=Walk,
        about=About.CITIZEN,
        subject="citizen_id",
        group="who",
        what=_("Hvornår du begyndte her, og blev færdig med begyndelsen"),
        source=_YOU,
        purpose="account",
        retention="journey",
        seen_by=_SEEN,
        at="begun_at",
        title=lambda _row: _("Din vej ind"),
        fields={
            **_HERS,
            "begun_at": ordinary(_("Begyndt")),
            "finished_at": ordinary(_("Færdig")),
            "put_off_until": ordinary(_("Udsat til")),
        },
    ),
    Holding(
        model=StepTaken,
        about=About.CITIZEN,
        subject="citizen_id",
        group="who",
        what=_("Trin på vej ind, som du har gjort eller sprunget over"),
        source=_YOU,
        purpose="account",
        retention="journey",
        seen_by=_SEEN,
        at="at",
        fields={
            **_HERS,
            "step": ordinary(_("Trin på vejen"), by(STEP_WORDS)),
            "state": ordinary(_("Hvordan det gik"), by(_STATES)),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=SelfTest,
        about=About.CITIZEN,
        subject="citizen_id",
        group="profile",
        what=_("Dine svar om, hvordan det går dig på skærmen"),
        source=_YOU,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="at",
        title=lambda _row: _("Selvtest"),
        hers=True,
        change="entrance:self_test",
        fields={
            **_HERS,
            "at": ordinary(_("Hvornår")),
            "actor_id": staff(_("Skrevet af")),
            "version": inner(),
            "answers": confidential(_("Dine svar"), _answers),
            "score": confidential(_("Det, svarene giver"), _percent),
            "level": confidential(_("Hvad det betyder"), by(_LEVELS)),
            "replaced_at": ordinary(_("Erstattet af en ny")),
        },
    ),
    Holding(
        model=OwnWish,
        about=About.CITIZEN,
        subject="citizen_id",
        group="profile",
        what=_("Hvordan du helst vil have hjælp"),
        source=_YOU,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="at",
        title=lambda row: by(WISHED_WORDS)(row.wish),
        change="entrance:readiness",
        fields={
            **_HERS,
            "at": ordinary(_("Hvornår")),
            "actor_id": staff(_("Skrevet af")),
            "version": inner(),
            "wish": confidential(_("Dit ønske"), by(WISHED_WORDS)),
            "replaced_at": ordinary(_("Erstattet af et nyt")),
        },
    ),
    Holding(
        model=HelpSession,
        about=About.CITIZEN,
        subject="citizen_id",
        group="log",
        what=_("Gange, hvor en medarbejder har hjulpet dig i dit navn"),
        source=_("Skrevet af siden, da du sagde ja"),
        purpose="security",
        retention="log",
        seen_by=_SEEN,
        at="asked_at",
        title=lambda _row: _("Hjælp ved skranken"),
        change="entrance:helped",
        fields={
            **_HERS,
            "helper_id": staff(_("Hvem hjalp")),
            "asked_at": ordinary(_("Spurgt")),
            "confirmed_at": ordinary(_("Du sagde ja")),
            "confirmed": ordinary(_("Hvordan du sagde ja"), by(_CONFIRMED)),
            "shown": ordinary(_("Hvad du viste"), by(SHOWN_WORDS)),
            "ends_at": ordinary(_("Slutter senest")),
            "ended_at": ordinary(_("Sluttet")),
            "ended_by_id": staff(_("Sluttet af")),
        },
    ),
)
