# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What words mean in the taxonomy: job titles as occupations, texts as skills.

The models are built from the taxonomy in use and kept in the process; they are the same in
every process, because science builds them from the same rows without chance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import queries
from jobunivers.foundation.taxonomy.models import ESCO, Occupation
from jobunivers.foundation.taxonomy.reader import LANGUAGE_CHARACTERS, TextReader
from jobunivers.foundation.taxonomy.remembered import Asked, Remembered
from jobunivers.foundation.taxonomy.suggest import Entry
from jobunivers.foundation.text import fold
from jobunivers.science import language as science_language
from jobunivers.science import occupations as science_occupations
from jobunivers.science import skills as science_skills
from jobunivers.science.danish import tokens
from jobunivers.science.labels import UNIT
from jobunivers.science.occupations import Label, OccupationEntry, TitleIndex
from jobunivers.science.skills import SkillEntry, SkillFinder, SkillFound

# From here on a guess is more often right than wrong (calibrated: science/README.md).
PROBABLY = 0.5
# Shorter names of towns (Ans, Them, Hals) are words as well.
SHORTEST_PLACE = 5


class OccupationMeant(NamedTuple):
    """The occupation a title probably means."""

    uri: str
    isco: str
    confidence: float


def _titles() -> TitleIndex:
    return _index(queries.title_entries(), [])


def _index(titled: Iterable[Entry], groups: Sequence[OccupationEntry]) -> TitleIndex:
    named: dict[str, list[Label]] = defaultdict(list)
    isco: dict[str, str] = {}
    for entry in titled:
        named[entry.uri].append(Label(entry.text, entry.language, entry.preferred))
        isco[entry.uri] = entry.place
    vocabulary = [entry.text for entry in queries.skill_entries() if entry.language == "da"]
    entries = [OccupationEntry(uri, isco[uri], tuple(labels)) for uri, labels in named.items()]
    used = {word for labels in named.values() for label in labels for word in tokens(label.text)}
    noise = _place_names() - used
    return TitleIndex.build([*entries, *groups], vocabulary=vocabulary, noise=noise)


def _groups() -> list[OccupationEntry]:
    """Return the ISCO groups, a unit group with its Danish subdivisions' names if they are here."""
    danish: dict[str, list[Label]] = defaultdict(list)
    for row in queries.disco_codes(""):
        if len(row.code) > UNIT:
            danish[row.code[:UNIT]].append(Label(row.label_da))
    return [
        OccupationEntry(
            row.uri,
            row.code,
            (
                Label(row.label_da, "da", preferred=True),
                Label(row.label_en, "en", preferred=True),
                *danish[row.code],
            ),
            group=True,
        )
        for row in queries.occupation_groups()
    ]


def _place_names() -> set[str]:
    """Return the names of kommuner and towns that are one word: "Kok Holstebro" is a cook."""
    # Here, because the map's own module is built on the taxonomy's record of imports.
    from jobunivers.foundation.places.models import KommuneArea, Postcode

    kommuner = KommuneArea.objects.order_by("code").values_list("name", flat=True)
    towns = Postcode.objects.order_by("code").values_list("city", flat=True)
    words = (tokens(name) for name in (*kommuner, *towns))
    return {w for name in words if len(name) == 1 for w in name if len(w) >= SHORTEST_PLACE}


def _skills() -> SkillFinder:
    named: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, str] = {}
    for entry in queries.skill_entries():
        named[entry.uri][entry.language].append(entry.text)
        kinds[entry.uri] = entry.place
    return SkillFinder.build(
        [
            SkillEntry(
                uri=uri,
                labels={lang: tuple(texts) for lang, texts in labels.items()},
                kind=kinds[uri],
            )
            for uri, labels in named.items()
        ]
    )


def skills_of_texts(asked: Sequence[Asked]) -> list[list[SkillFound]]:
    """Return the skills each text names; a text without a language is looked at for it."""
    finder = skills.get(fresh=True)
    return [finder.find(one.text, one.language or _spoken(one.text)) for one in asked]


def _spoken(text: str) -> str:
    return science_language.detect(text[:LANGUAGE_CHARACTERS])[0]


@dataclass(frozen=True, slots=True)
class Names:
    """What every concept is called, by address and language."""

    by_language: dict[str, dict[str, str]]

    def label(self, uri: str, language: str) -> str:
        """Return what the concept is called in the language, else in Danish or any other."""
        known = self.by_language.get(uri, {})
        return known.get(language) or known.get("da") or next(iter(known.values()), "")


def _names() -> Names:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in (*queries.title_entries(), *queries.skill_entries()):
        if entry.label:
            found[entry.uri].setdefault(entry.language, entry.label)
    for group in _groups():
        found[group.uri] |= {name.lang: name.text for name in group.labels if name.preferred}
    return Names(dict(found))


def _concepts() -> TitleIndex:
    return _index(_of_one_taxonomy(), _groups())


def _of_one_taxonomy() -> list[Entry]:
    """Return the names of ESCO's occupations where ESCO is, else of the starter's.

    Whoever asks with a text of their own wants an answer in one taxonomy; what the starter has
    and ESCO has not would stand in the way. The names that ESCO took over stay.
    """
    entries = queries.title_entries()
    rows = queries.occupations().filter(source=ESCO)
    esco = set(rows.values_list("uri", flat=True))
    return [entry for entry in entries if entry.uri in esco] if esco else entries


titles = Cached(_titles, queries.version)
skills = Cached(_skills, queries.version)
concepts = Cached(_concepts, queries.version)
"""Titles of one taxonomy with the ISCO groups: for whoever asks with a text of their own."""
names = Cached(_names, queries.version)
_may_guess: list[Callable[[], bool]] = []


def reader() -> TextReader:
    """Return a reader of advertisements with today's models."""
    return TextReader(titles.get(), skills.get())


def model_version() -> str:
    """Return what understood a text: the models' versions and the taxonomy's number."""
    return f"{science_occupations.VERSION}+{science_skills.VERSION}@{queries.version()}"


def isco_of(uris: Iterable[str]) -> dict[str, str]:
    """Return the ISCO code of each occupation that has one."""
    rows = Occupation.objects.filter(uri__in=set(uris)).exclude(isco="").order_by("pk")
    return dict(rows.values_list("uri", "isco"))


def ask_before_guessing(may: Callable[[], bool]) -> None:
    """Let the floor above say whether a person's own words may be guessed at, here and now."""
    _may_guess[:] = [may]


def _meant(asked: Sequence[Asked]) -> list[OccupationMeant | None]:
    found = titles.get(fresh=True).guess([one.text for one in asked], top=1)
    isco = isco_of([guess.uri for guesses in found for guess in guesses])
    return [
        OccupationMeant(best.uri, isco.get(best.uri, ""), best.confidence)
        if best is not None and best.confidence >= PROBABLY
        else None
        for best in (next(iter(guesses), None) for guesses in found)
    ]


# A title that people type is asked again and again; after an import nobody waits for the new model.
_remembered = Remembered(_meant, model_version)


def occupation_meant(title: str) -> OccupationMeant | None:
    """Return the occupation that somebody's own words probably mean.

    None when that is not clear, and where the kommune has switched such guesses off.
    """
    if not all(may() for may in _may_guess):
        return None
    (meant,) = _remembered.get([Asked(title)])
    return meant


def skill_meant(words: str) -> str:
    """Return the address of the skill that is called this in any language, or ""."""
    for language in ("da", "en"):
        for suggestion in queries.suggest_skills(words, language, limit=3):
            if fold(suggestion.matched) == fold(words):
                return suggestion.uri
    return ""
