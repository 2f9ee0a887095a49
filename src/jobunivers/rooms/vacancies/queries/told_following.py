# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of what she follows: its type of notice, and its tile."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation import tiles
from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Notice
from jobunivers.rooms.vacancies.models import Followed
from jobunivers.rooms.vacancies.queries.alerts import still_open
from jobunivers.rooms.vacancies.queries.following import (
    Following,
    following_from,
    following_question,
    new_rows,
)
from jobunivers.rooms.vacancies.queries.sharing import (
    shared_marks,
    shared_rows,
    want_marks,
    want_rows,
)

FOLLOWING = "vacancies.following"
_ON_TILE = 4
_WANTED = "vacancies.followed"
Data = Mapping[str, Any]


def register_following() -> None:
    """Say what is sent of what people follow, and offer the tile."""
    register.sender(
        register.Sender(
            code=FOLLOWING,
            name=gettext_lazy("Nyt fra dem, borgere følger"),
            every=timedelta(days=1),
            quiet_for=timedelta(days=4),
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.followed_news",
            sender=FOLLOWING,
            name=gettext_lazy("Nyt fra dem, du følger"),
            about=gettext_lazy(
                "Højst én gang om dagen, når der er nye job fra en arbejdsplads, et fag eller et"
                " emne, du følger."
            ),
            wording=_news,
            outside=_news_outside,
            wants_answer=True,
            acts=("vacancies.application_logged", "vacancies.starred", "vacancies.hidden"),
            acted=_about_one_of_them,
            relevant=_matters,
        )
    )
    tiles.register(
        tiles.Tile(
            code="vacancies.followed",
            name=gettext_lazy("Nyt fra dem, du følger"),
            about=gettext_lazy("Nye job fra de arbejdspladser, fag og emner, du følger."),
            template="vacancies/tiles/following.html",
            load=_tile,
            asks=_asks,
            then=_then,
        )
    )


def _news(data: Data) -> str:
    count, others = int(data["count"]), int(data["others"])
    told = {"count": count, "name": data["name"]}
    if others:
        return (
            ngettext(
                "%(count)s nyt job fra “%(name)s” og andet, du følger",
                "%(count)s nye job fra “%(name)s” og andet, du følger",
                count,
            )
            % told
        )
    return ngettext("%(count)s nyt job: “%(name)s”", "%(count)s nye job: “%(name)s”", count) % told


def _news_outside(data: Data) -> str:
    return ngettext(
        "%(count)s nyt job fra dem, du følger",
        "%(count)s nye job fra dem, du følger",
        int(data["count"]),
    ) % {"count": data["count"]}


def _about_one_of_them(data: Data, event: Data) -> bool:
    return event.get("vacancy_id") in data.get("vacancy_ids", ())


def _matters(notice: Notice, at: datetime) -> bool:
    """Say whether she still follows anything, and any of the jobs can be applied for."""
    follows = Followed.objects.filter(citizen_id=notice.person_id).exists()
    return follows and still_open(vacancy_ids=notice.data["vacancy_ids"], at=at)


def _asks(asking: tiles.Asking) -> None:
    asking.wants(_WANTED, following_question(citizen_id=asking.citizen_id))


def _then(asking: tiles.Asking) -> None:
    ids = _following(asking).news_ids
    want_rows(asking, ids)
    want_marks(asking, ids)


def _following(asking: tiles.Asking) -> Following:
    return asking.once(_WANTED, lambda: following_from(asking.rows(_WANTED)))


def _tile(asking: tiles.Asking) -> tiles.Context | None:
    """Return what is new; nothing for whoever follows nothing."""
    following, marks = _following(asking), shared_marks(asking)
    if not following.rows:
        return None
    news = new_rows(
        following,
        shared_rows(asking),
        marks.hidden | marks.applied,
        language=asking.language,
        at=asking.at,
    )
    return {"news": news[:_ON_TILE], "many": len(following.rows)}


def kind_words() -> dict[str, str]:
    """Return the headings of the kinds of things that can be followed."""
    return {
        "employer": _("Arbejdspladser"),
        "area": _("Områder"),
        "occupation": _("Fag"),
        "theme": _("Emner"),
    }
