"""A regiegebied on any date: its members, its inhabitants, its regisseur."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.db.utils import IntegrityError

from regie.core.models import Gebiedslid, Gemeente, Gemeentefusie, Mandaat, Referentieregio
from regie.core.permissions import DOSSIERROLLEN, RECHTEN, Recht, Rol
from tests.factories import LidmaatschapFactory, OcmwFactory, OrganisatieFactory

BRUGGE, OOSTKAMP, DAMME = "31005", "31022", "31006"


def lid(gebied, nis, van, tot=None):
    return Gebiedslid.objects.create(gebied=gebied, gemeente_id=nis, van=van, tot=tot)


class TestReferentiegegevens:
    def test_285_gemeenten_in_15_referentieregios(self, db):
        assert (Gemeente.objects.count(), Referentieregio.objects.count()) == (285, 15)
        assert not Referentieregio.objects.filter(gemeenten=None).exists()

    def test_elke_fusie_leeft_verder_in_een_gemeente(self, db):
        assert Gemeentefusie.objects.exists()
        assert not Gemeente.objects.filter(nis__in=Gemeentefusie.objects.values("nis_oud")).exists()

    @pytest.mark.parametrize(
        ("term", "naam"),
        [("brug", "Brugge"), ("8310", "Brugge"), ("knokke heist", "Knokke-Heist"), ("DÁMME", "Damme")],
    )
    def test_zoekt_op_naam_en_postcode(self, term, naam, db):
        assert naam in Gemeente.objects.zoek(term).values_list("naam", flat=True)


class TestLedenOpEenDatum:
    def test_een_dag_voor_op_en_na(self, gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1))
        lid(gebied, OOSTKAMP, date(2022, 1, 1), date(2024, 12, 31))
        namen = {
            dag: [lid.gemeente.naam for lid in gebied.gemeenten_op(dag)]
            for dag in (date(2021, 12, 31), date(2022, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
        }

        assert list(namen.values()) == [["Brugge"], ["Brugge", "Oostkamp"], ["Brugge", "Oostkamp"], ["Brugge"]]

    def test_inwoners_met_hun_datum(self, gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1))
        lid(gebied, OOSTKAMP, date(2020, 1, 1))
        inwoners = list(Gemeente.objects.filter(nis__in=[BRUGGE, OOSTKAMP]).values_list("inwoners", flat=True))

        aantal, op = gebied.inwoners_op(date(2026, 1, 1))

        assert aantal == sum(inwoners)
        assert op == Gemeente.objects.get(nis=BRUGGE).inwoners_datum

    def test_zonder_leden_geen_inwoners(self, gebied):
        assert gebied.inwoners_op(date(2026, 1, 1)) == (0, None)

    def test_een_gemeente_hoort_maar_bij_een_gebied_tegelijk(self, gebied, ander_gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1))

        with pytest.raises(IntegrityError, match="gemeente_in_een_gebied_tegelijk"), transaction.atomic():
            lid(ander_gebied, BRUGGE, date(2026, 1, 1))

    def test_na_het_einde_mag_een_ander_gebied(self, gebied, ander_gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1), date(2025, 12, 31))
        lid(ander_gebied, BRUGGE, date(2026, 1, 1))

        assert [lid.gemeente_id for lid in ander_gebied.gemeenten_op(date(2026, 1, 1))] == [BRUGGE]

    def test_de_laatste_dag_telt_mee(self, gebied, ander_gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1), date(2025, 12, 31))

        with pytest.raises(IntegrityError, match="gemeente_in_een_gebied_tegelijk"), transaction.atomic():
            lid(ander_gebied, BRUGGE, date(2025, 12, 31))

    def test_einde_voor_begin_wordt_een_zin(self, gebied):
        with pytest.raises(ValidationError, match="De einddatum ligt voor de begindatum"):
            Gebiedslid(gebied=gebied, gemeente_id=DAMME, van=date(2026, 1, 2), tot=date(2026, 1, 1)).full_clean()

    def test_een_gemeente_met_leden_blijft_bestaan(self, gebied):
        lid(gebied, BRUGGE, date(2020, 1, 1))

        with pytest.raises(ProtectedError):
            Gemeente.objects.get(nis=BRUGGE).delete()


class TestMandaat:
    def test_geldt_tot_en_met_de_laatste_dag(self, gebied):
        Mandaat.objects.create(gebied=gebied, regisseur="Regieverband", van=date(2023, 1, 1), tot=date(2025, 12, 31))

        assert gebied.mandaten.geldig_op(date(2025, 12, 31)).exists()
        assert not gebied.mandaten.geldig_op(date(2026, 1, 1)).exists()


class TestToegang:
    def test_telt_alle_lidmaatschappen_op(self, gebied, ocmw, ander_ocmw, user):
        verband = OrganisatieFactory(gebied=gebied, regieverband=True)
        for organisatie, rol in (
            (ocmw, Rol.TRAJECTBEGELEIDER),
            (ander_ocmw, Rol.TRAJECTBEGELEIDER),
            (verband, Rol.REGISSEUR),
        ):
            LidmaatschapFactory(user=user, organisatie=organisatie, rol=rol)

        toegang = user.lidmaatschappen.all().toegang()

        assert toegang.rollen == {Rol.TRAJECTBEGELEIDER, Rol.REGISSEUR}
        assert toegang.organisatie_ids == tuple(sorted([ocmw.pk, ander_ocmw.pk]))
        assert toegang.lid_van == tuple(sorted([ocmw.pk, ander_ocmw.pk, verband.pk]))
        assert toegang.mag(Recht.CLIENT_BEKIJKEN)
        assert toegang.mag(Recht.RAPPORT_MAKEN)

    def test_een_regisseur_ziet_geen_enkel_dossier(self, toegang_regisseur):
        assert toegang_regisseur.organisatie_ids == ()
        assert not toegang_regisseur.mag(Recht.CLIENT_BEKIJKEN)

    @pytest.mark.parametrize(
        ("anders", "geldig"),
        [
            ({}, True),
            ({"van": date(2026, 11, 24)}, False),
            ({"tot": date(2026, 11, 22)}, False),
            ({"tot": date(2026, 11, 23)}, True),
            ({"user__is_active": False}, False),
            ({"organisatie__is_actief": False}, False),
        ],
    )
    def test_alleen_wat_vandaag_geldt(self, anders, geldig, vandaag, db):
        lid = LidmaatschapFactory(**anders)

        assert type(lid).objects.geldig_op(vandaag).exists() == geldig

    def test_zonder_lidmaatschap_is_er_geen_toegang(self, user):
        assert user.lidmaatschappen.all().toegang() is None


class TestRechten:
    def test_elke_rol_heeft_rechten_en_een_thuis(self):
        assert set(RECHTEN) == set(Rol)
        assert all(Recht.THUIS in rechten for rechten in RECHTEN.values())

    def test_alleen_dossierrollen_zien_clienten(self):
        assert {rol for rol in Rol if Recht.CLIENT_BEKIJKEN in RECHTEN[rol]} == DOSSIERROLLEN

    def test_administratie_ziet_geen_drempels_of_evaluaties(self):
        assert not RECHTEN[Rol.ADMINISTRATIE] & {Recht.DREMPEL_BEKIJKEN, Recht.EVALUATIE_BEKIJKEN, Recht.INSZ_TONEN}


class TestOrganisatie:
    def test_kbo_wordt_nagekeken(self, gebied):
        with pytest.raises(ValidationError, match="controlegetal"):
            OrganisatieFactory.build(gebied=gebied, kbo="0428759498").full_clean()

    def test_adresnaam_is_uniek_in_het_gebied(self, gebied, ander_gebied):
        OcmwFactory(gebied=gebied, slug="ocmw")
        OcmwFactory(gebied=ander_gebied, slug="ocmw")

        with pytest.raises(IntegrityError), transaction.atomic():
            OcmwFactory(gebied=gebied, slug="ocmw")
