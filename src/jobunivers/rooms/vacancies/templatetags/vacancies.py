# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an advertisement reads to a person: place, hours, kind of work, where it comes from."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from django.template import Library
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext_lazy

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search.shown import Filter
from jobunivers.foundation.ui.templatetags import ui
from jobunivers.foundation.ui.wording import number
from jobunivers.rooms.vacancies import forms
from jobunivers.rooms.vacancies.models import (
    AlertRhythm,
    Application,
    ApplicationStatus,
    ApplicationStep,
    AppliedHow,
    FoundHow,
    LetterKind,
    Origin,
    Proposal,
    SavedSearch,
    Source,
    Vacancy,
)

register = Library()


# The words of schema.org's employmentType, which every source is read into.
_KINDS: Mapping[str, Promise] = {
    "FULL_TIME": gettext_lazy("Fuldtid"),
    "PART_TIME": gettext_lazy("Deltid"),
    "CONTRACTOR": gettext_lazy("Freelance"),
    "TEMPORARY": gettext_lazy("Tidsbegrænset"),
    "INTERN": gettext_lazy("Praktik eller elev"),
    "VOLUNTEER": gettext_lazy("Frivilligt"),
    "PER_DIEM": gettext_lazy("Vikar"),
}
_LANGUAGES: Mapping[str, Promise] = {
    "en": pgettext_lazy("written in", "engelsk"),
    "sv": pgettext_lazy("written in", "svensk"),
    "no": pgettext_lazy("written in", "norsk"),
    "nb": pgettext_lazy("written in", "norsk"),
    "nn": pgettext_lazy("written in", "norsk"),
    "de": pgettext_lazy("written in", "tysk"),
}
# What the readers of job advertisements answer when a record cannot be taken in.
_REJECTIONS: Mapping[str, Promise] = {
    "no_title": gettext_lazy("Opslaget har ingen titel"),
    "no_description": gettext_lazy("Opslaget har ingen tekst"),
    "no_title_column": gettext_lazy("Der er ingen kolonne med titler"),
    "no_job_posting": gettext_lazy("Siden har intet jobopslag"),
    "not_a_job_posting": gettext_lazy("Posten er ikke et jobopslag"),
    "not_an_object": gettext_lazy("Posten er ikke et jobopslag"),
    "not_json": gettext_lazy("Posten er ikke gyldig JSON"),
    "not_xml": gettext_lazy("Posten er ikke gyldig XML"),
    "xml_forbidden": gettext_lazy("Posten bruger XML, som kan være farlig"),
    "too_large": gettext_lazy("Posten er for stor"),
    "row_too_long": gettext_lazy("Rækken har flere felter end overskrifter"),
    "truncated": gettext_lazy("Posten holder op midt i det hele"),
    "gz_damaged": gettext_lazy("Den pakkede fil er beskadiget"),
    "archive": gettext_lazy("Filen er et arkiv. Pak den ud først"),
    "empty": gettext_lazy("Filen er tom"),
    "duplicate_id": gettext_lazy("Et andet opslag har det samme nummer"),
    "unknown_format": gettext_lazy("Vi kender ikke formatet"),
    "unreadable": gettext_lazy("Posten kunne ikke læses"),
    "entry_unavailable": gettext_lazy("Kilden ville ikke give os opslaget"),
    "address_refused": gettext_lazy("Adressen må ikke hentes"),
    "feed_loop": gettext_lazy("Kilden henviser til sig selv i ring"),
}


@register.filter
def rejection_words(reason: str) -> str:
    """Return why a record was rejected; a reason without words says its code."""
    return str(_REJECTIONS.get(reason, reason))


@register.filter
def employer_words(vacancy: Vacancy) -> str:
    """Return who hires; empty when the source does not say."""
    return vacancy.employer.name if vacancy.employer else ""


@register.filter
def place_words(vacancy: Vacancy) -> str:
    """Return where the work is, as much as is known; empty when the source does not say."""
    if vacancy.city:
        return f"{vacancy.postal_code} {vacancy.city}".strip()
    kommune = places.kommune(vacancy.kommune_code) if vacancy.kommune_code else None
    # A postcode alone, which nobody knows, says nothing of where it is.
    return f"{vacancy.postal_code} {kommune.name}".strip() if kommune else ""


