# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.outreach import views

app_name = "outreach"
_ALL = "medarbejder/udsendelser/"
_ONE = f"{_ALL}<int:pk>/"
urlpatterns = [
    path(_ALL, views.pushes, name="pushes"),
    path(f"{_ALL}ny/", views.new, name="new"),
    path(f"{_ALL}fra-liste/", views.from_list, name="from_list"),
    path("medarbejder/borgere/<int:pk>/send/", views.to_one, name="to_one"),
    path(_ONE, views.push, name="push"),
    path(f"{_ONE}ret/", views.edit, name="edit"),
    path(f"{_ONE}find/", views.look, name="look"),
    path(f"{_ONE}udvaelg/", views.choose, name="choose"),
    path(f"{_ONE}send/", views.submit, name="submit"),
    path(f"{_ONE}godkend/", views.approve, name="approve"),
    path(f"{_ONE}afvis/", views.refuse, name="refuse"),
    path(f"{_ONE}stop/", views.stop, name="stop"),
    path(f"{_ONE}traek-tilbage/", views.withdraw, name="withdraw"),
    path("administration/udsendelser/", views.rules, name="rules"),
    path("fra-kommunen/<int:pk>/", views.hers, name="hers"),
    path("fra-kommunen/<int:pk>/svar/", views.say_no, name="say_no"),
]
