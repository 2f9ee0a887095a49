# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.entrance.views import (
    counter,
    editing,
    guide,
    meetings,
    readiness,
    sources,
    staff_meetings,
    walking,
)

app_name = "entrance"
urlpatterns = [
    path("velkommen/", walking.welcome, name="welcome"),
    path("velkommen/videre/", walking.forward, name="forward"),
    path("velkommen/faerdig/", walking.finish, name="finish"),
    path("velkommen/senere/", walking.later, name="later"),
    path("velkommen/hent/", walking.bring, name="bring"),
    path("velkommen/oensker/", walking.wishes, name="wishes"),
    path("velkommen/hjaelp-til-skaermen/", readiness.readiness, name="readiness"),
    path("velkommen/selvtest/", readiness.self_test, name="self_test"),
    path("velkommen/selvtest/fjern/", readiness.self_test_forget, name="self_test_forget"),
    path("velkommen/job/", walking.jobs, name="jobs"),
    path("velkommen/job/find/", walking.jobs_now, name="jobs_now"),
    path("velkommen/moede/", meetings.meeting, name="meeting"),
    path("velkommen/moede/bestil/", meetings.book, name="meeting_book"),
    path("velkommen/moede/<int:pk>/aflys/", meetings.cancel, name="meeting_cancel"),
    path("velkommen/moede/<int:pk>/kalender.ics", meetings.calendar, name="meeting_calendar"),
    path("velkommen/rundvisning/", guide.tour, name="tour"),
    path("velkommen/rundvisning/<slug:key>/", guide.tour_item, name="tour_item"),
    path("velkommen/video/<int:pk>/", guide.video, name="video"),
    path("velkommen/video/<int:pk>/<str:language>.vtt", guide.captions, name="captions"),
    path("velkommen/hjaelp/", counter.helped, name="helped"),
    path("velkommen/hjaelp/<int:pk>/", counter.answer, name="help_answer"),
    path("medarbejder/skranke/", counter.counter, name="counter"),
    path("medarbejder/skranke/borger/<int:pk>/", counter.ask, name="counter_start"),
    path("medarbejder/skranke/<int:pk>/", counter.confirm, name="counter_ask"),
    path("medarbejder/skranke/<int:pk>/slut/", counter.end, name="counter_end"),
    path("medarbejder/intromoeder/", staff_meetings.staff, name="staff_meetings"),
    path("medarbejder/intromoeder/<int:pk>/luk/", staff_meetings.withdraw, name="slot_withdraw"),
    path("medarbejder/intromoeder/moede/<int:pk>/", staff_meetings.mark, name="meeting_mark"),
    path("administration/introduktion/", editing.items, name="guide_items"),
    path("administration/introduktion/ny/", editing.item_new, name="guide_item_new"),
    path("administration/introduktion/moeder/", staff_meetings.rules, name="meeting_rules"),
    path("administration/introduktion/<slug:key>/", editing.item, name="guide_item"),
    path(
        "administration/introduktion/<slug:key>/fjern/",
        editing.item_remove,
        name="guide_item_remove",
    ),
    path(
        "administration/introduktion/<slug:key>/video/", editing.item_video, name="guide_item_video"
    ),
    # sources
    path("kilder/", sources.overview, name="sources"),
    path("kilder/fil/", sources.file, name="file"),
    path("kilder/fil/<int:pk>/fjern/", sources.forget_file, name="forget_file"),
    path("kilder/fundet/", sources.found, name="found"),
    path("kilder/spoergsmaal/", sources.questions, name="questions"),
    path("kilder/min-profil.json", sources.export, name="export"),
    path("kilder/<str:code>/hent/", sources.fetch, name="fetch"),
    path("kilder/<str:code>/fjern/", sources.forget, name="forget"),
]
