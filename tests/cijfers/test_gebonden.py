"""A bound figure is the cell that another page shows, suppression included; and two of them betray nobody."""

from datetime import date

import pytest

from partners.models import Contactmoment
from regie.cijfers.getal import Getal, Tabel
from regie.cijfers.indicatoren import INDICATOREN
from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import (
    art60_per_ocmw,
    cohorten,
    instroom_per_instrument,
    instroom_reeks,
    kerncijfers,
    lopend_per_status_en_instrument,
    uitstroom_tabel,
    vergelijking_ocmw,
)
from regie.cijfers.selectors.gebonden import (
    BINDBAAR,
    Binding,
    Filter,
    bindbare_cijfers,
    is_geldig,
    meet,
    meet_kwartaaleinde,
)
from regie.cijfers.selectors.projecten import projecttegels
from regie.cijfers.selectors.werkgevers import contacten_per_organisatie, feiten, werkgevertegels
from regie.core.http import gebied_url
from tests.cijfers.hulp import S, lopend, maak_traject, tot, wissel
from tests.factories import ClientFactory, StapFactory, UserFactory
from tests.factories.partners import WerkgeverFactory
from trajecten.models import Deelname, Instrument, Poging, Project, Quotum

JAAR, PEILDATUM = Periode.jaar(2026), date(2026, 10, 20)
GROOT, KLEIN = 14, 3


def _verlaat(op: date, code: str, aantal: int, ocmw, instrument: str = "ART60") -> None:
    for _ in range(aantal):
        wissel(lopend(date(2026, 1, 12), ocmw, instrument), S.NAZORG, op, code=code)


def _contact(werkgever, organisatie, op: date = date(2026, 5, 4)) -> None:
    Contactmoment.objects.create(
        werkgever=werkgever,
        organisatie=organisatie,
        datum=op,
        kanaal="TELEFOON",
        doel="VACATURE",
        resultaat="INTERESSE",
        door=UserFactory(),
    )


def rijbewijs(
    ocmw, project, op: date | None, *, status: str = "PRAKTIJK_GESLAAGD", sinds: date | None = None
) -> Deelname:
    """A participant who passed on a day; without a day only the status says so."""
    dag = sinds or op
    deelname = Deelname.objects.create(
        eigenaar=ocmw,
        project=project,
        client=ClientFactory(eigenaar=ocmw),
        status=status,
        sinds=dag,
        aangemeld_op=dag,
    )
    if op:
        Poging.objects.create(
            eigenaar=ocmw, deelname=deelname, soort="PRAKTIJK", datum=op, geslaagd=True, door=UserFactory()
        )
    return deelname


@pytest.fixture
def rijproject(gebied):
    return Project.objects.create(naam="Rijbewijsproject", soort="RIJBEWIJS", plaatsen=45, van=date(2025, 1, 1))


@pytest.fixture(params=["groot", "klein"])
def wereld(request, gebied, twee_ocmws, rijproject):
    """Aalter is large; Zulte is large too, or so small that its numbers stay hidden."""
    aalter, zulte = twee_ocmws
    klein = KLEIN if request.param == "klein" else GROOT - 2
    Quotum.objects.create(organisatie=aalter, jaar=2026, toegekend=20)
    Quotum.objects.create(organisatie=zulte, jaar=2026, toegekend=16)
    for ocmw, aantal in ((aalter, GROOT), (zulte, klein)):
        _verlaat(date(2026, 5, 12), "NEC_ANDER", aantal, ocmw)
        _verlaat(date(2026, 6, 12), "STOP_CLIENT", aantal, ocmw, "TWE")
        for _ in range(aantal):
            tot(maak_traject(ocmw), S.SCREENING, date(2026, 4, 7))
            StapFactory(
                traject__client__eigenaar=ocmw, instrument_id="ART60_VST", status="LOPEND", start=date(2026, 3, 2)
            )
            rijbewijs(ocmw, rijproject, date(2026, 2, 9))
            _contact(WerkgeverFactory(), ocmw)
    return twee_ocmws


def _van_tabel(tabel: Tabel, rij: str, kolom: str) -> Getal:
    """By what a reader sees: the label of the row and that of the column."""
    plaats = [k.label for k in tabel.kolommen].index(kolom)
    return next(r for r in tabel.rijen if r.label == rij).cellen[plaats]


