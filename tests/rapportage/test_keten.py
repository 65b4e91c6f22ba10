"""The whole chain on real dossiers: what is counted, what is printed, and that nobody can be recognised in it."""

import json
import re
import shutil
import subprocess
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from rapportage import tasks
from rapportage.enums import Onderdeel, RapportStatus
from rapportage.inhoud import maak_momentopname, momentopname_sha256
from rapportage.models import Rapport, Verzending
from rapportage.perioden import lees_periode
from rapportage.services import Ontvanger, rapport_aanvragen
from regie.cijfers.selectors import kerncijfers
from tests.factories import ContactpersoonFactory, OrganisatieFactory, TrajectFactory
from tests.factories.rapportage import AbonnementFactory, RapportFactory
from trajecten.enums import TrajectStatus
from trajecten.models import StatusWijziging

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils ontbreekt op deze machine")
OKTOBER = lees_periode("2026-10")
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def dossiers(gebied):
    """Twelve intakes in October and three in September, with names that would be noticed."""
    trajecten = [
        TrajectFactory(
            client__familienaam=f"Zonneschijnveld{n}",
            client__voornaam="Quinten",
            client__opmerking="woont bij zijn tante",
            status=TrajectStatus.INTAKE,
        )
        for n in range(15)
    ]
    for n, traject in enumerate(trajecten):
        StatusWijziging.objects.create(
            traject=traject,
            eigenaar=traject.eigenaar,
            van=TrajectStatus.AANGEMELD,
            naar=TrajectStatus.INTAKE,
            geldig_op=date(2026, 10 if n < 12 else 9, 8),
        )
    return trajecten


def lees(pdf: bytes) -> str:
    uit = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", uit.stdout.decode())


class TestMomentopname:
    def test_telt_wat_de_cijfers_tellen(self, dossiers):
        rapport = RapportFactory()

        momentopname = maak_momentopname(rapport)

        tegels = {tegel["code"]: tegel["getal"]["getoond"] for tegel in momentopname["cijfers"]["kern"]["tegels"]}
        verwacht = {tegel.code: tegel.getal.getoond for tegel in kerncijfers(OKTOBER, OKTOBER.eind).tegels}
        assert tegels == verwacht
        assert tegels["instroom"] == "12"

    def test_overleeft_de_databank_met_dezelfde_vingerafdruk(self, dossiers):
        momentopname = maak_momentopname(RapportFactory())

        assert momentopname_sha256(json.loads(json.dumps(momentopname))) == momentopname_sha256(momentopname)

    def test_bevat_alleen_wat_de_gekozen_onderdelen_tonen(self, dossiers):
        cijfers = maak_momentopname(RapportFactory(onderdelen=["INSTROOM"]))["cijfers"]

        assert set(cijfers) == {"reeks", "instroom_instrument"}

    @pytest.mark.parametrize("periode", ["2026-10", "2026-Q3", "2025-12", "2027-Q1"])
    def test_een_leeg_gebied_geeft_ook_een_rapport(self, gebied, voer_uit, periode):
        with voer_uit():
            rapport = rapport_aanvragen(
                periode=lees_periode(periode), onderdelen=Onderdeel.values, door=None, vandaag=date(2027, 6, 1)
            )

        rapport.refresh_from_db()
        assert (rapport.status, rapport.fout) == (RapportStatus.KLAAR, "")


class TestNiemandHerkenbaar:
    def test_geen_naam_dossier_of_opmerking_in_pdf_cijfers_of_mail(self, dossiers, voer_uit, mailoutbox):
        with voer_uit():
            rapport = rapport_aanvragen(
                periode=OKTOBER,
                onderdelen=Onderdeel.values,
                ontvangers=[Ontvanger("An", "an@partner.example")],
                door=None,
                vandaag=VANDAAG,
            )

        rapport.refresh_from_db()
        alles = " ".join(
            [
                lees(bytes(rapport.pdf)),
                json.dumps(rapport.momentopname),
                mailoutbox[0].body,
                mailoutbox[0].alternatives[0][0],
                str(mailoutbox[0].extra_headers),
            ]
        )
        assert rapport.status == RapportStatus.VERZONDEN
        for verboden in ("Zonneschijnveld", "Quinten", "tante", "TE-2026-", *(str(t.pk) for t in dossiers)):
            assert verboden not in alles

    def test_een_klein_aantal_wordt_nergens_een_getal(self, dossiers, voer_uit):
        with voer_uit():
            rapport = rapport_aanvragen(
                periode=lees_periode("2026-09"), onderdelen=["OOGOPSLAG"], door=None, vandaag=VANDAAG
            )

        rapport.refresh_from_db()
        tegel = next(t for t in rapport.momentopname["cijfers"]["kern"]["tegels"] if t["code"] == "instroom")
        assert (tegel["getal"]["waarde"], tegel["getal"]["getoond"]) == (None, "< 5")


