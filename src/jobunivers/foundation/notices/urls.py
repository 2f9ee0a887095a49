# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.foundation.notices import letters, views

app_name = "notices"
urlpatterns = [
    path("beskeder/<int:pk>/", views.follow, name="open"),
    path("beskeder/indstillinger/", views.settings_page, name="settings"),
    path("beskeder/indstillinger/mail/", views.give_email, name="give_email"),
    path("beskeder/indstillinger/telefon/", views.give_phone, name="give_phone"),
    path("beskeder/indstillinger/fjern/<int:pk>/", views.forget, name="forget"),
    path("beskeder/indstillinger/pause/", views.pause, name="pause"),
    # Outside /beskeder/: whoever has the letter may open these, logged in or not.
    path("bekraeft-mail/<str:token>/", letters.confirm, name="confirm"),
    path("afmeld/<str:token>/", letters.leave, name="leave"),
    path("ui/postkasse/", letters.mailbox, name="mailbox"),
    path("ui/postkasse/<str:name>/", letters.caught, name="caught"),
]
