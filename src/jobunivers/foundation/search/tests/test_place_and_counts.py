# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from jobunivers.foundation.search import Circle, Reader, Search
from jobunivers.foundation.search.geo import EARTH_KM
from jobunivers.foundation.search.vacancies import DEADLINES, VacancyDocument, candidates

from .ads import AARHUS, ODENSE, RAADHUSET, TODAY, ask, index

AREAS = ["sundhed", "lager", "it", "undervisning"]
KOMMUNER = ["0751", "0101", "0461", "0851", "0265"]


def _crowd(many: int = 1500) -> list[VacancyDocument]:
    dice = random.Random(7)
    spots = [(dice.uniform(54.6, 57.7), dice.uniform(8.1, 12.7)) for _ in range(60)]
    ads = []
    for number in range(1, many + 1):
        lat, lon = dice.choice(spots)
        if dice.random() < 0.5:
            lat, lon = RAADHUSET[0] + dice.gauss(0, 0.2), RAADHUSET[1] + dice.gauss(0, 0.3)
        nowhere = dice.random() < 0.05
        ads.append(
            VacancyDocument(
                id=number,
                owner=dice.choice([0, 0, 0, 0, AARHUS, ODENSE]),
                title=dice.choice(["Sygeplejerske", "Lagermedarbejder", "Udvikler"]),
                body="Fuld tid" if dice.random() < 0.5 else "Deltid",
                area=dice.choice(AREAS),
                kommune=dice.choice(KOMMUNER),
                region=dice.choice(["1082", "1084"]),
                employer_id=int(dice.paretovariate(0.8)) % 40,
                language=dice.choice(["da", "da", "da", "en"]),
                remote=dice.choice([None, 0, 0.4, 1]),
                hours_min=dice.choice([None, 10, 30, 37]),
                lat=None if nowhere else round(lat, 5),
                lon=None if nowhere else round(lon, 5),
                deadline=dice.choice([None, *range(TODAY, TODAY + 60)]),
                published=dice.choice([None, TODAY - 2, TODAY - 3, TODAY - 9]),
                expires=dice.choice([None, TODAY - 1, TODAY, TODAY + 40]),
                skills=dice.sample(range(1, 30), 4),
                isco=dice.choice(["2221", "4321", "2512"]),
            )
        )
    return ads


ADS = _crowd()
BY_ID = {one.id: one for one in ADS}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return index(tmp_path_factory.mktemp("crowd"), [one.document() for one in ADS])


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    half = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _seen(one: VacancyDocument, owner: int = AARHUS) -> bool:
    return one.owner in (0, owner) and (one.expires is None or one.expires >= TODAY)


def _everything(reader: Reader, **said: Any) -> list[int]:
    found: list[int] = []
    page = 1
    while more := ask(reader, page=page, per_page=100, **said):
        found += more
        page += 1
    return found


def test_expired_and_others_own_advertisements_are_never_seen(reader: Reader) -> None:
    found = _everything(reader)

    assert sorted(found) == [one.id for one in ADS if _seen(one)]


@pytest.mark.parametrize("text", ["", "sygeplejerske"])
@pytest.mark.parametrize("km", [0, 0.05, 0.7, 3, 10, 31.4, 100, 250, 1000])
@pytest.mark.parametrize("centre", [RAADHUSET, (55.6761, 12.5683), (57.72, 10.58)])
def test_a_radius_is_a_true_circle(
    reader: Reader, centre: tuple[float, float], km: float, text: str
) -> None:
    found = _everything(reader, circle=Circle(*centre, km), text=text)

    inside = [
        one.id
        for one in ADS
        if _seen(one)
        and one.lat
        and one.lon
        and _km(centre, (one.lat, one.lon)) <= km
        and text in one.title.lower()
    ]
    assert sorted(found) == inside


def test_a_circle_is_exact_to_the_metre_at_its_edge(reader: Reader) -> None:
    for one in [one for one in ADS if _seen(one) and one.lat][:40]:
        assert one.lat
        assert one.lon
        far = _km(RAADHUSET, (one.lat, one.lon))
        for text in ("", one.title):
            near, nearer = Circle(*RAADHUSET, far + 1e-4), Circle(*RAADHUSET, max(far - 1e-4, 0))
            assert one.id in _everything(reader, circle=near, text=text)
            assert one.id not in _everything(reader, circle=nearer, text=text)


