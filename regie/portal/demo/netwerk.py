"""Partnerships, meetings and who works with whom, in the demo of Regio Brugge."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils import timezone

from partners.enums import (
    Aanwezigheid,
    BesluitStatus,
    Fase,
    Financiering,
    OverlegSoort,
    OverlegStatus,
    Partnerrol,
    PartnerschapStatus,
    Thema,
)
from partners.enums import Opvolgingsoort as Soort
from partners.models import (
    Agendapunt,
    Besluit,
    Contactpersoon,
    Deelnemer,
    Fasecijfer,
    Overleg,
    Overlegtaak,
    Partnerschap,
    Partnerschapspartner,
    Samenwerking,
    Streefcijfer,
)
from partners.services.opvolging import plan_opvolging
from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.core.tenancy import gebied_context
from regie.portal.demo.gebieden import Gebied

BRUGGE, BLANKENBERGE, TORHOUT, OOSTKAMP, KNOKKE = "31005", "31004", "31033", "31022", "31043"
BRON = "telling van de partners in de stuurgroep"
STREEF = {Fase.VINDEN: 140, Fase.BINDEN: 100, Fase.VERSTERKEN: 70, Fase.DOORSTROMEN: 35}
# people per quarter in each phase; the smallest one is hidden on the screen
AANTALLEN = {
    Fase.VINDEN: (31, 38, 29, 34),
    Fase.BINDEN: (18, 25, 22, 24),
    Fase.VERSTERKEN: (9, 14, 17, 15),
    Fase.DOORSTROMEN: (3, 6, 8, 7),
}
# (organisatie, with whom, theme, what, gemeenten)
SAMENWERKINGEN: tuple[tuple[str, str, Thema, str, tuple[str, ...]], ...] = (
    ("vdab-brugge", "", Thema.TOELEIDING, "bemiddelaar in elk OCMW, een dag per week", ()),
    ("vdab-brugge", "de-horizon", Thema.OPLEIDING, "vooropleiding logistiek", (BRUGGE, KNOKKE)),
    ("gtb-brugge", "vdab-brugge", Thema.BEGELEIDING, "jobcoaching op de werkvloer", ()),
    ("gtb-brugge", "kringwinkel", Thema.BEGELEIDING, "coaching van nieuwe medewerkers", (BRUGGE,)),
    ("de-horizon", "ocmw-brugge", Thema.TAAL, "Nederlands op de werkvloer", (BRUGGE, OOSTKAMP)),
    ("de-horizon", "ocmw-torhout", Thema.TAAL, "oefenkansen Nederlands", (TORHOUT,)),
    ("de-kaai", "ocmw-brugge", Thema.WELZIJN, "gesprekken voor wie vastloopt", (BRUGGE,)),
    ("de-kaai", "vdab-brugge", Thema.ZORG, "doorverwijzen naar zorg en werk", (BRUGGE, BLANKENBERGE)),
    ("noorderwind", "", Thema.MOBILITEIT, "fietsen uitlenen en fietslessen", (BRUGGE, OOSTKAMP, TORHOUT)),
    ("zeepaardjes", "ocmw-blankenberge", Thema.KINDEROPVANG, "plaatsen voor wie morgen start", (BLANKENBERGE,)),
    ("de-lus", "kringwinkel", Thema.CIRCULAIR, "inzamelen en herstellen", ()),
    ("windroos", "de-lus", Thema.CIRCULAIR, "demontage van toestellen", (TORHOUT,)),
    ("ondernemers-noordzee", "vdab-brugge", Thema.WERKGEVERS, "bedrijfsbezoeken aan de kust", (KNOKKE, BLANKENBERGE)),
    ("vlot-werk", "ocmw-brugge", Thema.NAZORG, "bellen na 1, 3 en 6 maanden", (BRUGGE,)),
    ("polderhaven", "vdab-brugge", Thema.WERKPLEKKEN, "zes stageplaatsen per jaar", (BRUGGE,)),
    ("witte-zwaan", "gtb-brugge", Thema.WERKPLEKKEN, "proefplaatsen in de keuken", (BRUGGE,)),
)
PARTNERS: tuple[tuple[str, Partnerrol, str, str], ...] = (
    ("vdab-brugge", Partnerrol.TOELEIDER, Thema.TOELEIDING, "Wijst bemiddelaars toe. Beslist niet over geld."),
    ("gtb-brugge", Partnerrol.UITVOERDER, Thema.BEGELEIDING, "Beslist zelf over de inzet van de coaches."),
    ("de-kaai", Partnerrol.UITVOERDER, Thema.WELZIJN, "Mag tot 5.000 euro per kwartaal beslissen zonder stuurgroep."),
    ("de-horizon", Partnerrol.UITVOERDER, Thema.OPLEIDING, "Beslist over het aanbod van opleidingen."),
    ("kringwinkel", Partnerrol.UITVOERDER, Thema.WERKPLEKKEN, ""),
)  # fmt: skip
NOVEMBERVERSLAG = (
    "De aantallen van het derde kwartaal zijn overlopen. Er stromen meer mensen door dan in het voorjaar; vooral "
    "de proefplaatsen werken. In Torhout en Zedelgem vinden we nog weinig nieuwe mensen."
)


@dataclass(frozen=True, slots=True)
class _Punt:
    titel: str
    verslag: str
    minuten: int = 20
    schuift_door: bool = False


@dataclass(slots=True)
class _Netwerk:
    """The rows everything hangs on."""

    verband: Organisatie
    org: dict[str, Organisatie]
    regisseur: User
    vandaag: date

    @property
    def samen(self) -> dict[str, object]:
        return {"eigenaar": self.verband, "gedeeld": True}


def netwerk_maken(wereld: Gebied, *, vandaag: date) -> None:
    """As a member of the regieverband, which writes all of it."""
    with gebied_context(wereld.gebied, wereld.ocmw_ids, lid_van=[wereld.regieverband.pk]):
        regisseur = User.objects.get(email="regisseur@regiekompas.example")
        org = {organisatie.slug: organisatie for organisatie in Organisatie.objects.van_gebied().order_by("pk")}
        netwerk = _Netwerk(wereld.regieverband, org, regisseur, vandaag)
        _samenwerkingen(netwerk)
        partnerschap = _partnerschap(netwerk)
        _cijfers(netwerk, partnerschap)
        _ontwerp(netwerk)
        vorige = _gehouden_overleg(netwerk, partnerschap)
        _komend_overleg(netwerk, partnerschap, vorige)


def _samenwerkingen(netwerk: _Netwerk) -> None:
    begin = date(netwerk.vandaag.year - 1, 1, 1)
    Samenwerking.objects.bulk_create(
        Samenwerking(
            organisatie=netwerk.org[van],
            met=netwerk.org.get(naar),
            thema=thema,
            wat=wat,
            gemeenten=list(gemeenten),
            van=begin,
        )
        for van, naar, thema, wat, gemeenten in SAMENWERKINGEN
    )


def _partnerschap(netwerk: _Netwerk) -> Partnerschap:
    jaar = netwerk.vandaag.year
    penhouder = netwerk.org["ocmw-brugge"]
    partnerschap = Partnerschap.objects.create(
        naam="Samen naar werk",
        penhouder=penhouder,
        doelgroep="Mensen met een leefloon die langer dan een jaar niet werken en op meer domeinen vastlopen.",
        van=date(jaar - 1, 1, 1),
        tot=date(jaar + 1, 12, 31),
        financiering=Financiering.ESF,
        financiering_noot="Oproep lokale partnerschappen",
        status=PartnerschapStatus.LOPEND,
        **netwerk.samen,
    )
    begin = partnerschap.van
    rijen = [Partnerschapspartner(organisatie=penhouder, rol=Partnerrol.PENHOUDER, thema=Thema.TOELEIDING,
                                  mandaat="Dient in, beheert het budget en roept de stuurgroep samen.")]  # fmt: skip
    rijen += [
        Partnerschapspartner(organisatie=netwerk.org[slug], rol=rol, thema=thema, mandaat=mandaat)
        for slug, rol, thema, mandaat in PARTNERS
    ]
    for rij in rijen:
        rij.partnerschap, rij.van, rij.eigenaar, rij.gedeeld = partnerschap, begin, netwerk.verband, True
    Partnerschapspartner.objects.bulk_create(rijen)
    return partnerschap


def _cijfers(netwerk: _Netwerk, partnerschap: Partnerschap) -> None:
    """Every quarter that is over, of last year and this one."""
    for jaar in (netwerk.vandaag.year - 1, netwerk.vandaag.year):
        Streefcijfer.objects.bulk_create(
            Streefcijfer(partnerschap=partnerschap, jaar=jaar, fase=fase, aantal=aantal, **netwerk.samen)
            for fase, aantal in STREEF.items()
        )
        voorbij = [k for k in range(1, 5) if date(jaar, 3 * k, 28) < netwerk.vandaag]
        Fasecijfer.objects.bulk_create(
            Fasecijfer(
                partnerschap=partnerschap,
                jaar=jaar,
                kwartaal=kwartaal,
                fase=fase,
                aantal=reeks[kwartaal - 1] if jaar == netwerk.vandaag.year else max(reeks[kwartaal - 1] - 2, 0),
                bron=BRON,
                door=netwerk.regisseur,
                **netwerk.samen,
            )
            for fase, reeks in AANTALLEN.items()
            for kwartaal in voorbij
        )


def _ontwerp(netwerk: _Netwerk) -> None:
    """Not shared yet: only the regieverband sees it."""
    Partnerschap.objects.create(
        naam="Jongeren op weg",
        penhouder=netwerk.verband,
        doelgroep="Jongeren tussen 18 en 25 jaar die niet werken en geen opleiding volgen.",
        van=date(netwerk.vandaag.year + 1, 3, 1),
        status=PartnerschapStatus.VOORBEREIDING,
        eigenaar=netwerk.verband,
    )


def _overleg(netwerk: _Netwerk, partnerschap: Partnerschap, datum: date, **rest: object) -> Overleg:
    return Overleg.objects.create(
        soort=OverlegSoort.STUURGROEP,
        titel="Stuurgroep Samen naar werk",
        partnerschap=partnerschap,
        datum=datum,
        begin=time(9, 30),
        einde=time(11, 30),
        plaats="Huis van de Bruggeling, zaal 2",
        **{**netwerk.samen, **rest},
    )


def _zet_punten(overleg: Overleg, punten: tuple[_Punt, ...]) -> list[Agendapunt]:
    return Agendapunt.objects.bulk_create(
        Agendapunt(
            overleg=overleg,
            volgorde=nummer,
            titel=punt.titel,
            verslag=punt.verslag,
            minuten=punt.minuten,
            schuift_door=punt.schuift_door,
            eigenaar=overleg.eigenaar,
            gedeeld=overleg.gedeeld,
        )
        for nummer, punt in enumerate(punten, start=1)
    )


def _zet_deelnemers(netwerk: _Netwerk, overleg: Overleg, *, gehouden: bool) -> None:
    slugs = [slug for slug, *_ in PARTNERS]
    contacten = Contactpersoon.objects.filter(organisatie__slug__in=slugs).exclude(email="").order_by("naam")
    rijen = [
        Deelnemer(contactpersoon=c, organisatie_id=c.organisatie_id, naam=c.naam, email=c.email)
        for c in {contact.organisatie_id: contact for contact in contacten}.values()
    ]
    rijen.append(
        Deelnemer(
            user=netwerk.regisseur,
            organisatie=netwerk.verband,
            naam=netwerk.regisseur.naam,
            email=netwerk.regisseur.email,
        )
    )
    for plaats, rij in enumerate(rijen):
        rij.overleg, rij.eigenaar, rij.gedeeld = overleg, overleg.eigenaar, overleg.gedeeld
        rij.gemaild_op = timezone.now()
        if gehouden:
            rij.aanwezigheid = Aanwezigheid.VERONTSCHULDIGD if plaats == 1 else Aanwezigheid.AANWEZIG
    Deelnemer.objects.bulk_create(rijen)


def _gehouden_overleg(netwerk: _Netwerk, partnerschap: Partnerschap) -> Overleg:
    dag = _werkdag(netwerk.vandaag - timedelta(days=34))
    overleg = _overleg(
        netwerk,
        partnerschap,
        dag,
        status=OverlegStatus.VERSLAGEN,
        uitgenodigd_op=dag - timedelta(days=14),
        verslag_op=dag + timedelta(days=3),
    )
    punten = _zet_punten(
        overleg,
        (
            _Punt("Stand van de aantallen", NOVEMBERVERSLAG, 30),
            _Punt("Proefplaatsen bij werkgevers", "De Kringwinkel en het hotel willen er elk twee bij.", 40),
            _Punt("Vervoer naar de haven", "Niet rond geraakt: de kostprijs van een pendelbusje ontbreekt.", 20, True),
        ),
    )
    _zet_deelnemers(netwerk, overleg, gehouden=True)
    _besluiten(netwerk, partnerschap, overleg, punten)
    _taken(netwerk, overleg, punten)
    return overleg


def _besluiten(netwerk: _Netwerk, partnerschap: Partnerschap, overleg: Overleg, punten: list[Agendapunt]) -> None:
    vast = {"partnerschap": partnerschap, "genomen_door": "Stuurgroep", **netwerk.samen}
    Besluit.objects.bulk_create(
        [
            Besluit(
                overleg=overleg,
                agendapunt=punten[1],
                datum=overleg.datum,
                tekst="Vier extra proefplaatsen vanaf 1 januari. GTB coacht de eerste twee weken.",
                **vast,
            ),
            Besluit(
                overleg=overleg,
                agendapunt=punten[0],
                datum=overleg.datum,
                tekst="Vanaf het vierde kwartaal zit elke maand iemand van VDAB een halve dag in Torhout.",
                status=BesluitStatus.UITGEVOERD,
                **vast,
            ),
            Besluit(
                datum=partnerschap.van + timedelta(days=40),
                tekst="De stuurgroep komt om de drie maanden samen.",
                status=BesluitStatus.UITGEVOERD,
                **vast,
            ),
        ]
    )


def _taken(netwerk: _Netwerk, overleg: Overleg, punten: list[Agendapunt]) -> None:
    wat = (
        ("Kostprijs van een pendelbusje opvragen", netwerk.verband, netwerk.regisseur, 2, 12),
        ("Coaches inplannen voor de proefplaatsen", netwerk.org["gtb-brugge"], None, 1, 24),
    )
    for titel, organisatie, wie, punt, dagen in wat:
        taak = Overlegtaak.objects.create(
            overleg=overleg,
            agendapunt=punten[punt],
            wat=titel,
            organisatie=organisatie,
            wie=wie,
            datum=_werkdag(netwerk.vandaag + timedelta(days=dagen)),
            **netwerk.samen,
        )
        plan_opvolging(
            sleutel=taak.sleutel,
            soort=Soort.OVERLEG,
            titel=taak.wat,
            datum=taak.datum,
            organisatie=organisatie,
            wie_id=wie.pk if wie else None,
            adres="partners:overleg",
            object_id=overleg.pk,
        )


def _komend_overleg(netwerk: _Netwerk, partnerschap: Partnerschap, vorige: Overleg) -> None:
    overleg = _overleg(
        netwerk,
        partnerschap,
        _werkdag(netwerk.vandaag + timedelta(days=20)),
        status=OverlegStatus.UITGENODIGD,
        uitgenodigd_op=netwerk.vandaag - timedelta(days=1),
        vorige=vorige,
    )
    titels = (f"Verslag van {vorige.datum:%d/%m/%Y}", "Vervoer naar de haven", "Jaarplan: waar leggen we de lat?")
    _zet_punten(overleg, tuple(_Punt(titel, "") for titel in titels))
    _zet_deelnemers(netwerk, overleg, gehouden=False)


def _werkdag(dag: date) -> date:
    return dag - timedelta(days=max(dag.weekday() - 4, 0))
