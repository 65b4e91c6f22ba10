"""What the regierol asks of the gebied itself: its inhabitants, its gemeenten, VDAB and a regisseur."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from actieplannen.enums import Oordeel
from actieplannen.selectors.controle import Controle, Herstel, niet_nodig, onder_regel, zonder_regel
from partners.selectors.overeenkomsten import Stand, overeenkomsten, overzicht
from regie.core import notatie
from regie.core.buurgemeenten import aaneengesloten
from regie.core.http import gebied_url
from regie.core.models import Gemeente, Lidmaatschap, Mandaat, Regiegebied
from regie.core.permissions import Recht, Rol
from regie.core.regierol import BekendeRegel, bekende_regel, inwonersregel, is_centrumstad_alleen
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Gebiedsbeeld:
    """The members of the gebied on one day."""

    gebied: Regiegebied
    gemeenten: tuple[Gemeente, ...]
    op: date

    @property
    def is_alleen(self) -> bool:
        return is_centrumstad_alleen(self.gebied, aantal_leden=len(self.gemeenten))


def gebiedscontroles(op: date) -> tuple[Controle, ...]:
    gebied = Regiegebied.objects.select_related("beherende_gemeente").get(pk=current_scope().gebied.pk)
    beeld = Gebiedsbeeld(gebied, tuple(lid.gemeente for lid in gebied.gemeenten_op(op)), op)
    return (
        _inwoners(beeld),
        _volgens_regel(beeld, "regierol_aaneengesloten", "Aaneengesloten gebied", _buren),
        _volgens_regel(beeld, "regierol_beheerder", "Beherende gemeente", _beheerder),
        _volgens_regel(beeld, "regierol_vdab", "Overeenkomst met VDAB", _vdab),
        _volgens_regel(beeld, "regierol_regisseur", "Regisseur in dienst", _regisseur),
    )


def _volgens_regel(
    beeld: Gebiedsbeeld, code: str, titel: str, controleer: Callable[[Gebiedsbeeld, str, str], Controle]
) -> Controle:
    """A yes-or-no rule: unknown, not needed, or checked."""
    bekend: BekendeRegel = bekende_regel(code, op=beeld.op)
    if bekend.regel is None:
        return zonder_regel(code, titel, beeld.op)
    if not bekend.regel.waarde:
        return niet_nodig(code, titel, bekend.regel)
    if not beeld.gemeenten:
        zin = f"Op {notatie.datum(beeld.op)} hoort geen enkele gemeente bij het gebied."
        return onder_regel(Controle(code, titel, Oordeel.ONBEKEND, zin, herstel=_gemeenten()), bekend)
    return onder_regel(controleer(beeld, code, titel), bekend)


def _gemeenten() -> Herstel:
    return Herstel("Kijk de gemeenten na", gebied_url("regio:gemeenten"), Recht.GEBIED_BEKIJKEN)


def _inwoners(beeld: Gebiedsbeeld) -> Controle:
    code, titel = "regierol_min_inwoners", "Aantal inwoners"
    inwoners = sum(gemeente.inwoners for gemeente in beeld.gemeenten)
    regel = inwonersregel(beeld.gebied, aantal_leden=len(beeld.gemeenten), inwoners=inwoners, op=beeld.op)
    if not regel.nodig:
        zin = "Een centrumstad die alleen een regisseur heeft, heeft geen minimum."
        return Controle(code, titel, Oordeel.NVT, zin)
    if regel.regel is None:
        return zonder_regel(code, titel, beeld.op)
    bekend = BekendeRegel(regel.regel, regel.geldt)
    if not beeld.gemeenten:
        zin = f"Op {notatie.datum(beeld.op)} hoort geen enkele gemeente bij het gebied."
        return onder_regel(Controle(code, titel, Oordeel.ONBEKEND, zin, herstel=_gemeenten()), bekend)
    geteld = max(gemeente.inwoners_datum for gemeente in beeld.gemeenten)
    zin = f"{notatie.getal(inwoners)} inwoners (telling van {notatie.datum(geteld)}); "
    minimum = notatie.getal(regel.regel.waarde)
    if regel.gehaald:
        return onder_regel(Controle(code, titel, Oordeel.IN_ORDE, f"{zin}het minimum is {minimum}."), bekend)
    zin += f"{notatie.getal(regel.regel.waarde - inwoners)} te weinig voor het minimum van {minimum}."
    return onder_regel(Controle(code, titel, Oordeel.ONTBREEKT, zin, herstel=_gemeenten()), bekend)


def _buren(beeld: Gebiedsbeeld, code: str, titel: str) -> Controle:
    if beeld.is_alleen:
        return Controle(code, titel, Oordeel.NVT, "Een centrumstad alleen heeft geen andere gemeenten nodig.")
    namen = {gemeente.nis: gemeente.naam for gemeente in beeld.gemeenten}
    groepen = [[namen[nis] for nis in groep] for groep in aaneengesloten(namen)]
    if len(groepen) == 1:
        aantal = notatie.meervoud(len(namen), "gemeente vormt", "gemeenten vormen")
        return Controle(code, titel, Oordeel.IN_ORDE, f"{aantal} één aaneengesloten gebied.")
    zin = f"De gemeenten vormen {len(groepen)} losse delen, zonder gemeente van het gebied ertussen."
    delen = tuple(_opsomming(sorted(groep)) for groep in groepen)
    return Controle(code, titel, Oordeel.ONTBREEKT, zin, delen, _gemeenten())


def _beheerder(beeld: Gebiedsbeeld, code: str, titel: str) -> Controle:
    beheerder = beeld.gebied.beherende_gemeente
    if beheerder is None:
        zin = "Er is geen beherende gemeente ingevuld. Vraag het platformbeheer om ze in te vullen."
        return Controle(code, titel, Oordeel.ONTBREEKT, zin, herstel=_gemeenten())
    if beheerder in beeld.gemeenten:
        return Controle(code, titel, Oordeel.IN_ORDE, f"{beheerder.naam} beheert de samenwerking en is er lid van.")
    zin = f"{beheerder.naam} beheert de samenwerking, maar is op {notatie.datum(beeld.op)} geen lid van het gebied."
    return Controle(code, titel, Oordeel.ONTBREEKT, zin, herstel=_gemeenten())


def _vdab(beeld: Gebiedsbeeld, code: str, titel: str) -> Controle:
    """Per gemeente: one of its two local authorities, gemeente or OCMW, has an agreement in force on that day."""
    standen = overzicht(overeenkomsten(vandaag=beeld.op), vandaag=beeld.op).vdab
    per_gemeente = {g.nis: [s for s in standen if s.organisatie.gemeente_id == g.nis] for g in beeld.gemeenten}
    ontbreekt = tuple(
        f"{gemeente.naam}: {_waarom_geen(per_gemeente[gemeente.nis])}"
        for gemeente in beeld.gemeenten
        if not any(stand.in_orde for stand in per_gemeente[gemeente.nis])
    )
    dag = notatie.datum(beeld.op)
    if not ontbreekt:
        aantal = notatie.meervoud(len(beeld.gemeenten), "gemeente heeft", "gemeenten hebben")
        return Controle(code, titel, Oordeel.IN_ORDE, f"{aantal} een overeenkomst die op {dag} van kracht is.")
    van = f"{len(ontbreekt)} van de {notatie.meervoud(len(beeld.gemeenten), 'gemeente', 'gemeenten')}"
    zin = f"{van} {'heeft' if len(ontbreekt) == 1 else 'hebben'} geen overeenkomst die op {dag} van kracht is."
    stand = Herstel("Naar de overeenkomsten", gebied_url("partners:overeenkomsten_stand"), Recht.AFSPRAAK_BEKIJKEN)
    return Controle(code, titel, Oordeel.ONTBREEKT, zin, ontbreekt, stand)


def _waarom_geen(standen: list[Stand]) -> str:
    if not standen:
        return "geen OCMW of gemeentebestuur in Regiekompas"
    gevonden = next((stand.regel for stand in standen if stand.regel), None)
    if gevonden is None:
        return "geen overeenkomst"
    if gevonden.ontbreekt:
        return f"nog niet getekend door {_opsomming(gevonden.ontbreekt)}"
    return f"{gevonden.overeenkomst.titel}, {gevonden.status.label}"


def _regisseur(beeld: Gebiedsbeeld, code: str, titel: str) -> Controle:
    """Who has the role that day; of earlier years the mandate says it, since accounts come and go."""
    leden = Lidmaatschap.objects.geldig_op(beeld.op).filter(gebied=beeld.gebied, rol=Rol.REGISSEUR)
    namen = {lid.user.get_full_name() for lid in leden.select_related("user")}
    mandaat: Mandaat | None = beeld.gebied.mandaten.geldig_op(beeld.op).order_by("-van").first()
    if mandaat and not namen:
        namen = {mandaat.regisseur}
    dag = notatie.datum(beeld.op)
    if namen:
        met = "" if mandaat else " Het gebied heeft op die dag geen mandaat ingevuld."
        return Controle(code, titel, Oordeel.IN_ORDE, f"Op {dag}: {_opsomming(sorted(namen))}.{met}")
    zin = f"Op {dag} heeft niemand de rol regisseur en is er geen mandaat."
    return Controle(
        code,
        titel,
        Oordeel.ONTBREEKT,
        zin,
        herstel=Herstel("Nodig een regisseur uit", gebied_url("accounts:leden"), Recht.LEDEN_BEHEREN),
    )


def _opsomming(namen: Iterable[str]) -> str:
    """ "Brugge, Damme en Oostkamp"."""
    *eerste, laatste = namen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