def test_circles_hold_near_the_pole_and_the_date_line(tmp_path: Path) -> None:
    dice = random.Random(3)
    middles = [(-33.9, 151.2), (69.6, 18.9), (0.0, 0.0), (61.0, -45.0), (16.5, 179.9), (89.8, 0.0)]
    spots = []
    for lat, lon in middles * 60:
        east = (lon + dice.gauss(0, 0.5) + 180) % 360 - 180
        spots.append((round(min(lat + dice.gauss(0, 0.3), 90), 5), round(east, 5)))
    ads = [
        VacancyDocument(id=at, title="Vagt", lat=lat, lon=lon).document()
        for at, (lat, lon) in enumerate(spots, start=1)
    ]
    world = index(tmp_path, ads)

    for middle in middles:
        near = [at for at, spot in enumerate(spots, start=1) if _km(middle, spot) <= 40]
        assert sorted(_everything(world, circle=Circle(*middle, 40))) == near
        assert near


def test_sorted_by_distance_the_nearest_comes_first_and_the_placeless_last(reader: Reader) -> None:
    found = _everything(reader, circle=Circle(*RAADHUSET), sort="distance")

    def order(one: VacancyDocument) -> tuple[float, int]:
        if one.lat is None or one.lon is None:
            return (9e9, one.id)
        # to the centimetre: beyond that it is the arithmetic's order, not the ground's
        return (round(_km(RAADHUSET, (one.lat, one.lon)), 5), one.id)

    assert found == [one.id for one in sorted(filter(_seen, ADS), key=order)]


def test_distances_are_told(reader: Reader) -> None:
    said = Search(at_day=TODAY, owner=AARHUS, circle=Circle(*RAADHUSET, 20), sort="distance")
    for hit in reader.search(said).hits:
        one = BY_ID[hit.id]
        assert one.lat
        assert one.lon
        assert hit.km == pytest.approx(_km(RAADHUSET, (one.lat, one.lon)), abs=0.002)


@pytest.mark.parametrize("sort", ["newest", "deadline", "relevance", "distance"])
def test_pages_follow_each_other_without_gap_or_repetition(reader: Reader, sort: str) -> None:
    said: dict[str, Any] = {"text": "sygeplejerske", "sort": sort, "circle": Circle(*RAADHUSET)}
    wide = [*ask(reader, per_page=100, **said), *ask(reader, per_page=100, page=2, **said)]
    narrow = [one for page in range(1, 16) for one in ask(reader, per_page=13, page=page, **said)]

    assert narrow[:190] == wide[:190]
    assert len(set(narrow)) == len(narrow)


def test_newest_and_deadline_order_with_ties_by_id(reader: Reader) -> None:
    seen = [one for one in ADS if _seen(one)]
    newest = sorted(seen, key=lambda one: (-(one.published or 0), one.id))
    ending = sorted(seen, key=lambda one: (one.deadline or 9e9, one.id))

    assert _everything(reader, sort="newest") == [one.id for one in newest]
    assert _everything(reader, sort="deadline") == [one.id for one in ending]


def test_equal_scores_are_ordered_by_id(reader: Reader) -> None:
    found = reader.search(Search(text="lager", at_day=TODAY, owner=AARHUS, per_page=100)).hits

    assert list(found) == sorted(found, key=lambda hit: (-hit.score, hit.id))


def _bucket(one: VacancyDocument) -> str:
    if one.deadline is None:
        return "none"
    ahead = one.deadline - TODAY
    return next(b.value for b in DEADLINES if b.first <= ahead <= b.last)


VALUES = {
    "area": lambda one: one.area,
    "kommune": lambda one: one.kommune,
    "language": lambda one: one.language,
    "employer": lambda one: str(one.employer_id),
    "deadline": _bucket,
}
CHOICES: list[dict[str, tuple[str, ...]]] = [
    {},
    {"area": ("lager",)},
    {"area": ("lager", "it"), "language": ("en",)},
    {"kommune": ("0751",), "deadline": ("7", "none")},
    {"employer": ("1", "39"), "area": ("it",), "kommune": ("0101", "0461")},
]


@pytest.mark.parametrize("chosen", CHOICES)
@pytest.mark.parametrize("km", [None, 40])
def test_counts_are_those_of_the_other_filters(
    reader: Reader, chosen: dict[str, tuple[str, ...]], km: float | None
) -> None:
    circle = Circle(*RAADHUSET, km) if km else None
    answer = reader.search(Search(at_day=TODAY, owner=AARHUS, filters=chosen, circle=circle))

    def fits(one: VacancyDocument, but: str = "") -> bool:
        near = not km or bool(one.lat and one.lon and _km(RAADHUSET, (one.lat, one.lon)) <= km)
        rest = (VALUES[name](one) in values for name, values in chosen.items() if name != but)
        return _seen(one) and near and all(rest)

    assert answer.total == sum(fits(one) for one in ADS)
    for facet, value in VALUES.items():
        brute = Counter(value(one) for one in ADS if fits(one, facet))
        told = dict(answer.facets[facet])
        assert told == {key: brute[key] for key in told}
        if facet != "employer":
            assert {key for key, count in told.items() if count} == set(brute)
        assert set(chosen.get(facet, ())) <= set(told)


