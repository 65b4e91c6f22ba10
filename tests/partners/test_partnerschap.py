"""Partnerships: drafts stay inside, small numbers stay hidden, and only who wrote them changes them."""

from datetime import date, timedelta

import pytest

from partners.enums import Fase, PartnerschapStatus
from partners.models import Besluit, Dienstaanbod, Fasecijfer, Partnerschap, Partnerschapspartner, Samenwerking
from partners.selectors.netwerkkaart import Kaartfilter, banden, dekking
from partners.selectors.netwerktekening import tekening
from partners.selectors.partnerschap import faserij, jaarcijfers
from partners.services import partnerschap as services
from partners.services.partnerschap import BesluitGegevens, Kwartaaltelling, PartnerGegevens, PartnerschapGegevens
from partners.services.samenwerking import SamenwerkingGegevens, samenwerking_zetten
from regie.core.exceptions import DomainError
from regie.core.models import Gebiedslid, Gemeente
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OcmwFactory, OrganisatieFactory

VANDAAG = date(2026, 11, 23)
BRUGGE, DAMME = "31005", "31006"


@pytest.fixture
def verband(regisseur):
    return regisseur.organisatie


@pytest.fixture
def bij_verband(gebied, verband):
    with gebied_context(gebied, lid_van=[verband.pk]):
        yield gebied


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Kringwinkel", type=OrganisatieType.MAATWERKBEDRIJF)


@pytest.fixture
def partnerschap(bij_verband, verband, toegang_regisseur):
    gegevens = PartnerschapGegevens(
        naam="Samen naar werk", penhouder=verband, van=date(2026, 1, 1), status=PartnerschapStatus.LOPEND
    )
    return services.partnerschap_toevoegen(gegevens=gegevens, door=toegang_regisseur)


def _telling(kwartaal: int = 1, **aantallen: int) -> Kwartaaltelling:
    return Kwartaaltelling(2026, kwartaal, aantallen, "telling")


class TestOntwerp:
    def test_begint_met_de_penhouder_en_is_van_wie_het_schrijft(self, partnerschap, verband):
        assert (partnerschap.eigenaar, partnerschap.gedeeld) == (verband, False)
        assert [p.organisatie for p in partnerschap.partners.all()] == [verband]

    def test_een_andere_organisatie_ziet_er_niets_van(self, partnerschap, gebied, toegang_regisseur, partner):
        services.partner_zetten(
            partnerschap=partnerschap,
            gegevens=PartnerGegevens(organisatie=partner, rol="UITVOERDER", van=date(2026, 1, 1)),
            door=toegang_regisseur,
        )
        services.fasecijfers_zetten(
            partnerschap=partnerschap, telling=_telling(VINDEN=12), door=toegang_regisseur, vandaag=VANDAAG
        )
        services.besluit_noteren(
            partnerschap=partnerschap, gegevens=BesluitGegevens(VANDAAG, "Ja"), door=toegang_regisseur
        )
        ander = OcmwFactory(gebied=gebied)

        for gedeeld, aantal in ((False, 0), (True, 1)):
            if gedeeld:
                services.partnerschap_delen(partnerschap=partnerschap, door=toegang_regisseur)
            with gebied_context(gebied, lid_van=[ander.pk]):
                gezien = [m.objects.count() for m in (Partnerschap, Fasecijfer, Besluit)]
                partners = Partnerschapspartner.objects.count()
            assert (gezien, partners) == ([aantal] * 3, 2 * aantal)

    def test_alleen_wie_het_schreef_wijzigt_het(self, partnerschap, gebied, toegang_regisseur):
        services.partnerschap_delen(partnerschap=partnerschap, door=toegang_regisseur)
        ander = LidmaatschapFactory(organisatie=OcmwFactory(gebied=gebied), rol=Rol.MEDEWERKER)
        door = type(ander).objects.filter(pk=ander.pk).toegang()

        with (
            gebied_context(gebied, lid_van=[ander.organisatie_id]),
            pytest.raises(DomainError, match="Vraag daar om het te wijzigen"),
        ):
            services.partnerschap_delen(partnerschap=partnerschap, door=door)


