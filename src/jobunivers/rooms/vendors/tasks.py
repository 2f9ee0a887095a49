# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import contextlib
from typing import Any

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.models import KeyKind
from jobunivers.rooms.vendors.queries import members, pages


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="vendors.check_solutions")
def check_solutions(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Hold every solution against the new day: what has run out or fallen is held back.

    What firms take back goes today, and who acts for a firm no more is let go.
    """
    national = tenancy.national()
    if national is not None:
        with working_for(national.pk):
            actions.check_all(at=timezone.now())
            actions.leave_due(at=timezone.now())
            actions.end_due(at=timezone.now())


@app.task(retry=RetryStrategy(max_attempts=5, wait=60))
def mail_keys(**told: Any) -> None:
    """Send people of firms a link by mail; run twice, the later link is the one that opens.

    What cannot be sent is left: who asked is told the same in any case.
    """
    event = told["event_data"]
    for member_id in event["members"]:
        with working_for(told["municipality_id"]), contextlib.suppress(actions.NotSent):
            kind = KeyKind(event["key"])
            actions.send_key(member_id=member_id, kind=kind, at=timezone.now())


@app.task(retry=RetryStrategy(max_attempts=5, wait=60))
def mail_refusal(**told: Any) -> None:
    """Tell a firm that it is not let in, and why; what cannot be sent is left."""
    with working_for(told["municipality_id"]), contextlib.suppress(actions.NotSent):
        actions.send_refusal(sign_up_id=told["event_data"]["sign_up_id"], at=timezone.now())


@app.task
def check_one(**told: Any) -> None:
    """Hold a solution against its checklist as soon as it is approved; safe to run twice."""
    with working_for(told["municipality_id"]):
        actions.check(offer_id=told["event_data"]["offer_id"], at=timezone.now())


@app.task
def tell_of_blocked(**told: Any) -> None:
    """Tell each kommune that shows it; one that fails does not stop the others."""
    now, pk = timezone.now(), told["event_data"]["offer_id"]
    everywhere("telling of a blocked offer", lambda: actions.tell_of_blocked(offer_id=pk, at=now))


@app.periodic(cron="45 2 * * *")
@app.task(queueing_lock="vendors.count_use")
def count_use(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Let each kommune count the month that is over, and publish what all have counted."""
    now = timezone.now()
    try:
        everywhere(
            "counting use", lambda: actions.count_months(at=now) + actions.pass_words_on(at=now)
        )
    finally:  # what the others have counted is published all the same
        national = tenancy.national()
        if national is not None:
            with working_for(national.pk):
                actions.publish_months(at=now)


@app.task
def tell_of_new(**told: Any) -> None:
    """Tell each kommune of a solution that is approved and in order; safe to run twice."""
    now, pk = timezone.now(), told["event_data"]["offer_id"]
    with working_for(told["municipality_id"]):
        # It is held against its checklist by another task, which may come after this one.
        actions.check(offer_id=pk, at=now)
    everywhere("telling of a new offer", lambda: actions.tell_of_new(offer_id=pk, at=now))


@app.task
def tell_of_leaving(**told: Any) -> None:
    """Tell each kommune that shows a solution that it will go; one that fails stops no other."""
    now, pk = timezone.now(), told["event_data"]["offer_id"]
    everywhere("telling of a leaving offer", lambda: actions.tell_of_leaving(offer_id=pk, at=now))


@app.task
def tell_of_message(**told: Any) -> None:
    """Tell the other side of a message; safe to run twice."""
    data = told["event_data"]
    with working_for(told["municipality_id"]):
        actions.tell_of_message(
            offer_id=data["offer_id"],
            message_id=data["message_id"],
            from_firm=data["from_firm"],
            at=timezone.now(),
        )


@app.task
def tell_of_decision(**told: Any) -> None:
    """Tell a firm what was decided."""
    data = told["event_data"]
    if data.get("said") != "taken_back":
        with working_for(told["municipality_id"]):
            actions.tell_of_decision(
                offer_id=data["offer_id"],
                said=data.get("said", "answers"),
                number=data.get("decision_id", data["version"]),
                at=timezone.now(),
            )


@app.task
def tell_of_submitted(**told: Any) -> None:
    """Tell those who run the platform that a version, or answers, wait; safe to run twice."""
    _tell_of_solution("version", told)


@app.task
def tell_of_answers(**told: Any) -> None:
    """Tell those who run the platform that there are new answers; safe to run twice."""
    _tell_of_solution("answers", told)


def _tell_of_solution(what: str, told: dict[str, Any]) -> None:
    data = told["event_data"]
    with working_for(told["municipality_id"]):
        pk = data["offer_id"]
        actions.tell_of_news(
            what=what,
            path=f"administration/loesninger/{pk}/",
            title=pages.title_of(pk),
            key=f"{what}:{pk}:{data['version']}",
            at=timezone.now(),
        )


@app.task
def tell_of_sign_up(**told: Any) -> None:
    """Tell those who run the platform that a firm wants in; safe to run twice."""
    national = tenancy.national()
    pk = told["event_data"]["sign_up_id"]
    if national is not None:
        with working_for(national.pk):
            actions.tell_of_news(
                what="firm",
                path=f"administration/leverandoerer/{pk}/",
                title=members.sign_up_name(pk),
                key=f"firm:{pk}",
                at=timezone.now(),
            )


@app.task
def tell_of_money(**told: Any) -> None:
    """Tell a firm of a step of an agreement or its prices; safe to run twice."""
    national = tenancy.national()
    data = told["event_data"]
    if national is not None:
        with working_for(national.pk):
            actions.tell_of_money(
                agreement_id=data["agreement_id"],
                change_id=data.get("change_id"),
                step=data["step"],
                at=timezone.now(),
                request_id=data.get("request_id"),
            )
