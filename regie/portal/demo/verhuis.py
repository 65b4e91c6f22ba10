"""Moving house, merging and consent in the demo: through the services, so that every line of the story is there."""

from datetime import date, timedelta

from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from trajecten.enums import TrajectStatus
from trajecten.enums_verhuis import Grondslag, Instemming, Pakketdeel, ToestemmingSoort
from trajecten.models import Client, Overname, Samenvoeging, Toestemming, Traject
from trajecten.services.overdracht import Aanvraag, overdracht_aanvragen, overname_aanvaarden
from trajecten.services.registratie import bewaar_client, volgend_dossiernummer
from trajecten.services.samenvoegen import dossiers_samenvoegen

EIGEN, BUUR, VER = "ocmw-brugge", "ocmw-torhout", "ocmw-lichtervelde"
MEE = tuple(deel.value for deel in Pakketdeel if deel != Pakketdeel.GEVOELIG)


def verhuizen(*, vandaag: date) -> None:
    """One question out, one in, one done; one merge that can be undone; consents of which one ends soon."""
    ocmws = {o.slug: o for o in Organisatie.objects.filter(slug__in=[EIGEN, BUUR, VER]).select_related("gebied")}
    if set(ocmws) != {EIGEN, BUUR, VER}:
        return
    brugge, torhout, ver = ocmws[EIGEN], ocmws[BUUR], ocmws[VER]
    _vraag(van=brugge, naar=ver, vandaag=vandaag, overslaan=8)
    _vraag(van=torhout, naar=brugge, vandaag=vandaag, overslaan=2)
    _vraag(van=torhout, naar=brugge, vandaag=vandaag, overslaan=5, aanvaard=True)
    with gebied_context(brugge.gebied, [brugge.pk]):
        _toestemmingen(brugge, vandaag)
        _dubbel(brugge, vandaag)


def _wie(ocmw: Organisatie) -> tuple[User, Toegang]:
    leden = Lidmaatschap.objects.filter(organisatie=ocmw, rol=Rol.TRAJECTBEGELEIDER).select_related("user")
    lid = leden.order_by("pk")[0]
    rollen, ids = frozenset({Rol.TRAJECTBEGELEIDER}), (ocmw.pk,)
    return lid.user, Toegang(lid.user_id, ocmw.gebied_id, rollen, ids, ids)


def _vraag(*, van: Organisatie, naar: Organisatie, vandaag: date, overslaan: int, aanvaard: bool = False) -> None:
    user, door = _wie(van)
    with gebied_context(van.gebied, [van.pk]):
        lopend = Traject.objects.filter(status=TrajectStatus.LOPEND, status_sinds__lte=vandaag, overdrachten=None)
        traject = lopend.order_by("aangemeld_op", "pk")[overslaan : overslaan + 1].first()
        if traject is None:
            return
        aanvraag = Aanvraag(
            naar=naar,
            datum=vandaag,
            reden="VERHUIS",
            instemming=Instemming.SCHRIFTELIJK,
            instemming_op=vandaag - timedelta(days=2),
            onderdelen=MEE,
            contact_naam=user.naam,
            contact_telefoon=van.telefoon or "050 32 70 00",
        )
        overdracht = overdracht_aanvragen(traject=traject, aanvraag=aanvraag, door=door, vandaag=vandaag)
    if aanvaard:
        collega, wie = _wie(naar)
        with gebied_context(naar.gebied, [naar.pk]):
            overname = Overname.objects.select_related("eigenaar", "van_gebied").get(pk=overdracht.pk)
            overname_aanvaarden(overname=overname, begeleider=collega, in_bestaand=True, door=wie, vandaag=vandaag)


def _toestemmingen(ocmw: Organisatie, vandaag: date) -> None:
    user, _ = _wie(ocmw)
    lopend = Traject.objects.filter(eigenaar=ocmw, status=TrajectStatus.LOPEND).order_by("aangemeld_op", "pk")
    plannen = ((20, "VDAB Brugge", ToestemmingSoort.VDAB), (200, "De Kringwinkel", ToestemmingSoort.PARTNER))
    for traject in lopend.select_related("client")[:6]:
        for dagen, met_wie, soort in plannen:
            Toestemming.objects.create(
                eigenaar=ocmw,
                client=traject.client,
                soort=soort,
                met_wie=met_wie,
                toelichting="naam, jobdoelwit en begeleider",
                grondslag=Grondslag.TOESTEMMING,
                instemming=Instemming.SCHRIFTELIJK,
                van=traject.aangemeld_op,
                tot=vandaag + timedelta(days=dagen),
                door=user,
            )


def _dubbel(ocmw: Organisatie, vandaag: date) -> None:
    """Two people typed twice: one pair to compare, one that was merged this morning."""
    _, door = _wie(ocmw)
    lopend = Traject.objects.filter(eigenaar=ocmw, status=TrajectStatus.INTAKE).order_by("aangemeld_op", "pk")
    for nummer, traject in enumerate(lopend.select_related("client")[:2]):
        origineel = traject.client
        kopie = Client(
            eigenaar=ocmw,
            dossiernummer=volgend_dossiernummer(ocmw, vandaag.year),
            voornaam=origineel.voornaam,
            familienaam=origineel.familienaam.upper(),
            geboortedatum=origineel.geboortedatum,
            gemeente=origineel.gemeente,
            postcode=origineel.postcode,
            inkomensstatuut=origineel.inkomensstatuut,
            telefoon="+32470123456",
        )
        bewaar_client(kopie)
        if nummer == 0 and not Samenvoeging.objects.exists():
            dossiers_samenvoegen(
                behouden=origineel, opgenomen=kopie, overnemen=["telefoon"], door=door, vandaag=vandaag
            )
