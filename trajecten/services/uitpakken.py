"""Turn an accepted package into rows of the receiving OCMW, with the days and dates of the sending one."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.utils.text import slugify

from regie.accounts.models import User
from regie.core.crypto import blinde_index
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id
from trajecten.enums import StapStatus
from trajecten.enums_verhuis import Herkomst
from trajecten.models import (
    Breukperiode,
    Client,
    Contactmoment,
    Drempel,
    Evaluatie,
    Plaatsing,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
from trajecten.selectors.pakket import stapmodellen, velden
from trajecten.services.registratie import bewaar_client, volgend_dossiernummer
from trajecten.services.spoor import noteer, ververs_termijn

M = TypeVar("M", bound=models.Model)


@dataclass(slots=True)
class Uitpakker:
    """One package, one receiving OCMW, one day."""

    pakket: dict[str, Any]
    eigenaar: Organisatie
    van_naam: str
    begeleider: User
    door: Toegang
    vandaag: date
    evaluaties: dict[str, Evaluatie] = field(default_factory=dict)
    traject: Traject = field(init=False)
    client: Client = field(init=False)

    def doe(self, *, in_bestaand: bool) -> Traject:
        self.client = self._client(in_bestaand=in_bestaand)
        self._traject()
        self._geschiedenis()
        for rij in self.pakket.get("stappen", ()):
            self._stap(rij)
        for rij in self.pakket.get("evaluaties", ()):
            self._evaluatie(rij)
        for rij in self.pakket.get("termijnen", ()):
            self._termijn(rij)
        self._volg_op()
        self._verhaal()
        ververs_termijn(self.traject, vandaag=self.vandaag)
        return self.traject

    def _bouw(self, model: type[M], rij: dict[str, Any], **vast: Any) -> M:
        waarden = {v.attname: v.to_python(rij[v.attname]) for v in velden(model) if v.attname in rij}
        waarden.pop("id", None)
        return model(**{**waarden, "eigenaar_id": self.eigenaar.pk, **vast})

    def _client(self, *, in_bestaand: bool) -> Client:
        """A new file, or the one this OCMW already has of the same INSZ."""
        rij = dict(self.pakket["client"])
        bekend = bekende_client(rij.get("insz") or "", self.eigenaar)
        if bekend and in_bestaand:
            if Traject.objects.open().filter(client=bekend).exists():
                raise DomainError(
                    "Jouw OCMW heeft zelf een open traject van deze persoon. Sluit het eerst af, of kies 'een apart "
                    "dossier' en voeg de dossiers daarna samen."
                )
            return bekend
        if bekend:
            rij["insz"] = ""  # one INSZ, one file: it comes together when the files are merged
        client = self._bouw(Client, rij, dossiernummer=volgend_dossiernummer(self.eigenaar, self.vandaag.year))
        bewaar_client(client)
        return client

    def _traject(self) -> None:
        traject = self._bouw(
            Traject,
            self.pakket["traject"],
            client=self.client,
            begeleider=self.begeleider,
            overgenomen_op=self.vandaag,
            sorteernaam=self.client.sorteernaam,
            gebruiker=None,
            volgende_termijn="",
            volgende_termijn_op=None,
        )
        traject.full_clean()
        traject.save()
        self.traject = traject

    def _geschiedenis(self) -> None:
        """The former steps, marked as counted elsewhere, and the arrival here."""
        StatusWijziging.objects.bulk_create(
            [
                self._bouw(
                    StatusWijziging,
                    rij,
                    traject=self.traject,
                    herkomst=Herkomst.GESCHIEDENIS,
                    reden=f"Bij {self.van_naam}",
                )
                for rij in self.pakket["geschiedenis"]
            ]
        )
        StatusWijziging.objects.create(
            eigenaar_id=self.eigenaar.pk,
            traject=self.traject,
            naar=self.traject.status,
            geldig_op=self.vandaag,
            instrument=self.traject.instrument_id or "",
            herkomst=Herkomst.AANKOMST,
            reden=f"Overgenomen van {self.van_naam}",
            door_id=self.door.user_id,
        )

    def _stap(self, rij: dict[str, Any]) -> None:
        stap = self._bouw(Stap, rij, traject=self.traject, overgenomen_op=self.vandaag)
        stap.save()
        for breuk in rij["breuken"] if rij["plaatsen"] else ():
            Breukperiode.objects.create(
                eigenaar_id=self.eigenaar.pk,
                stap=stap,
                vanaf=date.fromisoformat(breuk["vanaf"]),
                breuk=Decimal(breuk["breuk"]),
                reden=f"zo bij {self.van_naam}",
                door_id=self.door.user_id,
            )
        for model in stapmodellen():
            for verwant in rij["verwant"].get(model._meta.label, ()):
                self._bouw(apps.get_model(model._meta.label), verwant, stap=stap).save()
        for plaats in rij["plaatsen"]:
            self._plaats(stap, plaats)

    def _plaats(self, stap: Stap, rij: dict[str, Any]) -> None:
        """A running place goes on under a new contract of this OCMW; a former one is told in the story."""
        naam, functie = rij["gebruiker"]["naam"], rij["functie"]
        if rij["einde"] or stap.status == StapStatus.BEEINDIGD:
            titel = f"Werkte bij {naam} (bij {self.van_naam})"
            self._regel("plaatsing", titel, date.fromisoformat(rij["start"]), tekst=f"Functie: {functie}.")
            return
        gebruiker = gebruiker_hier(rij["gebruiker"])
        plaats = self._bouw(
            Plaatsing,
            rij,
            stap=stap,
            gebruiker=gebruiker,
            start=max(date.fromisoformat(rij["start"]), self.vandaag),
            afwijking_reden=f"Overgenomen van {self.van_naam}: contract en TBS opnieuw te tekenen.",
            **dict.fromkeys(_HANDTEKENINGEN),
        )
        plaats.save()
        self.traject.gebruiker = gebruiker
        self.traject.save(update_fields=["gebruiker", "updated_at"])

    def _evaluatie(self, rij: dict[str, Any]) -> None:
        evaluatie = self._bouw(Evaluatie, rij, traject=self.traject)
        evaluatie.save()
        self.evaluaties[rij["id"]] = evaluatie

    def _termijn(self, rij: dict[str, Any]) -> None:
        evaluatie = self.evaluaties.get(rij["evaluatie"])
        self._bouw(Termijn, rij, traject=self.traject, evaluatie=evaluatie, sleutel="").save()

    def _volg_op(self) -> None:
        for rij in self.pakket.get("drempels", ()):
            self._bouw(Drempel, rij, traject=self.traject).save()
        for rij in self.pakket.get("contacten", ()):
            contact = self._bouw(Contactmoment, rij, client=self.client, traject=self.traject, door_id=rij["door"])
            contact.save()
            titel = f"Contact: {contact.get_soort_display()} ({rij['wie']}, {self.van_naam})"
            self._regel("contact", titel, contact.datum, tekst=contact.tekst)

    def _verhaal(self) -> None:
        for rij in self.pakket["mijlpalen"]:
            self._regel("status", f"{rij['titel']} ({self.van_naam})", date.fromisoformat(rij["datum"]), mijlpaal=True)
        documenten = self.pakket.get("documenten", [])
        if documenten:
            tekst = "Op te vragen als je ze nodig hebt: " + "; ".join(documenten) + "."
            self._regel("document", f"Documenten bij {self.van_naam}", self.vandaag, tekst=tekst)
        noteer(
            self.client,
            "status",
            f"Overgenomen van {self.van_naam}",
            tekst="De data en de gepresteerde dagen tellen door. Teamnotities en het leeslogboek bleven daar.",
            datum=self.vandaag,
            door=self.door,
            is_mijlpaal=True,
        )

    def _regel(self, soort: str, titel: str, dag: date, *, tekst: str = "", mijlpaal: bool = False) -> None:
        Tijdlijnitem.objects.create(
            eigenaar_id=self.eigenaar.pk,
            client=self.client,
            soort=soort,
            titel=titel[:160],
            tekst=tekst,
            is_mijlpaal=mijlpaal,
            datum=dag,
        )


_HANDTEKENINGEN = (
    "contract_getekend_op",
    "tbs_ocmw_op",
    "tbs_gebruiker_op",
    "tbs_werknemer_op",
    "tbs_gemeld_op",
)


def bekende_client(insz: str, eigenaar: Organisatie) -> Client | None:
    index = blinde_index(insz, gebied_id=current_gebied_id()) if insz else ""
    return Client.objects.filter(eigenaar=eigenaar, insz_index=index).first() if index else None


def gebruiker_hier(rij: dict[str, str]) -> Organisatie:
    """The same place of work in the active gebied: by KBO number and name, else made from its public facts."""
    hier = Organisatie.objects.van_gebied()
    zelfde = hier.filter(kbo=rij["kbo"]) if rij["kbo"] else hier.filter(naam=rij["naam"])
    gevonden = zelfde.order_by(models.Case(models.When(naam=rij["naam"], then=0), default=1), "pk").first()
    if gevonden:
        return gevonden
    basis = slugify(rij["naam"])[:70] or "gebruiker"
    bezet = set(hier.filter(slug__startswith=basis).values_list("slug", flat=True))
    slug = next(s for s in (basis, *(f"{basis}-{n}" for n in range(2, 999))) if s not in bezet)
    return Organisatie.objects.create(
        gebied_id=current_gebied_id(),
        slug=slug,
        **{naam: rij[naam] for naam in ("naam", "type", "kbo", "gebruikerscategorie")},
    )
