"""The trigger keeps the marginals right; a full recount, and a count in Python, say the same."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection

from regie.cijfers import sql
from regie.cijfers.models import Maandtelling, Soort
from regie.cijfers.services import herbereken
from regie.core.tenancy import gebied_context
from tests.cijfers.hulp import S, lopend, maak_traject, tot, wissel
from trajecten.models import StatusWijziging, UitstroomCode
from trajecten.transitions import IN_BEHANDELING, TRANSITIONS

OKT, NOV = date(2026, 10, 1), date(2026, 11, 1)


def tellingen(dimensie: str = "") -> dict[tuple[str, str, date], int]:
    rijen = Maandtelling.objects.filter(dimensie=dimensie).exclude(n=0)
    return {(rij.soort, rij.waarde, rij.maand): rij.n for rij in rijen}


class TestTrigger:
    def test_een_aanmelding_telt_nergens_in_mee(self, gebied):
        wissel(maak_traject(), S.AANGEMELD, date(2026, 10, 5))

        assert tellingen() == {}
        assert tellingen("status") == {("STOCK", "AANGEMELD", OKT): 1}

    def test_intake_is_instroom_en_komt_in_behandeling(self, gebied):
        tot(maak_traject(), S.INTAKE, date(2026, 10, 31))

        assert tellingen() == {("INSTROOM", "", OKT): 1, ("STOCK", "", OKT): 1}
        assert tellingen("status") == {("STOCK", "INTAKE", OKT): 1}

    def test_start_telt_bij_het_instrument_dat_intussen_gekozen_is(self, gebied):
        lopend(date(2026, 10, 5))

        assert tellingen("instrument")["START", "ART60", OKT] == 1
        assert tellingen("instrument")["INSTROOM", "", OKT] == 1
        assert tellingen("status|instrument") == {("STOCK", "LOPEND|ART60", OKT): 1}

    def test_doorstroom_naar_nazorg_is_geen_stopzetting(self, gebied):
        traject = lopend(date(2026, 10, 5))

        wissel(traject, S.NAZORG, date(2026, 11, 3), code="NEC_ANDER")

        assert {soort for soort, _, maand in tellingen() if maand == NOV} == {"UITSTROOM", "DOORSTROOM"}
        assert tellingen("groep|instrument") == {("UITSTROOM", "WERK_NEC|ART60", NOV): 1}

    def test_artikel_61_en_sociale_economie_zijn_uitstroom_zonder_doorstroom(self, gebied):
        wissel(lopend(date(2026, 10, 5)), S.NAZORG, date(2026, 11, 3), code="ART61_START")
        wissel(lopend(date(2026, 10, 5)), S.NAZORG, date(2026, 11, 3), code="SE_CMW")

        assert tellingen()["UITSTROOM", "", NOV] == 2
        assert ("DOORSTROOM", "", NOV) not in tellingen()

    def test_verhuis_is_neutraal_en_een_afsluiting_een_stopzetting(self, gebied):
        wissel(lopend(date(2026, 10, 5)), S.AFGESLOTEN, date(2026, 11, 3), code="VERHUIS")

        november = {soort: n for (soort, _, maand), n in tellingen().items() if maand == NOV}
        assert november == {"UITSTROOM": 1, "NEUTRAAL": 1, "STOPZETTING": 1, "STOCK": -1}

    def test_stopzetting_voor_de_start_is_geen_uitstroom(self, gebied):
        wissel(tot(maak_traject(), S.SCREENING, date(2026, 10, 5)), S.AFGESLOTEN, NOV, code="STOP_CLIENT")

        november = {soort: n for (soort, _, maand), n in tellingen().items() if maand == NOV}
        assert november == {"STOPZETTING": 1, "STOCK": -1}

    def test_einde_van_nazorg_is_geen_stopzetting(self, gebied):
        traject = lopend(date(2026, 9, 5))
        wissel(traject, S.NAZORG, date(2026, 10, 3), code="NEC_ANDER")

        wissel(traject, S.AFGESLOTEN, date(2026, 11, 3), code="NEC_ANDER")

        assert {soort: n for (soort, _, maand), n in tellingen().items() if maand == NOV} == {"STOCK": -1}

    def test_weigering_uit_intake_verlaat_de_stock_zonder_stopzetting(self, gebied):
        wissel(tot(maak_traject(), S.INTAKE, date(2026, 10, 5)), S.GEWEIGERD, date(2026, 11, 3))

        assert {soort: n for (soort, _, maand), n in tellingen().items() if maand == NOV} == {"STOCK": -1}

    def test_heropenen_is_opnieuw_instroom(self, gebied):
        traject = tot(maak_traject(), S.INTAKE, date(2026, 9, 5))
        wissel(traject, S.AFGESLOTEN, date(2026, 10, 5), code="STOP_CLIENT")

        wissel(traject, S.INTAKE, date(2026, 11, 5))

        assert tellingen()["INSTROOM", "", NOV] == 1
        assert sum(n for (soort, _, _), n in tellingen().items() if soort == "STOCK") == 1

    def test_onderbreken_en_hervatten_verandert_alleen_de_fase(self, gebied):
        traject = lopend(date(2026, 10, 5))

        wissel(traject, S.ONDERBROKEN, date(2026, 11, 3))
        wissel(traject, S.LOPEND, date(2026, 11, 20))

        assert not [sleutel for sleutel in tellingen() if sleutel[2] == NOV]
        assert ("START", "ART60", NOV) not in tellingen("instrument")

    def test_een_ander_instrument_neemt_het_vorige_uit_de_stock(self, gebied):
        traject = lopend(date(2026, 10, 5), instrument="TWE")

        wissel(traject, S.ONDERBROKEN, date(2026, 11, 3), instrument="ART60")

        stock = Counter()
        for (_, waarde, _), n in tellingen("status|instrument").items():
            stock[waarde] += n
        assert +stock == {"ONDERBROKEN|ART60": 1}

    def test_een_hele_lading_in_een_keer_telt_hetzelfde(self, gebied):
        traject = maak_traject()
        van, rijen = "", []
        for naar in (S.AANGEMELD, S.INTAKE, S.SCREENING, S.ACTIEPLAN):
            instrument = "ART60" if naar == S.ACTIEPLAN else ""
            rijen.append(
                StatusWijziging(
                    eigenaar_id=traject.eigenaar_id,
                    traject=traject,
                    van=van,
                    naar=naar,
                    geldig_op=OKT,
                    instrument=instrument,
                )
            )
            van = naar

        StatusWijziging.objects.bulk_create(rijen)

        assert tellingen("status|instrument") == {("STOCK", "ACTIEPLAN|ART60", OKT): 1}
        assert tellingen() == {("INSTROOM", "", OKT): 1, ("STOCK", "", OKT): 1}

    def test_een_ander_gebied_telt_voor_zich(self, gebied, ander_gebied):
        lopend(date(2026, 10, 5))
        with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
            assert tellingen() == {}


def _soorten(w: StatusWijziging, code: UitstroomCode | None) -> list[str]:
    """The definitions of domein.md 4.6, written down once more and slowly."""
    is_uitstroom = w.van in {"LOPEND", "ONDERBROKEN"} and w.naar in {"NAZORG", "AFGESLOTEN"}
    regels = {
        "INSTROOM": w.naar == "INTAKE",
        "START": (w.van, w.naar) == ("WACHT_OP_START", "LOPEND"),
        "UITSTROOM": is_uitstroom,
        "DOORSTROOM": is_uitstroom and code is not None and code.telt_als_doorstroom,
        "NEUTRAAL": is_uitstroom and code is not None and code.groep == "NEUTRAAL",
        "STOPZETTING": w.naar == "AFGESLOTEN" and w.van != "NAZORG",
    }
    return [soort for soort, telt in regels.items() if telt]


def _in_python() -> dict[tuple[str, str, str, date], int]:
    codes = {code.pk: code for code in UitstroomCode.objects.all()}
    uit: Counter[tuple[str, str, str, date]] = Counter()
    vorig: dict[object, str] = {}
    for w in StatusWijziging.objects.order_by("id"):
        maand, code = w.geldig_op.replace(day=1), codes.get(w.uitstroomcode)
        for soort in _soorten(w, code):
            uit[soort, "", "", maand] += 1
            uit[soort, "instrument", w.instrument, maand] += 1
            if soort == "UITSTROOM":
                uit[soort, "groep|instrument", f"{code.groep if code else 'ONBEKEND'}|{w.instrument}", maand] += 1
        uit["STOCK", "", "", maand] += (w.naar in IN_BEHANDELING) - (w.van in IN_BEHANDELING)
        for status, instrument, stap in ((w.van, vorig.get(w.traject_id, ""), -1), (w.naar, w.instrument, 1)):
            if status in {*IN_BEHANDELING, "AANGEMELD"}:
                uit["STOCK", "status", status, maand] += stap
                uit["STOCK", "status|instrument", f"{status}|{instrument}", maand] += stap
        vorig[w.traject_id] = w.instrument
    return {sleutel: n for sleutel, n in uit.items() if n}


def _opgeslagen() -> dict[tuple[str, str, str, date], int]:
    uit: Counter[tuple[str, str, str, date]] = Counter()
    for rij in Maandtelling.objects.all():
        uit[rij.soort, rij.dimensie, rij.waarde, rij.maand] += rij.n
    return {sleutel: n for sleutel, n in uit.items() if n}


class TestHertelling:
    @pytest.mark.parametrize("zaad", [1, 2, 3])
    def test_na_honderden_willekeurige_gebeurtenissen_klopt_alles(self, gebied, twee_ocmws, zaad):
        kans = random.Random(zaad)
        trajecten = [maak_traject(kans.choice(twee_ocmws)) for _ in range(25)]
        stand = {traject.pk: ("", date(2025, 1, 1)) for traject in trajecten}
        for _ in range(300):
            traject = kans.choice(trajecten)
            van, dag = stand[traject.pk]
            keuzes = sorted(TRANSITIONS[S(van)]) if van else [S.AANGEMELD]
            if not keuzes:
                continue
            naar, dag = kans.choice(keuzes), dag + timedelta(days=kans.randrange(40))
            code = kans.choice(["NEC_ANDER", "VERHUIS", "STOP_CLIENT", ""]) if van in {"LOPEND", "ONDERBROKEN"} else ""
            StatusWijziging.objects.create(
                eigenaar_id=traject.eigenaar_id,
                traject=traject,
                van=van,
                naar=naar,
                geldig_op=dag,
                instrument=kans.choice(["", "ART60", "TWE"]),
                uitstroomcode=code,
            )
            stand[traject.pk] = (naar, dag)
        door_de_trigger = _opgeslagen()

        herbereken()

        assert door_de_trigger == _in_python()
        assert _opgeslagen() == door_de_trigger

    def test_herstelt_wat_iemand_bedorven_heeft(self, gebied):
        lopend(date(2026, 10, 5))
        goed = _opgeslagen()
        Maandtelling.objects.filter(soort=Soort.INSTROOM).update(n=99)

        herbereken()

        assert _opgeslagen() == goed


class TestDatabank:
    def test_de_functies_in_de_databank_zijn_die_van_de_code(self, gebied):
        """A changed rule without a new migration would count differently on new and on old installations."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT proname, prosrc FROM pg_proc WHERE proname IN ('cijfers_tel', 'cijfers_bij_statuswijziging')"
            )
            bron = dict(cursor.fetchall())

        assert bron["cijfers_tel"] in sql.MAAK_TELREGELS
        assert bron["cijfers_bij_statuswijziging"] in sql.MAAK_TRIGGER

    def test_de_statussen_zijn_die_van_de_machine(self):
        assert set(sql.IN_BEHANDELING.strip("()").replace("'", "").split(", ")) == set(IN_BEHANDELING)
