"""Fields that hold values of the domain."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from psycopg.types.json import Jsonb

from filrouge.domain.model.canonical import dumps
from filrouge.domain.model.plan import Words


class WordsField(models.JSONField):
    """What an author wrote, in one language or several (:class:`~filrouge.domain.model.plan.Words`); stored as an
    object from language to text, without the languages in which it does not stand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Words)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Words | None:
        plain = super().from_db_value(value, expression, connection)
        return None if plain is None else Words.of(plain)

    def to_python(self, value: Any) -> Words | None:
        if value is None or isinstance(value, Words):
            return value
        try:
            return Words.of(value)
        except (TypeError, ValueError) as error:
            raise ValidationError(str(error)) from None

    def get_prep_value(self, value: Any) -> Any:
        return dict(value.items()) if isinstance(value, Words) else value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(self.get_prep_value(value), connection, prepared)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(dict(value.items()) if isinstance(value, Words) else value, model_instance)

    def value_to_string(self, obj: models.Model) -> Any:
        return dict(self.value_from_object(obj).items())


class ExactDecoder(json.JSONDecoder):
    """Reads numbers with a fraction as exact decimals."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "parse_float": Decimal})


class ExactJSONField(models.JSONField):
    """JSON whose figures stay exact: a Decimal goes in and comes out as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["decoder"] = ExactDecoder
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("decoder", None)
        return name, path, args, kwargs

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        models.Field.validate(self, value, model_instance)
        try:
            dumps(value)
        except (TypeError, ValueError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return None if value is None and self.null else Jsonb(value, dumps=dumps)
