"""The gebruiker is asked, fills in on a phone, is reminded while silent, and answers once."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.models import RegelParameter
from regie.core.tenancy import current_scope
from trajecten import services, tasks
from trajecten.models import Evaluatie, Evaluatieherinnering, Evaluatievraag, Link
from trajecten.services import evaluatievraag as diensten


@pytest.fixture
def gevraagd(evaluatie, toegang, vandaag):
    """(question, path of its link), sent by mail."""
    vraag, _, adres = services.evaluatie_vragen(
        evaluatie=evaluatie,
        naam="Wim Ploegbaas",
        email="wim@groendienst.example",
        mailen=True,
        door=toegang,
        vandaag=vandaag,
    )
    return vraag, "/l/" + adres.split("/l/")[1]


ANTWOORD = {
    **{f"score_ATT{nummer:02d}": "3" for nummer in range(1, 14)},
    "mening": "Werkt goed mee.",
    "afwezig_ziek": "2",
    "naam": "Wim",
    "bevestigd": "on",
    "versie": "1",
}


class TestVragen:
    def test_de_mail_noemt_de_client_niet(self, gevraagd, plaatsing):
        client = plaatsing.stap.traject.client
        [bericht] = mail.outbox
        tekst = bericht.subject + bericht.body + str(bericht.alternatives[0].content)

        assert bericht.to == ["wim@groendienst.example"]
        assert bericht.subject == "Vul de evaluatie in (3 minuten)"
        assert "gestart in oktober" in tekst
        assert gevraagd[1] in tekst
        for naam in (client.voornaam, client.familienaam, client.dossiernummer):
            assert naam not in tekst

    def test_vraagt_niet_twee_keer(self, gevraagd, evaluatie, toegang, vandaag):
        with pytest.raises(DomainError, match="al gevraagd"):
            services.evaluatie_vragen(
                evaluatie=evaluatie, naam="An", email="", mailen=False, door=toegang, vandaag=vandaag
            )

    def test_bestaat_niet_als_de_mail_niet_vertrekt(self, evaluatie, toegang, vandaag, monkeypatch):
        def mislukt(*args, **kwargs):
            raise OSError

        monkeypatch.setattr(diensten, "stuur_link", mislukt)
        with pytest.raises(DomainError, match="niet vertrekken"):
            services.evaluatie_vragen(
                evaluatie=evaluatie, naam="An", email="an@x.example", mailen=True, door=toegang, vandaag=vandaag
            )

        assert not Evaluatievraag.objects.exists()
        assert not Link.objects.exists()


class TestInvullen:
    def test_toont_alleen_voornaam_en_letter(self, client, gevraagd, plaatsing, klok):
        html = client.get(gevraagd[1]).content.decode()
        persoon = plaatsing.stap.traject.client

        assert f"Selin {persoon.familienaam[0]}." in html
        for gegeven in (persoon.familienaam, persoon.dossiernummer, "14/05/1991", "leefloon"):
            assert gegeven not in html

    def test_openen_door_een_mailscanner_verandert_niets(self, client, gevraagd, klok):
        def stand():
            return list(Link.objects.values()), list(Evaluatievraag.objects.values())

        voor = stand()
        for _ in range(3):
            assert client.get(gevraagd[1]).status_code == 200
            assert client.head(gevraagd[1]).status_code == 200

        assert stand() == voor

    def test_de_eerste_aanraking_telt_als_geopend(self, client, gevraagd, klok):
        assert client.post(gevraagd[1], {"geopend": "1"}).status_code == 204

        assert Link.objects.get().geopend_op is not None
        assert Link.objects.get().gebruikt_op is None

    def test_bewaart_tussendoor_en_toont_het_weer(self, client, gevraagd, klok):
        antwoord = client.post(
            gevraagd[1], {"autobewaar": "1", "was:mening": "", "wordt:mening": "Komt op tijd", "wordt:versie": "99"}
        )

        assert antwoord.json()["tijd"] == "10.00 uur"
        assert Evaluatievraag.objects.get().ontwerp == {"mening": "Komt op tijd"}
        assert "Komt op tijd" in client.get(gevraagd[1]).content.decode()

    def test_twee_vensters_verliezen_niets(self, client, gevraagd, klok):
        """Different fields merge; the same field is reported, with what stands there."""

        def bewaar(**velden):
            post = {"autobewaar": "1"}
            for naam, (was, wordt) in velden.items():
                post |= {f"was:{naam}": was, f"wordt:{naam}": wordt}
            return client.post(gevraagd[1], post).json()

        bewaar(mening=("", "eerste venster"))
        ander = bewaar(afwezig_ziek=("", "3"))
        botsing = bewaar(mening=("", "tweede venster"))
        gekozen = bewaar(mening=("eerste venster", "tweede venster"))

        assert ander["ontwerp"] == {"mening": "eerste venster", "afwezig_ziek": "3"}
        assert botsing["botsingen"] == {"mening": "eerste venster"}
        assert botsing["ontwerp"]["mening"] == "eerste venster"
        assert gekozen["botsingen"] == {}
        assert gekozen["ontwerp"]["mening"] == "tweede venster"

    def test_verstuurt_een_keer(self, client, gevraagd, evaluatie, klok):
        eerste = client.post(gevraagd[1], ANTWOORD)
        tweede = client.post(gevraagd[1], ANTWOORD | {"mening": "Anders"})

        assert (eerste.status_code, eerste.headers["Location"]) == (302, "/l/bedankt/")
        assert tweede.status_code == client.get(gevraagd[1]).status_code == 404
        vraag = Evaluatievraag.objects.get()
        assert vraag.antwoord["mening"] == "Werkt goed mee."
        assert vraag.antwoord["scores"]["ATT13"] == 3
        assert vraag.antwoord["afwezig_ziek"] == 2
        assert vraag.ingevuld_door == "Wim"
        assert Evaluatie.objects.get().scores == {}

    def test_een_oud_venster_verstuurt_niet_over_een_nieuwer_heen(self, client, gevraagd, klok):
        client.post(gevraagd[1], {"autobewaar": "1", "was:mening": "", "wordt:mening": "van een collega"})

        antwoord = client.post(gevraagd[1], ANTWOORD)

        assert antwoord.status_code == 422
        assert "Werkt goed mee." in antwoord.content.decode()
        assert Evaluatievraag.objects.get().beantwoord_op is None

    def test_vraagt_te_bevestigen_en_houdt_wat_ingevuld_is(self, client, gevraagd, klok):
        antwoord = client.post(gevraagd[1], {naam: w for naam, w in ANTWOORD.items() if naam != "bevestigd"})

        assert antwoord.status_code == 422
        assert "Werkt goed mee." in antwoord.content.decode()

    @pytest.mark.parametrize("reden", ["afgerond", "geannuleerd", "ingetrokken"])
    def test_wat_niet_meer_hoeft_gaat_niet_meer_open(self, client, gevraagd, evaluatie, toegang, vandaag, klok, reden):
        if reden == "afgerond":
            Evaluatie.objects.update(uitgevoerd_op=vandaag, conclusie="VERDERZETTEN")
        elif reden == "geannuleerd":
            Evaluatie.objects.update(geannuleerd_op=vandaag)
        else:
            services.evaluatievraag_intrekken(vraag=gevraagd[0], door=toegang, vandaag=vandaag, nu=timezone.now())

        geraden = client.get("/l/geraden/")
        antwoord = client.get(gevraagd[1])

        assert (antwoord.status_code, antwoord.content) == (geraden.status_code, geraden.content)
        assert client.post(gevraagd[1], ANTWOORD).status_code == 404

    def test_een_tweede_versturen_op_hetzelfde_moment_wordt_geweigerd(self, gevraagd, vandaag):
        """Both windows read an open link; the lock lets one through."""
        link = Link.objects.get()
        wie = {"link": link, "naam": "Wim", "versie": None, "nu": timezone.now(), "vandaag": vandaag}
        diensten.antwoord_versturen(vraag_id=gevraagd[0].pk, antwoord={"mening": "een"}, **wie)

        with pytest.raises(LinkOngeldig):
            diensten.antwoord_versturen(vraag_id=gevraagd[0].pk, antwoord={"mening": "twee"}, **wie)

        assert Evaluatievraag.objects.get().antwoord == {"mening": "een"}


MAANDAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("dagen", "gestuurd", "verwacht"),
    [
        (0, [], None),
        (4, [], None),
        (5, [], None),  # a Saturday
        (6, [], None),
        (7, [], 1),  # the Monday after
        (7, [1], None),
        (9, [1], None),
        (10, [1], 2),
        (10, [], 2),  # the first was missed: one mail, not two
        (11, [1, 2], None),
        (60, [1, 2], None),
    ],
)
def test_herinneringen_per_dag(gevraagd, dagen, gestuurd, verwacht):
    vraag = gevraagd[0]
    for nummer in gestuurd:
        Evaluatieherinnering.objects.create(
            eigenaar_id=vraag.eigenaar_id, vraag=vraag, nummer=nummer, verstuurd_op=MAANDAG
        )

    rijp = diensten.te_herinneren(MAANDAG + timedelta(days=dagen))

    assert rijp == ([(vraag.pk, verwacht)] if verwacht else [])


class TestHerinneren:
    def test_gaat_een_keer_uit_met_een_nieuwe_link(self, client, gevraagd, klok):
        dag = MAANDAG + timedelta(days=7)
        gegevens = {"vraag_id": gevraagd[0].pk, "nummer": 1, "vandaag": dag}

        assert diensten.herinnering_sturen(**gegevens)
        assert not diensten.herinnering_sturen(**gegevens)

        assert [m.subject for m in mail.outbox][1:] == ["Herinnering: vul de evaluatie in (3 minuten)"]
        assert Link.objects.bruikbaar(dag).count() == 2
        assert client.get(gevraagd[1]).status_code == 200  # the first mail still works

    @pytest.mark.parametrize("reden", ["beantwoord", "ingetrokken", "geannuleerd", "afgerond", "zonder mail"])
    def test_stopt_als_het_niet_meer_hoeft(self, gevraagd, reden, vandaag):
        vragen, evaluaties = Evaluatievraag.objects.all(), Evaluatie.objects.all()
        {
            "beantwoord": lambda: vragen.update(beantwoord_op=timezone.now()),
            "ingetrokken": lambda: vragen.update(ingetrokken_op=vandaag),
            "geannuleerd": lambda: evaluaties.update(geannuleerd_op=vandaag),
            "afgerond": lambda: evaluaties.update(uitgevoerd_op=vandaag, conclusie="BIJSTUREN"),
            "zonder mail": lambda: vragen.update(ontvanger_email=""),
        }[reden]()

        assert diensten.te_herinneren(MAANDAG + timedelta(days=30)) == []

    def test_volgt_de_parameter(self, gevraagd):
        RegelParameter.objects.filter(code="evaluatie_herinnering", dimensie="1").update(waarde=2)
        current_scope().cache.clear()  # a scope reads the rules once

        assert diensten.te_herinneren(MAANDAG + timedelta(days=2)) == [(gevraagd[0].pk, 1)]


def test_de_klok_stuurt_per_gebied(gevraagd, vandaag, django_capture_on_commit_callbacks):
    """From the clock to the mailbox, and a second run the same day sends nothing."""
    with time_machine.travel("2026-11-30 08:15+01:00", tick=False):
        for _ in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                tasks.evaluaties_herinneren_per_gebied()

    assert len(mail.outbox) == 2
    assert Evaluatieherinnering.objects.count() == 1
