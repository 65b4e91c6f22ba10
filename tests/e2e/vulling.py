"""Rows for every page: a dossier in each state that matters, lists that were loaded, a rapport, mails, invitations."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from partners.services.gegevensvraag import gegevens_vragen
from rapportage.models import RapportAbonnement
from rapportage.perioden import laatste_volledige
from regie.accounts.services import uitnodiging_versturen
from regie.cijfers.periode import PeriodeSoort
from regie.core.inlezen.lijst import vingerafdruk
from regie.core.models import Gemeente, Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from regie.portal.models import GevangenMail
from tests.data.maak_clientenlijst import PAD
from tests.e2e.vulling_behoeften import vul_behoeften
from tests.e2e.vulling_contact import vul_contact
from tests.e2e.vulling_dossier import vul_dossier
from tests.e2e.vulling_lijsten import vul_lijsten
from tests.e2e.vulling_overeenkomsten import vul_overeenkomsten
from tests.e2e.vulling_plaatsen import vul_plaatsen
from tests.e2e.vulling_plan import vul_plan
from tests.e2e.vulling_samenwerken import vul_samenwerken
from tests.e2e.vulling_scan import vul_scan
from tests.e2e.vulling_werkgevers import vul_werkgevers
from tests.e2e.wereld import BRUGGE, Wereld
from tests.factories import ContactpersoonFactory, WerkplaatsFactory
from tests.factories.rapportage import AbonnementFactory, RapportFactory, VerzendingFactory
from tests.rapportage.voorbeeld import momentopname
from trajecten import services
from trajecten.enums import Aanmeldbron, Inkomensstatuut
from trajecten.imports.lijst import kijk_na, lees_lijsten
from trajecten.models import (
    Contactvraag,
    Drempel,
    Evaluatie,
    Inlading,
    Instrument,
    Nazorgmeting,
    Termijn,
    Traject,
    UitstroomCode,
)
from trajecten.services import inladen

MAIL = b"From: a@regio.example\nTo: b@regio.example\nSubject: Verslag\nContent-Type: text/html\n\n<p>Dag</p>"


def maak_traject(wereld: Wereld, voornaam: str, familienaam: str, *, insz: str = "") -> Traject:
    """A client of OCMW Brugge, born on 14/05/1991 and registered 60 days ago."""
    return services.client_registreren(
        gegevens=services.ClientGegevens(
            voornaam=voornaam,
            familienaam=familienaam,
            geboortedatum=date(1991, 5, 14),
            geslacht="V",
            gemeente=Gemeente.objects.get(pk=BRUGGE),
            postcode="8000",
            inkomensstatuut=Inkomensstatuut.LEEFLOON,
            insz=insz,
        ),
        eigenaar=wereld.ocmw,
        bron=Aanmeldbron.MAATSCHAPPELIJK_WERKER,
        aangemeld_op=wereld.dagen(-60),
        begeleider=wereld.accounts[Rol.TRAJECTBEGELEIDER],
        drempels=["MOB_RIJBEWIJS"],
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
        vandaag=wereld.vandaag,
    )


def begeleid(wereld: Wereld, traject: Traject, tot: str = "LOPEND") -> Traject:
    """Walk on with the ordinary services, up to and including a status."""
    door = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    wie: dict[str, Any] = {"traject": traject, "door": door, "vandaag": wereld.vandaag}
    services.intake_voeren(datum=wereld.dagen(-55), **wie)
    services.screening_bewaren(
        drempels={"TAAL_NL": 2},
        drempels_bevraagd=True,
        jobdoelwit="groenarbeider",
        afstand=3,
        datum=wereld.dagen(-50),
        **wie,
    )
    services.instrument_kiezen(
        instrument=Instrument.objects.get(pk="ART60"), twe_test={}, datum=wereld.dagen(-45), **wie
    )
    services.plan_ondertekenen(gpmi_op=wereld.dagen(-44), vrijstelling="", **wie)
    services.stap_plannen(
        start=wereld.dagen(-40),
        breuk=Decimal(1),
        gebruiker=wereld.gebruiker,
        werkplaats=None,
        functie="groenarbeider",
        bewezen_dagen=0,
        einde_voorzien=None,
        einde_motivering="",
        **wie,
    )
    if tot != "WACHT_OP_START":
        _teken(wereld, traject)
        services.traject_starten(afwijking_reden="", **wie)
    if tot == "NAZORG":
        services.traject_uitstromen(
            uitstroomcode=UitstroomCode.objects.get(pk="NEC_ANDER"),
            datum=wereld.dagen(-5),
            werkgever_kbo="0428.759.497",
            motivering="vast werk",
            **wie,
        )
    traject.refresh_from_db()
    return traject


def _teken(wereld: Wereld, traject: Traject) -> None:
    namen = ("contract_getekend_op", "tbs_ocmw_op", "tbs_gebruiker_op", "tbs_werknemer_op", "tbs_gemeld_op")
    services.documenten_noteren(
        stap=traject.stappen.get(),
        velden=dict.fromkeys(namen, wereld.dagen(-42)),
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
        vandaag=wereld.vandaag,
    )


def vul(wereld: Wereld) -> dict[str, Any]:
    """Fill the region; what comes back is an example of every argument an address can have."""
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        dossiers, partners, contact = _dossiers(wereld), _partners(wereld), vul_contact(wereld)
        return {
            **dossiers,
            **_inladingen(wereld),
            **partners,
            **vul_behoeften(wereld),
            **contact,
            **vul_werkgevers(wereld, contact["werkgever_id"]),
            **vul_plan(wereld),
            **vul_scan(wereld),
            **vul_samenwerken(wereld),
            **vul_lijsten(wereld),
            **vul_overeenkomsten(wereld),
            **vul_plaatsen(wereld, dossiers["client_id"], partners["werkplaats_id"]),
            **_rapporten(wereld),
            **_mensen(wereld),
            "gebied": wereld.gebied.slug,
            "mail_id": maak_mail().pk,
            "nummer": 1,
        }


def vul_dossiers(wereld: Wereld) -> None:
    with gebied_context(wereld.gebied, [wereld.ocmw.pk]):
        _dossiers(wereld)


def maak_mail() -> GevangenMail:
    velden = {"afzender": "a@regio.example", "ontvangers": ["b@regio.example"], "onderwerp": "Verslag", "bron": MAIL}
    return GevangenMail.objects.create(message_id="<1@regio.example>", **velden)


def _dossiers(wereld: Wereld) -> dict[str, Any]:
    """`trajecten`: per page of a step, the traject that is ready for it."""
    toegang = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    nieuw = maak_traject(wereld, "Mila", "Peeters")
    wacht = begeleid(wereld, maak_traject(wereld, "Karim", "Benali"), "WACHT_OP_START")
    loopt = begeleid(wereld, maak_traject(wereld, "Selin", "Aydın", insz="91051412444"))
    nazorg = begeleid(wereld, maak_traject(wereld, "Piotr", "Nowak"), "NAZORG")
    services.contactmoment_toevoegen(
        client=loopt.client,
        soort="GESPREK",
        datum=wereld.vandaag,
        tekst="Uurrooster besproken.",
        zichtbaarheid="TEAM",
        taak="Uurrooster bezorgen",
        taak_op=wereld.dagen(1),
        door=toegang,
        vandaag=wereld.vandaag,
    )
    persoon = {"voornaam": "Nour", "familienaam": "El Amrani", "geboortedatum": "01/02/1990"}
    persoon |= {"gemeente": "8000 Brugge", "inkomensstatuut": "LEEFLOON", "insz": "", "geslacht": ""}
    ontwerp = services.ontwerp_bewaren(
        ontwerp=None,
        eigenaar=wereld.ocmw,
        gegevens={"persoon": persoon, "andere": [], "aanmelding": {}},
        door=toegang,
        geopend_op=timezone.now(),
    )
    services.contact_vragen(
        van=wereld.ander_ocmw, aan=wereld.ocmw, client_bij_ontvanger=nazorg.client_id, door=toegang
    )
    return {
        **vul_dossier(wereld, loopt, andere=wacht.client),
        "client_id": loopt.client_id,
        "vraag_id": Contactvraag.objects.get().pk,
        "ontwerp_id": ontwerp.pk,
        "drempel_id": Drempel.objects.filter(traject=loopt).first().pk,
        "evaluatie_id": Evaluatie.objects.filter(traject=loopt).first().pk,
        "meting_id": Nazorgmeting.objects.filter(traject=nazorg).first().pk,
        "termijn_id": Termijn.objects.filter(traject=loopt, soort="TAAK").get().pk,
        "traject_id": loopt.pk,
        "trajecten": {
            **dict.fromkeys(("intake", "weigeren", "screening", "instrument", "plan", "toewijzen"), nieuw.pk),
            **dict.fromkeys(("stap", "documenten", "starten"), wacht.pk),
            "afsluiten": nazorg.pk,
        },
    }


def _inladingen(wereld: Wereld) -> dict[str, Any]:
    """The same list three times: loaded, to be looked over, and its columns still to choose."""
    klaar = _kijk_na(wereld, _inlading(wereld))
    inladen.CLIENTENLIJST.rest_overslaan(lijst=klaar)
    inladen.CLIENTENLIJST.overnemen(lijst=klaar, door=wereld.toegang(Rol.TRAJECTBEGELEIDER))
    while not inladen.CLIENTENLIJST.verwerken(lijst_id=str(klaar.pk), vandaag=wereld.vandaag):
        pass
    nagekeken = _kijk_na(wereld, _inlading(wereld)).pk
    per_stap = {"inladen_nakijken": nagekeken, "inladen_bevestigen": nagekeken}
    return {"inlading_id": klaar.pk, "inladingen": {**per_stap, "inladen_kolommen": _inlading(wereld).pk}}


def _inlading(wereld: Wereld) -> Inlading:
    inhoud = PAD.read_bytes()
    return inladen.CLIENTENLIJST.maken(
        bestandsnaam=PAD.name,
        sha256=vingerafdruk(inhoud),
        bladen=lees_lijsten(PAD.name, inhoud)[:1],
        eigenaar=wereld.ocmw,
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
    )[0]


def _kijk_na(wereld: Wereld, inlading: Inlading) -> Inlading:
    lijst = lees_lijsten(PAD.name, PAD.read_bytes())[0]
    oordelen = kijk_na(
        eigenaar=wereld.ocmw,
        koppeling=lijst.koppeling,
        kolommen=lijst.kolommen,
        rijen=lijst.rijen,
        vandaag=wereld.vandaag,
    )
    return inladen.CLIENTENLIJST.nakijken(
        lijst=inlading,
        koppeling=lijst.koppeling,
        oordelen=oordelen,
        door=wereld.toegang(Rol.TRAJECTBEGELEIDER),
    )


def _partners(wereld: Wereld) -> dict[str, Any]:
    contact = ContactpersoonFactory(organisatie=wereld.gebruiker, gebied=wereld.gebied)
    plaats = WerkplaatsFactory(gebruiker=wereld.gebruiker, gebied=wereld.gebied)
    vraag = gegevens_vragen(
        organisatie=wereld.gebruiker, contact=contact, door=wereld.toegang(Rol.REGISSEUR), vandaag=wereld.vandaag
    )
    return {
        "gegevensvraag_id": vraag.pk,
        "organisatie_id": wereld.gebruiker.pk,
        "contact_id": contact.pk,
        "werkplaats_id": plaats.pk,
    }


def _rapporten(wereld: Wereld) -> dict[str, Any]:
    periode = laatste_volledige(PeriodeSoort.MAAND, wereld.vandaag)
    rapport = RapportFactory(klaar=True, periode_start=periode.start, momentopname=momentopname())
    ontvangen = {"organisatie": wereld.gebruiker, "status": "VERZONDEN", "verzonden_op": timezone.now()}
    verzending = VerzendingFactory(rapport=rapport, **ontvangen)
    abonnement: RapportAbonnement = AbonnementFactory(contactpersoon__organisatie=wereld.gebruiker)
    return {"rapport_id": rapport.pk, "verzending_id": verzending.pk, "abonnement_id": abonnement.pk}


def _mensen(wereld: Wereld) -> dict[str, Any]:
    uitnodiging = uitnodiging_versturen(
        email="nieuw@regio.example",
        voornaam="Nieuw",
        familienaam="Iemand",
        organisatie=wereld.regieverband,
        rol=Rol.MEDEWERKER,
        door=wereld.toegang(Rol.GEBIEDSBEHEERDER),
        nu=timezone.now(),
    )
    lid = Lidmaatschap.objects.get(user=wereld.accounts[Rol.PARTNERCONTACT])
    return {"uitnodiging_id": uitnodiging.pk, "lidmaatschap_id": lid.pk}