class TestTaken:
    """What beat starts, run here as the worker would."""

    def test_inplannen_maakt_en_mailt_wat_aan_de_beurt_is(
        self, gebied, voer_uit, vaste_cijfers, snelle_pdf, mailoutbox
    ):
        contact = ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied))
        AbonnementFactory(contactpersoon=contact, vanaf=date(2020, 1, 1), verzenddag=1)

        for _ in range(2):
            with voer_uit():
                tasks.rapporten_inplannen()

        assert Rapport.objects.get().status == RapportStatus.VERZONDEN
        assert [mail.to for mail in mailoutbox] == [[contact.email]]

    def test_elk_gebied_ziet_alleen_het_zijne(
        self, gebied, ander_gebied, voer_uit, vaste_cijfers, snelle_pdf, mailoutbox
    ):
        AbonnementFactory(contactpersoon__organisatie__gebied=gebied, vanaf=date(2020, 1, 1), verzenddag=1)

        with voer_uit():
            tasks.rapporten_inplannen()

        assert set(Rapport._base_manager.values_list("gebied", flat=True)) == {gebied.pk}

    def test_opvolgen_herstart_wat_stilviel(self, gebied, voer_uit, vaste_cijfers, snelle_pdf):
        rapport = RapportFactory()
        Rapport.objects.filter(pk=rapport.pk).update(created_at="2026-01-01T00:00:00Z")

        with voer_uit():
            tasks.rapporten_opvolgen()

        rapport.refresh_from_db()
        assert rapport.status == RapportStatus.KLAAR


class TestOpdracht:
    def voer_uit(self, **opties) -> dict:
        uit = StringIO()
        call_command("rapport_maken", stdout=uit, **{"gebied": "", "periode": "2026-09", **opties})
        return json.loads(uit.getvalue().strip().splitlines()[-1])

    def test_eindigt_met_een_regel_json(self, gebied, vaste_cijfers, snelle_pdf, mailoutbox):
        AbonnementFactory(contactpersoon__organisatie__gebied=gebied)

        uitkomst = self.voer_uit(gebied=gebied.slug, verzenden=True)

        assert uitkomst["status"] == "VERZONDEN"
        assert (uitkomst["versie"], uitkomst["verzonden"], len(mailoutbox)) == (1, 1, 1)
        assert uitkomst["bytes"] > 0
        assert "seconden" in uitkomst

    def test_nog_eens_geeft_hetzelfde_en_mailt_niet_opnieuw(self, gebied, vaste_cijfers, snelle_pdf, mailoutbox):
        AbonnementFactory(contactpersoon__organisatie__gebied=gebied)

        eerste = self.voer_uit(gebied=gebied.slug, verzenden=True)
        tweede = self.voer_uit(gebied=gebied.slug, verzenden=True)

        assert eerste["id"] == tweede["id"]
        assert len(mailoutbox) == Verzending.objects.count() == 1

    @pytest.mark.parametrize(
        ("opties", "zin"),
        [
            ({"gebied": "nergens"}, "Er is geen regiegebied 'nergens'"),
            ({"periode": "vorige maand"}, "is geen periode"),
            ({"periode": "2099-01"}, "nog niet voorbij"),
        ],
    )
    def test_zegt_wat_er_mis_is(self, gebied, opties, zin):
        with pytest.raises(CommandError, match=zin):
            self.voer_uit(**{"gebied": gebied.slug, **opties})

    def test_een_fout_bij_het_maken_is_een_fout_van_de_opdracht(self, gebied, vaste_cijfers, monkeypatch):
        def stuk(momentopname):
            raise RuntimeError

        monkeypatch.setattr("rapportage.uitvoering.maken.maak_pdf", stuk)
        monkeypatch.setattr("rapportage.management.commands.rapport_maken.PAUZE", 0)
        with pytest.raises(CommandError, match="liep iets mis"):
            self.voer_uit(gebied=gebied.slug)
