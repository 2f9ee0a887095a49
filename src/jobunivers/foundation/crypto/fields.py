# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Model fields whose values PostgreSQL never sees: plain in Python, encrypted in the table.

They cannot be searched, compared or sorted in SQL: a lookup other than "is empty" raises. What
must be found by its exact value has a `KeyedHashField` beside it.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact, IsNull

from jobunivers.foundation.crypto import sealing
from jobunivers.foundation.tenancy.current import current_municipality_id

_Row = TypeVar("_Row", bound=models.Model)
# Django's fields know nothing of types while they run.
if TYPE_CHECKING:
    _Field = models.Field[Any, Any]
    _Text = models.TextField[Any, Any]
    _Binary = models.BinaryField[Any, Any]
    _Char = models.CharField[Any, Any]
    _Equal = Exact[Any]
else:
    _Field, _Text, _Binary = models.Field, models.TextField, models.BinaryField
    _Char, _Equal = models.CharField, Exact


class _IsEmpty(_Equal):
    """`text=""`: an empty text is stored empty, all else has no order and no equal."""

    def get_prep_lookup(self) -> Any:
        if self.rhs != "":
            raise FieldError(
                f"{self.lhs.output_field} is encrypted: it can be asked only whether it is empty."
            )
        return self.rhs


class _Sealed(_Field):
    """What the encrypted fields have in common."""

    sealed = True

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Name the class by the module that rooms import it from."""
        name, _, args, kwargs = super().deconstruct()
        kind = type(self).__qualname__
        return name, f"jobunivers.foundation.crypto.fields.{kind}", list(args), kwargs

    @property
    def about(self) -> str:
        """Return the table and column that a value is bound to."""
        return f"{self.model._meta.db_table}.{self.column}"  # noqa: SLF001 - documented

    @property
    def whose(self) -> str:
        """Return the kommune that a value is bound to; "" in tables of no kommune's own."""
        return str(current_municipality_id()) if of_one_kommune(self.model) else ""

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow "is null" and "is empty" alone."""
        if lookup_name == "isnull":
            return IsNull
        if lookup_name == "exact" and isinstance(self, EncryptedTextField):
            return _IsEmpty
        raise FieldError(f"{self} is encrypted: {lookup_name!r} cannot be asked of it.")

    def get_transform(self, lookup_name: str) -> Any:
        """Refuse parts of the value."""
        raise FieldError(f"{self} is encrypted: {lookup_name!r} cannot be asked of it.")

    def seal(self, plain: Any) -> Any:
        """Return a plain text or plain bytes as they are stored."""
        return sealing.seal_text(plain, about=self.about, whose=self.whose)

    def unseal(self, stored: Any) -> Any:
        """Return the plain text or plain bytes of what is stored."""
        return sealing.open_text(stored, about=self.about, whose=self.whose)

    def store(self, value: Any) -> Any:
        """Return a value as it is stored."""
        return self.seal(str(value))

    def take(self, stored: Any) -> Any:
        """Return the value of what is stored."""
        return self.unseal(stored)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Encrypt what is written; an expression (another default, a NULL) passes."""
        if value is None or hasattr(value, "as_sql"):
            return value
        return super().get_db_prep_save(self.store(value), connection)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:  # noqa: ARG002
        """Open what is read."""
        return None if value is None else self.take(value)


class EncryptedTextField(_Sealed, _Text):
    """A text. Its `max_length` is for forms; the table holds any."""

    def take(self, stored: Any) -> Any:
        """Return the text; an empty one is bound to nobody and read anywhere."""
        return self.unseal(stored) if stored else ""

    def store(self, value: Any) -> Any:
        """Return the text as it is stored."""
        return self.seal(str(value)) if value else ""


