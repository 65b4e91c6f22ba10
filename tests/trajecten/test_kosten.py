from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

import pytest

from partners import services as partnerdiensten
from partners.services.tarieven import indexatie_toepassen
from regie.core.exceptions import DomainError
from regie.core.forms import BedragVeld
from regie.core.http import gebied_url
from regie.core.models.organisatie import Gebruikerscategorie
from regie.core.tenancy import gebied_context
from tests.factories import OcmwFactory, PlaatsingFactory, StapFactory, TrajectFactory
from trajecten.enums import LeefloonCategorie, StapStatus
from trajecten.models import Breukperiode, Kostenkader
from trajecten.regels.kosten import Kader, Werkstuk, maandposten, som, zonder
from trajecten.selectors import kosten as selectors
from trajecten.selectors.plaatstarief import plaatstarief
from trajecten.services import kosten as services

D = date
CENT = Decimal("0.01")
NU, BEGIN = D(2026, 12, 15), D(2026, 1, 1)


def kader(**prijzen):
    standaard = {"loonkost": Decimal(3000), "begeleiding": Decimal(300), "leefloon": Decimal(1200)}
    return lambda maand: Kader(**{**standaard, **prijzen})


def stuk(van, tot, breuk=1, tarief=Decimal(900)):
    return Werkstuk(van, tot, Fraction(breuk), lambda dag: tarief)


class TestMaandposten:
    def test_een_volle_maand_voltijds(self):
        (post,) = maandposten(
            [stuk(D(2026, 4, 1), D(2026, 4, 30))], van=D(2026, 4, 1), tot=D(2026, 4, 30), kader=kader()
        )

        assert (post.loon, post.tarief, post.begeleiding, post.leefloon) == (3000, 900, 300, 1200)
        assert (post.kost, post.opbrengst, post.saldo) == (3300, 2100, -1200)

    def test_halftijds_betaalt_de_helft_maar_vermijdt_het_hele_leefloon(self):
        (post,) = maandposten(
            [stuk(D(2026, 4, 1), D(2026, 4, 30), Fraction(1, 2))], van=D(2026, 4, 1), tot=D(2026, 4, 30), kader=kader()
        )

        assert (post.loon, post.tarief, post.leefloon) == (1500, 450, 1200)

    def test_een_maand_die_halverwege_begint(self):
        eerste, tweede = maandposten(
            [stuk(D(2026, 4, 16), D(2026, 5, 31))], van=D(2026, 4, 16), tot=D(2026, 5, 31), kader=kader()
        )

        assert (eerste.loon, eerste.leefloon) == (1500, 600)
        assert (tweede.loon, tweede.leefloon) == (3000, 1200)

    def test_een_schorsing_kost_geen_loon_en_brengt_geen_tarief_op(self):
        stukken = zonder([stuk(D(2026, 4, 1), D(2026, 4, 30))], [(D(2026, 4, 11), D(2026, 4, 20))])
        (post,) = maandposten(stukken, van=D(2026, 4, 1), tot=D(2026, 4, 30), kader=kader())

        assert (post.loon, post.tarief) == (2000, 600)

    @pytest.mark.parametrize(
        ("prijs", "veld"), [("loonkost", "loon"), ("begeleiding", "begeleiding"), ("leefloon", "leefloon")]
    )
    def test_wat_niet_bekend_is_blijft_leeg_en_maakt_geen_som(self, prijs, veld):
        (post,) = maandposten(
            [stuk(D(2026, 4, 1), D(2026, 4, 30))], van=D(2026, 4, 1), tot=D(2026, 4, 30), kader=kader(**{prijs: None})
        )

        assert getattr(post, veld) is None
        assert post.saldo is None

    def test_zonder_tarief_is_er_geen_opbrengst(self):
        (post,) = maandposten(
            [stuk(D(2026, 4, 1), D(2026, 4, 30), tarief=None)], van=D(2026, 4, 1), tot=D(2026, 4, 30), kader=kader()
        )

        assert (post.tarief, post.opbrengst) == (None, None)

    def test_tegen_een_trage_telling_dag_per_dag(self):
        """200 random steps, with fractions that change and suspended days, against a count of single days."""
        toeval = Random("kosten")
        for _ in range(200):
            van = D(2023, 1, 1) + timedelta(days=toeval.randrange(900))
            grenzen = sorted({toeval.randrange(500) for _ in range(3)} | {0})
            tot = van + timedelta(days=grenzen[-1] + toeval.randrange(60))
            breuken = {van + timedelta(days=g): Fraction(toeval.randint(1, 4), 4) for g in grenzen}
            geschorst = van + timedelta(days=toeval.randrange(400))
            schorsing = (geschorst, geschorst + timedelta(days=toeval.randrange(40)))
            begin = sorted(breuken)
            stukken = [
                stuk(b, (begin[i + 1] - timedelta(days=1)) if i + 1 < len(begin) else tot, breuken[b])
                for i, b in enumerate(begin)
            ]
            posten = maandposten(zonder(stukken, [schorsing]), van=van, tot=tot, kader=kader())

            assert {p.maand: p.loon for p in posten} == _traag(van, tot, breuken, schorsing, Decimal(3000))
            assert som(p.loon for p in posten) == sum(_traag(van, tot, breuken, schorsing, Decimal(3000)).values())


