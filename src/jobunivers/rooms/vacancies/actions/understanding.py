# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what a source says to what an advertisement means: once per changed text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.integrations.jobads.html import clean_html, plain_text
from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.rooms.vacancies.actions import fingerprints
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.science import language as science_language
from jobunivers.science.duplicates import fingerprint
from jobunivers.science.occupations import Guess

_AT_A_TIME = 500
_CONTEXT_CHARACTERS = 600
# Beyond this many a text names more than a person reads; the surest are kept.
_MOST_SKILLS = 40
_ISCO_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What an advertisement means, ready for its row."""

    description: str
    text: str
    language: str
    country: str
    kommune_code: str
    latitude: float | None
    longitude: float | None
    place_precision: str
    occupation_uri: str
    occupation_confidence: float
    isco: str
    area: str
    skills: list[dict[str, Any]]
    understood_by: str
    fingerprint: dict[str, Any]
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    """The part that depends on the models: occupation, area and skills."""

    uri: str
    confidence: float
    isco: str
    area: str
    skills: list[dict[str, Any]]


class Understander:
    """Understands batches; holds the models that the process keeps at hand."""

    def __init__(self) -> None:
        self._titles = meaning.titles.get()
        self._skills = meaning.skills.get()
        self._version = meaning.model_version()

    def understand(self, records: Sequence[VacancyRecord]) -> list[Understood]:
        """Return what each record means, in order."""
        descriptions = [clean_html(record.description) for record in records]
        texts = [plain_text(description) for description in descriptions]
        languages = [
            record.language or _language(record.title, text)
            for record, text in zip(records, texts, strict=True)
        ]
        meant = self.mean(
            titles=[record.title for record in records],
            texts=texts,
            languages=languages,
            given=[_isco_given(record) for record in records],
        )
        return [
            self._whole(record, description, text, language, means)
            for record, description, text, language, means in zip(
                records, descriptions, texts, languages, meant, strict=True
            )
        ]

    def mean(
        self,
        *,
        titles: Sequence[str],
        texts: Sequence[str],
        languages: Sequence[str],
        given: Sequence[str],
    ) -> list[_Meant]:
        """Return occupation, area and skills of each text."""
        guesses = self._titles.guess(
            titles, context=[text[:_CONTEXT_CHARACTERS] for text in texts], top=5
        )
        isco = meaning.isco_of({guess.uri for found in guesses for guess in found})
        meant = []
        for found, text, language, code in zip(guesses, texts, languages, given, strict=True):
            best = _choose(found, isco, code)
            digits = isco.get(best.uri, "") if best else code
            area = taxonomy.area_of(digits) if digits else None
            meant.append(
                _Meant(
                    uri=best.uri if best else "",
                    confidence=round(best.confidence, 3) if best else 0.0,
                    isco=digits,
                    area=area.slug if area else "",
                    skills=self._skills_in(text, language),
                )
            )
        return meant

    def _skills_in(self, text: str, language: str) -> list[dict[str, Any]]:
        """Return each skill once, with the words that show it best and where they stand."""
        best: dict[str, Any] = {}
        for found in self._skills.find(text, language or "da"):
            before = best.get(found.uri)
            if before is None or found.confidence > before.confidence:
                best[found.uri] = found
        surest = sorted(best.values(), key=lambda one: (-one.confidence, one.start))[:_MOST_SKILLS]
        return [
            {
                "uri": one.uri,
                "words": one.words,
                "start": one.start,
                "end": one.end,
                "confidence": round(one.confidence, 3),
            }
            for one in surest
        ]

    def _whole(
        self, record: VacancyRecord, description: str, text: str, language: str, meant: _Meant
    ) -> Understood:
        located = places.locate(
            postal_code=record.postal_code,
            city=record.city,
            municipality=record.municipality,
            lat=record.latitude,
            lon=record.longitude,
            country=record.country,
        )
        place = f"{record.postal_code} {record.city or record.municipality}"
        print_ = fingerprint(record.title, record.employer_name, place, text)
        return Understood(
            description=description,
            text=text,
            language=language,
            country=located.country[:2],
            kommune_code=located.kommune_code,
            latitude=located.lat,
            longitude=located.lon,
            place_precision=located.precision,
            occupation_uri=meant.uri,
            occupation_confidence=meant.confidence,
            isco=meant.isco,
            area=meant.area,
            skills=meant.skills,
            understood_by=self._version[:40],
            fingerprint=fingerprints.stored(print_),
            bands=print_.bands,
        )


def understander() -> Understander:
    """Return an understander with the models of today's taxonomy."""
    return Understander()


def _language(title: str, text: str) -> str:
    code, _confidence = science_language.detect(f"{title}\n{text}"[:2000])
    return code


def _isco_given(record: VacancyRecord) -> str:
    """Return the ISCO group the source itself gives, if any. STYRK-08 and DISCO-08 begin with it."""
    for code in record.occupations:
        if code.scheme in {"isco08", "styrk08", "disco08"}:
            digits = code.code.replace(".", "")[:_ISCO_DIGITS]
            if len(digits) == _ISCO_DIGITS and digits.isdigit():
                return digits
    return ""


def _choose(guesses: Sequence[Guess], isco: dict[str, str], given: str) -> Guess | None:
    """Return the best guess; one that agrees with the source's own classification comes first."""
    if given:
        agreeing = [guess for guess in guesses if isco.get(guess.uri) == given]
        if agreeing:
            return agreeing[0]
    return guesses[0] if guesses else None


def understand_again(*, at: datetime) -> int:  # noqa: ARG001 - the same shape as the room's other work
    """Understand anew the open advertisements that an older model or taxonomy understood.

    The old answers serve meanwhile. Returns how many were understood.
    """
    from jobunivers.rooms.vacancies.actions.importing import lock_writers, next_changes, writing

    mind = understander()
    version = meaning.model_version()[:40]
    count = 0
    for owner in (None, *tenancy.opened().values_list("pk", flat=True)):
        while True:
            with writing(owner):
                lock_writers()
                rows = list(
                    Vacancy.objects.filter(municipality_id=owner, closed_at=None)
                    .exclude(understood_by=version)
                    .only("pk", "title", "text", "language", "isco")
                    .order_by("pk")[:_AT_A_TIME]
                )
                if not rows:
                    break
                _rewrite(rows, mind, version, next_changes(len(rows)))
                count += len(rows)
    return count


def _rewrite(rows: list[Vacancy], mind: Understander, version: str, changes: Sequence[int]) -> None:
    meant = mind.mean(
        titles=[row.title for row in rows],
        texts=[row.text for row in rows],
        languages=[row.language for row in rows],
        given=["" for _ in rows],
    )
    for row, means, change in zip(rows, meant, changes, strict=True):
        row.occupation_uri, row.occupation_confidence = means.uri, means.confidence
        row.isco, row.area, row.skills = means.isco, means.area, means.skills
        row.understood_by, row.change = version, change
    Vacancy.objects.bulk_update(
        rows,
        [
            "occupation_uri",
            "occupation_confidence",
            "isco",
            "area",
            "skills",
            "understood_by",
            "change",
        ],
        batch_size=100,
    )
