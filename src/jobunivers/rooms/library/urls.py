# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.library.views import reading

app_name = "library"
urlpatterns = [
    path("laering/fil/<int:pk>/", reading.file, name="file"),
    path("laering/<int:pk>/", reading.lesson, name="lesson"),
    path("laering/<int:pk>/faerdig/", reading.done, name="done"),
    path("laering/<int:pk>/udskriv/", reading.paper, name="paper"),
    path("laering/<int:pk>/<int:number>/", reading.step, name="step"),
    path("laering/<int:pk>/<int:number>/<str:language>.vtt", reading.captions, name="captions"),
]
