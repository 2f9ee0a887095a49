# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of the law as it was brought in: shared by all, written by importers alone."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class LawDocument(models.Model):
    """An act, a consolidation or an order, by its official number (LBK 280/2024).

    `in_force_from` is what its own text says; `in_force_until` is the day another document that
    was brought in repeals it or consolidates it anew: `replaced_by` says which. Null: not known.
    """

    kind = models.CharField(max_length=3)
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    title = models.TextField()
    issued_on = models.DateField()
    in_force_from = models.DateField(null=True)
    in_force_until = models.DateField(null=True)
    replaced_by = models.CharField(max_length=20, default="", blank=True)
    source = models.CharField(max_length=300)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "year"], name="a_law_document_has_one_number"
            ),
            models.CheckConstraint(
                name="a_law_document_is_of_a_known_kind",
                condition=Q(kind__in=["LOV", "LBK", "BEK", "VEJ", "CIR"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}/{self.year}"


class Provision(models.Model):
    """One paragraph of a document: "35a", as it stands, all clauses together."""

    document = models.ForeignKey(LawDocument, models.CASCADE, related_name="provisions")
    reference = models.CharField(max_length=40)  # the source's own, unique in a document
    section = models.CharField(max_length=20)
    chapter = models.CharField(max_length=20, default="", blank=True)
    heading = models.TextField(default="", blank=True)
    position = models.PositiveIntegerField()
    text = models.TextField()
    # Danish lexemes of heading and text; filled by PostgreSQL when the importer has written.
    vector = SearchVectorField(null=True)
    # How many they are: counted once, since unpacking every vector for it costs most of a search.
    words = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "reference"], name="a_provision_stands_in_its_document_once"
            )
        ]
        indexes = [
            models.Index(fields=["document", "section", "position"], name="provisions_by_section"),
            GinIndex(fields=["vector"], name="provisions_by_word"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} § {self.section}"


class LawCitation(models.Model):
    """One provision cites another; what it says around the citation tells what that is about."""

    provision = models.ForeignKey(Provision, models.CASCADE, related_name="cites")
    cited = models.ForeignKey(Provision, models.CASCADE, related_name="cited_by")
    # Danish lexemes of the words around.
    vector = SearchVectorField()
    words = models.PositiveIntegerField()

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="citations_by_word")]

    def __str__(self) -> str:
        return f"{self.provision_id} cites {self.cited_id}"


class LawWord(models.Model):
    """In how many provisions a lexeme stands: rare words say more in a search."""

    word = models.TextField(primary_key=True)
    provisions = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word


class LawImport(models.Model):
    """One run of the importer; without `finished_at` it was broken off, and pages say so."""

    source = models.CharField(max_length=300)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    # The first of those set aside: [{"line", "file", "reason"}]
    set_aside = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d}"
