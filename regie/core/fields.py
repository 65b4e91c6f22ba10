"""Model fields that are stored encrypted. They can be read and written, not searched."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from regie.core.crypto import ontsleutel, versleutel


class VersleuteldTekstVeld(models.TextField):
    """Text that is ciphertext in the database. Empty stays empty."""

    def _doel(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def from_db_value(self, waarde: str | None, *args: object) -> str | None:
        return ontsleutel(waarde, doel=self._doel()) if waarde else waarde

    def get_prep_value(self, waarde: Any) -> str | None:
        waarde = super().get_prep_value(waarde)
        return versleutel(waarde, doel=self._doel()) if waarde else waarde

    def get_lookup(self, naam: str) -> Any:
        return super().get_lookup(naam) if naam in {"isnull"} else None


class VersleuteldJsonVeld(VersleuteldTekstVeld):
    """A JSON value that is ciphertext in the database."""

    _pyi_private_set_type: Any  # what django-stubs reads: any JSON value goes in and comes out
    _pyi_private_get_type: Any

    def from_db_value(self, waarde: str | None, *args: object) -> Any:
        tekst = super().from_db_value(waarde, *args)
        return json.loads(tekst) if tekst else None

    def get_prep_value(self, waarde: Any) -> str | None:
        return super().get_prep_value(None if waarde is None else json.dumps(waarde, cls=DjangoJSONEncoder))

    def to_python(self, waarde: Any) -> Any:
        return waarde
