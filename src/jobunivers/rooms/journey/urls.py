# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.journey import views

app_name = "journey"
urlpatterns = [
    path("profil/", views.profile, name="profile"),
    path("profil/sted/", views.basics, name="basics"),
    path("profil/telefon/", views.phone, name="phone"),
    path("profil/sprog/", views.languages, name="languages"),
    path("profil/erfaring/ny/", views.experience_new, name="experience_new"),
    path("profil/erfaring/<int:pk>/", views.experience, name="experience"),
    path("profil/erfaring/<int:pk>/fjern/", views.experience_remove, name="experience_remove"),
    path("profil/uddannelse/ny/", views.education_new, name="education_new"),
    path("profil/uddannelse/<int:pk>/", views.education, name="education"),
    path("profil/uddannelse/<int:pk>/fjern/", views.education_remove, name="education_remove"),
    path("profil/kompetencer/", views.competences, name="competences"),
    path("profil/kompetencer/foreslaaede/", views.competences_add, name="competences_add"),
    path("profil/kompetencer/<int:pk>/fjern/", views.competence_remove, name="competence_remove"),
    path("profil/oensker/", views.wishes, name="wishes"),
    path("profil/oensker/<int:pk>/fjern/", views.wish_remove, name="wish_remove"),
    path("profil/forslag/stillinger/", views.suggest_occupations, name="suggest_occupations"),
    path("profil/forslag/kompetencer/", views.suggest_skills, name="suggest_skills"),
]