class TestAantallen:
    @pytest.mark.parametrize(
        ("geteld", "cellen", "totaal"),
        [
            ({}, ["–", "–", "–", "–"], "–"),
            ({1: 0}, ["0", "–", "–", "–"], "0"),
            ({1: 10, 2: 5}, ["10", "5", "–", "–"], "15"),
            ({1: 4, 2: 10}, ["< 5", "10", "–", "–"], "minstens 11"),
            ({1: 1, 2: 4}, ["< 5", "< 5", "–", "–"], "minstens 2"),
            ({1: 1200, 2: 34}, ["1.200", "34", "–", "–"], "1.234"),
        ],
    )
    def test_kleine_aantallen_zijn_niet_te_zien_en_niet_te_berekenen(self, geteld, cellen, totaal):
        rij = faserij("vinden", geteld, None, 5)

        assert ([cel.tekst for cel in rij.kwartalen], rij.totaal) == (cellen, totaal)

    def test_de_tekening_zwijgt_over_een_klein_aantal(self, partnerschap, toegang_regisseur):
        services.fasecijfers_zetten(
            partnerschap=partnerschap,
            telling=_telling(VINDEN=12, DOORSTROMEN=3),
            door=toegang_regisseur,
            vandaag=VANDAAG,
        )

        grafiek = jaarcijfers(partnerschap, jaar=2026, vandaag=VANDAAG).grafiek()

        assert grafiek.reeksen[0].waarden == [12, None, None, None]

    def test_leeg_neemt_een_aantal_weg(self, partnerschap, toegang_regisseur):
        vast = {"partnerschap": partnerschap, "door": toegang_regisseur, "vandaag": VANDAAG}
        services.fasecijfers_zetten(telling=_telling(VINDEN=12), **vast)
        services.fasecijfers_zetten(telling=_telling(VINDEN=None, BINDEN=7), **vast)

        assert list(Fasecijfer.objects.values_list("fase", "aantal")) == [(Fase.BINDEN, 7)]

    def test_niet_in_een_kwartaal_dat_nog_moet_beginnen(self, partnerschap, toegang_regisseur):
        with pytest.raises(DomainError, match="moet nog beginnen"):
            services.fasecijfers_zetten(
                partnerschap=partnerschap,
                telling=Kwartaaltelling(2027, 1, {"VINDEN": 9}, "telling"),
                door=toegang_regisseur,
                vandaag=VANDAAG,
            )


@pytest.fixture
def twee_gemeenten(gebied):
    for nis in (BRUGGE, DAMME):
        Gebiedslid.objects.create(gebied=gebied, gemeente=Gemeente.objects.get(pk=nis), van=date(2020, 1, 1))