class EncryptedJSONField(_Sealed, _Text):
    """Anything JSON can say, encrypted as one text."""

    if TYPE_CHECKING:  # what a row takes and gives, by the names of the stubs of Django
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any
    empty_strings_allowed = False

    def get_prep_value(self, value: Any) -> Any:
        """Leave the value to `store`."""
        return value

    def to_python(self, value: Any) -> Any:
        """Leave the value as it is: it is no text."""
        return value

    def store(self, value: Any) -> Any:
        """Return the value as it is stored."""
        return self.seal(json.dumps(value))

    def take(self, stored: Any) -> Any:
        """Return the value; what deletion by rule has emptied in the database says nothing."""
        return json.loads(self.unseal(stored)) if stored else {}


class EncryptedBinaryField(_Sealed, _Binary):
    """Bytes."""

    def seal(self, plain: Any) -> Any:
        """Return bytes as they are stored."""
        return sealing.seal_bytes(bytes(plain), about=self.about, whose=self.whose)

    def unseal(self, stored: Any) -> Any:
        """Return the bytes of what is stored."""
        return sealing.open_bytes(bytes(stored), about=self.about, whose=self.whose)

    def store(self, value: Any) -> Any:
        """Return bytes as they are stored."""
        return self.seal(value)

    def take(self, stored: Any) -> Any:
        """Return the bytes; what deletion by rule has emptied in the database has none."""
        return self.unseal(stored) if stored else b""


class KeyedHashField(_Char):
    """The keyed hash of the encrypted field beside it, by which exactly it is found.

    Saving fills it. `queryset.update()` of the other field does not: save the row instead.
    """

    hashed = True

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        kwargs["max_length"] = 90
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)
        self.of = of

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Say of which field it is the hash."""
        name, _, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        kwargs["of"] = self.of
        return name, "jobunivers.foundation.crypto.fields.KeyedHashField", list(args), kwargs

    @property
    def about(self) -> str:
        """Return the table and column of the field it is the hash of."""
        meta = self.model._meta  # noqa: SLF001 - documented
        return f"{meta.db_table}.{meta.get_field(self.of).column}"  # type: ignore[union-attr]

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001 - Django's
        """Return the hash of what the other field says now."""
        value = sealing.keyed_hash(str(getattr(model_instance, self.of)), about=self.about)
        setattr(model_instance, self.attname, value)
        return value


def hashes(model: type[models.Model], field: str, text: str) -> list[str]:
    """Return what a row with this text may hold in a `KeyedHashField`: ask `field__in=` it."""
    one = model._meta.get_field(field)  # noqa: SLF001 - documented
    assert isinstance(one, KeyedHashField)
    return sealing.keyed_hashes(text, about=one.about)


def first_that_says(rows: models.QuerySet[_Row], said: Mapping[str, Any]) -> _Row | None:
    """Return the first of a few rows whose fields say all this, encrypted ones compared here.

    For what was sent a moment ago: narrow the rows down before, each is opened.
    """
    hidden = {one.name for one in encrypted_fields(rows.model)} & said.keys()
    plain = {name: value for name, value in said.items() if name not in hidden}
    found = rows.filter(**plain).order_by("pk")
    return next(
        (one for one in found if all(getattr(one, name) == said[name] for name in hidden)), None
    )


def of_one_kommune(model: type[models.Model]) -> bool:
    """Say whether each row of a model is a kommune's: its value is bound to it."""
    return any(
        one.name == "municipality" and not one.null
        for one in model._meta.concrete_fields  # noqa: SLF001 - documented
    )


def hash_fields(model: type[models.Model]) -> list[KeyedHashField]:
    """Return the keyed hashes of a model."""
    return [one for one in model._meta.concrete_fields if isinstance(one, KeyedHashField)]  # noqa: SLF001


def encrypted_fields(model: type[models.Model]) -> list[_Sealed]:
    """Return the encrypted fields of a model, in their order."""
    return [one for one in model._meta.concrete_fields if isinstance(one, _Sealed)]  # noqa: SLF001


def encrypted_models() -> list[type[models.Model]]:
    """Return the models that have encrypted fields, by their names."""
    found = [one for one in apps.get_models() if encrypted_fields(one)]
    return sorted(found, key=lambda one: one._meta.label)  # noqa: SLF001
