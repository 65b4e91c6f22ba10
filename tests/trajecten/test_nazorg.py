from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import reverse

from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode as Verslagperiode
from regie.cijfers.periode import PeriodeSoort
from regie.core.exceptions import DomainError
from tests.factories import TrajectFactory
from trajecten import services
from trajecten.enums import AanHetWerk, Inkomensstatuut, Linkdoel, NaWerk, Nazorgbron, Werkbron
from trajecten.models import Nazorgmeting, Termijn, Tijdlijnitem, Werkperiode
from trajecten.regels.werkduur import Periode, Stand, samenvoegen, werkduur
from trajecten.selectors import nazorg as selectors

D = date
AANVRAAG, NU = D(2026, 1, 15), D(2027, 6, 1)


def duur(*perioden, vandaag=NU, aanvraag=AANVRAAG):
    return werkduur(aanvraag=aanvraag, perioden=perioden, vandaag=vandaag, werk_maanden=12, venster_maanden=48)


class TestWerkduur:
    @pytest.mark.parametrize(
        ("perioden", "bewezen"),
        [
            ([], 0),
            ([Periode(D(2026, 2, 1), D(2026, 2, 28))], 28),
            ([Periode(D(2026, 2, 1), D(2026, 2, 1))], 1),
            ([Periode(D(2026, 2, 1), D(2026, 2, 20)), Periode(D(2026, 2, 10), D(2026, 2, 28))], 28),
            ([Periode(D(2025, 1, 1), D(2026, 1, 20))], 6),
            ([Periode(D(2025, 1, 1), D(2025, 12, 31))], 0),
            ([Periode(D(2027, 5, 30), D(2027, 6, 30))], 3),
        ],
        ids=["niets", "een maand", "een dag", "overlap telt een keer", "begon eerder", "voor de aanvraag", "toekomst"],
    )
    def test_telt_bewezen_dagen(self, perioden, bewezen):
        assert duur(*perioden).dagen_bewezen == bewezen

    def test_is_bereikt_op_de_laatste_dag_van_twaalf_maanden(self):
        uitkomst = duur(Periode(D(2026, 2, 1), D(2027, 3, 1)))

        assert (uitkomst.bereikt_op, uitkomst.stand) == (D(2027, 1, 31), Stand.BEREIKT)

    def test_een_dag_te_weinig_is_niet_bereikt(self):
        assert duur(Periode(D(2026, 2, 1), D(2027, 1, 30))).bereikt_op is None

    def test_lopend_werk_is_binnen_bereik_met_de_dag_waarop(self):
        uitkomst = duur(Periode(D(2026, 12, 1), D(2027, 3, 1), loopt=True))

        assert uitkomst.stand == Stand.BINNEN_BEREIK
        assert uitkomst.bij_doorwerken == D(2027, 11, 30)

    def test_lopend_werk_dat_nog_niet_bevestigd_is_wordt_ten_vroegste_vandaag_bereikt(self):
        uitkomst = duur(Periode(D(2026, 2, 1), D(2026, 3, 1), loopt=True))

        assert uitkomst.bij_doorwerken == D(2027, 6, 1)

    @pytest.mark.parametrize(
        ("vandaag", "stand"),
        [(D(2027, 6, 1), Stand.NOG_MOGELIJK), (D(2029, 1, 14), Stand.NOG_MOGELIJK), (D(2029, 1, 15), Stand.NIET_MEER)],
    )
    def test_zonder_werk_blijft_het_mogelijk_tot_het_venster_te_kort_is(self, vandaag, stand):
        assert duur(vandaag=vandaag).stand == stand

    def test_werk_dat_te_laat_begon_haalt_het_venster_niet(self):
        assert duur(Periode(D(2029, 8, 1), D(2029, 8, 1), loopt=True), vandaag=D(2029, 9, 1)).stand == Stand.NIET_MEER

    def test_schrikkeljaar_vraagt_een_dag_meer(self):
        assert duur(aanvraag=D(2027, 6, 1)).dagen_nodig == 366

    def test_aangrenzende_stukken_worden_een(self):
        assert samenvoegen([(D(2026, 2, 2), D(2026, 2, 3)), (D(2026, 2, 1), D(2026, 2, 1))]) == [
            (D(2026, 2, 1), D(2026, 2, 3))
        ]


