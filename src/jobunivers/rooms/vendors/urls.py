# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from jobunivers.rooms.vendors.views import (
    answering,
    changes,
    deciding,
    figures,
    firms,
    hearing,
    portal,
    solutions,
    talking,
    technical,
    tools,
    transfers,
)

app_name = "vendors"
_SOLUTION = "administration/loesninger/<int:pk>"
_OWN = "leverandoer/loesninger/<int:pk>"
urlpatterns = [
    path("overfoersler/", transfers.register, name="register"),
    path("administration/loesninger/", deciding.queue, name="queue"),
    path(f"{_SOLUTION}/", deciding.solution, name="solution"),
    path(f"{_SOLUTION}/afgoer/", deciding.decide, name="decide"),
    path(f"{_SOLUTION}/svar/", answering.write, name="write"),
    path("administration/loesninger/dokument/<int:pk>/", deciding.document, name="document"),
    path("administration/grundlag/", transfers.grounds, name="grounds"),
    path("administration/grundlag/<str:code>/falder/", transfers.fall, name="fall"),
    path("administration/grundlag/<str:code>/gaelder/", transfers.lift, name="lift"),
    path("administration/leverandoersvar/", answering.answers, name="answers"),
    path("administration/leverandoerer/", firms.sign_ups, name="sign_ups"),
    path("administration/leverandoerer/<int:pk>/", firms.answer, name="answer_firm"),
    path(f"{_SOLUTION}/beskeder/", talking.thread, name="national_thread"),
    path("bliv-leverandoer/", firms.sign_up, name="sign_up"),
    path("bliv-leverandoer/tak/", firms.signed_up, name="signed_up"),
    path("leverandoer/", portal.home, name="portal"),
    path("leverandoer/profil/", portal.profile, name="profile"),
    path("leverandoer/profil/cvr/", portal.ask_register, name="ask_register"),
    path("leverandoer/medarbejdere/", portal.members, name="members"),
    path("leverandoer/medarbejdere/ny/", portal.invite, name="invite"),
    path("leverandoer/medarbejdere/<int:pk>/stop/", portal.end, name="end_member"),
    path("leverandoer/loesninger/", solutions.solutions, name="solutions"),
    path("leverandoer/loesninger/ny/", solutions.new, name="new_solution"),
    path("leverandoer/oekonomi/", figures.money, name="money"),
    path("leverandoer/oekonomi/<int:pk>.xml", figures.invoice, name="invoice"),
    path("leverandoer/oekonomi/aendring/<int:pk>/", changes.change, name="change"),
    path(
        "leverandoer/oekonomi/aendring/<int:pk>/svar/", changes.answer_change, name="change_answer"
    ),
    path("leverandoer/webhooks/", hearing.endpoint, name="webhooks"),
    path("leverandoer/webhooks/hemmelighed/", hearing.new_secret, name="webhook_secret"),
    path("leverandoer/webhooks/proev/", hearing.ping, name="webhook_ping"),
    path("leverandoer/webhooks/igen/", hearing.replay, name="webhook_replay"),
    path("leverandoer/webhooks/taend/", hearing.switch_on, name="webhook_on"),
    path("leverandoer/webhooks/luk/", hearing.close, name="webhook_close"),
    path("leverandoer/dokument/<int:pk>/", answering.own_document, name="own_document"),
    path(f"{_OWN}/", solutions.solution, name="own_solution"),
    path(f"{_OWN}/beskriv/", solutions.describe, name="describe"),
    path(f"{_OWN}/handling/", solutions.act, name="act"),
    path(f"{_OWN}/udgaver/<int:number>/", solutions.version, name="version"),
    path(f"{_OWN}/svar/", answering.own_answers, name="own_answers"),
    path(f"{_OWN}/traek/", solutions.leave, name="leave"),
    path(f"{_OWN}/beskeder/", talking.own_thread, name="thread"),
    path(f"{_OWN}/tal/", figures.figures, name="figures"),
    path(f"{_OWN}/teknik/", technical.technical, name="technical"),
    path(f"{_OWN}/teknik/lti/", tools.tool, name="tool"),
    path(f"{_OWN}/teknik/hemmelighed/", technical.new_secret, name="new_secret"),
    path(f"{_OWN}/teknik/noegle/", technical.new_key, name="new_key"),
    path(f"{_OWN}/teknik/noegle/<int:key_id>/", technical.change_key, name="change_key"),
]