def getoonde_cellen(ocmw, instrument: Instrument) -> dict[tuple[str, Filter], Getal]:
    """Every cell of the pages that a bindable figure could be, read from those pages' own selectors."""
    vraag = (JAAR, PEILDATUM)
    rij, naam = ocmw.naam.removeprefix("OCMW "), instrument.korte_naam
    tegels = kerncijfers(*vraag).tegels
    cellen = {(tegel.code, Filter.GEBIED): tegel.getal for tegel in tegels}
    cellen |= {(r.definitie, Filter.GEBIED): r for tegel in tegels for r in tegel.ratios}
    for tabel in (vergelijking_ocmw(*vraag), art60_per_ocmw(*vraag)):
        for kolom in tabel.kolommen:
            cellen.setdefault((kolom.code, Filter.OCMW), _van_tabel(tabel, rij, kolom.label))
            cellen.setdefault((kolom.code, Filter.GEBIED), _van_tabel(tabel, "Regio", kolom.label))
    instroom, uitstroom, staat = (
        instroom_per_instrument(*vraag),
        uitstroom_tabel(*vraag),
        lopend_per_status_en_instrument(*vraag),
    )
    cellen["instroom", Filter.INSTRUMENT] = _van_tabel(instroom, naam, "Instroom")
    cellen["start", Filter.INSTRUMENT] = _van_tabel(instroom, naam, "Gestart")
    cellen["start", Filter.GEBIED] = _van_tabel(instroom, "Totaal", "Gestart")
    cellen["uitstroom", Filter.INSTRUMENT] = _van_tabel(uitstroom, "Totaal", naam)
    cellen["uitstroom", Filter.GEBIED] = _van_tabel(uitstroom, "Totaal", "Totaal")
    cellen["in_behandeling", Filter.INSTRUMENT] = _van_tabel(staat, "Totaal", naam)
    for maanden in (3, 6, 12):
        cellen[f"duurzaam_{maanden}m", Filter.GEBIED] = _van_tabel(
            cohorten(*vraag), f"na {maanden} maanden", "Duurzaam"
        )
    return cellen | _werkgevercellen(ocmw) | _overige(tegels)


def _werkgevercellen(ocmw) -> dict[tuple[str, Filter], Getal]:
    feit = feiten(JAAR, PEILDATUM)
    tegels = werkgevertegels(feit, None, peildatum=PEILDATUM, dan="", is_onaf=True)
    tabel = contacten_per_organisatie(feit, periode=JAAR, peildatum=PEILDATUM)
    return {(tegel.code, Filter.GEBIED): tegel.getal for tegel in tegels} | {
        ("werkgevers_bereikt", Filter.OCMW): _van_tabel(tabel, ocmw.naam, "Werkgevers bereikt"),
        ("contacten_dubbel", Filter.OCMW): _van_tabel(tabel, ocmw.naam, "Na een andere organisatie"),
    }


def _overige(tegels) -> dict[tuple[str, Filter], Getal]:
    plaatsen = next(tegel for tegel in tegels if tegel.code == "plaatsen_bezet")
    assert plaatsen.detail == "Nog geen plaatsen geregistreerd."
    (rijbewijzen,) = projecttegels(Opname(JAAR, PEILDATUM))
    return {
        ("plaatsen_aanbod", Filter.GEBIED): Getal(0, "0", "plaatsen_aanbod"),
        ("rijbewijzen", Filter.GEBIED): rijbewijzen.getal,
    }


def _binding(code: str, filter_: Filter, ocmw, instrument: Instrument) -> Binding:
    return Binding(
        code,
        ocmw=ocmw.pk if filter_ == Filter.OCMW else None,
        instrument=instrument.pk if filter_ == Filter.INSTRUMENT else "",
    )


class TestIsDeCelVanDePagina:
    def test_elk_cijfer_bij_elk_filter(self, wereld, django_assert_max_num_queries):
        """No offered filter without such a cell, and the same figure, the same word for what is hidden."""
        art60 = Instrument.objects.get(pk="ART60")
        for ocmw in wereld:
            cellen = getoonde_cellen(ocmw, art60)
            gevraagd = {
                _binding(code, filter_, ocmw, art60): (code, filter_)
                for code, bindbaar in BINDBAAR.items()
                for filter_ in bindbaar.filters
                if code != "stopzetting"
            }

            with django_assert_max_num_queries(30):
                gemeten = meet(gevraagd, JAAR, PEILDATUM)

            for binding, waar in gevraagd.items():
                assert gemeten[binding].getoond == cellen[waar].getoond, waar
                assert gemeten[binding].waarde == cellen[waar].waarde, waar

    def test_stopzetting_is_de_som_van_de_getoonde_maanden(self, gebied):
        for maand, aantal in ((3, 6), (9, 8)):
            for _ in range(aantal):
                wissel(lopend(date(2026, maand, 2)), S.AFGESLOTEN, date(2026, maand, 20), code="STOP_CLIENT")
        stopzetting = instroom_reeks(JAAR, PEILDATUM).reeksen[2]

        som = sum(getal.waarde for getal in stopzetting.getallen)

        assert meet([Binding("stopzetting")], JAAR, PEILDATUM)[Binding("stopzetting")].waarde == som == 14

    def test_niets_staat_dubbel_en_alles_heeft_een_definitie(self, gebied):
        for bindbaar, begrip in bindbare_cijfers(PEILDATUM):
            assert bindbaar.code in INDICATOREN
            assert Filter.GEBIED in bindbaar.filters
            assert begrip.uitleg
            assert "{" not in begrip.definitie