@pytest.fixture
def uitgestroomd(stappenplan):
    """Somebody who went to work on 02/11/2026 (see the fixture of the whole way)."""
    return stappenplan("NAZORG")


@pytest.fixture
def meet(toegang):
    def doe(traject, maand, antwoord, **velden):
        meting = Nazorgmeting.objects.get(traject=traject, maand=maand)
        dag = velden.pop("datum", meting.gepland_op)
        standaard = {"notitie": "", "datum": dag, "vandaag": max(dag, meting.gepland_op), "door": toegang}
        return services.nazorgmeting_noteren(meting=meting, aan_het_werk=antwoord, **{**standaard, **velden})

    return doe


def perioden(traject):
    return list(
        Werkperiode.objects.filter(traject=traject).order_by("van").values_list("van", "tot", "bevestigd_tot", "bron")
    )


class TestAntwoorden:
    def test_uitstroom_naar_werk_begint_een_periode(self, uitgestroomd):
        op = uitgestroomd.uitgestroomd_op

        assert perioden(uitgestroomd) == [(op, None, op, Werkbron.UITSTROOM)]

    def test_ja_bevestigt_tot_die_dag(self, uitgestroomd, meet):
        meting = meet(uitgestroomd, 1, AanHetWerk.JA)

        assert perioden(uitgestroomd)[0][2] == meting.gemeten_op

    def test_niet_bereikt_bewijst_niets(self, uitgestroomd, meet):
        voor = perioden(uitgestroomd)

        meet(uitgestroomd, 1, AanHetWerk.ONBEKEND)

        assert perioden(uitgestroomd) == voor

    def test_nee_eindigt_op_de_laatste_werkdag(self, uitgestroomd, meet):
        meet(uitgestroomd, 1, AanHetWerk.JA)
        laatste = uitgestroomd.uitgestroomd_op + timedelta(days=60)
        meting = meet(uitgestroomd, 3, AanHetWerk.NEE, gestopt_op=laatste, situatie=NaWerk.LEEFLOON)

        assert perioden(uitgestroomd)[0][1] == laatste
        assert (meting.situatie, meting.bron) == (NaWerk.LEEFLOON, Nazorgbron.BEGELEIDER)

    def test_nee_zonder_dag_eindigt_op_de_laatst_bevestigde(self, uitgestroomd, meet):
        bevestigd = meet(uitgestroomd, 1, AanHetWerk.JA).gemeten_op
        meet(uitgestroomd, 3, AanHetWerk.NEE)

        assert perioden(uitgestroomd)[0][1] == bevestigd

    def test_na_een_nee_begint_een_ja_een_nieuwe_periode(self, uitgestroomd, meet):
        meet(uitgestroomd, 1, AanHetWerk.NEE)
        meting = meet(uitgestroomd, 3, AanHetWerk.JA)

        assert [rij[0] for rij in perioden(uitgestroomd)][1:] == [meting.gemeten_op]

    def test_wissen_maakt_alles_zoals_het_was(self, uitgestroomd, meet, toegang, vandaag):
        voor = perioden(uitgestroomd)
        meting = meet(uitgestroomd, 1, AanHetWerk.NEE, situatie=NaWerk.ZIEKTE, notitie="belde zelf")

        meting = services.nazorgmeting_wissen(meting=meting, door=toegang, vandaag=vandaag)

        assert perioden(uitgestroomd) == voor
        assert (meting.gemeten_op, meting.aan_het_werk, meting.situatie, meting.notitie) == (None, "", "", "")
        assert Termijn.objects.get(nazorgmeting=meting).afgehandeld_op is None

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [
            ({"datum": D(2020, 1, 1)}, "voor de uitstroom"),
            ({"gestopt_op": D(2020, 1, 1)}, "laatste werkdag ligt voor"),
            ({"gestopt_op": D(2040, 1, 1)}, "na de dag van de meting"),
        ],
    )
    def test_weigert_wat_niet_kan(self, uitgestroomd, meet, velden, zin):
        with pytest.raises(DomainError, match=zin):
            meet(uitgestroomd, 3, AanHetWerk.NEE, **velden)

    def test_heropenen_zet_het_werk_vast(self, uitgestroomd, meet, toegang):
        dag = meet(uitgestroomd, 1, AanHetWerk.JA).gemeten_op
        wie = {"door": toegang, "vandaag": dag}
        services.traject_afsluiten(traject=uitgestroomd, uitstroomcode=None, datum=dag, motivering="", **wie)
        services.traject_heropenen(traject=uitgestroomd, datum=dag, reden="terug", **wie)

        assert perioden(uitgestroomd) == [(uitgestroomd.uitgestroomd_op, dag, dag, Werkbron.GENOTEERD)]


