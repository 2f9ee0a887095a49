# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens can be found by in the overview: one table of fields.

A field is a filter, a column and a sort at once. `code` stands in the address. Ages of days are
asked as days (or weeks) before today, so that a filter that is kept stays true tomorrow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.journey.queries.words import EDUCATION_LEVELS, LANGUAGE_LEVELS
from jobunivers.science.attention import RULES, Rule


class Kind(StrEnum):
    """How a field is asked for and shown."""

    NUMBER = "number"  # from – to
    AGO = "ago"  # a day that was: from – to days or weeks ago, or never
    AHEAD = "ahead"  # a day to come: from – to days from now, or none
    AGE = "age"  # years, from the day of birth
    CHOICE = "choice"  # one of several, several may be chosen
    CODES = "codes"  # a list of codes, any of those chosen
    YES = "yes"  # yes or no
    TEXT = "text"  # begins with
    CONCEPT = "concept"  # a list of occupations
    NAME = "name"  # any part of it


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its code in the address, its words, its kind, and its column of the row."""

    code: str
    words: Promise
    kind: Kind
    column: str
    group: str
    choices: Mapping[str, Promise] = field(default_factory=dict)
    days: int = 1  # AGO and AHEAD: days of one unit (7: weeks)


GROUPS: Mapping[str, Promise] = {
    "way": _("Forløb"),
    "acts": _("Det, borgeren gør"),
    "plan": _("Planen"),
    "profile": _("Profilen"),
    "reach": _("Sted og timer"),
}
_READINESS = {
    "alone": _("Klarer det meste på skærmen selv"),
    "some_help": _("Lidt hjælp gør det nemmere"),
    "together": _("Nemmest sammen med et menneske"),
}
_WISHES = {
    "self": _("Vil helst selv"),
    "together": _("Noget på nettet, noget sammen"),
    "in_person": _("Vil helst mødes eller tale"),
}
_MEETINGS = {"ahead": _("Aftalt"), "held": _("Holdt"), "missed": _("Ikke kommet")}
_LICENCES = {
    "B": _("Bil"), "C": _("Lastbil"), "D": _("Bus"), "E": _("Stort påhæng"), "truck": _("Truck"),
    "taxi": _("Taxi"), "crane": _("Kran"), "welding": _("Svejsning"),
    "food_hygiene": _("Hygiejne"), "first_aid": _("Førstehjælp"),
}  # fmt: skip
_LANGUAGES = {
    "da": _("Dansk"), "en": _("Engelsk"), "de": _("Tysk"), "sv": _("Svensk"), "no": _("Norsk"),
    "fr": _("Fransk"), "es": _("Spansk"), "pl": _("Polsk"), "ro": _("Rumænsk"),
    "uk": _("Ukrainsk"), "ru": _("Russisk"), "ar": _("Arabisk"), "tr": _("Tyrkisk"),
    "so": _("Somali"), "fa": _("Persisk"), "ur": pgettext_lazy("a language", "Urdu"),
}  # fmt: skip


def _rule_name(rule: Rule) -> str:
    return rule.name.said(get_language() or "da", {})


_rule_name_later = lazy(_rule_name, str)
# What `lazy` returns waits for its language, whatever its type says.
_POINTS = {code: cast("Promise", _rule_name_later(rule)) for code, rule in RULES.items()}
# Both are filled from the kommune's own rows when a page is made.
COURSE, CONSULTANT = "forloeb", "konsulent"
POINTS, LATELY = "opmaerksom", "senest"

_ALL = (
    Field("navn", _("Navn"), Kind.NAME, "sort_key", "way"),
    Field("alder", _("Alder"), Kind.AGE, "born_on", "way"),
    Field("ledig", _("Uger som ledig"), Kind.AGO, "out_since", "way", days=7),
    Field(COURSE, _("Forløb"), Kind.CHOICE, "course", "way"),
    Field("trin", _("Trin på trappen"), Kind.NUMBER, "step", "way"),
    Field("forloeb-siden", _("Dage i forløbet"), Kind.AGO, "course_since", "way"),
    Field(CONSULTANT, _("Personlig jobkonsulent"), Kind.CHOICE, "consultant_id", "way"),
    Field(POINTS, _("Opmærksomhedspunkter"), Kind.CODES, "flags", "way", _POINTS),
    Field("beskyttet", _("Beskyttet navn og adresse"), Kind.YES, "protected", "way"),
    Field("indsigelse", _("Indsigelse venter"), Kind.YES, "objection_open", "way"),
    Field("fravaer", _("Fraværende"), Kind.YES, "absent", "way"),
    Field("fravaer-slut", _("Fravær slutter om dage"), Kind.AHEAD, "absent_until", "way"),
    Field("klarer", _("Klarer sig digitalt"), Kind.CHOICE, "readiness", "way", _READINESS),
    Field("vil", _("Egen måde"), Kind.CHOICE, "own_wish", "way", _WISHES),
    Field("foerste-moede", _("Første møde"), Kind.CHOICE, "meeting", "way", _MEETINGS),
    Field("moede-om", _("Første møde om dage"), Kind.AHEAD, "meeting_on", "way"),
    Field("ny", _("Dage på platformen"), Kind.AGO, "came_on", "way"),
    Field(LATELY, _("Dage siden sidste hændelse"), Kind.AGO, "lately_on", "acts"),
    Field("login", _("Dage siden login"), Kind.AGO, "last_login_on", "acts"),
    Field("aktiv", _("Dage siden aktiv"), Kind.AGO, "last_active_on", "acts"),
    Field("point", _("Aktivitet på 30 dage"), Kind.NUMBER, "points30", "acts"),
    Field("ansoegt7", _("Ansøgninger på 7 dage"), Kind.NUMBER, "applications7", "acts"),
    Field("ansoegt30", _("Ansøgninger på 30 dage"), Kind.NUMBER, "applications30", "acts"),
    Field("ansoegt90", _("Ansøgninger på 90 dage"), Kind.NUMBER, "applications90", "acts"),
    Field("ansoegt", _("Dage siden ansøgning"), Kind.AGO, "last_applied_on", "acts"),
    Field("samtaler", _("Jobsamtaler på 90 dage"), Kind.NUMBER, "interviews90", "acts"),
    Field("tilbud", _("Jobtilbud"), Kind.NUMBER, "offers", "acts"),
    Field("afslag", _("Afslag"), Kind.NUMBER, "rejections", "acts"),
    Field("ubesvaret", _("Ansøgninger uden svar"), Kind.NUMBER, "unanswered", "acts"),
    Field("gemt", _("Gemte job"), Kind.NUMBER, "stars", "acts"),
    Field("tavs", _("Beskeder uden svar i træk"), Kind.NUMBER, "pushes_unanswered", "acts"),
    Field("svar", _("Dage siden svar på besked"), Kind.AGO, "last_answer_on", "acts"),
    Field("maal", _("Åbne mål"), Kind.NUMBER, "goals_open", "plan"),
    Field("aktiviteter", _("Åbne aktiviteter"), Kind.NUMBER, "activities_open", "plan"),
    Field("naeste", _("Dage til næste aktivitet"), Kind.AHEAD, "next_on", "plan"),
    Field("overskredet", _("Aktiviteter efter deres dag"), Kind.NUMBER, "overdue", "plan"),
    Field("gjort", _("Dage siden noget blev gjort"), Kind.AGO, "last_done_on", "plan"),
    Field("venter-borger", _("Aftaler, borgeren skal svare på"), Kind.NUMBER, "waits_for_her",
          "plan"),
    Field("venter-os", _("Aftaler, vi skal svare på"), Kind.NUMBER, "waits_for_staff", "plan"),
    Field("aftaler-overskredet", _("Aftaler efter deres dag"), Kind.NUMBER, "agreements_overdue",
          "plan"),
    Field("krav", _("Krav til jobsøgning er fastsat"), Kind.YES, "requirements_fixed", "plan"),
    Field("profil", _("Profilen i procent"), Kind.NUMBER, "profile_share", "profile"),
    Field("cv", _("Har et CV"), Kind.YES, "has_cv", "profile"),
    Field("har-vaeret", _("Har arbejdet som"), Kind.CONCEPT, "occupations_had", "profile"),
    Field("oensker", _("Ønsker job som"), Kind.CONCEPT, "occupations_wished", "profile"),
    Field("kompetencer", _("Antal kompetencer"), Kind.NUMBER, "competences", "profile"),
    Field("sprog", _("Sprog"), Kind.CODES, "languages", "profile", _LANGUAGES),
    Field("dansk", _("Dansk"), Kind.CHOICE, "danish", "profile", dict(LANGUAGE_LEVELS)),
    Field("koerekort", _("Kørekort og certifikater"), Kind.CODES, "licences", "profile",
          _LICENCES),
    Field("uddannelse", _("Uddannelse"), Kind.CHOICE, "education", "profile",
          {code: words for code, words in EDUCATION_LEVELS.items() if code != "course"}),
    Field("erfaring", _("Måneders erfaring"), Kind.NUMBER, "experience_months", "profile"),
    Field("postnummer", _("Postnummer"), Kind.TEXT, "postcode", "reach"),
    Field("by", _("By"), Kind.TEXT, "town", "reach"),
    Field("km", _("Km til arbejde"), Kind.NUMBER, "max_km", "reach"),
    Field("timer-fra", _("Mindst timer om ugen"), Kind.NUMBER, "hours_min", "reach"),
    Field("timer-til", _("Højst timer om ugen"), Kind.NUMBER, "hours_max", "reach"),
    Field("hjemme", _("Vil gerne arbejde hjemmefra"), Kind.YES, "remote", "reach"),
)  # fmt: skip
FIELDS: Mapping[str, Field] = {one.code: one for one in _ALL}
COLUMNS = (COURSE, "ledig", "aktiv", "ansoegt30", "naeste", LATELY, POINTS, CONSULTANT)
"""The columns that stand until somebody chooses others; the name always stands first."""
