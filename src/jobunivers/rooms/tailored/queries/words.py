# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model's codes and facts as sentences a person reads."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.ui import wording
from jobunivers.rooms.tailored.queries.signals import source_name

ISCO_ADDRESS = "http://data.europa.eu/esco/isco/C"
# From here on the reading of an advertisement is more often right than wrong.
_PROBABLY = 0.5
_NAMED_SKILLS = 3
# What each language calls itself, in the names of competences.
_OWN_NAMES: Mapping[str, str] = {"da": "dansk", "en": "english"}

Facts = Mapping[str, Any]
# A reason's sentence, and what says what it rests on: a page with the sentence alone does not ask.
Told = tuple[str, Callable[[], str]]
_AGES: tuple[tuple[float, Promise], ...] = (
    (1, gettext_lazy("Slået op inden for det sidste døgn")),
    (7, gettext_lazy("Slået op inden for den sidste uge")),
    (14, gettext_lazy("Slået op inden for de sidste to uger")),
    (31, gettext_lazy("Slået op inden for den sidste måned")),
)


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
    speak = _SPEAKERS.get(kind)
    label, rests_on = speak(way, facts, labels) if speak else (code, _nothing)
    continued = label[:1].lower() + label[1:]
    if code == "distance.near":
        km = {"km": wording.km(facts.get("km"))}
        continued = _("der er %(km)s") % km
        if place == "kommune":
            label = _("%(km)s fra midten af kommunen") % km
            continued = _("der er %(km)s fra midten af kommunen") % km
            rests_on = _nowhere
    # "under 1 km" begins a sentence here.
    label = label[:1].upper() + label[1:]
    if short:
        return ReasonWords(code, label, "", float(reason["weight"]), continued)
    reading = _reading(facts, labels) if kind in {"occupation", "wish"} else ""
    return ReasonWords(code, label, rests_on(), float(reason["weight"]), continued, reading)


def _nothing() -> str:
    return ""


def _nowhere() -> str:
    return _("Vi ved ikke, hvor du bor. Skriv dit sted i profilen, så bliver det rigtigt.")


def _own_address(facts: Facts) -> str:
    if facts.get("mine"):
        return str(facts["mine"])
    return f"{ISCO_ADDRESS}{facts['mine_isco']}" if facts.get("mine_isco") else ""


def _reading(facts: Facts, labels: Mapping[str, str]) -> str:
    """Return how the advertisement was read, and how surely."""
    name = labels.get(facts.get("occupation", ""), "")
    if not name:
        return ""
    if facts.get("confidence", 1.0) < _PROBABLY:
        return _("Vi tror, at det er et job som %(name)s, men vi er ikke sikre.") % {"name": name}
    return _("Vi læser jobbet som %(name)s.") % {"name": name}


def _nearness(facts: Facts) -> str:
    digits = int(facts.get("digits", 0))
    if digits >= 4:  # noqa: PLR2004 - ISCO's unit group: nearly the same work
        return _("Det er næsten samme slags arbejde.")
    if digits == 3:  # noqa: PLR2004 - ISCO's minor group
        return _("Det er beslægtet arbejde.")
    return _("Det hører til samme brede område.")