def _traag(van, tot, breuken, schorsing, loon):
    per_maand = {}
    dag = van
    while dag <= tot:
        maand = dag.replace(day=1)
        breuk = breuken[max(b for b in breuken if b <= dag)]
        weegt = Fraction(0) if schorsing[0] <= dag <= schorsing[1] else breuk / monthrange(dag.year, dag.month)[1]
        per_maand[maand] = per_maand.get(maand, Fraction(0)) + weegt
        dag += timedelta(days=1)
    return {
        maand: (loon * deel.numerator / deel.denominator).quantize(CENT, ROUND_HALF_UP)
        for maand, deel in per_maand.items()
    }


@pytest.fixture
def lopend(ocmw, gebruiker):
    """Art. 60 from 01/10/2026 at a vzw, full-time, expected until 30/09/2027."""
    traject = TrajectFactory(lopend=True)
    stap = StapFactory(traject=traject, status=StapStatus.LOPEND, start=D(2026, 10, 1), einde_voorzien=D(2027, 9, 30))
    plaatsing = PlaatsingFactory(stap=stap, gebruiker=gebruiker)
    plaatsing.gebruiker.gebruikerscategorie = Gebruikerscategorie.VZW
    plaatsing.gebruiker.save()
    return plaatsing


@pytest.fixture
def tarief(toegang):
    def voeg_toe(bedrag, van=BEGIN, organisatie=None, niveau="UITVOEREND"):
        return partnerdiensten.tarief_toevoegen(
            organisatie=organisatie,
            categorie=Gebruikerscategorie.VZW,
            functieniveau=niveau,
            bedrag=Decimal(bedrag),
            geldig_van=van,
            noot="",
            door=toegang,
        )

    return voeg_toe


def factuur(maand):
    return [(lijn.naam, lijn.bedrag) for lijn in selectors.facturatie(maand, vandaag=NU)]


class TestTarieven:
    def test_zonder_tarief_staat_de_lijn_er_zonder_bedrag(self, lopend):
        assert factuur(D(2026, 11, 1)) == [(lopend.stap.traject.client.lijstnaam, None)]

    def test_het_tarief_van_het_gebied(self, lopend, tarief):
        tarief(850)

        assert factuur(D(2026, 11, 1))[0][1] == Decimal("850.00")

    def test_een_uitzondering_van_het_eigen_ocmw_gaat_voor(self, lopend, tarief, ocmw, gebied):
        tarief(850)
        tarief(700, organisatie=ocmw)
        tarief(100, organisatie=OcmwFactory(gebied=gebied))

        assert factuur(D(2026, 11, 1))[0][1] == Decimal("700.00")

    def test_een_nieuw_tarief_sluit_het_vorige_af(self, lopend, tarief):
        oud = tarief(850)
        tarief(900, van=D(2026, 11, 1))
        oud.refresh_from_db()

        assert oud.geldig_tot == D(2026, 10, 31)
        assert [factuur(D(2026, m, 1))[0][1] for m in (10, 11)] == [Decimal("850.00"), Decimal("900.00")]

    def test_een_tarief_in_het_verleden_wordt_geweigerd(self, tarief):
        tarief(850)

        with pytest.raises(DomainError, match="Kies een latere dag"):
            tarief(800, van=D(2025, 6, 1))

    def test_een_deeltijdse_wijziging_halverwege_de_maand(self, lopend, tarief):
        tarief(900)
        Breukperiode.objects.create(
            eigenaar=lopend.eigenaar, stap=lopend.stap, vanaf=D(2026, 11, 16), breuk=Decimal("0.5"), reden="verzoek"
        )

        assert factuur(D(2026, 11, 1))[0][1] == Decimal("675.00")

    def test_een_eigen_bedrag_vraagt_een_reden(self, lopend, toegang, vandaag):
        wie = {"door": toegang, "vandaag": vandaag}
        with pytest.raises(DomainError, match="waarom"):
            services.tariefafspraak_bewaren(
                plaatsing=lopend, functieniveau="GEOEFEND", bedrag=Decimal(500), reden=" ", **wie
            )

        services.tariefafspraak_bewaren(
            plaatsing=lopend, functieniveau="GEOEFEND", bedrag=Decimal(500), reden="proefproject", **wie
        )
        assert factuur(D(2026, 11, 1))[0][1] == Decimal("500.00")

    def test_het_functieniveau_kiest_de_rij(self, lopend, tarief, toegang, vandaag):
        tarief(850)
        tarief(990, niveau="GESCHOOLD")
        services.tariefafspraak_bewaren(
            plaatsing=lopend, functieniveau="GESCHOOLD", bedrag=None, reden="", door=toegang, vandaag=vandaag
        )

        assert factuur(D(2026, 11, 1))[0][1] == Decimal("990.00")

    def test_een_ander_ocmw_staat_er_niet_bij(self, lopend, gebied, ander_ocmw):
        with gebied_context(gebied, [ander_ocmw.pk]):
            assert factuur(D(2026, 11, 1)) == []


