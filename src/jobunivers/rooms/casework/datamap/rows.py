# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held for the overview: a prepared row of each citizen, filters, and when it was made."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Field,
    Holding,
    by,
    confidential,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.taxonomy.words import CERTIFICATES, DRIVING, LANGUAGES
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.casework.models import CitizenRow, OverviewState, SavedFilter
from jobunivers.rooms.journey.queries.words import EDUCATION_LEVELS, LANGUAGE_LEVELS
from jobunivers.rooms.segmentation.queries import course_word
from jobunivers.science.attention import RULES

_READINESS = {
    "alone": _("Du klarer det meste på skærmen selv"),
    "some_help": _("Lidt hjælp gør det nemmere for dig"),
    "together": _("Det er nemmest for dig sammen med et menneske"),
}
_WISHES = {
    "self": _("Du vil helst selv"),
    "together": _("Noget på nettet, noget sammen"),
    "in_person": _("Du vil helst mødes eller tale"),
}
_MEETINGS = {"ahead": _("Aftalt"), "held": _("Holdt"), "missed": _("Blev ikke til noget")}
_LATELY = {
    "applied": _("Du søgte et job"),
    "done": _("Du gjorde en aktivitet færdig"),
    "answered": _("Du svarede på en besked"),
    "met": _("Du var til første møde"),
    "course": _("Du fik et nyt forløb"),
    "out": _("Du blev ledig"),
    "came": _("Du kom på platformen"),
}


def _occupations(uris: list[str]) -> str:
    return ", ".join(taxonomy.labels(uris, get_language() or "da").values())


def _each(names: dict[str, Promise], codes: Iterable[str]) -> str:
    return ", ".join(str(by(names)(code)) for code in codes)


def _languages(codes: list[str]) -> str:
    return _each(dict(LANGUAGES), codes)


def _licences(codes: list[str]) -> str:
    return _each({**DRIVING, **CERTIFICATES}, codes)


def _points(codes: list[str]) -> str:
    language = get_language() or "da"
    return ", ".join(
        RULES[code].name.said(language, {}) if code in RULES else code for code in codes
    )


