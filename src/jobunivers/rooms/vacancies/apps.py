# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    name = "jobunivers.rooms.vacancies"
    label = "vacancies"
