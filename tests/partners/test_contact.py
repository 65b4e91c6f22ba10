"""Contacts with employers: who is warned of whom, on which day, and who reads what."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from partners.enums import WerkgeverStatus
from partners.models import Contactmoment, Contactnotitie, Opvolging
from partners.selectors.contact import contacten_van_anderen, contactkaart, contactverleden, voor_je_belt
from partners.services.benaderen import benaderen_hervatten, niet_benaderen, niet_benaderen_opheffen
from partners.services.contact import (
    Contactinvoer,
    contact_bijwerken,
    contact_herstellen,
    contact_intrekken,
    contact_noteren,
)
from partners.services.leads import lead_nemen
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, RegelParameter
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory
from tests.factories.partners import WerkgeverFactory

VANDAAG = date(2026, 11, 23)


def dagen(aantal):
    return VANDAAG + timedelta(days=aantal)


def invoer(**anders):
    velden = {"datum": VANDAAG, "kanaal": "TELEFOON", "doel": "WERKPLEK", "resultaat": "INTERESSE", **anders}
    return Contactinvoer(**velden)


@pytest.fixture
def werkgever(gebied):
    return WerkgeverFactory(naam="Bakkerij Zwin")


@pytest.fixture
def vdab(gebied):
    return OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type="VDAB")


@pytest.fixture
def jobhunter(vdab):
    lid = LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER)
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def noteer(werkgever, ocmw, toegang):
    """As the OCMW of the scope."""

    def noteren(**anders):
        return contact_noteren(
            werkgever=werkgever, organisatie=ocmw, invoer=invoer(**anders), door=toegang, vandaag=VANDAAG
        )

    return noteren


@pytest.fixture
def noteer_vdab(gebied, werkgever, vdab, jobhunter):
    def noteren(**anders):
        with gebied_context(gebied, lid_van=[vdab.pk]):
            return contact_noteren(
                werkgever=werkgever, organisatie=vdab, invoer=invoer(**anders), door=jobhunter, vandaag=VANDAAG
            )

    return noteren


class TestNoteren:
    def test_bewaart_wat_heel_het_gebied_leest_en_de_notitie_apart(self, noteer, ocmw, toegang, werkgever):
        contact = noteer(volgende_stap="Bel terug", volgende_stap_op=dagen(7), notitie="Vraagt naar de zoon.").contact

        assert (contact.organisatie, contact.door_id, contact.werkgever) == (ocmw, toegang.user_id, werkgever)
        notitie = Contactnotitie.objects.get()
        assert (notitie.eigenaar, notitie.tekst) == (ocmw, "Vraagt naar de zoon.")
        opvolging = Opvolging.objects.get()
        assert (opvolging.titel, opvolging.datum) == ("Bakkerij Zwin: Bel terug", dagen(7))
        assert (opvolging.organisatie, opvolging.wie_id) == (ocmw, toegang.user_id)

    def test_een_prospect_is_dan_in_contact(self, noteer, werkgever):
        noteer()

        werkgever.refresh_from_db()
        assert werkgever.status == WerkgeverStatus.CONTACT

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"datum": dagen(1)}, "moet nog komen"),
            ({"volgende_stap_op": dagen(3)}, "Zeg wat de volgende stap is"),
            ({"volgende_stap": "Bel", "volgende_stap_op": dagen(-1)}, "ligt voor het contact zelf"),
        ],
    )
    def test_wat_niet_kan_krijgt_een_zin(self, anders, zin, noteer):
        with pytest.raises(DomainError, match=zin):
            noteer(**anders)
        assert not Contactmoment.objects.exists()

    def test_een_contactpersoon_van_een_andere_werkgever_hoort_er_niet_bij(self, noteer, werkgever):
        andere = ContactpersoonFactory(organisatie=None, werkgever=WerkgeverFactory())
        eigen = ContactpersoonFactory(organisatie=None, werkgever=werkgever)

        with pytest.raises(DomainError, match="andere werkgever"):
            noteer(contactpersoon=andere)
        assert noteer(contactpersoon=eigen).contact.contactpersoon == eigen

    def test_alleen_voor_de_eigen_organisatie(self, werkgever, vdab, toegang):
        with pytest.raises(DomainError, match="eigen organisatie"):
            contact_noteren(werkgever=werkgever, organisatie=vdab, invoer=invoer(), door=toegang, vandaag=VANDAAG)

    def test_wat_het_contact_afrondt_is_van_de_lijst(self, noteer, werkgever, ocmw, toegang):
        noteer(datum=dagen(-7), volgende_stap="Bel terug", volgende_stap_op=VANDAAG)

        contact_noteren(
            werkgever=werkgever,
            organisatie=ocmw,
            invoer=invoer(),
            door=toegang,
            vandaag=VANDAAG,
            rondt_af=Opvolging.objects.all(),
        )

        assert not Opvolging.objects.open().exists()


class TestWijzigen:
    def test_wijzigt_ook_notitie_en_opvolging(self, noteer, toegang):
        contact = noteer(volgende_stap="Bel terug", volgende_stap_op=dagen(7), notitie="Eerst.").contact

        anders = invoer(volgende_stap="Mail", volgende_stap_op=dagen(9), notitie="Daarna.")
        contact_bijwerken(contact=contact, invoer=anders, door=toegang, vandaag=VANDAAG)

        assert Contactnotitie.objects.get().tekst == "Daarna."
        assert Opvolging.objects.get().datum == dagen(9)

        contact_bijwerken(contact=contact, invoer=invoer(), door=toegang, vandaag=VANDAAG)
        assert not Contactnotitie.objects.exists()
        assert not Opvolging.objects.open().exists()

    def test_intrekken_haalt_het_weg_en_herstellen_zet_het_terug(self, noteer, werkgever, toegang):
        contact = noteer(volgende_stap="Bel terug", volgende_stap_op=dagen(7)).contact

        contact_intrekken(contact=contact, door=toegang, nu=timezone.now())
        assert contactverleden(werkgever, eigen=toegang.lid_van) == []
        assert not Opvolging.objects.open().exists()

        contact_herstellen(contact=contact, door=toegang)
        assert len(contactverleden(werkgever, eigen=toegang.lid_van)) == 1
        assert Opvolging.objects.open().exists()

    def test_van_een_andere_organisatie_blijft_het_staan(self, noteer_vdab, toegang):
        contact = noteer_vdab().contact

        for opdracht in (
            lambda: contact_bijwerken(contact=contact, invoer=invoer(), door=toegang, vandaag=VANDAAG),
            lambda: contact_intrekken(contact=contact, door=toegang, nu=timezone.now()),
            lambda: contact_herstellen(contact=contact, door=toegang),
        ):
            with pytest.raises(DomainError, match="andere organisatie"):
                opdracht()


class TestTweedeOproep:
    @pytest.mark.parametrize(
        ("geleden", "verwittigd"),
        [(0, True), (1, True), (29, True), (30, True), (31, False), (365, False)],
    )
    def test_binnen_dertig_dagen_na_een_ander(self, geleden, verwittigd, noteer_vdab, werkgever, toegang):
        contact = noteer_vdab(datum=dagen(-geleden)).contact

        voor = voor_je_belt(werkgever, eigen=toegang.lid_van, vandaag=VANDAAG)

        assert voor.contacten == ([contact] if verwittigd else [])
        assert voor.waarschuwt == verwittigd

    @pytest.mark.parametrize(("dagen_", "verwittigd"), [(10, True), (9, False)])
    def test_het_gebied_kiest_hoeveel_dagen(self, dagen_, verwittigd, gebied, noteer_vdab, werkgever, toegang):
        regel = RegelParameter.objects.get(code="contact_waarschuwing")
        regel.pk, regel.gebied, regel.waarde = None, gebied, dagen_
        regel.save()
        noteer_vdab(datum=dagen(-10))

        with gebied_context(gebied, toegang.organisatie_ids):
            assert bool(contacten_van_anderen(werkgever, eigen=toegang.lid_van, op=VANDAAG)) == verwittigd

    def test_niet_voor_het_eigen_contact_en_niet_voor_wat_ingetrokken_is(
        self, noteer, noteer_vdab, werkgever, toegang, jobhunter
    ):
        noteer()
        ander = noteer_vdab().contact
        contact_intrekken(contact=ander, door=jobhunter, nu=timezone.now())

        assert contacten_van_anderen(werkgever, eigen=toegang.lid_van, op=VANDAAG) == []

    def test_wie_eerst_was_krijgt_een_regel_op_de_lijst(self, noteer, noteer_vdab, vdab, jobhunter, ocmw, werkgever):
        eerste = noteer_vdab(datum=dagen(-5)).contact

        genoteerd = noteer()

        assert genoteerd.van_anderen == [eerste]
        opvolging = Opvolging.objects.get()
        assert opvolging.titel == f"{ocmw} had ook contact met Bakkerij Zwin: stem af"
        assert (opvolging.organisatie, opvolging.wie_id, opvolging.datum) == (vdab, jobhunter.user_id, VANDAAG)

    def test_ook_wie_de_lead_heeft_en_de_accounthouder(self, noteer, werkgever, vdab, jobhunter, gebied):
        werkgever.accounthouder = OrganisatieFactory(gebied=gebied, naam="Mentor")
        werkgever.save()
        lead_nemen(werkgever=werkgever, organisatie=vdab, door=jobhunter, vandaag=VANDAAG)

        noteer()

        verwittigd = Opvolging.objects.filter(sleutel__startswith="dubbel:").values_list(
            "organisatie__naam", flat=True
        )
        assert sorted(verwittigd) == ["Mentor", "VDAB Brugge"]

    def test_een_contact_van_lang_geleden_verwittigt_niemand(self, noteer, noteer_vdab):
        noteer_vdab(datum=dagen(-5))

        noteer(datum=dagen(-60))

        assert not Opvolging.objects.exists()

    def test_bel_eerst_de_accounthouder(self, noteer_vdab, werkgever, toegang, vdab, gebied):
        noteer_vdab()
        assert voor_je_belt(werkgever, eigen=toegang.lid_van, vandaag=VANDAAG).bel_eerst == vdab

        mentor = OrganisatieFactory(gebied=gebied)
        werkgever.accounthouder = mentor
        assert voor_je_belt(werkgever, eigen=toegang.lid_van, vandaag=VANDAAG).bel_eerst == mentor


ROLLEN = (Rol.REGISSEUR, Rol.MEDEWERKER, Rol.JOBHUNTER, Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE)


class TestWieLeestDeNotitie:
    @pytest.mark.parametrize("van_dezelfde_organisatie", [True, False])
    @pytest.mark.parametrize("rol", ROLLEN)
    def test_per_rol_en_organisatie(self, rol, van_dezelfde_organisatie, gebied, werkgever, vdab, noteer_vdab):
        """Everybody sees when, who, why and what was promised; the note only who belongs to the organisatie."""
        noteer_vdab(notitie="Enkel voor ons.", volgende_stap="Bel terug")
        organisatie = vdab if van_dezelfde_organisatie else OrganisatieFactory(gebied=gebied, type="OCMW")
        lid = LidmaatschapFactory(organisatie=organisatie, rol=rol)
        toegang = Lidmaatschap.objects.filter(pk=lid.pk).toegang()

        with gebied_context(gebied, toegang.organisatie_ids, lid_van=toegang.lid_van):
            regel = contactkaart(werkgever, door=toegang, vandaag=VANDAAG).verleden[0]
            rauw = _rauw("SELECT tekst FROM partners_contactnotitie")
            geschiedenis = _rauw("SELECT tekst FROM partners_contactnotitieevent")

        assert (regel.contact.datum, regel.contact.organisatie, regel.contact.doel) == (VANDAAG, vdab, "WERKPLEK")
        assert regel.contact.volgende_stap == "Bel terug"
        verwacht = ["Enkel voor ons."] if van_dezelfde_organisatie else []
        assert [regel.notitie] == (verwacht or [""])
        assert bool(regel.wie) == van_dezelfde_organisatie
        assert (rauw, geschiedenis) == (verwacht, verwacht)


def _rauw(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [rij[0] for rij in cursor.fetchall()]


class TestNietBenaderen:
    @pytest.fixture
    def stil(self, werkgever, toegang):
        return niet_benaderen(
            werkgever=werkgever, reden="Te veel telefoons.", tot=dagen(10), door=toegang, vandaag=VANDAAG
        )

    @pytest.mark.parametrize("kanaal", ["TELEFOON", "MAIL", "BEZOEK", "ONLINE", "EVENEMENT"])
    def test_blokkeert_wie_zelf_contact_zoekt(self, kanaal, stil, noteer):
        with pytest.raises(DomainError, match=r"tot en met 03/12/2026 niet benaderd worden: Te veel telefoons\."):
            noteer(kanaal=kanaal)

    def test_laat_toe_dat_de_werkgever_zelf_belt(self, stil, noteer):
        assert noteer(kanaal="INKOMEND").contact.pk

    def test_blokkeert_de_lead_en_een_omweg_langs_wijzigen(self, stil, noteer, ocmw, toegang):
        contact = noteer(kanaal="INKOMEND").contact

        with pytest.raises(DomainError, match="niet benaderd"):
            lead_nemen(werkgever=stil, organisatie=ocmw, door=toegang, vandaag=VANDAAG)
        with pytest.raises(DomainError, match="niet benaderd"):
            contact_bijwerken(contact=contact, invoer=invoer(kanaal="MAIL"), door=toegang, vandaag=VANDAAG)

    @pytest.mark.parametrize(
        ("reden", "tot", "zin"), [(" ", None, "Zeg waarom"), ("Rust", dagen(-1), "ligt in het verleden")]
    )
    def test_vraagt_een_reden_en_geen_dag_in_het_verleden(self, reden, tot, zin, werkgever, toegang):
        with pytest.raises(DomainError, match=zin):
            niet_benaderen(werkgever=werkgever, reden=reden, tot=tot, door=toegang, vandaag=VANDAAG)

    @pytest.mark.parametrize(("na", "stil_"), [(9, True), (10, True), (11, False)])
    def test_stopt_na_de_laatste_dag_ook_voor_de_nacht(self, na, stil_, stil, werkgever):
        werkgever.refresh_from_db()

        assert voor_je_belt(werkgever, eigen=[], vandaag=dagen(na)).niet_benaderen == stil_

    @pytest.mark.parametrize(("tot", "na", "status"), [(10, 10, "NIET_BENADEREN"), (10, 11, "AMBASSADEUR")])
    def test_de_nacht_zet_de_vorige_status_terug(self, tot, na, status, werkgever, toegang):
        werkgever.status = WerkgeverStatus.AMBASSADEUR
        werkgever.save()
        niet_benaderen(werkgever=werkgever, reden="Rust", tot=dagen(tot), door=toegang, vandaag=VANDAAG)

        benaderen_hervatten(dagen(na))

        werkgever.refresh_from_db()
        assert werkgever.status == status

    def test_zonder_einddatum_blijft_het_tot_iemand_het_opheft(self, werkgever, toegang, toegang_regisseur):
        niet_benaderen(werkgever=werkgever, reden="Rust", tot=None, door=toegang, vandaag=VANDAAG)
        benaderen_hervatten(dagen(4000))
        werkgever.refresh_from_db()
        assert werkgever.status == WerkgeverStatus.NIET_BENADEREN

        werkgever = niet_benaderen_opheffen(werkgever=werkgever, door=toegang_regisseur)
        assert (werkgever.status, werkgever.niet_benaderen_reden) == (WerkgeverStatus.PROSPECT, "")
