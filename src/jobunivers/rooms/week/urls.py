# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.week import views

app_name = "week"
urlpatterns = [
    path("min-uge/", views.week, name="week"),
    path("min-uge/kalender/", views.feed, name="feed"),
    path("min-uge/kalender/ny/", views.renew, name="renew"),
    path("min-uge/kalender/luk/", views.close, name="close"),
    path("min-uge/uden-net/", views.keep, name="keep"),
    path("min-uge/flyt/<str:uid>/", views.move, name="move"),
    path("min-uge/maaned/<int:year>-<int:number>/", views.month, name="month"),
    path("min-uge/<str:name>/", views.week_named, name="week_named"),
    path("kalender/<str:token>.ics", views.calendar, name="calendar"),
]
