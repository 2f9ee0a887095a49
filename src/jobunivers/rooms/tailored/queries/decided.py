# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of jobs as choices a model made about a citizen: told, shown whole, made again."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from numpy.typing import NDArray

from jobunivers.foundation.ui import wording
from jobunivers.rooms.tailored.models import ListShown, OpeningVersion, RecommendationRun
from jobunivers.rooms.tailored.queries import places, words
from jobunivers.rooms.tailored.queries.again import vocabulary_of
from jobunivers.rooms.tailored.queries.models import model_of
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.rooms.tailored.queries.reading import KeptRow, kept_rows, named, records_of
from jobunivers.rooms.tailored.queries.signals import usable
from jobunivers.rooms.tailored.queries.why import DataUsed, data_used
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.counterfactual import DRAWN
from jobunivers.science.matching import (
    PARTS,
    UNIT,
    Openings,
    People,
    Record,
    World,
    reasons,
)
from jobunivers.trust import decided
from jobunivers.trust.decided import Choice, Compared, Reproduction, Said, Shown

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

_BASIS: Mapping[str, Promise] = {
    "profile": _("din profil"),
    "words": _("det, du har skrevet med dine egne ord"),
    "nothing": _("hvor du bor; der stod intet andet"),
}
_PLACE: Mapping[str, Promise] = {
    "profile": _("dit sted"),
    "kommune": _("kommunens midte"),
}
_SHOWN, _REASONS = 10, 3
# How likely chance was is a fact of the draw; it is no part of what was computed of her.
_DRAWN = {"propensity"}


def offer() -> None:
    """Offer the lists; said once, in `apps.py`."""
    decided.offer(
        decided.Decided(
            code="jobs",
            name=_("Job, vi har foreslået dig"),
            about=_("En model sætter åbne job i rækkefølge, så dem, der ligner dig, står først."),
            models=(MODEL, "meaning", "spreading", "exploration"),
            rows=_rows,
            tell=_tell,
            show=_show,
            reproduce=_reproduce,
            at="computed_at",
            looks="recommendations",
            unread=("person", "excluded", "because"),
        )
    )


def _rows(citizen_id: int | None) -> QuerySet[RecommendationRun]:
    """Return the lists that were shown to her, and the one she would be shown now.

    What was made with a source she allows no longer is not used, and not shown either.
    """
    seen = Exists(ListShown.objects.filter(run_id=OuterRef("pk")))
    found = usable(RecommendationRun.objects.filter(Q(current=True) | seen))
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _tell(rows: Sequence[RecommendationRun], _language: str) -> list[Choice]:
    kept = [kept_rows(row) for row in rows]
    firsts = {one[0].vacancy_id for one in kept if one}
    titles = vacancies.rows_by_id(sorted(firsts))
    return [_choice(row, lists, titles) for row, lists in zip(rows, kept, strict=True)]


def _choice(
    row: RecommendationRun, kept: Sequence[KeptRow], titles: "Mapping[int, Vacancy]"
) -> Choice:
    many = ngettext(
        "Vi fandt %(count)s job til dig", "Vi fandt %(count)s job til dig", len(kept)
    ) % {"count": wording.number(len(kept))}
    first = titles.get(kept[0].vacancy_id) if kept else None
    return Choice(
        pk=row.pk,
        at=row.computed_at,
        what=gettext("%(many)s. Øverst stod “%(title)s”") % {"many": many, "title": first.title}
        if first
        else many,
        why=gettext("Fundet ud fra %(basis)s") % {"basis": _BASIS.get(row.basis, row.basis)},
        model=row.model,
    )


def _show(row: RecommendationRun, language: str) -> Shown:
    kept = kept_rows(row)
    titles = vacancies.rows_by_id([one.vacancy_id for one in kept[:_SHOWN]])
    return Shown(
        choice=_choice(row, kept, titles),
        inputs=_inputs(row, data_used(row, language)),
        reasons=_reasons(row, kept[:_SHOWN], titles, language),
        versions=[
            Said(gettext("Modellen"), row.model),
            Said(gettext("Ord for arbejde"), row.vocabulary[:12] or "–"),
            Said(gettext("Hvad tekster handler om"), row.meaning[:12] or gettext("ikke brugt")),
            Said(gettext("Åbne job, der blev set på"), wording.number(row.considered)),
        ],
        last_word=gettext("Du bestemmer selv, hvilke job du søger. Ingen ser på, om du gør det."),
        model_code=MODEL,
        page=reverse("tailored:recommended"),
        page_words=gettext("Se din liste nu"),
    )