class TestGenoteerdWerk:
    def test_komt_in_het_verhaal_en_kan_weg(self, uitgestroomd, toegang, vandaag):
        periode = services.werkperiode_noteren(
            client=uitgestroomd.client,
            van=D(2026, 10, 1),
            tot=None,
            werkgever_kbo="0403.170.701",
            door=toegang,
            vandaag=vandaag,
        )
        assert (periode.bevestigd_tot, periode.werkgever_kbo) == (vandaag, "0403170701")

        services.werkperiode_verwijderen(periode=periode, door=toegang, vandaag=vandaag)

        assert not Werkperiode.objects.filter(pk=periode.pk).exists()
        assert Tijdlijnitem.objects.filter(titel="Genoteerd werk verwijderd").exists()

    def test_afgeleid_werk_verbeter_je_bij_de_meting(self, uitgestroomd, toegang, vandaag):
        periode = Werkperiode.objects.get(traject=uitgestroomd)

        with pytest.raises(DomainError, match="Verbeter ze daar"):
            services.werkperiode_verwijderen(periode=periode, door=toegang, vandaag=vandaag)

    def test_werk_in_de_toekomst_kan_niet(self, uitgestroomd, toegang, vandaag):
        with pytest.raises(DomainError, match="toekomst"):
            services.werkperiode_noteren(
                client=uitgestroomd.client,
                van=vandaag + timedelta(days=1),
                tot=None,
                werkgever_kbo="",
                door=toegang,
                vandaag=vandaag,
            )


class TestPremie:
    def test_toont_wie_binnen_bereik_is(self, uitgestroomd, vandaag):
        dossiers = selectors.premiedossiers(vandaag=vandaag)

        assert [(d.client, d.duur.stand) for d in dossiers] == [(uitgestroomd.client, Stand.BINNEN_BEREIK)]
        assert dossiers[0].duur.aanvraag == uitgestroomd.aangemeld_op

    def test_alleen_met_een_leefloon(self, uitgestroomd, vandaag):
        uitgestroomd.client.inkomensstatuut = Inkomensstatuut.WERKLOOSHEID
        uitgestroomd.client.save()

        assert selectors.premiedossiers(vandaag=vandaag) == []

    def test_geldt_niet_voor_aanvragen_van_voor_de_regel(self, uitgestroomd, vandaag):
        uitgestroomd.aangemeld_op = D(2025, 12, 31)
        uitgestroomd.save()

        assert selectors.premiedossiers(vandaag=vandaag) == []

    def test_vraagt_evenveel_voor_een_als_voor_veel(self, uitgestroomd, vandaag, django_assert_num_queries):
        selectors.premiedossiers(vandaag=vandaag)  # the rules are read once
        for _ in range(5):
            traject = TrajectFactory(aangemeld_op=D(2026, 2, 1))
            Werkperiode.objects.create(
                eigenaar=traject.eigenaar, client=traject.client, van=D(2026, 3, 1), bron=Werkbron.GENOTEERD
            )

        with django_assert_num_queries(3):
            assert len(selectors.premiedossiers(vandaag=vandaag)) == 6


