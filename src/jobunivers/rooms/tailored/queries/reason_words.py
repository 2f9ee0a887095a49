# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each kind of reason as a sentence, and what it rests on."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.wording import listed
from jobunivers.rooms.tailored.queries.signals import source_name

ISCO_ADDRESS = "http://data.europa.eu/esco/isco/C"
# From here on the reading of an advertisement is more often right than wrong.
_PROBABLY = 0.5
_NAMED_SKILLS = 3
Facts = Mapping[str, Any]
# A reason's sentence, and what says what it rests on: a page with the sentence alone does not ask.
Told = tuple[str, Callable[[], str]]
_AGES: tuple[tuple[float, Promise], ...] = (
    (1, gettext_lazy("Slået op inden for det sidste døgn")),
    (7, gettext_lazy("Slået op inden for den sidste uge")),
    (14, gettext_lazy("Slået op inden for de sidste to uger")),
    (31, gettext_lazy("Slået op inden for den sidste måned")),
)


def nothing() -> str:
    """Return what a reason rests on that needs no more words."""
    return ""


def nowhere() -> str:
    """Return what a distance rests on when her place is not known."""
    return _("Vi ved ikke, hvor du bor. Skriv dit sted i profilen, så bliver det rigtigt.")


def _own_address(facts: Facts) -> str:
    if facts.get("mine"):
        return str(facts["mine"])
    return f"{ISCO_ADDRESS}{facts['mine_isco']}" if facts.get("mine_isco") else ""


def read_as(facts: Facts, labels: Mapping[str, str]) -> str:
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
    reading = read_as(facts, labels)
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
        return _("Du kan arbejde hjemmefra"), nothing
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
        return _("Timerne passer til det, du ønsker"), nothing
    least, most = (wording.hours(one) for one in (high if low is None else low, high or low))
    if least == most:
        return _("%(hours)s timer om ugen") % {"hours": most}, nothing
    return _("%(least)s–%(most)s timer om ugen") % {"least": least, "most": most}, nothing


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


SPEAKERS: Mapping[str, Callable[[str, Facts, Mapping[str, str]], Told]] = {
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