def _inputs(row: RecommendationRun, data: DataUsed) -> list[Said]:
    yes = gettext("ja")
    said = [
        (gettext("Fundet ud fra"), str(_BASIS.get(row.basis, row.basis))),
        (gettext("Job, du ønsker"), ", ".join(data.wishes)),
        (gettext("Job, du har haft"), ", ".join(data.occupations)),
        (gettext("Kompetencer"), ", ".join(data.skills)),
        (gettext("Afstand målt fra"), str(_PLACE.get(row.place, row.place))),
        (gettext("Så langt vil du rejse"), wording.km(data.max_km) if data.max_km else ""),
        (gettext("Sprog"), yes if data.languages else ""),
        (gettext("Timer om ugen"), yes if data.hours else ""),
        (gettext("Hjemmearbejde"), yes if data.wants_remote else ""),
        (gettext("Kørekort og beviser, du mangler"), yes if data.licences else ""),
        (gettext("Dine egne ord"), yes if data.words else ""),
        (gettext("Det, du gemmer og skjuler"), yes if data.taste else ""),
        (gettext("Sikkert eller modigt"), data.boldness),
        *((one.source, ", ".join(one.words)) for one in data.told),
    ]
    return [Said(name, value) for name, value in said if value]


def _reasons(
    row: RecommendationRun,
    kept: Sequence[KeptRow],
    titles: "Mapping[int, Vacancy]",
    language: str,
) -> list[Said]:
    """Return the first jobs with their points and the reasons that gave most of them."""
    names = named(kept, language)
    found = []
    for one in kept:
        told = words.in_words(names.reasons_of(one), names.labels, place=row.place)
        strongest = sorted(told, key=lambda reason: -reason.weight)[:_REASONS]
        title = titles[one.vacancy_id].title if one.vacancy_id in titles else _gone(one.vacancy_id)
        why = "; ".join(reason.label for reason in strongest)
        found.append(Said(f"{one.rank}. {title}", f"{_points(one.score)}. {why}"))
    return found


def _gone(vacancy_id: int) -> str:
    return gettext("Et job, der er slettet (nummer %(number)s)") % {"number": vacancy_id}


def _points(score: int, decimals: int = 0) -> str:
    points = {"points": wording.number(100 * score / UNIT, decimals)}
    return gettext("%(points)s af 100 point") % points


def _reproduce(row: RecommendationRun, language: str) -> Reproduction:
    """Compute the whole stored list again, from her as she was then and the jobs as they were."""
    del language
    stored = records_of(row)
    records = stored[stored["vacancy"] >= 0]
    vocabulary, model = vocabulary_of(row.vocabulary), model_of(row.model)
    missing = []
    if model is None:
        missing.append(gettext("Modellens vægte dengang er ikke gemt"))
    if vocabulary is None:
        missing.append(gettext("Ordene for arbejde dengang er ikke gemt"))
    features = _features_of(records)
    if gone := len(records) - len(features):
        words_ = ngettext(
            "%(count)s jobopslag, som det så ud dengang, er ikke gemt",
            "%(count)s jobopslag, som de så ud dengang, er ikke gemt",
            gone,
        )
        missing.append(words_ % {"count": wording.number(gone)})
    if missing or vocabulary is None or model is None:
        return Reproduction(missing=missing)
    titles = vacancies.rows_by_id(records["vacancy"].tolist())
    openings = Openings.from_features(features.values(), vocabulary)
    again = _computed(row, records, World(vocabulary, openings, model=model))
    ranks = places.ranks_of(row, len(records))
    now_at = places.places_again(records, again, ranks)
    return Reproduction(
        compared=[
            *_lots(row, ranks),
            *(_compared((at, now_at[int(one["vacancy"])]), one, again[int(one["vacancy"])], titles)
              for at, one in enumerate(records, start=1)),
        ],
        recorded=_recorded(row, ranks),
    )  # fmt: skip