def _occupation(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:
    mine = labels.get(_own_address(facts), "") or _("dit arbejde")
    if way == "same":
        label = _("Du har erfaring som %(mine)s")
    elif way == "group":
        label = _("Arbejdet ligner det, du har lavet som %(mine)s")
    else:
        label = _("Du kan bruge det, du kan som %(mine)s")
    return label % {"mine": mine}, partial(_kinship, way, facts, labels)


def _kinship(way: str, facts: Facts, labels: Mapping[str, str]) -> str:
    """Return how the advertisement was read, and by which way that is near."""
    reading = _reading(facts, labels)
    if way == "same":
        return reading
    if way == "group":
        return _joined(reading, _nearness(facts))
    return _joined(reading, _("De to slags arbejde bruger mange af de samme kompetencer."))


def _wish(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:
    mine = labels.get(_own_address(facts), "") or _("dit ønske")
    if way == "same":
        label = _("Du ønsker arbejde som %(mine)s")
    elif way == "group":
        label = _("Det ligner dit ønske: %(mine)s")
    else:
        label = _("Det ligger tæt på dit ønske: %(mine)s")
    return label % {"mine": mine}, partial(_kinship, way, facts, labels)


def _skills(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:
    matched = [labels[uri] for uri in facts.get("matched", ()) if uri in labels]
    count = int(facts.get("brought", len(matched)))
    rests_on = partial(_skills_of, way, facts, labels, count)
    if way == "stated" and not count:
        # Nothing of what is asked for: what is worth the points is akin to it.
        return _("Du kan noget, der ligner det, de søger"), rests_on
    named = {"named": listed(matched[:_NAMED_SKILLS])}
    if way == "stated":
        said = _("De søger noget, du kan: %(named)s") if matched else _("De søger noget, du kan")
    elif matched:
        said = _("Du kan noget, arbejdet plejer at kræve: %(named)s")
    else:
        said = _("Du kan noget, arbejdet plejer at kræve")
    return said % named, rests_on


def _skills_of(way: str, facts: Facts, labels: Mapping[str, str], count: int) -> str:
    """Return how many of what is asked for she has, what is akin to it, and what is missing."""
    akin = [labels[uri] for uri in facts.get("akin", ()) if uri in labels]
    missing = [labels[uri] for uri in facts.get("missing", ()) if uri in labels]
    if way == "stated" and not count:
        return _akin_alone(akin, missing)
    near = _("Du kan noget, der ligner: %(named)s.") % {"named": listed(akin)} if akin else ""
    if way != "stated":
        usual = _("Opslaget nævner ingen kompetencer. Vi ser på, hvad arbejdet plejer at kræve.")
        return _joined(usual, near)
    asked = int(facts.get("asked", 0))
    has = ngettext(
        "Du har %(count)s af de %(asked)s kompetencer, vi har fundet i opslaget.",
        "Du har %(count)s af de %(asked)s kompetencer, vi har fundet i opslaget.",
        count,
    ) % {"count": wording.number(count), "asked": wording.number(asked)}
    lacking = ""
    if missing:
        lacking = _("Står ikke i din profil: %(named)s.") % {"named": listed(missing)}
    return _joined(has, near, lacking)


def _akin_alone(akin: list[str], missing: list[str]) -> str:
    near = _("Du kan noget, der ligner: %(named)s.") % {"named": listed(akin)} if akin else ""
    lacking = _("Står ikke i din profil: %(named)s.") % {"named": listed(missing)}
    return _joined(near, lacking if missing else "")


def _distance(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    if way == "unknown":
        return _("Opslaget siger ikke, hvor arbejdet er"), _unknown
    if way == "remote":
        return _("Du kan arbejde hjemmefra"), _nothing
    return _("%(km)s fra dig") % {"km": wording.km(facts.get("km"))}, partial(_measured, facts)


def _measured(facts: Facts) -> str:
    detail = _("Målt i lige linje, og over broerne, når der er vand imellem.")
    if "max_km" in facts:
        farthest = _("Du vil højst rejse %(km)s.") % {"km": wording.km(facts["max_km"])}
        detail = _joined(detail, farthest)
    if facts.get("remote_share", 0.0) > 0:
        detail = _joined(detail, _("Noget af arbejdet kan laves hjemmefra."))
    return detail


def _hours(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    if way == "unknown":
        return _("Opslaget siger ikke, hvor mange timer"), _unknown
    low, high = facts.get("hours_min"), facts.get("hours_max")
    if low is None and high is None:
        return _("Timerne passer til det, du ønsker"), _nothing
    least, most = (wording.hours(one) for one in (high if low is None else low, high or low))
    if least == most:
        return _("%(hours)s timer om ugen") % {"hours": most}, _nothing
    return _("%(least)s–%(most)s timer om ugen") % {"least": least, "most": most}, _nothing


def _freshness(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    if way == "unknown":
        return _("Vi ved ikke, hvornår jobbet er slået op"), _unknown
    days = float(facts.get("days", 0))
    # Spans, not a number: the page counts from today, the model from when it ran.
    for most, label in _AGES:
        if days < most:
            return str(label), _newest_most
    return _("Slået op for mere end en måned siden"), _newest_most


def _newest_most() -> str:
    return _("Nye opslag tæller mest. Det falder til det halve på to uger.")


def _unknown() -> str:
    return _("Det tæller hverken for eller imod.")


def _bridge(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    return _("Du kan bruge det, du kan, i et nyt fag"), lambda: _(
        "Arbejdet er et andet fag end dit. Det tæller mere, jo modigere listen skal være."
    )


def _text(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    return _("Opslaget handler om det samme som din profil"), lambda: _(
        "Vi har sammenlignet ordene i opslaget med dem i din profil."
    )


def _taste(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    return _("Det ligner job, du har vist interesse for"), lambda: _(
        "Vi ser på de job, du har gemt, søgt, bedt om flere af eller skjult."
    )


def _spread(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    return _("Mange andre får også vist jobbet"), lambda: _(
        "Derfor står det lidt længere nede, så I ikke alle søger det samme job."
    )


def _signals(way: str, facts: Facts, labels: Mapping[str, str]) -> Told:  # noqa: ARG001
    names = [source_name(str(one)) for one in facts.get("sources", ())]
    said = listed([name[:1].lower() + name[1:] for name in names])
    label = _("Jobbet ligner noget, som %(source)s har fortalt") % {"source": said}
    return label, lambda: _("Det tæller halvt så meget som det, du selv har skrevet.")


_SPEAKERS: Mapping[str, Callable[[str, Facts, Mapping[str, str]], Told]] = {
    "occupation": _occupation,
    "wish": _wish,
    "skills": _skills,
    "distance": _distance,
    "hours": _hours,
    "freshness": _freshness,
    "bridge": _bridge,
    "text": _text,
    "taste": _taste,
    "spread": _spread,
    "signals": _signals,
}


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def listed(names: list[str]) -> str:
    """Return names as a person lists them: "a, b og c"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return _("%(most)s og %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


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