class TestPlaatstarief:
    """What a place shows is what its bill asks, on every day."""

    def test_na_een_indexatie_volgt_elke_maand_haar_eigen_tarief(self, lopend, tarief, toegang_regisseur):
        tarief(850)
        indexatie_toepassen(
            percentage=Decimal(2),
            vanaf=D(2026, 12, 1),
            organisatie=None,
            door=toegang_regisseur,
            vandaag=D(2026, 11, 23),
        )

        assert [factuur(D(2026, maand, 1))[0][1] for maand in (11, 12)] == [Decimal("850.00"), Decimal("867.00")]
        assert [plaatstarief(lopend, op=D(2026, maand, 5)).bedrag for maand in (11, 12)] == [850, 867]

    def test_zegt_waar_het_vandaan_komt(self, lopend, tarief, ocmw, toegang, vandaag):
        assert "geen tarief in de tabel" in plaatstarief(lopend, op=vandaag).herkomst
        tarief(850)
        assert plaatstarief(lopend, op=vandaag).herkomst.startswith("tarieftabel van het gebied")
        tarief(700, organisatie=ocmw)
        assert plaatstarief(lopend, op=vandaag).herkomst.startswith(f"uitzondering van {ocmw}")
        services.tariefafspraak_bewaren(
            plaatsing=lopend,
            functieniveau="UITVOEREND",
            bedrag=Decimal(1),
            reden="proef",
            door=toegang,
            vandaag=vandaag,
        )
        assert plaatstarief(lopend, op=vandaag).herkomst == "eigen afspraak: proef"

    def test_staat_op_het_kostenblad_en_bij_het_aanpassen(self, als_begeleider, lopend, tarief):
        tarief(850)

        pagina = als_begeleider.get(gebied_url("trajecten:kosten", lopend.stap.traject_id)).text

        assert "tarieftabel van het gebied" in pagina


