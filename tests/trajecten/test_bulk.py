"""Many deadlines at once, and the way back from everything that is done in bulk."""

from datetime import timedelta

import pytest
from django.urls import reverse

from regie.core.exceptions import DomainError
from regie.core.tenancy import gebied_context
from tests.factories import TrajectFactory
from trajecten import services
from trajecten.enums import TermijnSoort
from trajecten.models import Bulkactie, Termijn
from trajecten.services.spoor import maak_termijn


@pytest.fixture
def termijnen(ocmw, vandaag):
    rijen = [maak_termijn(TrajectFactory(), TermijnSoort.TAAK, f"Taak {n}", vandaag) for n in range(3)]
    return Termijn.objects.bulk_create(rijen)


@pytest.fixture
def sluimer(termijnen, toegang, vandaag):
    def sluimer(tot=None, reden="wacht op de bank"):
        return services.termijnen_sluimeren(
            ids=[t.pk for t in termijnen],
            tot=tot or vandaag + timedelta(days=7),
            reden=reden,
            door=toegang,
            vandaag=vandaag,
        )

    return sluimer


def _slapend(vandaag):
    return {t.omschrijving for t in Termijn.objects.all() if t.sluimert(vandaag)}


class TestSluimeren:
    def test_alle_gekozen_termijnen_met_een_reden(self, sluimer, vandaag):
        actie = sluimer()

        assert [regel["ok"] for regel in actie.resultaat] == [True] * 3
        assert _slapend(vandaag) == {"Taak 0", "Taak 1", "Taak 2"}
        assert set(Termijn.objects.values_list("sluimer_reden", flat=True)) == {"wacht op de bank"}

    def test_wat_al_klaar_is_wordt_genoemd_en_blijft(self, sluimer, termijnen, vandaag):
        Termijn.objects.filter(pk=termijnen[0].pk).update(afgehandeld_op=vandaag)

        actie = sluimer()

        assert sum(regel["ok"] for regel in actie.resultaat) == 2
        assert "al afgehandeld" in next(r["zin"] for r in actie.resultaat if not r["ok"])

    @pytest.mark.parametrize(("dagen", "reden"), [(0, "x"), (4000, "x"), (7, "  ")])
    def test_een_onmogelijke_dag_of_geen_reden_verandert_niets(self, sluimer, vandaag, dagen, reden):
        with pytest.raises(DomainError):
            sluimer(tot=vandaag + timedelta(days=dagen), reden=reden)

        assert _slapend(vandaag) == set()
        assert not Bulkactie.objects.exists()

    def test_van_een_ander_ocmw_is_er_niets(self, sluimer, ander_ocmw, gebied):
        with gebied_context(gebied, [ander_ocmw.pk]), pytest.raises(DomainError, match="minstens één"):
            sluimer()


class TestOngedaan:
    def test_wekt_wat_sliep(self, sluimer, toegang, vandaag):
        actie = services.bulkactie_ongedaan(actie=sluimer(), door=toegang, vandaag=vandaag)

        assert _slapend(vandaag) == set()
        assert actie.ongedaan_op

    def test_haalt_taken_weg_die_nog_open_staan(self, ocmw, toegang, vandaag):
        trajecten = TrajectFactory.create_batch(2)
        actie = services.taak_toevoegen(
            ids=[t.pk for t in trajecten], omschrijving="Bel even", vervalt_op=vandaag, door=toegang, vandaag=vandaag
        )
        klaar = Termijn.objects.get(traject=trajecten[0], omschrijving="Bel even")
        services.termijn_afhandelen(termijn=klaar, door=toegang, vandaag=vandaag)

        actie = services.bulkactie_ongedaan(actie=actie, door=toegang, vandaag=vandaag)

        assert list(Termijn.objects.filter(omschrijving="Bel even")) == [klaar]
        assert sorted(regel["ok"] for regel in actie.resultaat) == [False, True]

    def test_kan_maar_een_keer(self, sluimer, toegang, vandaag):
        actie = services.bulkactie_ongedaan(actie=sluimer(), door=toegang, vandaag=vandaag)

        with pytest.raises(DomainError, match="al ongedaan"):
            services.bulkactie_ongedaan(actie=actie, door=toegang, vandaag=vandaag)


class TestPaginas:
    @pytest.fixture
    def url(self, gebied):
        return lambda naam, *args: reverse(f"trajecten:{naam}", args=[gebied.slug, *args])

    def test_vraagt_eerst_en_doet_het_dan(self, als_begeleider, termijnen, url, vandaag):
        keuze = {"id": [str(t.pk) for t in termijnen]}

        vraag = als_begeleider.post(url("selectie_sluimeren") + "?wie=team", keuze)
        zonder_reden = als_begeleider.post(url("selectie_sluimeren"), {**keuze, "uitvoeren": "1", "tot": ""})
        tot = f"{vandaag + timedelta(days=7):%d/%m/%Y}"
        klaar = als_begeleider.post(
            url("selectie_sluimeren") + "?wie=team", {**keuze, "uitvoeren": "1", "tot": tot, "reden": "wacht"}
        )

        assert "3 termijnen laten sluimeren" in vraag.text
        assert zonder_reden.status_code == 422
        assert klaar.headers["Location"] == url("taken") + "?wie=team"
        assert _slapend(vandaag) == {"Taak 0", "Taak 1", "Taak 2"}

    def test_zonder_keuze_zegt_wat_te_doen(self, als_begeleider, url, ocmw):
        pagina = als_begeleider.post(url("selectie_sluimeren"), {"id": "onzin"}, follow=True)

        assert "Kies eerst een of meer termijnen" in pagina.text