@pytest.mark.parametrize("antwoord", [None, *AanHetWerk])
def test_de_cohorte_van_het_ocmw_is_het_cijfer_van_de_cockpit(gebied, uitgestroomd, meet, antwoord):
    """One OCMW in the gebied: both count the same people by the same definition."""
    if antwoord:
        meet(uitgestroomd, 6, antwoord)
    later = D(2027, 9, 30)

    cohort = next(c for c in selectors.cohorten(vandaag=later) if c.maanden == 6)
    opname = Opname(Verslagperiode.op(PeriodeSoort.MAAND, later), later)

    assert opname.cohort(6) == (cohort.van, cohort.tot)
    tellingen = dict(opname.tellingen("duurzaam_6m").sleutels("duurzaam_6m"))
    eigen = {"JA": cohort.totaal.werkt, "NEE": cohort.totaal.niet, "ONBEKEND": cohort.totaal.onbekend}
    assert {sleutel: n for sleutel, n in eigen.items() if n} == tellingen
    assert cohort.totaal.totaal == 1


class TestVragenMetEenLink:
    @pytest.fixture
    def gevraagd(self, uitgestroomd, toegang):
        """The measurement after one month, on its day, asked of the employer."""
        meting = Nazorgmeting.objects.get(traject=uitgestroomd, maand=1)
        with time_machine.travel(meting.gepland_op, tick=False):
            _, adres = services.nazorg_vragen(
                meting=meting,
                doel=Linkdoel.NAZORG_WERKGEVER,
                naam="Lien",
                email="",
                mailen=False,
                door=toegang,
                vandaag=meting.gepland_op,
            )
            yield meting, urlsplit(adres).path

    def test_een_tik_van_de_werkgever_telt_als_meting(self, gevraagd, client):
        meting, adres = gevraagd
        html = client.get(adres).content.decode()
        assert "Selin A." in html
        assert meting.traject.client.familienaam not in html

        assert client.post(adres, {"antwoord": "JA"}).status_code == 302

        meting.refresh_from_db()
        assert (meting.aan_het_werk, meting.bron, meting.door) == ("JA", Nazorgbron.WERKGEVER, None)
        assert perioden(meting.traject)[0][2] == meting.gepland_op

    def test_werkt_maar_een_keer(self, gevraagd, client):
        _, adres = gevraagd
        client.post(adres, {"antwoord": "NEE", "gestopt_op": ""})

        assert client.get(adres).status_code == 404
        assert client.post(adres, {"antwoord": "JA"}).status_code == 404

    def test_een_antwoord_van_het_ocmw_sluit_de_link(self, gevraagd, client, meet):
        meting, adres = gevraagd
        meet(meting.traject, 1, AanHetWerk.JA)

        assert client.get(adres).status_code == 404

    def test_een_fout_in_de_datum_verliest_niets(self, gevraagd, client):
        meting, adres = gevraagd
        antwoord = client.post(adres, {"antwoord": "NEE", "gestopt_op": "31/02/2026"})

        assert antwoord.status_code == 422
        assert "31/02/2026" in antwoord.content.decode()
        meting.refresh_from_db()
        assert meting.gemeten_op is None

    def test_een_nieuwe_link_vervangt_de_vorige(self, gevraagd, client, toegang):
        meting, oud = gevraagd
        _, nieuw = services.nazorg_vragen(
            meting=meting,
            doel=Linkdoel.NAZORG_WERKGEVER,
            naam="",
            email="",
            mailen=False,
            door=toegang,
            vandaag=meting.gepland_op,
        )

        assert client.get(oud).status_code == 404
        assert client.get(urlsplit(nieuw).path).status_code == 200

    def test_de_mail_noemt_niemand(self, gevraagd, toegang, mailoutbox):
        meting, _ = gevraagd
        for doel in (Linkdoel.NAZORG_CLIENT, Linkdoel.NAZORG_WERKGEVER):
            services.nazorg_vragen(
                meting=meting,
                doel=doel,
                naam="",
                email="iemand@bedrijf.example",
                mailen=True,
                door=toegang,
                vandaag=meting.gepland_op,
            )

        assert len(mailoutbox) == 2
        for mail in mailoutbox:
            tekst = f"{mail.subject} {mail.body} {mail.alternatives[0][0]}"
            assert meting.traject.client.voornaam not in tekst
            assert meting.traject.client.familienaam not in tekst

    def test_stilte_is_zichtbaar(self, gevraagd, als_begeleider, url):
        assert "nog niet geopend" in als_begeleider.get(url("nazorg")).content.decode()

    def test_de_pagina_maakt_een_link(self, gevraagd, als_begeleider, url):
        meting, _ = gevraagd
        fout = als_begeleider.post(url("nazorg_vragen", meting.pk), {"doel": "NAZORG_CLIENT", "hoe": "mail"})
        assert fout.status_code == 422

        goed = als_begeleider.post(url("nazorg_vragen", meting.pk), {"doel": "NAZORG_CLIENT", "hoe": "link"})
        assert "/l/" in goed.content.decode()