class TestWatNietKan:
    def test_een_filter_zonder_cel_geeft_geen_antwoord(self, gebied, ocmw):
        binding = Binding("stopzetting", ocmw=ocmw.pk)

        assert not is_geldig(binding)
        assert meet([binding, Binding("onzin")], JAAR, PEILDATUM) == {}

    def test_twee_filters_samen_bestaan_niet(self):
        with pytest.raises(ValueError, match="één ding"):
            Binding("instroom", ocmw=1, instrument="ART60")

    def test_een_ocmw_van_elders_telt_niet_mee(self, gebied):
        binding = Binding("instroom", ocmw=0)

        assert meet([binding], JAAR, PEILDATUM)[binding].reden == "Dit OCMW telt niet mee in dit gebied."

    def test_een_instrument_dat_met_andere_samen_staat(self, gebied):
        for instrument in ("ART60", "TWE", "IMW", "CMW", "LDE", "IBO", "WES"):
            for _ in range(9 if instrument != "WES" else 6):
                lopend(date(2026, 10, 5), instrument=instrument)
        eigen, samen, nul = (Binding("in_behandeling", instrument=code) for code in ("ART60", "WES", "OPLEIDING"))

        gemeten = meet([eigen, samen, nul], JAAR, PEILDATUM)

        assert gemeten[eigen].waarde == 9
        assert "samen met andere" in gemeten[samen].reden
        assert gemeten[nul].getoond == "–"  # a zero here would say which instruments are in the rest

    def test_een_instrument_dat_niet_voorkomt_is_nul(self, gebied):
        lopend(date(2026, 10, 5))
        binding = Binding("start", instrument="TWE")

        assert meet([binding], JAAR, PEILDATUM)[binding].waarde == 0


class TestVerraadtNiets:
    @pytest.mark.parametrize("wereld", ["klein"], indirect=True)
    def test_het_geheel_min_de_anderen_geeft_geen_verborgen_getal(self, wereld):
        """Whoever binds the whole and every part still cannot subtract one."""
        ontleed = 0
        for code, bindbaar in BINDBAAR.items():
            if Filter.OCMW not in bindbaar.filters or bindbaar.eenheid or "werkgevers" in bindbaar.indicator.bron:
                continue
            delen = [Binding(code, ocmw=ocmw.pk) for ocmw in wereld]
            gemeten = meet([Binding(code), *delen], JAAR, PEILDATUM)
            dicht = [binding for binding in gemeten if not gemeten[binding].is_getoond]
            assert len(dicht) != 1, code
            ontleed += bool(dicht)
        assert ontleed >= 4

    @pytest.mark.parametrize("code", ["start", "uitstroom", "in_behandeling"])
    def test_het_totaal_min_de_andere_instrumenten_ook_niet(self, gebied, code):
        for instrument, aantal in (("ART60", 9), ("TWE", 8), ("IMW", 2)):
            for _ in range(aantal):
                traject = lopend(date(2026, 3, 3), instrument=instrument)
                if code == "uitstroom":
                    wissel(traject, S.NAZORG, date(2026, 6, 12), code="NEC_ANDER")
        delen = [Binding(code, instrument=instrument) for instrument in ("ART60", "TWE", "IMW")]

        gemeten = meet([Binding(code), *delen], JAAR, PEILDATUM)

        assert gemeten[delen[2]].getoond == "< 5"
        assert sum(1 for getal in gemeten.values() if not getal.is_getoond) >= 2

    @pytest.mark.parametrize("wereld", ["klein"], indirect=True)
    def test_een_verhouding_geeft_haar_verborgen_teller_niet_weg(self, wereld):
        for ocmw in wereld:
            paren = (("doorstroom", "doorstroomratio"), ("quotum_vst", "quotum_benut"))
            bindingen = {code: Binding(code, ocmw=ocmw.pk) for paar in paren for code in paar}
            gemeten = meet(bindingen.values(), JAAR, PEILDATUM)
            for teller, ratio in paren:
                if not gemeten[bindingen[teller]].is_getoond:
                    assert not gemeten[bindingen[ratio]].is_getoond, (ocmw.naam, ratio)


