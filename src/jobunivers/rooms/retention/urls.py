# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.retention.views import letters, mine, research, rules

app_name = "retention"
urlpatterns = [
    path("mine-data/slettes/", mine.mine, name="mine"),
    path("mine-data/slettes/<int:pk>/gem/", mine.keep, name="keep"),
    path("administration/opbevaring/", rules.rules, name="rules"),
    path("administration/opbevaring/plan/", rules.plan_make, name="plan_make"),
    path("administration/opbevaring/plan/<int:pk>/ja/", rules.plan_approve, name="plan_approve"),
    path("administration/opbevaring/plan/<int:pk>/nej/", rules.plan_refuse, name="plan_refuse"),
    path("administration/opbevaring/tal/<str:code>/", rules.choice, name="choice"),
    path("administration/opbevaring/maa-ikke-slettes/", rules.holds, name="holds"),
    path(
        "administration/opbevaring/maa-ikke-slettes/<int:pk>/ophaev/", rules.hold_lift, name="lift"
    ),
    path("administration/opbevaring/breve/", letters.letters_list, name="letters"),
    path("administration/opbevaring/breve/lav/", letters.letters_make, name="letters_make"),
    path("administration/opbevaring/breve/<int:pk>.pdf", letters.letters_file, name="letters_file"),
    path(
        "administration/opbevaring/breve/<int:pk>/sendt/", letters.letters_sent, name="letters_sent"
    ),
    path("administration/forskning/", research.research, name="research"),
    path("administration/forskning/<int:pk>/ja/", research.release_make, name="release_make"),
    path("administration/forskning/<int:pk>/nej/", research.release_refuse, name="release_refuse"),
    path("administration/forskning/<int:pk>.csv", research.release_file, name="release_file"),
]
