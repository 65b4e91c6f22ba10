"""One valid row of any model, made by reading its fields: so that a test can walk every table, also tomorrow's."""

from datetime import date, time
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils import timezone

from partners.models import Partnerschap
from regie.accounts.models import User
from regie.core.models import Gemeente, Organisatie
from regie.core.tenancy import current_scope
from tests.factories import OcmwFactory, UserFactory
from trajecten.models import DocumentSoort

_volgnummer = count(1)


# What cannot be read from the fields: constraints over more than one of them.
AANVULLINGEN: dict[str, dict[str, Any]] = {
    "partners.Contactpersoon": {"organisatie": lambda: OcmwFactory(gebied=current_scope().gebied)},
    "partners.ScanStelling": {"nr": lambda: 100 + next(_volgnummer) % 30_000},
    "partners.Scan": {"status": "AFGEROND", "lijst": 1},  # one open scan at a time, and only a finished one is shared
    "partners.Dienstaanbod": {"organisatie": lambda: OcmwFactory(gebied=current_scope().gebied)},
    "trajecten.Overname": {"id": uuid4},
    "trajecten.Toestemming": {"instemming": "SCHRIFTELIJK"},
    "rapportage.RapportAbonnement": {"user": UserFactory},
    "partners.Claim": {"tot": date(2026, 12, 31)},
    "partners.Opvolging": {"adres": "werkgevers:werkgever"},
    "partners.Overnamevraag": {
        "soort": "ACCOUNTHOUDER",
        "aan": lambda: OcmwFactory(gebied=current_scope().gebied),
    },
    "partners.Overleg": {"begin": time(9, 30), "einde": time(11, 30)},
    "partners.Samenwerking": {"met": None},
    "partners.Fasecijfer": {"kwartaal": 1},
    "actieplannen.Jaaractieplan": {"jaar": 2026},
    "actieplannen.Kwartaalstand": {"kwartaal": 1},
    "actieplannen.Meting": {"kwartaal": 1},
    "actieplannen.Actieindicator": {"meetwijze": "HAND"},
    "partners.Uitlening": {"aan_ocmw": lambda: OcmwFactory(gebied=current_scope().gebied)},
    "trajecten.ImwBeslissing": {"kwartaal": date(2026, 7, 1)},
    # A contract on paper: every role of the dossier may read it.
    "trajecten.Document": {"soort": lambda: DocumentSoort.objects.get(pk="arbeidsovereenkomst")},
    "trajecten.Huisstijl": {"kleur": "#0f4c5c"},
    "trajecten.Plaatsing": {"breuk": Decimal("1")},
}
# What may be empty by the fields, while a row belongs somewhere: something of the same organisatie.
OUDERS: dict[str, dict[str, type[models.Model]]] = {"partners.Besluit": {"partnerschap": Partnerschap}}


def rij_van(model: type[models.Model], ocmw: Organisatie, **vast: Any) -> models.Model:
    """A saved row of `model` in the active scope, with a fresh row for everything it must point to."""
    aanvulling = {**AANVULLINGEN.get(model._meta.label, {}), **vast}
    waarden = {naam: maak() if callable(maak) else maak for naam, maak in aanvulling.items()}
    for naam, ouder in OUDERS.get(model._meta.label, {}).items():
        waarden.setdefault(naam, rij_van(ouder, ocmw))
    for veld in model._meta.local_concrete_fields:
        if veld.name not in waarden and _moet_ingevuld(veld):
            waarden[veld.name] = _waarde(veld, ocmw)
    rij = model(**waarden)
    rij.save()
    return rij


def _moet_ingevuld(veld: models.Field) -> bool:
    automatisch = veld.primary_key and isinstance(veld, models.AutoField)
    gestempeld = getattr(veld, "auto_now", False) or getattr(veld, "auto_now_add", False)
    leeg_mag = veld.blank and veld.empty_strings_allowed
    return not (automatisch or gestempeld or leeg_mag or veld.null or veld.has_default())


def _waarde(veld: models.Field, ocmw: Organisatie) -> Any:
    if isinstance(veld, models.ForeignKey):
        return _doel(veld.related_model, ocmw)
    if veld.choices:
        return veld.choices[0][0]
    soorten: list[tuple[type[models.Field], Any]] = [
        (models.EmailField, f"rij{next(_volgnummer)}@regio.example"),
        (models.DateTimeField, timezone.now()),
        (models.DateField, date(2026, 9, 1)),
        (models.UUIDField, "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        (models.JSONField, {}),
        (models.BooleanField, False),
        (models.BinaryField, b"x"),
        (models.DecimalField, Decimal("1")),
        (models.IntegerField, 1),
    ]
    for soort, waarde in soorten:
        if isinstance(veld, soort):
            return waarde
    if getattr(veld, "base_field", None):
        return []
    return f"r{next(_volgnummer)}"[: getattr(veld, "max_length", None) or 20]


def _doel(model: type[models.Model], ocmw: Organisatie) -> models.Model:
    if model is Organisatie:
        return ocmw
    if model is User:
        return UserFactory()
    if model is Gemeente or not any(v.name == "gebied" for v in model._meta.local_fields):
        return model._default_manager.order_by("pk")[0]
    return rij_van(model, ocmw)