def test_kommune_and_region_widen_each_other(reader: Reader) -> None:
    found = _everything(reader, filters={"kommune": ("0751",), "region": ("1082",)})

    assert sorted(found) == [
        one.id for one in ADS if _seen(one) and (one.kommune == "0751" or one.region == "1082")
    ]


def test_ranges_and_hidden_advertisements(reader: Reader) -> None:
    wanted = [one.id for one in ADS if _seen(one) and one.hours_min in (30, 37)]
    found = _everything(reader, ranges={"hours_min": (20, 40)}, without=wanted[:3])

    assert sorted(found) == wanted[3:]


def test_the_map_shows_what_the_search_finds(reader: Reader) -> None:
    said = Search(text="udvikler", at_day=TODAY, owner=AARHUS)
    brute = {one.id for one in ADS if _seen(one) and one.lat and one.title == "Udvikler"}

    points = reader.points(said, 5000)
    assert {one for one, _, _ in points} == brute
    assert all(abs(lat - (BY_ID[one].lat or 0)) < 1e-5 for one, lat, _ in points)
    for zoom in (5, 8, 11, 14):
        squares = reader.grid(said, zoom)
        assert sum(square.count for square in squares) == len(brute)


def test_candidates_are_near_alive_and_best_first(reader: Reader) -> None:
    found = candidates(
        reader,
        skills={3: 1.0, 4: 2.0},
        occupations={},
        isco={"2": 0.5},
        owner=AARHUS,
        at_day=TODAY,
        circle=Circle(*RAADHUSET, 40),
    )

    def worth(one: VacancyDocument) -> float:
        return (3 in one.skills) + 2.0 * (4 in one.skills) + 0.5 * one.isco.startswith("2")

    brute = {
        one.id: worth(one)
        for one in ADS
        if _seen(one) and worth(one) and one.lat and one.lon
        and _km(RAADHUSET, (one.lat, one.lon)) <= 40
    }  # fmt: skip
    assert dict(found) == pytest.approx(brute)
    assert found == sorted(found, key=lambda pair: (-pair[1], pair[0]))


def test_candidates_have_the_least_hours_too(tmp_path: Path) -> None:
    spans = [(10, 20), (15, 37), (None, None), (None, 29), (30, None)]
    ads = [
        VacancyDocument(id=at, title="A", skills=[3], hours_min=least, hours_max=most)
        for at, (least, most) in enumerate(spans, start=1)
    ]
    found = candidates(
        index(tmp_path, [one.document() for one in ads]),
        skills={3: 1.0}, occupations={}, isco={}, owner=AARHUS, at_day=TODAY, hours=(29.6, 37.0),
    )  # fmt: skip

    assert [one for one, _ in found] == [2, 3, 5]


def test_candidates_have_the_hours_or_do_not_say_them(reader: Reader) -> None:
    said: dict[str, Any] = {"skills": {3: 1.0}, "occupations": {}, "isco": {}}
    said |= {"owner": AARHUS, "at_day": TODAY}
    skilled = [one for one in ADS if _seen(one) and 3 in one.skills]

    most = {one for one, _ in candidates(reader, **said, hours=(None, 20.0))}
    assert most == {one.id for one in skilled if one.hours_min in (None, 10)}
    assert {one for one, _ in candidates(reader, **said)} == {one.id for one in skilled}


def test_work_from_home_is_a_candidate_wherever_it_is_when_asked_for(reader: Reader) -> None:
    said: dict[str, Any] = {"skills": {3: 1.0}, "occupations": {}, "isco": {}}
    said |= {"owner": AARHUS, "at_day": TODAY, "circle": Circle(*RAADHUSET, 10)}
    near = {one for one, _ in candidates(reader, **said)}
    wider = candidates(reader, **said, remote=True)

    far = {one.id for one in ADS if _seen(one) and 3 in one.skills and one.remote == 1}
    assert {one for one, _ in wider} == near | far
    assert far - near
    assert {score for _, score in wider} == {1.0}


@pytest.mark.parametrize(
    ("lat", "lon", "km"), [(91, 0, 1), (0, 181, 1), (0, 0, -1), (float("nan"), 0, 1)]
)
def test_an_impossible_circle_is_refused(lat: float, lon: float, km: float) -> None:
    with pytest.raises(ValueError, match=r"latitude|longitude|radius"):
        Circle(lat, lon, km)
