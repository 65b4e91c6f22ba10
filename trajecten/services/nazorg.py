"""What became of somebody after uitstroom: measurements, and the periods of work that follow from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from regie.accounts.services import MailMislukt
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.permissions import Toegang
from regie.core.validators import normaliseer_kbo
from trajecten.enums import AanHetWerk, Linkdoel, NaWerk, Nazorgbron, TrajectStatus, Werkbron
from trajecten.models import Client, Link, Nazorgmeting, Termijn, Traject, Werkperiode
from trajecten.notifications import omschrijving_na_uitstroom, stuur_link
from trajecten.services.links import link_gebruikt, maak_link, trek_links_in
from trajecten.services.spoor import noteer, vergrendel, ververs_termijn

WERKGROEPEN = frozenset({"WERK_NEC", "WERK_NEC_MET_STEUN", "WERK_SE"})
NAZORGDOELEN = (Linkdoel.NAZORG_CLIENT, Linkdoel.NAZORG_WERKGEVER)
AFGELEID = (Werkbron.UITSTROOM, Werkbron.NAZORG)


@transaction.atomic
def nazorgmeting_noteren(
    *,
    meting: Nazorgmeting,
    aan_het_werk: str,
    notitie: str,
    datum: date,
    door: Toegang | None,
    vandaag: date,
    gestopt_op: date | None = None,
    situatie: str = "",
    bron: str = Nazorgbron.BEGELEIDER,
) -> Nazorgmeting:
    """Is the person still at work? A later answer of the OCMW itself replaces an earlier one; the work follows."""
    traject = vergrendel(meting.traject)
    meting = Nazorgmeting.objects.select_for_update(of=("self",)).get(pk=meting.pk)
    _controleer_antwoord(traject, aan_het_werk, datum, gestopt_op, vandaag)
    gestopt = aan_het_werk == AanHetWerk.NEE
    meting.aan_het_werk, meting.notitie, meting.gemeten_op = aan_het_werk, notitie.strip(), datum
    meting.gestopt_op = gestopt_op if gestopt else None
    meting.situatie = situatie if gestopt else ""
    meting.bron, meting.door_id = bron, door.user_id if door else None
    meting.full_clean()
    meting.save()
    Termijn.objects.filter(nazorgmeting=meting).update(afgehandeld_op=datum, vervallen_op=None)
    ververs_termijn(traject, vandaag=vandaag)
    werkperioden_afleiden(traject)
    for doel in NAZORGDOELEN:
        trek_links_in(doel=doel, object_id=meting.pk, nu=timezone.now())
    noteer(traject.client, "nazorg", meting_in_woorden(meting), tekst=_verhaal(meting), datum=datum, door=door)
    return meting


@transaction.atomic
def nazorg_vragen(
    *, meting: Nazorgmeting, doel: Linkdoel, naam: str, email: str, mailen: bool, door: Toegang, vandaag: date
) -> tuple[Link, str]:
    """(link, address) with which client or employer answers in one tap. An earlier link to the same one is over."""
    meting = Nazorgmeting.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=meting.pk)
    if meting.gemeten_op:
        raise DomainError("Deze meting heeft al een antwoord.")
    if mailen and not email.strip():
        raise DomainError("Vul een e-mailadres in, of kies voor een link die je zelf doorstuurt.")
    trek_links_in(doel=doel, object_id=meting.pk, nu=timezone.now())
    link, adres = maak_link(
        doel=doel,
        object_id=meting.pk,
        eigenaar_id=meting.eigenaar_id,
        client=meting.traject.client,
        ontvanger_naam=naam,
        ontvanger_email=email,
        door=door,
        vandaag=vandaag,
    )
    if mailen:
        try:
            stuur_link(link, adres, wie=omschrijving_na_uitstroom(meting.traject))
        except OSError as fout:
            raise MailMislukt from fout
    wie = "de cliënt" if doel == Linkdoel.NAZORG_CLIENT else "de werkgever"
    noteer(meting.traject.client, "nazorg", f"Nazorgvraag met een link aan {wie}", datum=vandaag, door=door)
    return link, adres


@transaction.atomic
def nazorg_beantwoorden(
    *, link: Link, aan_het_werk: str, gestopt_op: date | None, nu: datetime, vandaag: date
) -> Nazorgmeting:
    """The answer behind a link. Once; an answer that came in between makes the link one that never was."""
    link = link_gebruikt(link=link, nu=nu, vandaag=vandaag)
    meting = Nazorgmeting.objects.filter(pk=link.object_id, gemeten_op=None).select_related("traject").first()
    if meting is None or link.doel not in NAZORGDOELEN:
        raise LinkOngeldig
    return nazorgmeting_noteren(
        meting=meting,
        aan_het_werk=aan_het_werk,
        notitie="",
        datum=vandaag,
        door=None,
        vandaag=vandaag,
        gestopt_op=gestopt_op,
        bron=Nazorgbron.CLIENT if link.doel == Linkdoel.NAZORG_CLIENT else Nazorgbron.WERKGEVER,
    )


def meting_in_woorden(meting: Nazorgmeting) -> str:
    return f"Nazorgmeting na {meting.maand} {'maand' if meting.maand == 1 else 'maanden'}"


def _controleer_antwoord(
    traject: Traject, aan_het_werk: str, datum: date, gestopt_op: date | None, vandaag: date
) -> None:
    if datum > vandaag:
        raise DomainError("De dag van de meting ligt in de toekomst.")
    if traject.uitgestroomd_op and datum < traject.uitgestroomd_op:
        raise DomainError(f"De meting ligt voor de uitstroom op {traject.uitgestroomd_op:%d/%m/%Y}.")
    if aan_het_werk != AanHetWerk.NEE or gestopt_op is None:
        return
    if gestopt_op > datum:
        raise DomainError("De laatste werkdag ligt na de dag van de meting.")
    if traject.uitgestroomd_op and gestopt_op < traject.uitgestroomd_op:
        raise DomainError("De laatste werkdag ligt voor de uitstroom.")


def _verhaal(meting: Nazorgmeting) -> str:
    zinnen = [f"Aan het werk: {AanHetWerk(meting.aan_het_werk).label}."]
    if meting.gestopt_op:
        zinnen.append(f"Laatste werkdag: {meting.gestopt_op:%d/%m/%Y}.")
    if meting.situatie:
        zinnen.append(f"Inkomen nu: {NaWerk(meting.situatie).label}.")
    if meting.bron != Nazorgbron.BEGELEIDER:
        zinnen.append(f"{Nazorgbron(meting.bron).label.capitalize()}.")
    return " ".join(zinnen)


@transaction.atomic
def nazorgmeting_wissen(*, meting: Nazorgmeting, door: Toegang, vandaag: date) -> Nazorgmeting:
    """Undo an answer: the question is open again, and the work is as it was without it."""
    traject = vergrendel(meting.traject)
    meting = Nazorgmeting.objects.select_for_update(of=("self",)).get(pk=meting.pk)
    if meting.gemeten_op is None:
        raise DomainError("Deze meting heeft geen antwoord.")
    meting.aan_het_werk, meting.notitie, meting.gemeten_op, meting.door = "", "", None, None
    meting.gestopt_op, meting.situatie, meting.bron = None, "", ""
    meting.save()
    if traject.status == TrajectStatus.NAZORG:
        Termijn.objects.filter(nazorgmeting=meting).update(afgehandeld_op=None)
    ververs_termijn(traject, vandaag=vandaag)
    werkperioden_afleiden(traject)
    noteer(traject.client, "nazorg", f"Antwoord gewist: {meting_in_woorden(meting)}", datum=vandaag, door=door)
    return meting


@transaction.atomic
def werkperiode_noteren(
    *,
    client: Client,
    van: date,
    tot: date | None,
    werkgever_kbo: str,
    door: Toegang,
    vandaag: date,
) -> Werkperiode:
    """Work the OCMW knows of that no measurement tells, such as a second job after the first one stopped."""
    if van > vandaag:
        raise DomainError("De eerste werkdag ligt in de toekomst.")
    if tot and tot > vandaag:
        raise DomainError("De laatste werkdag ligt in de toekomst. Laat ze leeg als het werk nog loopt.")
    periode = Werkperiode(
        eigenaar_id=client.eigenaar_id,
        client=client,
        van=van,
        tot=tot,
        bevestigd_tot=tot or vandaag,
        werkgever_kbo=normaliseer_kbo(werkgever_kbo) if werkgever_kbo.strip() else "",
        bron=Werkbron.GENOTEERD,
        door_id=door.user_id,
    )
    periode.full_clean()
    periode.save()
    einde = f" tot {tot:%d/%m/%Y}" if tot else ", loopt nog"
    noteer(client, "nazorg", "Werk genoteerd", tekst=f"Vanaf {van:%d/%m/%Y}{einde}.", datum=vandaag, door=door)
    return periode


@transaction.atomic
def werkperiode_verwijderen(*, periode: Werkperiode, door: Toegang, vandaag: date) -> None:
    if periode.bron != Werkbron.GENOTEERD:
        raise DomainError("Deze periode volgt uit de uitstroom of een meting. Verbeter ze daar.")
    noteer(
        periode.client,
        "nazorg",
        "Genoteerd werk verwijderd",
        tekst=f"Het ging over werk vanaf {periode.van:%d/%m/%Y}.",
        datum=vandaag,
        door=door,
    )
    periode.delete()


@dataclass(slots=True)
class _Stuk:
    van: date
    bron: Werkbron
    kbo: str = ""
    tot: date | None = None
    bevestigd_tot: date | None = None


def werkperioden_afleiden(traject: Traject) -> None:
    """Write anew the periods that follow from the uitstroom and the answers of one traject."""
    metingen = Nazorgmeting.objects.filter(traject=traject, gemeten_op__isnull=False).order_by("gemeten_op", "maand")
    stukken = _stukken(traject, metingen)
    Werkperiode.objects.filter(traject=traject, bron__in=AFGELEID).delete()
    Werkperiode.objects.bulk_create(
        Werkperiode(
            eigenaar_id=traject.eigenaar_id,
            client_id=traject.client_id,
            traject=traject,
            van=stuk.van,
            tot=stuk.tot,
            bevestigd_tot=stuk.bevestigd_tot,
            werkgever_kbo=stuk.kbo,
            bron=stuk.bron,
        )
        for stuk in stukken
    )


def _stukken(traject: Traject, metingen: Iterable[Nazorgmeting]) -> list[_Stuk]:
    """A 'ja' confirms up to that day; a 'nee' ends at the known last day, else at the last confirmed one."""
    stukken: list[_Stuk] = []
    uitstroom, code = traject.uitgestroomd_op, traject.uitstroomcode
    if uitstroom and code and code.groep in WERKGROEPEN:
        stukken.append(_Stuk(uitstroom, Werkbron.UITSTROOM, traject.uitstroom_kbo, bevestigd_tot=uitstroom))
    for meting in metingen:
        dag = meting.gemeten_op
        if dag is None or (uitstroom and dag < uitstroom):
            continue  # an answer about an earlier uitstroom of a file that was reopened
        lopend = stukken[-1] if stukken and stukken[-1].tot is None else None
        if meting.aan_het_werk == AanHetWerk.JA:
            if lopend is None:
                lopend = _Stuk(dag, Werkbron.NAZORG)
                stukken.append(lopend)
            lopend.bevestigd_tot = dag
        elif meting.aan_het_werk == AanHetWerk.NEE and lopend is not None:
            lopend.tot = max(meting.gestopt_op or lopend.bevestigd_tot or lopend.van, lopend.van)
            lopend.bevestigd_tot = lopend.tot
    return stukken


def werkperioden_vastzetten(traject: Traject) -> None:
    """A file that is reopened starts counting anew; the work of before stays known as it was."""
    for periode in Werkperiode.objects.filter(traject=traject, bron__in=AFGELEID):
        periode.tot = periode.tot or periode.bevestigd_tot or periode.van
        periode.bevestigd_tot, periode.bron = periode.tot, Werkbron.GENOTEERD
        periode.save(update_fields=["tot", "bevestigd_tot", "bron"])