def _lots(row: RecommendationRun, ranks: NDArray[np.int32]) -> list[Compared]:
    """Compare which places chance took, where any were left to it."""
    if not row.pool:
        return []
    kept = np.frombuffer(bytes(row.places), dtype=np.int16)[: len(ranks)].astype(np.int32)
    then, now = _drawn_words(kept), _drawn_words(ranks)
    if then == now and not np.array_equal(kept, ranks):
        then, now = (", ".join(map(str, one.tolist())) for one in (kept, ranks))
    return [Compared(gettext("Pladser, der blev trukket lod om"), then, now)]


def _drawn_words(ranks: NDArray[np.int32]) -> str:
    found = (np.flatnonzero(ranks == DRAWN) + 1).tolist()
    return ", ".join(map(str, found)) or gettext("ingen")


def _recorded(row: RecommendationRun, ranks: NDArray[np.int32]) -> list[str]:
    """Return what a list takes as it was kept: all that is not on it."""
    found = [
        gettext(
            "Vi så på %(count)s åbne job den dag. Point, grunde og rækkefølge er regnet igen"
            " for dem, der kom på listen. At ingen af de andre passede bedre,"
            " er det, siden fandt dengang. Det er ikke regnet efter."
        )
        % {"count": wording.number(row.considered)}
    ]
    if drawn := int((ranks == DRAWN).sum()):
        words_ = ngettext(
            "%(count)s plads blev der trukket lod om. Pladsen er trukket igen."
            " Hvilket job lodtrækningen gav den, er gemt fra dengang.",
            "%(count)s pladser blev der trukket lod om. Pladserne er trukket igen."
            " Hvilke job lodtrækningen gav dem, er gemt fra dengang.",
            drawn,
        )
        found.append(words_ % {"count": wording.number(drawn)})
    return found


def _features_of(records: NDArray[Record]) -> dict[int, bytes]:
    """Return each advertisement of a list as matching saw it then; what is not kept is left out."""
    digests = records["digest"].astype(np.uint64).view(np.int64).tolist()
    wanted = dict(zip(records["vacancy"].tolist(), digests, strict=True))
    kept = OpeningVersion.objects.filter(vacancy_id__in=list(wanted), digest__in=digests)
    return {
        vacancy: bytes(features)
        for vacancy, digest, features in kept.values_list("vacancy_id", "digest", "features")
        if wanted[vacancy] == digest
    }


def _computed(row: RecommendationRun, records: NDArray[Record], kept: World) -> dict[int, Record]:
    """Compute the answer again in a world of these advertisements, at the prices of that day."""
    spread = dict(
        zip(records["vacancy"].tolist(), records["contributions"][:, len(PARTS)], strict=True)
    )
    ids = kept.openings.id.tolist()
    world = kept.with_prices(np.array([-int(spread[one]) for one in ids], dtype=np.int32))
    people = People.from_bytes([bytes(row.person)], [row.citizen_id], kept.vocabulary)
    rows = np.arange(len(ids), dtype=np.int32).reshape(1, -1)
    (made,) = world.record_of(people, rows, day=vacancies.day_number(row.day))
    return {int(one["vacancy"]): one for one in made}


def _compared(
    at: tuple[int, int], then: Record, now: Record, titles: "Mapping[int, Vacancy]"
) -> Compared:
    """Compare an advertisement's place, its points, and every fact its reasons rest on."""
    vacancy, (then_at, now_at) = int(then["vacancy"]), at
    name = titles[vacancy].title if vacancy in titles else _gone(vacancy)
    fields = [one for one in (then.dtype.names or ()) if one not in _DRAWN]
    if all(np.array_equal(then[one], now[one]) for one in fields):
        return Compared(
            name, _placed(then_at, int(then["score"])), _placed(now_at, int(now["score"]))
        )
    return Compared(name, f"{then_at}. {_whole(then)}", f"{now_at}. {_whole(now)}")


def _placed(at: int, score: int) -> str:
    return gettext("Nr. %(place)d: %(points)s") % {"place": at, "points": _points(score)}


def _whole(record: Record) -> str:
    parts = ", ".join(f"{one.code} {one.weight} {dict(one.facts)}" for one in reasons(record))
    # Two answers that differ may do so by less than a point.
    return f"{_points(int(record['score']), 2)}: {parts}"
