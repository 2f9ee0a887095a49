# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.outreach import views

app_name = "outreach"
_ALL = "medarbejder/udsendelser/"
_ONE = f"{_ALL}<int:pk>/"
_RULES = f"{_ALL}regler/"
_RULE = f"{_RULES}<int:pk>/"
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
    path("fra-kommunen/<int:pk>/regel/", views.say_no_to_rule, name="say_no_to_rule"),
    path(_RULES, views.automatic, name="automatic"),
    path(f"{_RULES}ny/", views.automatic_new, name="automatic_new"),
    path(f"{_RULES}raekkefoelge/", views.automatic_order, name="automatic_order"),
    path(_RULE, views.automatic_rule, name="automatic_rule"),
    path(f"{_RULE}ret/", views.automatic_edit, name="automatic_edit"),
    path(f"{_RULE}proev/", views.automatic_try, name="automatic_try"),
    path(f"{_RULE}eksempler/", views.automatic_examples, name="automatic_examples"),
    path(f"{_RULE}saet-i-gang/", views.automatic_live, name="automatic_live"),
    path(f"{_RULE}godkend/", views.automatic_approve, name="automatic_approve"),
    path(f"{_RULE}afvis/", views.automatic_refuse, name="automatic_refuse"),
    path(f"{_RULE}pause/", views.automatic_pause, name="automatic_pause"),
    path(f"{_RULE}genoptag/", views.automatic_resume, name="automatic_resume"),
    path(f"{_RULE}afslut/", views.automatic_end, name="automatic_end"),
]
