# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses within a kommune."""

from django.urls import include, path

urlpatterns = [
    path("", include("jobunivers.front.urls")),
    path("", include("jobunivers.identity.urls")),
    path("", include("jobunivers.trust.urls")),
    path("", include("jobunivers.foundation.ui.urls")),
    path("", include("jobunivers.foundation.notices.urls")),
    path("", include("jobunivers.rooms.mydata.urls")),
    path("", include("jobunivers.rooms.retention.urls")),
    path("", include("jobunivers.rooms.audit.urls")),
    path("", include("jobunivers.rooms.decisions.urls")),
    path("", include("jobunivers.rooms.law.urls")),
    path("", include("jobunivers.rooms.vacancies.urls")),
    path("", include("jobunivers.rooms.journey.urls")),
    path("", include("jobunivers.rooms.marketplace.urls")),
    path("", include("jobunivers.rooms.library.urls")),
    path("", include("jobunivers.rooms.vendors.urls")),
    path("", include("jobunivers.rooms.launching.urls")),
    path("", include("jobunivers.rooms.evidence.urls")),
    path("", include("jobunivers.rooms.webhooks.urls")),
    path("", include("jobunivers.rooms.agreements.urls")),
    path("", include("jobunivers.rooms.plan.urls")),
    path("", include("jobunivers.rooms.week.urls")),
    path("", include("jobunivers.rooms.entrance.urls")),
    path("", include("jobunivers.rooms.segmentation.urls")),
    path("", include("jobunivers.rooms.tailored.urls")),
    path("", include("jobunivers.rooms.followup.urls")),
    path("", include("jobunivers.rooms.outreach.urls")),
    path("", include("jobunivers.rooms.talks.urls")),
    path("", include("jobunivers.rooms.availability.urls")),
    path("", include("jobunivers.rooms.casework.urls")),
]
handler400 = "jobunivers.front.errors.bad_request"
handler403 = "jobunivers.front.errors.forbidden"
handler404 = "jobunivers.front.errors.not_found"
handler500 = "jobunivers.front.errors.server_error"
