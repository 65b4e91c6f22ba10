"""One kept row becomes a card, or adds to one. A refused row is kept with its reason; the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

import structlog
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.models import Lijstrij, Werkgever, Werkgeverslijst
from partners.selectors.inladen_bronnen import KAARTVELDEN
from partners.selectors.werkgevers import contactpersonen_van
from partners.services.contact import contact_overnemen
from partners.services.netwerk import ContactGegevens, werkgever_contact_toevoegen
from partners.services.werkgevers import (
    KboBestaatAl,
    WerkgeverGegevens,
    vergrendel_werkgever,
    werkgever_bijwerken,
    werkgever_toevoegen,
)
from regie.core.exceptions import DomainError
from regie.core.inlezen.rijen import FOUT
from regie.core.models import Gemeente, Organisatie
from regie.core.names import naam_sleutel
from regie.core.permissions import Toegang

logger = structlog.get_logger(__name__)


@dataclass(slots=True)
class Verwerker:
    """Writes one batch of rows, with what they refer to read once."""

    lijst: Werkgeverslijst
    rijen: Sequence[Lijstrij]
    door: Toegang
    vandaag: date
    _gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    _organisaties: dict[int, Organisatie] = field(default_factory=dict)
    _werkgever_van_rij: dict[int, UUID | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        velden = [self._velden(rij) for rij in self.rijen]
        self._gemeenten = Gemeente.objects.in_bulk({v["gemeente"] for v in velden if v.get("gemeente")})
        momenten = [v["contactmoment"]["organisatie"] for v in velden if v.get("contactmoment")]
        self._organisaties = Organisatie.objects.van_gebied().in_bulk(set(momenten))
        eerdere = {rij.gelijkt_op_rij for rij in self.rijen if rij.gelijkt_op_rij}
        rijen = Lijstrij.objects.filter(lijst=self.lijst, rijnummer__in=eerdere).order_by("rijnummer")
        self._werkgever_van_rij = dict(rijen.values_list("rijnummer", "werkgever_id"))

    @staticmethod
    def _velden(rij: Lijstrij) -> dict[str, Any]:
        return dict((rij.schoon or {}).get("velden", {}))

    def verwerk(self) -> None:
        for rij in self.rijen:
            try:
                with transaction.atomic():
                    uitkomst = self._handeling(rij)(rij)
            except (DomainError, ValidationError, DatabaseError) as fout:
                uitkomst = self._mislukt(rij, fout)
            self.lijst.resultaat[uitkomst] += 1
            self._werkgever_van_rij[rij.rijnummer] = rij.werkgever_id
            rij.verwerkt_op = timezone.now()

    def _handeling(self, rij: Lijstrij) -> Callable[[Lijstrij], str]:
        if rij.oordeel == Lijstoordeel.NIEUW or rij.besluit == Lijstbesluit.ANDERE:
            return self._maak
        if rij.besluit == Lijstbesluit.OVERSLAAN:
            return self._sla_over
        return self._vul_aan

    def _mislukt(self, rij: Lijstrij, fout: Exception) -> str:
        tekst = " ".join(getattr(fout, "messages", None) or [str(fout)])
        if isinstance(fout, DatabaseError):  # its text may hold values of the row: log the kind only
            logger.error(
                "werkgeverslijst_rij_geweigerd", lijst=str(self.lijst.pk), rij=rij.rijnummer, soort=type(fout).__name__
            )
            tekst = "de databank weigert deze rij. Voeg deze werkgever zelf toe."
        rij.problemen = [*(rij.problemen or []), {"veld": "", "tekst": tekst, "ernst": FOUT}]
        rij.oordeel, rij.met_opmerking, rij.werkgever_id = Lijstoordeel.FOUT, True, None
        return "mislukt"

    @staticmethod
    def _sla_over(rij: Lijstrij) -> str:
        rij.werkgever = None
        return "overgeslagen"

    def _maak(self, rij: Lijstrij) -> str:
        """A new card; when somebody made one with this number in the meantime, that one is filled in."""
        velden = self._velden(rij)
        try:
            with transaction.atomic():
                werkgever = werkgever_toevoegen(gegevens=self._aangevuld(None, velden), door=self.door)
        except KboBestaatAl as bestaat:
            rij.werkgever = bestaat.werkgever
            return self._vul_aan(rij)
        rij.werkgever = werkgever
        self._voeg_contactpersoon_toe(werkgever, velden)
        self._neem_contact_over(werkgever, velden)
        return "aangemaakt"

    def _vul_aan(self, rij: Lijstrij) -> str:
        pk = rij.werkgever_id or self._werkgever_van_rij.get(rij.gelijkt_op_rij or 0)
        if pk is None:
            raise DomainError(f"Rij {rij.gelijkt_op_rij} is niet ingeladen, dus deze rij ook niet.")
        werkgever, velden = vergrendel_werkgever(Werkgever(pk=pk)), self._velden(rij)
        if werkgever.gearchiveerd_op:
            raise DomainError(f"{werkgever.naam} staat in het archief. Haal de kaart terug en laad de rij opnieuw in.")
        huidig = _gegevens_van(werkgever)
        nieuw = self._aangevuld(huidig, velden)
        if nieuw != huidig:
            werkgever = werkgever_bijwerken(werkgever=werkgever, gegevens=nieuw, door=self.door)
        rij.werkgever = werkgever
        erbij = [self._voeg_contactpersoon_toe(werkgever, velden), self._neem_contact_over(werkgever, velden)]
        return "aangevuld" if any(erbij) or nieuw != huidig else "ongewijzigd"

    def _aangevuld(self, huidig: WerkgeverGegevens | None, velden: dict[str, Any]) -> WerkgeverGegevens:
        """What a card says, with what the row says where the card is empty."""
        basis = huidig or WerkgeverGegevens(naam=velden["naam"])
        uit_rij = {veld: velden[veld] for veld in KAARTVELDEN if velden.get(veld)}
        if "gemeente" in uit_rij:
            uit_rij["gemeente"] = self._gemeenten[uit_rij["gemeente"]]
        leeg = {veld: waarde for veld, waarde in uit_rij.items() if not getattr(basis, veld)}
        if "nace" in leeg:
            leeg["nace_versie"] = velden["nace_versie"]
        return replace(basis, **leeg)

    def _voeg_contactpersoon_toe(self, werkgever: Werkgever, velden: dict[str, Any]) -> bool:
        persoon = velden.get("contactpersoon")
        if not persoon:
            return False
        bekend = {naam_sleutel(naam) for naam in contactpersonen_van(werkgever).values_list("naam", flat=True)}
        if naam_sleutel(persoon["naam"]) in bekend:
            return False
        werkgever_contact_toevoegen(werkgever=werkgever, gegevens=ContactGegevens(**persoon), door=self.door)
        self.lijst.resultaat["contactpersonen"] += 1
        return True

    def _neem_contact_over(self, werkgever: Werkgever, velden: dict[str, Any]) -> bool:
        moment = velden.get("contactmoment")
        if not moment:
            return False
        contact = contact_overnemen(
            werkgever=werkgever,
            organisatie=self._organisaties[moment["organisatie"]],
            datum=date.fromisoformat(moment["datum"]),
            door=self.door,
            vandaag=self.vandaag,
        )
        self.lijst.resultaat["contactmomenten"] += contact is not None
        return contact is not None


def _gegevens_van(werkgever: Werkgever) -> WerkgeverGegevens:
    return WerkgeverGegevens(**{veld.name: getattr(werkgever, veld.name) for veld in fields(WerkgeverGegevens)})
