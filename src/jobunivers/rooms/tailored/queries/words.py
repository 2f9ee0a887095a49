# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model's codes and facts as sentences a person reads."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui import wording
from jobunivers.rooms.tailored.queries.reason_words import (
    SPEAKERS,
    nothing,
    nowhere,
    read_as,
)

# What each language calls itself, in the names of competences.
_OWN_NAMES: Mapping[str, str] = {"da": "dansk", "en": "english"}


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason in words: the sentence, what it rests on, and its share of the score.

    `continued` is the sentence as it follows another one and "og"; `reading` is the beginning of
    `detail` that says how the advertisement was read.
    """

    code: str
    label: str
    detail: str
    weight: float
    continued: str = ""
    reading: str = ""


def goes_without_saying(
    kinds: Mapping[str, str], labels: Mapping[str, str], language: str
) -> frozenset[str]:
    """Return what nobody lacks for not having written it: the language she reads, and virtues.

    Advertisements ask everyone for care and cooperation; a reader of Danish can Danish. To say
    that they are not in her profile would be to say that she cannot. Sign language is another
    language.

    Args:
        kinds: address → the taxonomy's kind.
        labels: address → name in `language`.
        language: what the page is read in.
    """
    own = _OWN_NAMES.get(language, "")
    return frozenset(
        uri
        for uri, kind in kinds.items()
        if kind == "transversal"
        or (kind == "language" and _is_language(labels.get(uri, "").casefold(), own))
    )


def _is_language(label: str, own: str) -> bool:
    return own in label.split() and "tegnsprog" not in label and "sign language" not in label


def in_words(
    reasons: Iterable[Mapping[str, Any]],
    labels: Mapping[str, str],
    *,
    place: str,
    unsaid: Collection[str] = (),
    short: bool = False,
) -> list[ReasonWords]:
    """Return the stored reasons as sentences, in their order; the weights' sum is untouched.

    `place` is "profile" or "kommune": from where the kilometres were measured. What is `unsaid`
    is never called missing. In `short` what each rests on is left out.
    """
    told = _without_false_bridge(list(reasons))
    said = [_said(reason, labels, place, unsaid, short=short) for reason in told]
    return said if short else _read_once(said)


def _without_false_bridge(reasons: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the reasons without a bridge to another trade where the work is her own.

    An advertisement that is read as her own work with 98 % certainty leaves 2 % to the bridge.
    Its weight is told with the skills that it rests on: the sum stays.
    """
    codes = [str(one["code"]) for one in reasons]
    skills = next((code for code in codes if code.startswith("skills.")), None)
    if "bridge" not in codes or "occupation.same" not in codes or skills is None:
        return reasons
    (rest,) = (one["weight"] for one in reasons if one["code"] == "bridge")
    return [
        {**one, "weight": one["weight"] + rest} if one["code"] == skills else one
        for one in reasons
        if one["code"] != "bridge"
    ]


def _read_once(told: list[ReasonWords]) -> list[ReasonWords]:
    """Say how the advertisement was read only under the first reason that rests on it."""
    said: set[str] = set()
    once = []
    for one in told:
        detail = one.detail
        if one.reading and one.reading in said:
            detail = detail.removeprefix(one.reading).strip()
        said.add(one.reading)
        once.append(replace(one, detail=detail))
    return once


def _said(
    reason: Mapping[str, Any],
    labels: Mapping[str, str],
    place: str,
    unsaid: Collection[str],
    *,
    short: bool,
) -> ReasonWords:
    code, facts = str(reason["code"]), dict(reason["facts"])
    if "missing" in facts:
        facts["missing"] = [uri for uri in facts["missing"] if uri not in unsaid]
    kind, _dot, way = code.partition(".")
    speak = SPEAKERS.get(kind)
    label, rests_on = speak(way, facts, labels) if speak else (code, nothing)
    continued = label[:1].lower() + label[1:]
    if code == "distance.near":
        km = {"km": wording.km(facts.get("km"))}
        continued = _("der er %(km)s") % km
        if place == "kommune":
            label = _("%(km)s fra midten af kommunen") % km
            continued = _("der er %(km)s fra midten af kommunen") % km
            rests_on = nowhere
    # "under 1 km" begins a sentence here.
    label = label[:1].upper() + label[1:]
    if short:
        return ReasonWords(code, label, "", float(reason["weight"]), continued)
    read = read_as(facts, labels) if kind in {"occupation", "wish"} else ""
    return ReasonWords(code, label, rests_on(), float(reason["weight"]), continued, read)


KEPT_AWAY: Mapping[str, Promise] = {
    "applied": gettext_lazy("dem, der står i din joblog"),
    "hidden": gettext_lazy("dem, du har skjult"),
    "licence": gettext_lazy("dem, der kræver et kørekort eller bevis, du ikke har"),
    "too_far": gettext_lazy("dem, der ligger længere væk, end du vil rejse"),
    "hours": gettext_lazy("dem med andre timer, end du ønsker"),
    "language": gettext_lazy("dem på et sprog, du ikke har nævnt"),
    "expired": gettext_lazy("dem, hvor fristen er gået"),
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """The next step of the profile: what to do, why, and the name of the page to do it on."""

    act: Promise
    why: Promise
    page: str


STEPS: Mapping[str, StepWords] = {
    "begin": StepWords(
        gettext_lazy("Lav din profil"),
        gettext_lazy("Skriv, hvad du vil arbejde med. Så finder vi job, der ligner det."),
        "journey:profile",
    ),
    "wishes": StepWords(
        gettext_lazy("Skriv, hvad du vil arbejde med"),
        gettext_lazy("Et enkelt ønske gør forslagene meget bedre."),
        "journey:wishes",
    ),
    "place": StepWords(
        gettext_lazy("Skriv, hvor du bor"),
        gettext_lazy("Så kan vi vise de job, du kan komme frem til."),
        "journey:basics",
    ),
    "experience": StepWords(
        gettext_lazy("Tilføj et job, du har haft"),
        gettext_lazy("Så kan vi finde job, hvor du kan bruge din erfaring."),
        "journey:experience_new",
    ),
    "competences": StepWords(
        gettext_lazy("Skriv, hvad du kan"),
        gettext_lazy("Så kan vi se, hvilke job der søger det."),
        "journey:competences",
    ),
    "education": StepWords(
        gettext_lazy("Tilføj din uddannelse"),
        gettext_lazy("Din rådgiver og du kan se det hele ét sted."),
        "journey:education_new",
    ),
    "languages": StepWords(
        gettext_lazy("Skriv, hvilke sprog du kan, og om du har kørekort"),
        gettext_lazy("Så ved vi, hvilke job du kan få."),
        "journey:languages",
    ),
}
