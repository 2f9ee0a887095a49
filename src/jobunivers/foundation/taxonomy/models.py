# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words for work that everybody shares: occupations, skills, industries; nobody owns a row."""

from typing import Any

from django.db import models
from django.db.models import Q

STARTER, ESCO = "starter", "esco"


class Concept(models.Model):
    """Something with an address and names in several languages, retired but never deleted."""

    uri = models.CharField(max_length=200, unique=True)
    source = models.CharField(max_length=10)
    label_da = models.CharField(max_length=500, default="", blank=True)
    label_en = models.CharField(max_length=500, default="", blank=True)
    other_labels = models.JSONField(default=dict)  # language → label, for further languages
    alts = models.JSONField(default=dict)  # language → list of other names
    description_da = models.TextField(default="", blank=True)
    retired_at = models.DateTimeField(null=True)
    successor_uri = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label_da or self.label_en or self.uri

    def label(self, language: str) -> str:
        """Return the name in the language, else in Danish, English or any other."""
        return choose_label(language, self.label_da, self.label_en, self.other_labels)


def choose_label(language: str, danish: str, english: str, others: dict[str, Any]) -> str:
    """Return the label in the language, else the Danish, the English, or the first there is."""
    labels = {"da": danish, "en": english, **others}
    wanted = labels.get(language) or danish or english
    return str(wanted or next(filter(None, others.values()), ""))


class OccupationGroup(models.Model):
    """An ISCO-08 group: one to four digits."""

    code = models.CharField(max_length=4, unique=True)
    uri = models.CharField(max_length=200, unique=True)
    source = models.CharField(max_length=10)
    label_da = models.CharField(max_length=500, default="", blank=True)
    label_en = models.CharField(max_length=500, default="", blank=True)
    other_labels = models.JSONField(default=dict)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="occupation_group_code_has_one_to_four_digits",
                condition=Q(code__regex=r"^\d{1,4}$"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label_da or self.label_en}"


class Occupation(Concept):
    """A kind of work, e.g. social- og sundhedshjælper."""

    isco = models.CharField(max_length=4, default="", blank=True)  # empty: the source does not say

    class Meta(Concept.Meta):
        abstract = False
        indexes = [models.Index(fields=["isco"])]
        constraints = [
            models.CheckConstraint(
                name="occupation_isco_has_at_most_four_digits",
                condition=Q(isco__regex=r"^\d{0,4}$"),
            )
        ]


class Skill(Concept):
    """What one can, knows or holds: a skill, a language, a licence, a tool."""

    kind = models.CharField(max_length=20)
    reuse = models.CharField(max_length=30, default="", blank=True)
    groups = models.JSONField(default=list)  # ESCO's codes, most specific: ["S4.5.0", "K0531"]
    broader = models.JSONField(default=list)  # URIs

    class Meta(Concept.Meta):
        abstract = False


class OccupationSkill(models.Model):
    """An occupation needs a skill, always or sometimes."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="needs")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="needed_by")
    essential = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "skill"], name="an_occupation_names_a_skill_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id} → {self.skill_id}"


class OccupationArea(models.Model):
    """An area of occupations as the search page shows them: every ISCO code is in one."""

    slug = models.SlugField(max_length=60, unique=True)
    name_da = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    isco_prefixes = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name_da


class Synonym(models.Model):
    """Who searches for `word` also wants `means`; not the other way."""

    word = models.CharField(max_length=100, unique=True)
    means = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.word


class IndustryCode(models.Model):
    """An industry of NACE, or of its Danish six-digit form."""

    code = models.CharField(max_length=8, unique=True)
    level = models.PositiveSmallIntegerField()
    label_da = models.CharField(max_length=500, default="", blank=True)
    label_en = models.CharField(max_length=500, default="", blank=True)
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.code} {self.label_da or self.label_en}"


class DiscoCode(models.Model):
    """An occupation in Statistics Denmark's words; its first four digits are ISCO-08's."""

    code = models.CharField(max_length=6, unique=True)
    level = models.PositiveSmallIntegerField()
    label_da = models.CharField(max_length=500)
    notes = models.TextField(default="", blank=True)
    includes = models.TextField(default="", blank=True)
    excludes = models.TextField(default="", blank=True)
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.code} {self.label_da}"


class Dataset(models.Model):
    """One import that changed something: what, from whom, under which terms."""

    kind = models.CharField(max_length=20)  # esco, disco, nace, geography, starter, places_starter
    edition = models.CharField(max_length=40, default="", blank=True)
    files = models.JSONField(default=list)  # file names
    checksum = models.CharField(max_length=64)
    imported_at = models.DateTimeField()
    counts = models.JSONField(default=dict)
    set_aside = models.JSONField(default=list)  # the first rows set aside, with line and reason

    class Meta:
        indexes = [models.Index(fields=["kind", "-id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.edition}"