class TestNetwerk:
    def _werk(self, door, **gegevens):
        vast = {"van": date(2026, 1, 1), **gegevens}
        return samenwerking_zetten(gegevens=SamenwerkingGegevens(**vast), door=door)

    def test_een_vak_is_leeg_een_of_meer(self, bij_verband, twee_gemeenten, partner, verband, toegang_regisseur):
        self._werk(toegang_regisseur, organisatie=partner, thema="MOBILITEIT", gemeenten=[BRUGGE])
        self._werk(toegang_regisseur, organisatie=partner, thema="TAAL")
        self._werk(toegang_regisseur, organisatie=verband, thema="TAAL", gemeenten=[DAMME])

        rijen = {rij.thema: [cel.stand for cel in rij.cellen] for rij in dekking(VANDAAG).rijen}

        assert (rijen["MOBILITEIT"], rijen["TAAL"], rijen["WONEN"]) == (
            ["een", "geen"],
            ["een", "meer"],
            ["geen", "geen"],
        )

    def test_wat_voorbij_is_telt_niet(self, bij_verband, twee_gemeenten, partner, toegang_regisseur):
        self._werk(toegang_regisseur, organisatie=partner, thema="TAAL", tot=date(2026, 6, 30))

        assert banden(date(2026, 6, 30))
        assert not banden(VANDAAG)
        assert dekking(VANDAAG).aantal_gaten == dekking(VANDAAG).aantal_cellen

    def test_partners_zijn_met_de_penhouder_verbonden(self, partnerschap, partner, toegang_regisseur):
        services.partner_zetten(
            partnerschap=partnerschap,
            gegevens=PartnerGegevens(organisatie=partner, rol="UITVOERDER", van=date(2026, 1, 1), thema="WERKPLEKKEN"),
            door=toegang_regisseur,
        )

        band = banden(VANDAAG)[0]

        assert (band.van, band.naar, band.thema, band.bron) == (
            partner,
            partnerschap.penhouder,
            "WERKPLEKKEN",
            "partnerschap",
        )
        assert banden(VANDAAG, Kaartfilter(thema="TAAL")) == []

    @pytest.mark.parametrize(("dienst", "thema"), [("BEGELEIDING", "BEGELEIDING"), ("PREMIES", "")])
    def test_wat_een_partner_aan_werkgevers_aanbiedt_staat_erop(self, bij_verband, partner, dienst, thema):
        Dienstaanbod.objects.create(
            organisatie=partner, dienst=dienst, gemeenten=[DAMME], van=date(2026, 1, 1), tot=VANDAAG
        )

        band = banden(VANDAAG)[0]

        assert (band.van, band.met_wie, band.thema, band.gemeenten) == (partner, "werkgevers", thema, (DAMME,))
        assert banden(VANDAAG + timedelta(days=1)) == []

    def test_het_aanbod_dekt_een_gemeente(self, bij_verband, twee_gemeenten, partner):
        Dienstaanbod.objects.create(organisatie=partner, dienst="NAZORG", gemeenten=[DAMME], van=date(2026, 1, 1))

        nazorg = next(rij for rij in dekking(VANDAAG).rijen if rij.thema == "NAZORG")

        assert [cel.stand for cel in nazorg.cellen] == ["geen", "een"]

    def test_wie_gestopt_is_biedt_niets_meer_aan(self, bij_verband, partner):
        Dienstaanbod.objects.create(organisatie=partner, dienst="NAZORG", van=date(2026, 1, 1))
        partner.is_actief = False
        partner.save()

        assert banden(VANDAAG) == []

    def test_met_zichzelf_samenwerken_gaat_niet(self, bij_verband, partner, toegang_regisseur):
        with pytest.raises(Exception, match="Kies een andere organisatie"):
            self._werk(toegang_regisseur, organisatie=partner, met=partner, thema="TAAL")
        assert not Samenwerking.objects.exists()

    @pytest.mark.parametrize("breedte", [860, 340])
    def test_veertig_organisaties_passen_in_de_tekening(self, bij_verband, gebied, toegang_regisseur, breedte):
        organisaties = [OrganisatieFactory(gebied=gebied, naam=f"Organisatie {n:02d}") for n in range(40)]
        for nr, organisatie in enumerate(organisaties[1:]):
            self._werk(toegang_regisseur, organisatie=organisatie, met=organisaties[nr], thema="TAAL")

        een, twee = (tekening(banden(VANDAAG)).svg(breedte) for _ in range(2))

        assert een == twee
        assert all(f">{organisatie.naam}<" in een for organisatie in organisaties)
        assert "style=" not in een


class TestPaginas:
    def test_kaart_en_dekking_zijn_zuinig(
        self, als_regisseur, gebied, partner, toegang_regisseur, django_assert_max_num_queries, bij_verband
    ):
        for thema in ("TAAL", "WONEN", "ZORG"):
            samenwerking_zetten(
                gegevens=SamenwerkingGegevens(organisatie=partner, thema=thema, van=date(2026, 1, 1)),
                door=toegang_regisseur,
            )
        for dienst in ("NAZORG", "PREMIES"):
            Dienstaanbod.objects.create(organisatie=partner, dienst=dienst, van=date(2026, 1, 1))

        for pad in ("netwerk/", "netwerk/dekking/"):
            with django_assert_max_num_queries(18):
                antwoord = als_regisseur.get(f"/g/{gebied.slug}/partners/{pad}")
            assert antwoord.status_code == 200

    def test_van_een_gat_naar_een_samenwerking(self, als_regisseur, gebied, twee_gemeenten, partner):
        antwoord = als_regisseur.get(
            f"/g/{gebied.slug}/partners/netwerk/samenwerkingen/toevoegen/?thema=WONEN&gemeente={DAMME}"
        )

        form = antwoord.context["form"]
        assert (form["thema"].value(), form["gemeenten"].value()) == ("WONEN", [DAMME])