class TestPaginas:
    @pytest.fixture
    def op_tijd(self, uitgestroomd):
        gepland = Nazorgmeting.objects.get(traject=uitgestroomd, maand=1).gepland_op
        with time_machine.travel(gepland, tick=False):
            yield gepland

    def test_een_tik_en_ongedaan(self, op_tijd, uitgestroomd, gebied, als_begeleider):
        meting = Nazorgmeting.objects.get(traject=uitgestroomd, maand=1)
        lijst = reverse("trajecten:nazorg", args=[gebied.slug])
        assert uitgestroomd.client.familienaam in als_begeleider.get(lijst).content.decode()

        als_begeleider.post(
            reverse("trajecten:nazorg_antwoord", args=[gebied.slug, meting.pk]), {"aan_het_werk": "JA"}
        )
        meting.refresh_from_db()
        assert (meting.aan_het_werk, meting.gemeten_op) == ("JA", op_tijd)

        als_begeleider.post(reverse("trajecten:nazorg_wissen", args=[gebied.slug, meting.pk]))
        meting.refresh_from_db()
        assert meting.gemeten_op is None

    def test_nee_vraagt_verder(self, op_tijd, uitgestroomd, gebied, als_begeleider):
        meting = Nazorgmeting.objects.get(traject=uitgestroomd, maand=1)

        antwoord = als_begeleider.post(
            reverse("trajecten:nazorg_antwoord", args=[gebied.slug, meting.pk]), {"aan_het_werk": "NEE"}
        )

        assert antwoord.headers["Location"].endswith("?aan_het_werk=NEE")
        assert "Laatste werkdag" in als_begeleider.get(antwoord.headers["Location"]).content.decode()

    def test_werk_noteren(self, uitgestroomd, gebied, als_begeleider):
        adres = reverse("trajecten:werk", args=[gebied.slug, uitgestroomd.client_id])

        fout = als_begeleider.post(adres, {"van": "31/02/2026"})
        assert fout.status_code == 422

        assert als_begeleider.post(adres, {"van": "01/10/2026", "tot": "", "werkgever_kbo": ""}).status_code == 302
        assert "genoteerd door het OCMW" in als_begeleider.get(adres).content.decode()
