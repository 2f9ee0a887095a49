# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells people: the type of its notices, in words."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Notice
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust

SENDER = "tailored.new_jobs"


def register_notices() -> None:
    """Say who sends from here, and what."""
    register.sender(
        register.Sender(
            code=SENDER, name=gettext_lazy("Nye relevante job"), every=timedelta(days=1)
        )
    )
    register.notice_type(
        register.NoticeType(
            code="tailored.new_jobs",
            sender=SENDER,
            name=gettext_lazy("Nye job, der passer særlig godt til dig"),
            about=gettext_lazy(
                "Højst én gang om ugen, og kun når et nyt job passer særlig godt. Jobbene er"
                " fundet af en computer."
            ),
            wording=_new_jobs,
            wants_answer=True,
            acts=("vacancies.application_logged", "vacancies.starred", "vacancies.hidden"),
            acted=_about_one_of_them,
            relevant=_still_matters,
        )
    )


def _new_jobs(data: Mapping[str, Any]) -> str:
    return ngettext(
        "%(count)s nyt job passer særlig godt til dig",
        "%(count)s nye job passer særlig godt til dig",
        int(data["count"]),
    ) % {"count": data["count"]}


def _about_one_of_them(data: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    return event.get("vacancy_id") in data.get("vacancy_ids", ())


def _still_matters(notice: Notice, at: datetime) -> bool:
    """Say whether the model may still be used, and any of the jobs can be applied for."""
    return trust.is_on(MODEL) and vacancies.still_open(
        vacancy_ids=notice.data["vacancy_ids"], at=at
    )