class TestKostenblad:
    @pytest.fixture
    def volledig(self, lopend, tarief, ocmw, toegang, vandaag):
        tarief(850)
        services.kostenkader_bewaren(
            eigenaar_id=ocmw.pk,
            van=D(2026, 1, 1),
            loonkost=Decimal(2900),
            begeleidingsuren=Decimal(6),
            uurkost=Decimal("48.50"),
            door=toegang,
        )
        services.kostenafspraak_bewaren(
            traject=lopend.stap.traject,
            leefloon=LeefloonCategorie.ALLEENSTAAND,
            loonkost=None,
            door=toegang,
            vandaag=vandaag,
        )
        return lopend

    def test_telt_elke_maand_tot_het_voorziene_einde(self, volledig):
        (blad,) = selectors.kostenbladen(volledig.stap.traject, vandaag=D(2026, 12, 15))

        assert len(blad.posten) == 12
        assert blad.ontbreekt == []
        assert blad.posten[0].begeleiding == Decimal("291.00")
        assert blad.posten[0].saldo == Decimal("850.00") + Decimal("1288.46") - Decimal("2900.00") - Decimal("291.00")
        assert blad.tot_nu.loon == 2 * 2900
        assert blad.alles.saldo == som(post.saldo for post in blad.posten)

    def test_zegt_wat_ontbreekt(self, lopend):
        (blad,) = selectors.kostenbladen(lopend.stap.traject, vandaag=D(2026, 12, 15))

        assert [zin.split()[1] for zin in blad.ontbreekt] == ["loonkost", "uren", "is", "welk"]
        assert blad.alles.saldo is None

    @pytest.mark.parametrize(
        ("geregistreerd", "maand", "verwacht"),
        [
            (None, D(2026, 11, 1), 0),
            (D(2026, 11, 30), D(2026, 11, 1), 445),
            (D(2026, 12, 1), D(2026, 11, 1), 0),
            (D(2026, 10, 1), D(2027, 9, 1), 445),
            (D(2026, 10, 1), D(2027, 10, 1), 0),
        ],
        ids=["niet geregistreerd", "op de laatste dag", "te laat", "laatste maand", "na het einde"],
    )
    def test_premie_vraagt_registratie_op_de_laatste_dag(self, lopend, geregistreerd, maand, verwacht):
        lopend.stap.mlp_geregistreerd_op = geregistreerd

        assert selectors.premie(lopend.stap, maand) == verwacht

    def test_na_24_maanden_geldt_de_derde_compensatie(self, lopend):
        lopend.stap.mlp_geregistreerd_op, lopend.stap.einde_voorzien = D(2026, 10, 1), D(2028, 12, 31)

        assert [selectors.premie(lopend.stap, D(2028, m, 1)) for m in (8, 9, 10)] == [445, 445, 250]

    def test_prognose_is_de_som_van_de_bladen(self, volledig):
        uitkomst = selectors.prognose(2027, vandaag=D(2026, 12, 15))
        (blad,) = selectors.kostenbladen(volledig.stap.traject, vandaag=D(2026, 12, 15))

        assert uitkomst.jaar.saldo == som(post.saldo for post in blad.posten if post.maand.year == 2027)
        assert [m.personen for m in uitkomst.maanden] == [1] * 9 + [0] * 3
        assert uitkomst.onvolledig == 0

    def test_prognose_laat_wat_onvolledig_is_weg_en_zegt_het(self, lopend):
        uitkomst = selectors.prognose(2027, vandaag=D(2026, 12, 15))

        assert (uitkomst.onvolledig, uitkomst.jaar.saldo) == (1, 0)

    def test_vraagt_evenveel_voor_veel_stappen(self, volledig, django_assert_max_num_queries):
        selectors.prognose(2027, vandaag=D(2026, 12, 15))
        for _ in range(5):
            stap = StapFactory(
                traject=TrajectFactory(lopend=True),
                status=StapStatus.LOPEND,
                start=D(2026, 10, 1),
                einde_voorzien=D(2027, 9, 30),
            )
            PlaatsingFactory(stap=stap, gebruiker=volledig.gebruiker)

        with django_assert_max_num_queries(8):
            assert selectors.prognose(2027, vandaag=D(2026, 12, 15)).onvolledig == 5

    def test_een_ander_ocmw_vult_geen_bedragen_in(self, gebied, toegang):
        with pytest.raises(DomainError, match="eigen OCMW"):
            services.kostenkader_bewaren(
                eigenaar_id=OcmwFactory(gebied=gebied).pk,
                van=D(2026, 1, 1),
                loonkost=Decimal(1),
                begeleidingsuren=None,
                uurkost=None,
                door=toegang,
            )


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [("2.450,50", "2450.50"), ("2450,5", "2450.5"), ("2450.50", "2450.50"), ("€ 850", "850"), ("0", "0")],
)
def test_een_bedrag_zoals_mensen_het_typen(tekst, bedrag):
    assert BedragVeld().clean(tekst) == Decimal(bedrag)


class TestPaginas:
    def test_tarieven_en_simulatie(self, als_begeleider, gebied, tarief):
        tarief("850.00")
        html = als_begeleider.get(f"/g/{gebied.slug}/partners/tarieven/?index=2").content.decode()

        assert "€\xa0850,00" in html
        assert "€\xa0867,00" in html

    def test_excel_van_een_maand(self, als_begeleider, lopend, tarief, url):
        tarief(850)
        antwoord = als_begeleider.get(url("facturatie_excel") + "?maand=2026-11")

        assert antwoord.status_code == 200
        assert antwoord.headers["Content-Disposition"].endswith('facturatie-2026-11.xlsx"')

    def test_een_begeleider_leest_maar_vult_geen_bedragen_in(self, als_begeleider, url):
        assert als_begeleider.get(url("kostenkader")).status_code == 200
        assert als_begeleider.post(url("kostenkader"), {"van": "01/01/2026", "loonkost": "1"}).status_code == 403
        assert not Kostenkader.objects.exists()
