"""One staged row becomes a dossier, or changes one. A refused row is kept with its reason; the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import structlog
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from regie.accounts.models import User
from regie.core.exceptions import DomainError
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Toegang
from trajecten.enums import Aanmeldbron
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.models import Client, InlaadRij, Inlading, Traject
from trajecten.services.plaatsing import traject_overnemen
from trajecten.services.registratie import (
    ClientGegevens,
    client_bijwerken,
    client_registreren,
    duplicaat_afwijzen,
)
from trajecten.services.verloop import traject_toewijzen

logger = structlog.get_logger(__name__)

TEKSTVELDEN = ("geslacht", "postcode", "insz", "telefoon", "email", "taal", "diploma", "opmerking")
TRAJECTVELDEN = frozenset({"begeleider", "start"})
LABELS = {veld.attname: str(veld.verbose_name) for veld in Client._meta.concrete_fields}
AANVULBAAR = ("geboortedatum", *TEKSTVELDEN)


@dataclass(slots=True)
class Verwerker:
    """Writes one batch of rows, with what they refer to read once."""

    inlading: Inlading
    rijen: Sequence[InlaadRij]
    door: Toegang
    vandaag: date
    _gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    _users: dict[int, User] = field(default_factory=dict)
    _gebruikers: dict[int, Organisatie] = field(default_factory=dict)
    _clienten: dict[str, Client] = field(default_factory=dict)
    _client_van_rij: dict[int, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        gegevens = [self._alles(rij) for rij in self.rijen]
        self._gemeenten = Gemeente.objects.in_bulk({g["gemeente"] for g in gegevens if g.get("gemeente")})
        self._users = User.objects.in_bulk({g["begeleider"] for g in gegevens if g.get("begeleider")})
        self._gebruikers = Organisatie.objects.van_gebied().in_bulk(
            {g["werkplaats"] for g in gegevens if g.get("werkplaats")}
        )
        self._clienten = {
            str(pk): client
            for pk, client in Client.objects.in_bulk({r.client_id for r in self.rijen if r.client_id}).items()
        }
        eerdere = {r.gelijkt_op_rij for r in self.rijen if r.gelijkt_op_rij}
        self._client_van_rij = dict(
            InlaadRij.objects.filter(inlading=self.inlading, rijnummer__in=eerdere)
            .order_by("rijnummer")
            .values_list("rijnummer", "client_id")
        )

    @staticmethod
    def _alles(rij: InlaadRij) -> dict[str, Any]:
        schoon = rij.schoon or {"afgeleid": {}, "velden": {}}
        return {**schoon["afgeleid"], **schoon["velden"]}

    def verwerk(self) -> None:
        for rij in self.rijen:
            try:
                with transaction.atomic():
                    uitkomst = self._handeling(rij)(rij)
            except (DomainError, ValidationError, DatabaseError) as fout:
                uitkomst = self._mislukt(rij, fout)
            self.inlading.resultaat[uitkomst] += 1
            self._client_van_rij[rij.rijnummer] = rij.client_id if uitkomst != "mislukt" else None
            rij.verwerkt_op = timezone.now()

    def _handeling(self, rij: InlaadRij) -> Callable[[InlaadRij], str]:
        if rij.oordeel == Oordeel.NIEUW or rij.besluit == Besluit.ANDERE:
            return self._registreer
        if rij.oordeel == Oordeel.BIJWERKEN:
            return self._werk_bij
        if rij.besluit == Besluit.ZELFDE:
            return self._werk_bij if rij.client_id else self._vul_aan
        return self._sla_over

    def _mislukt(self, rij: InlaadRij, fout: Exception) -> str:
        tekst = " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout)
        if isinstance(fout, DatabaseError):  # its text may hold values of the row: log the kind only
            logger.error(
                "inladen_rij_geweigerd", inlading=str(self.inlading.pk), rij=rij.rijnummer, soort=type(fout).__name__
            )
            tekst = "de databank weigert deze rij. Registreer deze cliënt zelf."
        rij.problemen = [*(rij.problemen or []), {"veld": "", "tekst": tekst, "ernst": "fout"}]
        rij.oordeel = Oordeel.FOUT
        return "mislukt"

    @staticmethod
    def _sla_over(rij: InlaadRij) -> str:
        return "overgeslagen"

    def _registreer(self, rij: InlaadRij) -> str:
        gegevens = self._alles(rij)
        lijkt_op = rij.client_id or self._client_van_rij.get(rij.gelijkt_op_rij or 0)
        traject = client_registreren(
            gegevens=self._client_gegevens(gegevens),
            eigenaar=self.inlading.eigenaar,
            bron=gegevens.get("bron", Aanmeldbron.MAATSCHAPPELIJK_WERKER),
            aangemeld_op=date.fromisoformat(gegevens["aangemeld_op"]),
            begeleider=self._users.get(gegevens.get("begeleider", 0)),
            door=self.door,
            vandaag=self.vandaag,
        )
        if lijkt_op:
            duplicaat_afwijzen(client=traject.client, andere=Client.objects.get(pk=lijkt_op), door=self.door)
        if gegevens.get("start"):
            self._neem_traject_over(traject, gegevens)
        rij.client = traject.client
        return "aangemaakt"

    def _client_gegevens(self, gegevens: dict[str, Any]) -> ClientGegevens:
        if "gemeente" not in gegevens:
            raise DomainError("Een nieuw dossier heeft een gemeente nodig. Vul die in en laad deze rij opnieuw in.")
        geboren = gegevens.get("geboortedatum")
        return ClientGegevens(
            voornaam=gegevens["voornaam"],
            familienaam=gegevens["familienaam"],
            geboortedatum=date.fromisoformat(geboren) if geboren else None,
            gemeente=self._gemeenten[gegevens["gemeente"]],
            inkomensstatuut=gegevens["inkomensstatuut"],
            tolk_nodig=gegevens.get("tolk_nodig", False),
            **{veld: gegevens.get(veld, "") for veld in TEKSTVELDEN},
        )

    def _neem_traject_over(self, traject: Traject, gegevens: dict[str, Any]) -> None:
        einde = gegevens.get("einde")
        traject_overnemen(
            traject=traject,
            instrument_code=gegevens["instrument"],
            start=date.fromisoformat(gegevens["start"]),
            einde_voorzien=date.fromisoformat(einde) if einde else None,
            breuk=Decimal(gegevens["breuk"]),
            gebruiker=self._gebruikers.get(gegevens.get("werkplaats", 0)),
            functie=gegevens.get("functie", ""),
            reden=f"Overgenomen uit een lijst ({self.inlading.created_at:%d/%m/%Y})",
            door=self.door,
            vandaag=self.vandaag,
        )

    def _werk_bij(self, rij: InlaadRij) -> str:
        client = self._clienten[str(rij.client_id)]
        velden: dict[str, object] = {}
        for verschil in rij.verschillen or []:
            if verschil["veld"] not in TRAJECTVELDEN:
                velden |= _als_veld(client, verschil)
        self._clienten[str(client.pk)] = client_bijwerken(
            client=client, velden=velden, versie=None, door=self.door, vandaag=self.vandaag
        )
        anders = {verschil["veld"] for verschil in rij.verschillen or []} & TRAJECTVELDEN
        if anders:
            self._werk_traject_bij(client, self._alles(rij), anders)
        return "bijgewerkt"

    def _werk_traject_bij(self, client: Client, gegevens: dict[str, Any], anders: set[str]) -> None:
        traject = Traject.objects.open().filter(client=client).first()
        if traject is None:
            raise DomainError("Het traject van deze cliënt is intussen afgesloten.")
        if "begeleider" in anders:
            traject_toewijzen(
                traject=traject, begeleider=self._users[gegevens["begeleider"]], door=self.door, vandaag=self.vandaag
            )
        if "start" in anders:
            self._neem_traject_over(traject, gegevens)

    def _vul_aan(self, rij: InlaadRij) -> str:
        """The same person as an earlier row: only what that row left empty is taken."""
        pk = self._client_van_rij.get(rij.gelijkt_op_rij or 0)
        if pk is None:
            raise DomainError(f"Rij {rij.gelijkt_op_rij} is niet ingeladen, dus deze rij ook niet.")
        client, gegevens = Client.objects.get(pk=pk), self._alles(rij)
        velden = {
            veld: date.fromisoformat(gegevens[veld]) if veld == "geboortedatum" else gegevens[veld]
            for veld in AANVULBAAR
            if gegevens.get(veld) and not getattr(client, veld)
        }
        if velden:
            client_bijwerken(client=client, velden=velden, versie=None, door=self.door, vandaag=self.vandaag)
        rij.client = client
        return "bijgewerkt" if velden else "ongewijzigd"


def _als_veld(client: Client, verschil: dict[str, Any]) -> dict[str, object]:
    """{name of the field: value}; refuses a field somebody changed after the list was judged."""
    naam = "gemeente_id" if verschil["veld"] == "gemeente" else verschil["veld"]
    waarde = verschil["waarde"]
    nu = getattr(client, naam)
    if naam == "geboortedatum":
        nu, gewild = nu.isoformat() if nu else None, date.fromisoformat(waarde)
    else:
        gewild = waarde
    if nu != verschil["was"] and not (naam == "insz" and not nu):
        label = LABELS[naam]
        raise DomainError(
            f"Iemand wijzigde intussen het veld '{label}'. Kijk het dossier na en laad deze rij opnieuw in."
        )
    return {naam: gewild}
