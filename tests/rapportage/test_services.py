"""Asking, making, correcting: one row per rapport, a fencing token per run, nothing that changes afterwards."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from rapportage import services
from rapportage.enums import Onderdeel, RapportStatus, VerzendStatus
from rapportage.inhoud import momentopname_sha256
from rapportage.models import KANSEN, Rapport, Verzending
from rapportage.perioden import PeriodeOngeldig, lees_periode
from rapportage.services.aanvragen import GeenOnderdelen, NietTeCorrigeren
from rapportage.services.verzenden import Ontvanger, OntvangerOngeldig
from rapportage.transitions import TransitionNotAllowed
from rapportage.uitvoering import maken, rapport_genereren
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis
from tests.factories.rapportage import RapportFactory, VerzendingFactory

VANDAAG = date(2026, 11, 23)
AN = Ontvanger("An", "An@Partner.example ")


def vraag_aan(**velden) -> Rapport:
    opties = {
        "periode": lees_periode("2026-10"),
        "onderdelen": Onderdeel.values,
        "door": None,
        "vandaag": VANDAAG,
        **velden,
    }
    return services.rapport_aanvragen(**opties)


@pytest.mark.usefixtures("gebied")
class TestRapportAanvragen:
    def test_twee_keer_vragen_geeft_hetzelfde_rapport(self):
        eerste = vraag_aan(ontvangers=[AN])
        tweede = vraag_aan(ontvangers=[AN, Ontvanger("Bo", "bo@partner.example")])

        assert eerste.pk == tweede.pk
        assert Verzending.objects.count() == 2
        assert Gebeurtenis.objects.filter(soort="rapport.gevraagd").count() == 1

    def test_andere_onderdelen_zijn_een_ander_rapport_maar_de_volgorde_telt_niet(self):
        een = vraag_aan(onderdelen=["INSTROOM", "ART60"])
        zelfde = vraag_aan(onderdelen=["ART60", "INSTROOM", "ART60"])
        ander = vraag_aan(onderdelen=["INSTROOM"])

        assert een.pk == zelfde.pk != ander.pk
        assert een.onderdelen == ["INSTROOM", "ART60"]

    def test_geeft_de_nieuwste_versie(self):
        RapportFactory(klaar=True)
        nieuw = RapportFactory(klaar=True, versie=2)

        assert vraag_aan().pk == nieuw.pk

    def test_een_maand_die_nog_loopt_kan_niet(self):
        with pytest.raises(PeriodeOngeldig, match="nog niet voorbij"):
            vraag_aan(periode=lees_periode("2026-11"))

    def test_zonder_onderdelen_kan_niet(self):
        with pytest.raises(GeenOnderdelen):
            vraag_aan(onderdelen=[])

    def test_een_adres_zonder_apenstaart_is_geen_ontvanger(self):
        with pytest.raises(OntvangerOngeldig, match="geldig e-mailadres"):
            Ontvanger("An", "an.partner.example")

    def test_de_taak_draagt_alleen_sleutels(self, mocker_taak):
        rapport = vraag_aan()

        assert mocker_taak == [{"gebied_id": rapport.gebied_id, "rapport_id": str(rapport.pk)}]


@pytest.fixture
def mocker_taak(monkeypatch):
    gevraagd: list[dict] = []
    monkeypatch.setattr("rapportage.uitvoering.taken.queue_on_commit", lambda taak, **kwargs: gevraagd.append(kwargs))
    return gevraagd


class TestRapportGenereren:
    def test_van_vraag_tot_mail(self, gebied, voer_uit, vaste_cijfers, snelle_pdf, mailoutbox):
        with voer_uit():
            rapport = vraag_aan(ontvangers=[AN])

        rapport.refresh_from_db()
        assert (rapport.status, rapport.poging) == (RapportStatus.VERZONDEN, 1)
        assert rapport.momentopname_sha256 == momentopname_sha256(rapport.momentopname)
        assert len(rapport.sha256) == 64
        assert [mail.to for mail in mailoutbox] == [["an@partner.example"]]
        assert set(Gebeurtenis.objects.values_list("soort", flat=True)) == {
            "rapport.gevraagd", "rapport.ontvanger_toegevoegd", "rapport.gemaakt", "rapport.verzonden",
        }  # fmt: skip

    def test_wie_al_bezig_is_wordt_niet_gestoord(self, gebied, vaste_cijfers, snelle_pdf):
        rapport = RapportFactory(status=RapportStatus.BEZIG, poging=1)

        assert rapport_genereren(gebied=gebied, rapport_id=rapport.pk) == []
        rapport.refresh_from_db()
        assert rapport.poging == 1

    def test_een_ingehaalde_poging_bewaart_niets(self, gebied, vaste_cijfers, monkeypatch):
        """While the first run renders, the row is given up and taken by a second run: the first one comes too late."""
        rapport = RapportFactory()

        def traag(momentopname):
            Rapport.objects.filter(pk=rapport.pk).update(poging=2)
            return b"van de eerste poging"

        monkeypatch.setattr(maken, "maak_pdf", traag)
        rapport_genereren(gebied=gebied, rapport_id=rapport.pk)

        rapport.refresh_from_db()
        assert (rapport.status, rapport.pdf, rapport.poging) == (RapportStatus.BEZIG, None, 2)

    def test_een_fout_wordt_een_zin_en_een_nieuwe_kans(self, gebied, vaste_cijfers, monkeypatch):
        rapport = RapportFactory()
        monkeypatch.setattr(maken, "maak_pdf", stuk)

        for _ in range(KANSEN):
            Rapport.objects.filter(pk=rapport.pk).update(status=RapportStatus.WACHT)
            rapport_genereren(gebied=gebied, rapport_id=rapport.pk)

        rapport.refresh_from_db()
        assert (rapport.status, rapport.poging) == (RapportStatus.MISLUKT, KANSEN)
        assert "liep iets mis" in rapport.fout
        assert "geheim" not in rapport.fout

    def test_een_regel_van_het_domein_wordt_letterlijk_gezegd(self, gebied, monkeypatch, snelle_pdf):
        def ontbreekt(rapport):
            raise DomainError("Er is geen quotum ingevuld voor 2026.")

        monkeypatch.setattr(maken, "maak_momentopname", ontbreekt)
        rapport = RapportFactory()
        rapport_genereren(gebied=gebied, rapport_id=rapport.pk)

        rapport.refresh_from_db()
        assert (rapport.status, rapport.fout) == (RapportStatus.WACHT, "Er is geen quotum ingevuld voor 2026.")

    def test_een_poging_die_telkens_zonder_woord_sterft_houdt_op(self, gebied, vaste_cijfers, snelle_pdf):
        rapport = RapportFactory(poging=KANSEN)

        rapport_genereren(gebied=gebied, rapport_id=rapport.pk)

        rapport.refresh_from_db()
        assert rapport.status == RapportStatus.MISLUKT
        assert "na 5 pogingen" in rapport.fout

    def test_opnieuw_proberen_telt_verder_en_geeft_nieuwe_kansen(self, gebied, voer_uit, vaste_cijfers, snelle_pdf):
        rapport = RapportFactory(status=RapportStatus.MISLUKT, poging=KANSEN, fout="stuk")

        with voer_uit():
            services.rapport_opnieuw_proberen(rapport=rapport, door=None)

        rapport.refresh_from_db()
        assert (rapport.status, rapport.poging, rapport.fout) == (RapportStatus.KLAAR, KANSEN + 1, "")

    def test_een_rapport_dat_klaar_is_kan_niet_opnieuw(self, gebied):
        with pytest.raises(TransitionNotAllowed, match="klaar"):
            services.rapport_opnieuw_proberen(rapport=RapportFactory(klaar=True), door=None)


def stuk(momentopname):
    raise RuntimeError("geheim pad /home/iemand")


class TestCorrectie:
    def test_een_nieuwe_versie_en_de_oude_blijft(self, gebied, voer_uit, vaste_cijfers, snelle_pdf, mailoutbox):
        oud = RapportFactory(klaar=True)

        with voer_uit():
            nieuw = services.rapport_corrigeren(rapport=oud, reden="Een OCMW vulde aan.", ontvangers=[AN], door=None)

        nieuw.refresh_from_db()
        oud.refresh_from_db()
        assert (nieuw.versie, nieuw.status, oud.status) == (2, RapportStatus.VERZONDEN, RapportStatus.KLAAR)
        assert "Een OCMW vulde aan." in mailoutbox[0].body
        assert "(versie 2)" in mailoutbox[0].subject

    @pytest.mark.parametrize("reden", ["", "   "])
    def test_zonder_reden_kan_niet(self, gebied, reden):
        with pytest.raises(NietTeCorrigeren, match="waarom"):
            services.rapport_corrigeren(rapport=RapportFactory(klaar=True), reden=reden, door=None)

    def test_alleen_de_nieuwste_versie(self, gebied):
        oud = RapportFactory(klaar=True)
        RapportFactory(klaar=True, versie=2)

        with pytest.raises(NietTeCorrigeren, match="nieuwste versie"):
            services.rapport_corrigeren(rapport=oud, reden="x", door=None)


class TestOnveranderlijk:
    """In SQL, past every layer above it."""

    @pytest.mark.parametrize(
        "zet",
        [
            "momentopname = '{\"anders\": 1}'",
            "pdf = 'x'",
            "sha256 = 'x'",
            "momentopname_sha256 = 'x'",
            "versie = 9",
            "periode_start = '2020-01-01'",
            "onderdelen = '{INSTROOM}'",
            "correctie_reden = 'achteraf'",
            "gemaakt_op = now()",
            "poging = 7",
            "status = 'WACHT'",
            "status = 'MISLUKT'",
        ],
    )
    def test_een_rapport_dat_klaar_is_verandert_niet(self, gebied, zet):
        rapport = RapportFactory(klaar=True)

        with pytest.raises(IntegrityError, match="kan niet meer veranderen"), transaction.atomic():
            voer_sql_uit(f"UPDATE rapportage_rapport SET {zet} WHERE id = %s", [rapport.pk])

    def test_verdwijnt_ook_niet(self, gebied):
        rapport = RapportFactory(klaar=True)

        with pytest.raises(IntegrityError, match="kan niet weg"), transaction.atomic():
            voer_sql_uit("DELETE FROM rapportage_rapport WHERE id = %s", [rapport.pk])

    def test_verzonden_worden_mag_en_terug_niet(self, gebied):
        rapport = RapportFactory(klaar=True)
        voer_sql_uit("UPDATE rapportage_rapport SET status = 'VERZONDEN' WHERE id = %s", [rapport.pk])

        with pytest.raises(IntegrityError), transaction.atomic():
            voer_sql_uit("UPDATE rapportage_rapport SET status = 'KLAAR' WHERE id = %s", [rapport.pk])

    def test_klaar_zonder_inhoud_bestaat_niet(self, gebied):
        rapport = RapportFactory()

        with pytest.raises(IntegrityError, match="rapport_klaar_is_volledig"), transaction.atomic():
            voer_sql_uit("UPDATE rapportage_rapport SET status = 'KLAAR' WHERE id = %s", [rapport.pk])

    @pytest.mark.parametrize("sql", ["UPDATE rapportage_verzending SET email = 'ander@x.example' WHERE id = %s",
                                     "UPDATE rapportage_verzending SET status = 'WACHT' WHERE id = %s",
                                     "DELETE FROM rapportage_verzending WHERE id = %s"])  # fmt: skip
    def test_wie_het_kreeg_verandert_niet(self, gebied, sql):
        verzending = VerzendingFactory(status=VerzendStatus.VERZONDEN, verzonden_op=timezone.now())

        with pytest.raises(IntegrityError, match="is gebeurd"), transaction.atomic():
            voer_sql_uit(sql, [verzending.pk])


def voer_sql_uit(sql: str, waarden: list) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)


class TestOpvolgen:
    @pytest.fixture
    def gestart(self, mocker_taak):
        return mocker_taak

    @pytest.mark.parametrize(
        ("velden", "oud", "verwacht"),
        [
            ({"status": "WACHT"}, 31, 1),
            ({"status": "WACHT"}, 5, 0),
            ({"status": "BEZIG", "poging": 1}, 61, 1),
            ({"status": "BEZIG", "poging": 1}, 20, 0),
            ({"status": "MISLUKT", "poging": 5}, 3600, 0),
        ],
    )
    def test_wat_stilvalt_wordt_opnieuw_gestart(self, gebied, gestart, velden, oud, verwacht):
        nu = timezone.now()
        rapport = RapportFactory(**velden)
        moment = nu - timedelta(seconds=oud)
        Rapport.objects.filter(pk=rapport.pk).update(
            created_at=moment, hartslag_op=None if velden["status"] == "WACHT" else moment
        )

        assert services.rapporten_opvolgen(nu=nu)["rapporten"] == verwacht == len(gestart)

    def test_een_rapport_dat_klaar_is_wordt_nooit_opnieuw_gemaakt(self, gebied, gestart):
        RapportFactory(klaar=True)

        assert services.rapporten_opvolgen(nu=timezone.now() + timedelta(days=9))["rapporten"] == 0

    @pytest.mark.parametrize(
        ("poging", "geleden", "verwacht"),
        [(0, None, 1), (1, 59, 0), (1, 61, 1), (2, 299, 0), (2, 301, 1), (6, 43_201, 1)],
    )
    def test_mails_met_steeds_langere_pauzes(self, gebied, gestart, poging, geleden, verwacht):
        nu = timezone.now()
        VerzendingFactory(poging=poging, laatste_poging_op=nu - timedelta(seconds=geleden) if geleden else None)

        assert services.rapporten_opvolgen(nu=nu)["verzendingen"] == verwacht

    def test_een_mail_wacht_tot_het_rapport_er_is(self, gebied, gestart):
        VerzendingFactory(rapport=RapportFactory())

        assert services.rapporten_opvolgen(nu=timezone.now())["verzendingen"] == 0

    def test_sluit_een_rapport_af_waarvan_de_laatste_mail_net_vertrokken_was(self, gebied, gestart):
        verzending = VerzendingFactory(status=VerzendStatus.VERZONDEN, verzonden_op=timezone.now())

        assert services.rapporten_opvolgen(nu=timezone.now())["afgesloten"] == 1
        verzending.rapport.refresh_from_db()
        assert verzending.rapport.status == RapportStatus.VERZONDEN
