# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Job advertisements of the simulated Denmark, as sources would deliver them."""

import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import orjson

from jobunivers.integrations.jobads.records import OccupationCode, VacancyRecord
from jobunivers.simulator import noise, speech, words
from jobunivers.simulator.compose import Composer, Facts, capital
from jobunivers.simulator.employers import Employer, Employers, kommune_name
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Place, Weighted, World, all_places, hospital_places

HERE = ZoneInfo("Europe/Copenhagen")
ADDRESS = "https://job.example/opslag/"  # RFC 2606: nobody's address
_MEMORY = 400  # advertisements remembered for duplicates and reposts


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An advertisement before it is dated and delivered."""

    source_id: str
    facts: Facts
    place: Place
    employer: Employer
    street: str
    title: str
    core: str  # text with open slots
    slots: dict[str, object]
    hours: tuple[int, int]
    published: datetime
    deadline: date | None


def advertisements(
    rng: random.Random,
    n: int,
    *,
    today: date,
    places: Sequence[Place] | None = None,
    occupations: Sequence[Occupation] | None = None,
    world: World | None = None,
    first: int = 1,
) -> Iterator[VacancyRecord]:
    """Yield `n` advertisements as of `today`, the same ones for the same `rng` state.

    Places and occupations are drawn by their weights. `original` is JSON with what the simulator
    knows: occupation, and for a copy or a repost the `same_as` id. A copy's id begins with "b",
    all others with "a": they stand for two sources (see `source_of`). They are numbered from
    `first`.
    """
    return _Maker(
        rng,
        today,
        places or all_places(),
        occupations or words.occupations(),
        world or World(),
    ).make(n, first)


def source_of(record: VacancyRecord) -> str:
    """Return which of the two simulated sources delivered the record."""
    return "samlesiden" if record.source_id.startswith("b") else "opslagstavlen"


class _Maker:
    def __init__(
        self,
        rng: random.Random,
        today: date,
        places: Sequence[Place],
        occupations: Sequence[Occupation],
        world: World,
    ) -> None:
        self._rng = rng
        self._random = rng.random
        self._today = today
        self._world = world
        self._places = Weighted(places, [place.weight for place in places])
        self._employers = Employers(rng, world)
        self._sectors = words.sectors()
        self._composers = {
            language: Composer(rng, words.phrases(language), language) for language in ("da", "en")
        }
        self._people: dict[str, float] = {}
        for place in all_places():
            code = place.municipality_code
            self._people[code] = self._people.get(code, 0) + place.weight
        self._by_region = {
            region: Weighted(occupations, self._weights(occupations, region))
            for region in {place.region for place in places}
        }
        self._hospitals = hospital_places(places)
        usual = Weighted(occupations, [one.weight for one in occupations])
        eligible = sum(one.weight for one in usual.things if one.en_tasks)
        total = sum(one.weight for one in usual.things)
        # English is drawn among the occupations that are advertised in English at all.
        self._english = min(1.0, world.english_share * total / eligible) if eligible else 0.0
        self._memory: deque[tuple[Draft, VacancyRecord]] = deque(maxlen=_MEMORY)

    def _weights(self, occupations: Sequence[Occupation], region: str) -> list[float]:
        tilt = self._world.region_tilt.get(region, {})
        return [one.weight * tilt.get(one.sector, 1.0) for one in occupations]

    def make(self, n: int, first: int) -> Iterator[VacancyRecord]:
        world = self._world
        for number in range(first, first + n):
            chance = self._random()
            if self._memory and chance < world.duplicate_share:
                yield self._copy(number, *self._any_earlier())
            elif self._memory and chance < world.duplicate_share + world.repost_share:
                yield self._repost(number, self._any_earlier()[0])
            else:
                draft = self._draft(number)
                record = self._record(draft)
                if len(self._memory) < _MEMORY or self._random() < 0.1:
                    self._memory.append((draft, record))
                if self._random() < world.messy_share:
                    record = noise.mess(self._rng, record)
                yield record

    def _any_earlier(self) -> tuple[Draft, VacancyRecord]:
        return self._memory[int(self._random() * len(self._memory))]

    def _copy(self, number: int, draft: Draft, record: VacancyRecord) -> VacancyRecord:
        """Return the same advertisement as another site shows it."""
        return noise.copied(
            self._rng, record, source_id=f"b{number:07}", address=ADDRESS,
            original=_original(draft, same_as=draft.source_id, kind="copy"),
        )  # fmt: skip

    def _repost(self, number: int, draft: Draft) -> VacancyRecord:
        """Return the job advertised once more, as if the first round had found nobody."""
        later = draft.published + timedelta(days=14 + int(self._random() * 28))
        newest = datetime.combine(self._today, time(8), HERE)
        again = replace(
            draft,
            source_id=f"a{number:07}",
            published=min(later, newest),
            deadline=self._today + timedelta(days=5 + int(self._random() * 25)),
            facts=replace(draft.facts, has_deadline=True),
        )
        record = self._record(again)
        return replace(
            record, original=_original(again, same_as=draft.source_id, kind="repost").decode()
        )

    # -- one advertisement -------------------------------------------------------------------

    def _draft(self, number: int) -> Draft:
        rng, rnd = self._rng, self._random
        place = self._places.one(rng)
        occupation = self._by_region[place.region].one(rng)
        sector = self._sectors[occupation.voice]
        english = bool(occupation.en_tasks) and rnd() < self._english
        language = "en" if english else "da"
        public = rnd() < sector.public
        if public and sector.owner == "region" and place.region in self._hospitals:
            place = self._hospitals[place.region].one(rng)
        people = self._people[place.municipality_code]
        employer = self._employers.one(sector, place, people, public=public)
        published, deadline = self._dates()
        facts = Facts(
            occupation=occupation,
            sector=sector,
            language=language,
            size=(0, 1, 1, 2)[int(rnd() * 4)],
            tone="public" if public else "" if sector.owner else "private",
            temporary=rnd() < self._world.temporary_share,
            remote_share=self._remote(occupation),
            has_deadline=deadline is not None,
            amount=(
                speech.wage(rng, occupation, language)
                if rnd() < self._world.salary_amount_share
                else ""
            ),
        )
        hours = self._hours(occupation)
        composer = self._composers[language]
        slots = self._slots(facts, employer, place, hours)
        short = self._world.body == "short"
        return Draft(
            source_id=f"a{number:07}",
            facts=facts,
            place=place,
            employer=employer,
            street=self._street(),
            title=self._title(composer, facts, slots),
            core=composer.short(facts) if short else composer.core(facts),
            slots=slots,
            hours=hours,
            published=published,
            deadline=deadline,
        )

    def _dates(self) -> tuple[datetime, date | None]:
        """Return when it was published (mostly lately, mostly on weekdays) and the deadline."""
        rnd = self._random
        if rnd() < self._world.expired_share:
            ended = self._today - timedelta(days=1 + int(rnd() * 30))
            published = ended - timedelta(days=10 + int(rnd() * 30))
            deadline: date | None = ended
        else:
            published = self._today - timedelta(days=min(45, int(self._rng.expovariate(1 / 12))))
            left = 1 + int(rnd() * 32)
            undated = rnd() < self._world.no_deadline_share
            deadline = None if undated else speech.not_christmas(self._today + timedelta(days=left))
        if published.weekday() > 4 and rnd() < 0.85:
            published -= timedelta(days=published.weekday() - 4)
        clock = time(7 + int(rnd() * 10), int(rnd() * 60))
        if published == self._today:
            clock = time(int(rnd() * 7), int(rnd() * 60))
        return datetime.combine(published, clock, HERE), deadline

    def _street(self) -> str:
        street = speech.STREETS[int(self._random() * len(speech.STREETS))]
        return f"{street} {1 + int(self._random() * self._random() * 140)}"

    def _remote(self, occupation: Occupation) -> float | None:
        if self._random() >= occupation.remote:
            return None
        return (0.2, 0.4, 0.4, 0.6, 1.0)[int(self._random() * 5)]

    def _hours(self, occupation: Occupation) -> tuple[int, int]:
        low, high = occupation.hours
        if low == high or self._random() < 0.45:
            return high, high
        if self._random() < 0.5:
            return low, high
        exact = low + int(self._random() * (high - low + 1))
        return exact, exact

    def _title(self, composer: Composer, facts: Facts, slots: dict[str, object]) -> str:
        kind = "titles"
        if facts.temporary and composer.chance(0.5):
            kind = "titles_temporary"
        elif facts.occupation.shifts and composer.chance(0.3):
            kind = "titles_shift"
        return capital(composer.one(kind).format_map(slots))

    def _slots(
        self, facts: Facts, employer: Employer, place: Place, hours: tuple[int, int]
    ) -> dict[str, object]:
        rnd, one = self._random, facts.occupation
        danish = facts.language == "da"
        people = words.names()
        label = one.nicknames[int(rnd() * len(one.nicknames))] if danish else one.en
        firsts = people.first_women if rnd() < 0.55 else people.first_men
        roles = facts.sector.roles if danish else facts.sector.roles_en
        low, high = hours
        city = noise.town(place.city)
        if not danish and city == "København":
            city = "Copenhagen"
        hour = 9 + int(rnd() * 4)
        slots: dict[str, object] = {
            "label": label,
            "Label": capital(label),
            "a_label": f"{'an' if label[0] in 'aeioAEIOH' else 'a'} {label}",
            "plural": one.plural,
            "Plural": capital(one.plural),
            "employer": employer.name,
            "short": employer.short,
            "city": city,
            "kommune": kommune_name(place),
            "stem": employer.stem,
            "nature": people.nature[int(rnd() * len(people.nature))],
            "team": 8 + int(rnd() * rnd() * 90),
            "small": (speech.SMALL_DA if danish else speech.SMALL_EN)[int(rnd() * 7)],
            "weeks": 4 + int(rnd() * 5),
            "months": 6 + int(rnd() * 8),
            "years": 6 + int(rnd() * 34),
            "minutes": 3 + int(rnd() * 12),
            "km": 20 + 5 * int(rnd() * 7),
            "ha": 80 + 10 * int(rnd() * 60),
            "langs": (speech.TONGUES_DA if danish else speech.TONGUES_EN)[int(rnd() * 5)],
            "many": (speech.MANY_DA if danish else speech.MANY_EN)[int(rnd() * 6)],
            "weekday": (speech.DAYS_DA if danish else speech.DAYS_EN)[int(rnd() * 5)],
            "colleague": people.first_women[int(rnd() * len(people.first_women))],
            "contact": firsts[int(rnd() * len(firsts))],
            "role": roles[int(rnd() * len(roles))],
            "hours": f"{low}-{high}" if low != high else high,
            "hour": hour,
            "hour2": hour + 2,
            "remote_days": speech.remote_days(facts.remote_share, danish=danish),
        }
        if slots["colleague"] == slots["contact"]:
            slots["colleague"] = "Annette"
        units = one.units or (noise.town(place.city),)
        slots["unit"] = units[int(rnd() * len(units))].format_map(slots)
        return slots

    def _record(self, draft: Draft) -> VacancyRecord:
        rnd, facts, slots = self._random, draft.facts, draft.slots
        composer = self._composers[facts.language]
        slots = slots | self._spoken_dates(composer, draft)
        # Tasks may hold slots of their own ("lede {small} medarbejdere").
        body = draft.core
        if self._world.body == "full":
            body += composer.practical(facts)
        else:
            asked = "deadline_text" if facts.has_deadline else "no_deadline"
            body += f"<p>{composer.one(asked)}</p>"
        body = body.format_map(slots).replace(" & ", " &amp; ")
        deadline, place = draft.deadline, draft.place
        ends = rnd() < 0.7 and deadline is not None
        low, high = draft.hours
        kind = ("FULL_TIME",) if high >= 35 else ("PART_TIME",)
        code = (OccupationCode("isco08", facts.occupation.isco),) if rnd() < 0.3 else ()
        return VacancyRecord(
            source_id=draft.source_id,
            title=draft.title,
            description=body,
            original=_original(draft).decode(),
            language=facts.language if rnd() < 0.5 else "",
            employer_name=draft.employer.name,
            employer_cvr=draft.employer.cvr if rnd() < 0.8 else "",
            street=draft.street if rnd() < 0.6 else "",
            postal_code=place.postal_code,
            city=place.city,
            municipality=place.municipality if rnd() < 0.5 else "",
            region=place.region if rnd() < 0.4 else "",
            country="DK",
            remote_share=facts.remote_share,
            employment_types=kind + (("TEMPORARY",) if facts.temporary else ()),
            hours_min=float(low),
            hours_max=float(high),
            salary_text=facts.amount or (str(composer.one("salary_text")) if rnd() < 0.4 else ""),
            published_at=draft.published,
            expires_at=(
                datetime.combine(deadline + timedelta(days=1), time(), HERE)
                if ends and deadline
                else None
            ),
            deadline=deadline,
            url=ADDRESS + draft.source_id,
            apply_url=f"{ADDRESS}{draft.source_id}/ansoeg",
            occupations=code,
            occupation_text=capital(facts.occupation.da) if rnd() < 0.55 else "",
            positions=2 + int(rnd() * 4) if rnd() < 0.06 else 1,
        )

    def _spoken_dates(self, composer: Composer, draft: Draft) -> dict[str, object]:
        rnd, danish = self._random, draft.facts.language == "da"
        months = speech.MONTHS_DA if danish else speech.MONTHS_EN
        basis = draft.deadline or draft.published.date() + timedelta(days=30)
        begins = basis + timedelta(days=20 + int(rnd() * 45))
        slots: dict[str, object] = {
            # Every showing has a number of its own, so that no two texts are alike.
            "number": f"{int(rnd() * 900000) + 100000}-{int(rnd() * 900) + 100}",
            "day": 1 if rnd() < 0.6 else 15,
            "month": months[begins.month - 1],
            "week": (basis + timedelta(days=3 + int(rnd() * 9))).isocalendar().week,
            "deadline": speech.spoken(basis, int(rnd() * 5), danish=danish),
        }
        slots["start"] = composer.one("starts").format_map(slots)
        return slots


def _original(draft: Draft, *, same_as: str = "", kind: str = "") -> bytes:
    """Return what the simulator knows about the advertisement, as JSON."""
    known = {
        "id": draft.source_id,
        "title": draft.title,
        "employer": draft.employer.name,
        "occupation": draft.facts.occupation.slug,
    }
    if same_as:
        known |= {"same_as": same_as, "kind": kind}
    return orjson.dumps(known)
