# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room has for a citizen's own page: jobs, what would bring more, her next step."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries import because
from jobunivers.rooms.tailored.queries.asked_for import most_asked
from jobunivers.rooms.tailored.queries.pages import (
    LOOKED_AT,
    MODEL,
    ON_MY_PAGE,
    next_step,
    place_of,
)
from jobunivers.rooms.tailored.queries.reading import KeptRow, kept_rows
from jobunivers.rooms.tailored.queries.rows import rows_of, still_shown
from jobunivers.rooms.tailored.queries.runs import freshness, run_question
from jobunivers.rooms.vacancies.queries import sharing
from jobunivers.trust import queries as trust

_RUN, _STANDING, _SWITCHES = "tailored.run", "journey.standing", "trust.switches"


class Remember(Protocol):
    """Writes which places of a run a page has shown."""

    def __call__(self, *, run_id: int, citizen_id: int, ranks: Sequence[int], at: datetime) -> None:
        """Write it."""


def register_tiles(*, remember: Remember) -> None:
    """Offer them; `remember` writes which places of a run she was shown."""
    tiles.register(
        tiles.Tile(
            code="tailored.jobs",
            name=_("Relevante job til dig"),
            about=_("De job, der ligner din profil mest lige nu. En computer har valgt dem."),
            template="tailored/tiles/jobs.html",
            asks=_ask_list,
            then=_then_list,
            load=partial(_jobs, remember=remember),
            wide=True,
            simple=True,
            styles=("vacancies/vacancies.css", "tailored/tailored.css"),
        )
    )
    tiles.register(
        tiles.Tile(
            code="tailored.because",
            name=_("Fordi du kan noget nyt"),
            about=_("Job, du er kommet nærmere, fordi du har skrevet noget nyt i din profil."),
            template="tailored/tiles/because.html",
            asks=_ask_list,
            then=_then_list,
            load=_because,
            wide=True,
            simple=True,
        )
    )
    tiles.register(
        tiles.Tile(
            code="tailored.step",
            name=_("Næste skridt i din profil"),
            about=_("Det næste, du kan skrive i din profil, så forslagene bliver bedre."),
            template="tailored/tiles/step.html",
            asks=_ask_standing,
            load=_step,
            styles=("tailored/tailored.css",),
        )
    )
    tiles.register(
        tiles.Tile(
            code="tailored.gap",
            name=_("Hvad jobbene spørger efter"),
            about=_("Det, mange af dine relevante job spørger efter, og din profil ikke nævner."),
            template="tailored/tiles/gap.html",
            asks=_ask_list,
            load=_gap,
        )
    )


def _ask_standing(asking: Asking) -> None:
    asking.wants(_STANDING, partial(journey.standing_question, citizen_id=asking.citizen_id))


def _ask_list(asking: Asking) -> None:
    _ask_standing(asking)
    asking.wants(_SWITCHES, trust.switches_question)
    asking.wants(_RUN, partial(run_question, citizen_id=asking.citizen_id))


def _standing(asking: Asking) -> journey.Standing | None:
    return asking.once(_STANDING, lambda: journey.standing_from(asking.rows(_STANDING)))


def _is_off(asking: Asking) -> bool:
    asking.once(_SWITCHES, lambda: trust.remember(asking.rows(_SWITCHES)))
    return not trust.is_on(MODEL)


def _run(asking: Asking) -> RecommendationRun | None:
    rows: list[RecommendationRun] = [] if _is_off(asking) else asking.rows(_RUN)
    return rows[0] if rows else None


def _kept(asking: Asking) -> list[KeptRow]:
    return asking.once("tailored.kept", lambda: kept_rows(_run(asking)))


def _then_list(asking: Asking) -> None:
    # The first few are mostly enough; the whole list is read where many of them have ended.
    ids = {one.vacancy_id for one in _kept(asking)[:LOOKED_AT]}
    ids |= set(because.ids_of(_run(asking), at=asking.at))
    sharing.want_rows(asking, ids)
    sharing.want_marks(asking, ids)


def _jobs(asking: Asking, *, remember: Remember) -> Context:
    run = _run(asking)
    marks = sharing.shared_marks(asking)
    kept = _kept(asking)
    shown = still_shown(kept, sharing.shared_rows(asking), marks, at=asking.at)
    if len(shown) < ON_MY_PAGE and len(kept) > LOOKED_AT:
        rest = {one.vacancy_id for one in kept}
        sharing.want_rows(asking, rest)
        sharing.want_marks(asking, rest)
        marks = sharing.shared_marks(asking)
        shown = still_shown(kept, sharing.shared_rows(asking), marks, at=asking.at)
    rows = rows_of(
        shown[:ON_MY_PAGE],
        marks,
        place=place_of(run),
        language=asking.language,
        at=asking.at,
        short=True,
    )
    if run is not None:
        run_id, ranks = run.pk, [row.rank for row in rows]
        asking.afterwards(
            lambda: remember(run_id=run_id, citizen_id=asking.citizen_id, ranks=ranks, at=asking.at)
        )
    return {
        "recommended": rows,
        "off": _is_off(asking),
        "freshness": freshness(run, _standing(asking), asking.logged_in_at, at=asking.at),
    }


def _because(asking: Asking) -> Context | None:
    marks = sharing.shared_marks(asking)
    found = because.because_of(
        _run(asking),
        sharing.shared_rows(asking),
        marks.hidden | marks.applied,
        language=asking.language,
        at=asking.at,
    )
    return None if found is None else {"because": found}


def _step(asking: Asking) -> Context | None:
    step = next_step(_standing(asking))
    return None if step is None else {"step": step}


def _gap(asking: Asking) -> Context | None:
    """Return what most jobs of her list ask for and her profile does not say."""
    found = most_asked(_kept(asking), asking.language)
    return None if found is None else found._asdict()