def _instroom(maand: int, aantal: int) -> None:
    for _ in range(aantal):
        tot(maak_traject(), S.INTAKE, date(2026, maand, 10))


class TestKwartaaleinde:
    BINDING = Binding("instroom")

    def _bewaard(self, kwartaal: int) -> str:
        return meet_kwartaaleinde([self.BINDING], jaar=2026, kwartaal=kwartaal)[self.BINDING].getoond

    def test_alleen_getoonde_maanden_worden_exact_bewaard(self, gebied):
        for maand, aantal in ((1, 7), (2, 6), (4, 8)):
            _instroom(maand, aantal)

        assert (self._bewaard(1), self._bewaard(2)) == ("13", "21")

    def test_bewaarde_tussenstanden_verraden_geen_kwartaal_met_een_kleine_maand(self, gebied):
        """The cockpit shows the year so far at both dates; their difference would be the third quarter."""
        for maand, aantal in ((1, 10), (2, 2), (4, 3), (5, 10), (7, 2), (8, 10)):
            _instroom(maand, aantal)
        juni, september = (meet([self.BINDING], JAAR, Periode.kwartaal(2026, k).eind)[self.BINDING] for k in (2, 3))
        assert (juni.waarde, september.waarde) == (25, 37)

        assert [self._bewaard(k) for k in (2, 3)] == ["–", "–"]

    def test_het_hele_jaar_is_wat_de_cockpit_toont(self, gebied):
        for maand, aantal in ((1, 10), (2, 2), (4, 3), (5, 10)):
            _instroom(maand, aantal)

        assert self._bewaard(4) == meet([self.BINDING], JAAR, JAAR.eind)[self.BINDING].getoond == "25"

    def test_zo_klein_blijft_zo_klein(self, gebied):
        _instroom(2, 3)

        assert self._bewaard(1) == "< 5"


class TestRijbewijzen:
    def test_telt_personen_in_de_periode_en_niet_daarbuiten(self, gebied, ocmw, rijproject):
        for dag in (date(2026, 2, 9), date(2026, 10, 20)):
            for _ in range(5):
                rijbewijs(ocmw, rijproject, dag)
        rijbewijs(ocmw, rijproject, date(2025, 12, 31))
        rijbewijs(ocmw, rijproject, date(2026, 10, 21))
        rijbewijs(ocmw, rijproject, None, status="RIJLESSEN", sinds=date(2026, 3, 3))

        assert meet([Binding("rijbewijzen")], JAAR, PEILDATUM)[Binding("rijbewijzen")].waarde == 10

    def test_het_eerste_examen_telt_en_zonder_examen_de_status(self, gebied, ocmw, rijproject):
        for _ in range(5):
            deelname = rijbewijs(ocmw, rijproject, date(2026, 2, 9))
            Poging.objects.create(
                eigenaar=ocmw,
                deelname=deelname,
                soort="PRAKTIJK",
                datum=date(2026, 3, 9),
                geslaagd=True,
                door=UserFactory(),
            )
            rijbewijs(ocmw, rijproject, None, sinds=date(2026, 2, 12))

        (tegel,) = projecttegels(Opname(Periode.maand(2026, 2), date(2026, 2, 28)))

        assert tegel.getal.waarde == 10
        (maart,) = projecttegels(Opname(Periode.maand(2026, 3), date(2026, 3, 31)))
        assert maart.getal.waarde == 0

    def test_weinig_is_verborgen_en_zonder_project_is_er_geen_tegel(self, gebied, ocmw, rijproject):
        rijbewijs(ocmw, rijproject, date(2026, 2, 9))
        (tegel,) = projecttegels(Opname(JAAR, PEILDATUM))
        assert tegel.getal.getoond == "< 5"

        Project.objects.update(van=date(2027, 1, 1))

        assert projecttegels(Opname(JAAR, PEILDATUM)) == ()

    def test_staat_op_de_cockpit(self, als_regisseur, ocmw, rijproject):
        for _ in range(6):
            rijbewijs(ocmw, rijproject, date(2026, 2, 9))
        lopend(date(2026, 2, 2), ocmw)

        pagina = als_regisseur.get(gebied_url("rapportage:cockpit"), {"periode": "2026-02"}).text

        assert "Projecten van het gebied" in pagina
        assert "#rijbewijzen" in pagina
