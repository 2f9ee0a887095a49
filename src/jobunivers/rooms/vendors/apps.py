# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VendorsConfig(AppConfig):
    """What private firms answer of their solutions: the gate before a shelf."""

    name = "jobunivers.rooms.vendors"
    label = "vendors"

    def ready(self) -> None:
        """Hold what is approved against its checklist, and tell those who show it."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.identity import landing
        from jobunivers.rooms.vendors import tasks
        from jobunivers.rooms.vendors.queries import helping, recipients, told, ways

        told.register_notices()
        ways.offer()
        recipients.offer()
        helping.offer()
        landing.lead(ways.landing_of)
        events.subscribe("marketplace.offer_approved", tasks.check_one)
        for cause in ("marketplace.offer_approved", "vendors.answers_accepted"):
            events.subscribe(cause, tasks.tell_of_new)
        events.subscribe("marketplace.offer_blocked", tasks.tell_of_blocked)
        events.subscribe("vendors.solution_submitted", tasks.tell_of_submitted)
        events.subscribe("vendors.answers_written", tasks.tell_of_answers)
        events.subscribe("vendors.answers_accepted", tasks.tell_of_decision)
        events.subscribe("vendors.version_decided", tasks.tell_of_decision)
        events.subscribe("vendors.message_written", tasks.tell_of_message)
        events.subscribe("vendors.leaving_told", tasks.tell_of_leaving)
        events.subscribe("vendors.signed_up", tasks.tell_of_sign_up)
        for step in (
            "signed", "ended", "change_sent", "change_approved", "change_withdrawn",
            "change_lapsed",
        ):  # fmt: skip
            events.subscribe(f"agreements.{step}", tasks.tell_of_money)
        for step in ("declined", "lapsed"):
            events.subscribe(f"agreements.request_{step}", tasks.tell_of_money)
        events.subscribe("vendors.sign_up_refused", tasks.mail_refusal)
        events.subscribe("vendors.member_invited", tasks.mail_keys)
        events.subscribe("vendors.login_asked", tasks.mail_keys)
