# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.front import administration, my_page, pushes, views

app_name = "front"
urlpatterns = [
    path("", views.home, name="home"),
    path("min-side/", my_page.my_page, name="my_page"),
    path("min-side/ret/", my_page.arrange, name="my_page_arrange"),
    path("min-side/skift/", my_page.rearrange, name="my_page_change"),
    path("sundhed", views.health, name="health"),
    path("sprog/", views.choose_language, name="choose_language"),
    path("om/", views.about, name="about"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
    path("persondata/", views.privacy, name="privacy"),
    path("kontakt/", views.contact, name="contact"),
    path("beskeder/", views.notices, name="notices"),
    path("beskeder/laest/", views.notices_read, name="notices_read"),
    path("administration/beskeder/", pushes.pushes, name="pushes"),
    path("administration/udseende/", administration.appearance, name="appearance"),
    path("administration/kommuner/", administration.municipalities, name="municipalities"),
    path(
        "administration/kommuner/<str:code>/",
        administration.open_municipality,
        name="open_municipality",
    ),
    path("logo/<str:version>", views.logo, name="logo"),
]