_HER_WAY: dict[str, Field] = {
    "protected": confidential(_("Dit navn og din adresse er beskyttet")),
    "name": ordinary(_("Navn")),
    "sort_key": inner(),
    "born_on": ordinary(_("Født")),
    "came_on": ordinary(_("Dagen, du kom på platformen")),
    "out_since": confidential(_("Uden job siden")),
    "course": confidential(_("Forløb"), course_word),
    "step": confidential(_("Trin på trappen")),
    "course_since": confidential(_("I forløbet siden")),
    "consultant_id": staff(_("Personlig jobkonsulent")),
    "objection_open": confidential(_("Du har sagt nej til dit forløb og venter på svar")),
    "absent": confidential(_("Du er væk")),
    "absent_until": confidential(_("Væk indtil")),
    "readiness": confidential(_("Det digitale"), by(_READINESS)),
    "own_wish": confidential(_("Hvordan du helst vil have hjælp"), by(_WISHES)),
    "meeting": confidential(_("Første møde"), by(_MEETINGS)),
    "meeting_on": confidential(_("Dagen for det første møde")),
}
_HER_ACTS: dict[str, Field] = {
    "last_login_on": confidential(_("Sidste dag, du loggede ind")),
    "last_active_on": confidential(_("Sidste dag, du var i gang")),
    "points30": confidential(_("Point for aktivitet, 30 dage")),
    "applications7": confidential(_("Ansøgninger, 7 dage")),
    "applications30": confidential(_("Ansøgninger, 30 dage")),
    "applications90": confidential(_("Ansøgninger, 90 dage")),
    "last_applied_on": confidential(_("Sidste dag, du søgte et job")),
    "interviews90": confidential(_("Jobsamtaler, 90 dage")),
    "offers": confidential(_("Tilbud om job")),
    "rejections": confidential(_("Afslag")),
    "unanswered": confidential(_("Ansøgninger uden svar")),
    "stars": ordinary(_("Job, du har gemt")),
    "pushes_unanswered": confidential(_("Beskeder i træk, du ikke har svaret på")),
    "last_answer_on": confidential(_("Sidste dag, du svarede på en besked")),
    "lately": confidential(_("Det seneste"), by(_LATELY)),
    "lately_on": confidential(_("Dagen for det seneste")),
}
_HER_PLAN: dict[str, Field] = {
    "goals_open": confidential(_("Åbne mål")),
    "activities_open": confidential(_("Åbne aktiviteter")),
    "next_on": confidential(_("Dagen for det næste")),
    "overdue": confidential(_("Aktiviteter, hvis dag er gået")),
    "last_done_on": confidential(_("Sidste dag, du gjorde noget færdigt")),
    "waits_for_her": confidential(_("Aftaler, du skal svare på")),
    "waits_for_staff": confidential(_("Aftaler, kommunen skal svare på")),
    "agreements_overdue": confidential(_("Aftaler, hvis dag er gået")),
    "requirements_fixed": confidential(_("Krav til jobsøgning er aftalt")),
}
_HER_PROFILE: dict[str, Field] = {
    "profile_share": ordinary(_("Så meget af profilen er udfyldt, procent")),
    "has_cv": ordinary(_("Du har et CV")),
    "occupations_had": ordinary(_("Det, du har arbejdet som"), _occupations),
    "occupations_wished": ordinary(_("Det, du vil arbejde som"), _occupations),
    "competences": ordinary(_("Så mange kompetencer har du skrevet")),
    "languages": ordinary(_("Sprog"), _languages),
    "danish": ordinary(_("Dansk"), by(LANGUAGE_LEVELS)),
    "licences": ordinary(_("Kørekort og beviser"), _licences),
    "education": ordinary(_("Uddannelse"), by(EDUCATION_LEVELS)),
    "experience_months": ordinary(_("Måneder, du har arbejdet")),
    "postcode": ordinary(_("Postnummer")),
    "town": ordinary(_("By")),
    "max_km": ordinary(_("Så langt vil du rejse, km")),
    "hours_min": ordinary(_("Mindst timer om ugen")),
    "hours_max": ordinary(_("Højst timer om ugen")),
    "remote": ordinary(_("Du vil gerne arbejde hjemmefra")),
}

hold(
    Holding(
        model=CitizenRow,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Det korte overblik over dig, som medarbejdere kan søge i"),
        source=_("Samlet af siden af det, der står andre steder om dig"),
        purpose="journey",
        retention="journey",
        seen_by=(*sorted(ADVISING), "manager"),
        at="changed_at",
        title=lambda row: row.name,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            **_HER_WAY,
            **_HER_ACTS,
            **_HER_PLAN,
            **_HER_PROFILE,
            "flags": confidential(_("Det, vi har lagt mærke til"), _points),
            "changed_at": ordinary(_("Samlet den")),
        },
    ),
    Holding(
        model=SavedFilter,
        about=About.STAFF,
        subject="owner_id",
        group="work",
        what=_("Filtre, du har gemt til oversigten"),
        source=_("Dig selv"),
        purpose="work",
        retention="account",
        seen_by=(*sorted(ADVISING), "manager"),
        at="changed_at",
        title=lambda row: row.name,
        hers=True,
        change="casework:overview",
        fields={
            "id": inner(),
            "municipality": inner(),
            "owner_id": inner(),
            "name": ordinary(_("Navn")),
            "query": ordinary(_("Hvad det søger efter")),
            "shared": ordinary(_("Delt med kolleger")),
            "created_at": ordinary(_("Gemt")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=OverviewState,
        about=About.NOBODY,
        what=_("Hvornår oversigten sidst blev lavet, og hvor mange der er i den"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), "municipality": inner(), "made_at": public(), "people": public()},
    ),
)
