"""One mail per receiver, whatever the mail server says or does."""

from smtplib import (
    SMTPConnectError,
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from rapportage import services
from rapportage.enums import RapportStatus, VerzendStatus
from rapportage.models import Verzending
from rapportage.services.verzenden import AlVerstuurd, Ontvanger
from rapportage.uitvoering import message_id_voor, verzending_versturen
from tests.factories.rapportage import RapportFactory, VerzendingFactory
from tests.rapportage.conftest import LEGE_PDF
from tests.rapportage.voorbeeld import momentopname


@pytest.fixture
def rapport(gebied):
    return RapportFactory(klaar=True, momentopname=momentopname(), pdf=LEGE_PDF)


@pytest.fixture
def verzending(rapport):
    return VerzendingFactory(rapport=rapport, email="an@partner.example")


def verstuur(verzending: Verzending) -> Verzending:
    verzending_versturen(gebied=verzending.gebied, verzending_id=verzending.pk, nu=timezone.now())
    return Verzending.objects.get(pk=verzending.pk)


@pytest.fixture
def mailserver_zegt(monkeypatch):
    def stel_in(fout):
        def weiger(self, messages):
            raise fout

        monkeypatch.setattr(EmailBackend, "send_messages", weiger)

    return stel_in


class TestVersturen:
    def test_vertrekt_een_keer_ook_als_de_taak_drie_keer_komt(self, verzending, mailoutbox):
        for _ in range(3):
            na = verstuur(verzending)

        assert na.status == VerzendStatus.VERZONDEN
        assert na.verzonden_op is not None
        assert len(mailoutbox) == 1

    def test_draagt_de_vaste_message_id(self, verzending, mailoutbox):
        verstuur(verzending)

        assert mailoutbox[0].extra_headers["Message-ID"] == verzending.message_id

    def test_het_rapport_is_verzonden_als_de_laatste_mail_weg_is(self, rapport, mailoutbox):
        een, twee = VerzendingFactory.create_batch(2, rapport=rapport)
        verstuur(een)
        rapport.refresh_from_db()
        assert rapport.status == RapportStatus.KLAAR

        verstuur(twee)
        rapport.refresh_from_db()
        assert rapport.status == RapportStatus.VERZONDEN

    def test_niets_vertrekt_voor_het_rapport_er_is(self, gebied, mailoutbox):
        assert verstuur(VerzendingFactory(rapport=RapportFactory())).status == VerzendStatus.WACHT
        assert not mailoutbox


class TestFouten:
    @pytest.mark.parametrize(
        "fout",
        [SMTPServerDisconnected("weg"), SMTPConnectError(421, b"druk"), ConnectionRefusedError(), TimeoutError(),
         SMTPRecipientsRefused({"an@partner.example": (450, b"later")}), SMTPDataError(451, b"later")],
    )  # fmt: skip
    def test_een_tijdelijke_fout_wacht_en_zegt_waarom(self, verzending, mailserver_zegt, fout):
        mailserver_zegt(fout)

        na = verstuur(verzending)

        assert (na.status, na.poging, na.verzonden_op) == (VerzendStatus.WACHT, 1, None)
        assert na.fout

    @pytest.mark.parametrize(
        ("fout", "zin"),
        [(SMTPRecipientsRefused({"an@partner.example": (550, b"onbekend")}), "aanvaardt dit adres niet"),
         (SMTPDataError(552, b"te groot"), "weigerde de mail (code 552)"),
         (SMTPSenderRefused(550, b"nee", "x"), "weigerde de mail (code 550)")],
    )  # fmt: skip
    def test_een_weigering_stopt_meteen(self, verzending, mailserver_zegt, fout, zin):
        mailserver_zegt(fout)

        na = verstuur(verzending)

        assert na.status == VerzendStatus.MISLUKT
        assert zin in na.fout

    def test_na_het_maximum_is_het_mislukt(self, verzending, mailserver_zegt, settings):
        settings.RAPPORT_MAIL_WACHT = [0, 0, 0]
        mailserver_zegt(ConnectionRefusedError())

        for _ in range(5):
            na = verstuur(verzending)

        assert (na.status, na.poging) == (VerzendStatus.MISLUKT, 3)

    def test_een_poging_te_vroeg_doet_niets(self, verzending, mailserver_zegt, mailoutbox, monkeypatch):
        mailserver_zegt(ConnectionRefusedError())
        verstuur(verzending)
        monkeypatch.undo()

        assert verstuur(verzending).poging == 1

    def test_opnieuw_proberen_na_mislukt(self, verzending, mailserver_zegt, mailoutbox, monkeypatch, voer_uit):
        mailserver_zegt(SMTPRecipientsRefused({"an@partner.example": (550, b"onbekend")}))
        mislukt = verstuur(verzending)
        monkeypatch.undo()

        with voer_uit():
            services.verzending_opnieuw_proberen(verzending=mislukt, door=None)

        verzending.refresh_from_db()
        assert verzending.status == VerzendStatus.VERZONDEN
        assert len(mailoutbox) == 1


class TestNaarNogIemand:
    def test_dezelfde_versie_naar_een_nieuwe_ontvanger(self, rapport, mailoutbox, voer_uit):
        with voer_uit():
            services.rapport_opnieuw_naar(rapport=rapport, ontvanger=Ontvanger("Bo", "bo@partner.example"), door=None)

        assert mailoutbox[0].to == ["bo@partner.example"]
        assert mailoutbox[0].attachments[0][1] == LEGE_PDF

    def test_wie_het_al_kreeg_krijgt_het_niet_nog_eens(self, verzending, mailoutbox):
        verstuur(verzending)

        with pytest.raises(AlVerstuurd, match="kreeg dit rapport al op"):
            services.rapport_opnieuw_naar(
                rapport=verzending.rapport, ontvanger=Ontvanger("An", "AN@partner.example"), door=None
            )


class TestDeMail:
    def test_onderwerp_antwoordadres_bijlage_en_reden(self, verzending, gebied, mailoutbox):
        verstuur(verzending)

        mail = mailoutbox[0]
        assert mail.subject == "Voortgangsrapport oktober 2026 – Regio Brugge"
        assert mail.reply_to == [gebied.contact_email]
        assert mail.attachments[0][0] == f"voortgangsrapport-{gebied.slug}-2026-10.pdf"
        assert mail.attachments[0][2] == "application/pdf"
        assert "Je krijgt deze mail omdat" in mail.body
        assert f"/g/{gebied.slug}/rapporten/{verzending.rapport_id}/" in mail.body
        assert "412" in mail.body

    def test_tekst_en_html_zeggen_hetzelfde(self, verzending, mailoutbox):
        verstuur(verzending)

        html = mailoutbox[0].alternatives[0][0]
        for deel in ("In behandeling", "71,4", "De instroom steeg van 49 naar 58 trajecten"):
            assert deel in html
            assert deel in mailoutbox[0].body

    def test_message_id_hangt_alleen_van_de_rij_af(self, verzending):
        assert message_id_voor(verzending) == message_id_voor(Verzending(pk=verzending.pk))