@register.filter
def hours_words(vacancy: Vacancy) -> str:
    """Return the weekly hours, e.g. `37 timer` or `15–20 timer`; empty when not said."""
    least, most = vacancy.hours_min, vacancy.hours_max
    if least is None and most is None:
        return ""
    if least is not None and most is not None and least != most:
        return gettext("%(least)s–%(most)s timer") % {
            "least": _hours(least),
            "most": _hours(most),
        }
    if most is None:
        return gettext("mindst %(hours)s timer") % {"hours": _hours(least)}
    if least is None:
        return gettext("højst %(hours)s timer") % {"hours": _hours(most)}
    return ngettext("%(hours)s time", "%(hours)s timer", int(most)) % {"hours": _hours(most)}


def _hours(value: float | None) -> str:
    return number(value, 0 if value is None or value == int(value) else 1)


@register.filter
def kind_words(vacancy: Vacancy) -> str:
    """Return the kind of employment, e.g. `Deltid, tidsbegrænset`; empty when not said."""
    words = [str(_KINDS[kind]) for kind in vacancy.employment_types if kind in _KINDS]
    return ", ".join([*words[:1], *(word.lower() for word in words[1:])])


@register.filter
def home_words(vacancy: Vacancy) -> str:
    """Return how much of the work can be done at home; empty when none or not said."""
    share = vacancy.remote_share or 0
    if share <= 0:
        return ""
    return gettext("Helt hjemmefra") if share >= 1 else gettext("Delvist hjemmefra")


@register.filter
def language_words(vacancy: Vacancy) -> str:
    """Return the language of an advertisement that is not in Danish; empty for the rest."""
    return str(_LANGUAGES.get(vacancy.language, ""))


@register.filter
def outside_link(vacancy: Vacancy) -> str:
    """Return the address to apply at, or to read more at; only a web address is ever returned."""
    for address in (vacancy.apply_url, vacancy.url):
        if urlsplit(address).scheme in {"http", "https"}:
            return address
    return ""


@register.filter
def web_address(address: str) -> str:
    """Return the address when it is one of the web, else nothing."""
    return address if urlsplit(address).scheme in {"http", "https"} else ""


@register.filter
def status_words(application: Application | ApplicationStep) -> str:
    """Return how far an application has come, in her words."""
    return str(forms.STATUSES[ApplicationStatus(application.status)])


@register.filter
def found_how_words(application: Application) -> str:
    """Return how she found the job."""
    return str(forms.FOUND_HOW[FoundHow(application.found_how)])


@register.filter
def applied_how_words(application: Application) -> str:
    """Return how she applied."""
    return str(forms.APPLIED_HOW[AppliedHow(application.applied_how)])


LETTERS: Mapping[str, Promise] = {
    LetterKind.RECEIVED: gettext_lazy("De har fået din ansøgning"),
    LetterKind.INTERVIEW: gettext_lazy("De vil gerne tale med dig"),
    LetterKind.OFFER: gettext_lazy("De tilbyder dig jobbet"),
    LetterKind.REJECTED: gettext_lazy("De siger nej tak"),
    LetterKind.UNCLEAR: gettext_lazy("Vi kan ikke se, hvad den siger"),
}


@register.filter
def letter_words(proposal: Proposal) -> str:
    """Return what a letter seems to say."""
    return str(LETTERS[LetterKind(proposal.kind)])


@register.filter
def rhythm_words(saved: SavedSearch) -> str:
    """Return how often she hears of new jobs in a saved search."""
    return str(forms.RHYTHMS[AlertRhythm(saved.rhythm)])


@register.simple_tag
def filter_choices(one: Filter) -> SafeString:
    """Return the boxes to tick of a filter.

    Written here and not in the template: a page has up to two hundred of them, and a template
    would spend half of the page's time on them.
    """
    boxes = []
    for at, choice in enumerate(one.choices, start=1):
        number_of = f"{one.name}-{at}"
        checked = " checked" if choice.chosen else ""
        boxes.append(
            '<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox"'
            f' form="search-form" name="{one.name}" value="{escape(choice.value)}"'
            f' id="{number_of}"{checked}><label for="{number_of}">{escape(choice.label)}'
            f' <span class="vac-count-of">({number(choice.count)})</span></label></div>'
        )
    # Value and label are escaped; the filter's name and the numbers are our own.
    return mark_safe("\n".join(boxes))


@register.simple_tag
def source_of(source: Source) -> SafeString:
    """Return the mark that says where an advertisement comes from."""
    if source.origin == Origin.OWN:
        return ui.source_mark("municipality")
    if source.origin == Origin.SHARED:
        return ui.source_mark("library")
    known = "jobnet" if source.code.startswith("jobnet") else "other"
    return ui.source_mark(known, source.name)


@register.simple_tag
def hide_reasons() -> list[tuple[str, str]]:
    """Return the reasons for hiding an advertisement, as value and words."""
    return [(reason.value, str(text)) for reason, text in forms.HIDE_REASONS.items()]
