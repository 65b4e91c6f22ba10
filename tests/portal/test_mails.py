"""The demo's mail catcher and its pages. What it stores must be exactly what was sent, once."""

from email.message import EmailMessage

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from regie.core.mail import Bijlage, stel_mail_op
from regie.portal.mails import mail_inhoud, mail_vangen
from regie.portal.management.commands.mailvanger import _bewaar
from regie.portal.models import GevangenMail

CONTEXT = {
    "naam": "Ann",
    "titel": "Voortgangsrapport oktober 2026",
    "periode": "oktober 2026",
    "gebied": "Regio Brugge",
    "omvang": "9 pagina's",
    "url": "http://x/",
}


def een_mail(**velden) -> EmailMultiAlternatives:
    opties = {
        "aan": "ann@partner.example",
        "onderwerp": "Voortgangsrapport oktober 2026 – Regio Brugge",
        "voorproef": "412 trajecten in begeleiding",
        "reden": "Je krijgt deze mail omdat je dit rapport vroeg.",
        "context": CONTEXT,
        "namens": "Regio Brugge",
        "antwoord_aan": "regisseur@regio.example",
        **velden,
    }
    return stel_mail_op("rapport", **opties)


@pytest.fixture
def gevangen(db):
    mail = een_mail(
        message_id="<rapport-1@localhost>", bijlagen=(Bijlage("rapport.pdf", b"%PDF-1.7 inhoud", "application/pdf"),)
    )
    _bewaar(mail.message().as_bytes(), ["ann@partner.example"])
    return GevangenMail.objects.get()


class TestMailOpstellen:
    def test_heeft_tekst_html_en_een_echt_antwoordadres(self):
        mail = een_mail()

        assert mail.from_email == "Regio Brugge via Regiekompas <noreply@regiekompas.example>"
        assert mail.reply_to == ["regisseur@regio.example"]
        assert "Je krijgt deze mail omdat" in mail.body
        html, soort = mail.alternatives[0]
        assert soort == "text/html"
        assert "412 trajecten in begeleiding" in html

    def test_de_stijl_staat_in_de_elementen_en_er_is_niets_van_buiten(self):
        html, _ = een_mail().alternatives[0]

        assert "<style" not in html
        assert "<h1 style=" in html
        assert "<img" not in html
        assert "{{" not in html

    def test_een_regeleinde_in_een_naam_wordt_geen_kopregel(self):
        mail = een_mail(namens="Regio\nBcc: kwaad@x.example", onderwerp="Rapport\r\nBcc: kwaad@x.example")

        koppen = mail.message()
        assert koppen["Bcc"] is None
        assert "\n" not in koppen["Subject"]

    def test_dezelfde_message_id_bij_elke_poging(self):
        assert een_mail(message_id="<vast@x>").message()["Message-ID"] == "<vast@x>"

    def test_weigert_een_bijlage_boven_5_mb(self):
        with pytest.raises(ValueError, match="te groot"):
            een_mail(bijlagen=(Bijlage("groot.pdf", b"x" * (5 * 1024 * 1024 + 1), "application/pdf"),))


@pytest.mark.django_db
class TestMailVangen:
    def test_een_herhaling_wordt_geteld_en_niet_dubbel_bewaard(self):
        for _ in range(3):
            mail_vangen(message_id="<a@x>", afzender="a", onderwerp="b", ontvangers=["c@x"], bron=b"")

        assert GevangenMail.objects.get().keer_aangeboden == 3

    def test_bewaart_tekst_html_en_bijlage_zoals_verstuurd(self, gevangen):
        inhoud = mail_inhoud(gevangen)

        assert "Dag Ann" in inhoud.tekst
        assert "<h1" in inhoud.html
        assert [(b.naam, b.inhoud) for b in inhoud.bijlagen] == [("rapport.pdf", b"%PDF-1.7 inhoud")]
        assert gevangen.onderwerp == "Voortgangsrapport oktober 2026 – Regio Brugge"

    def test_een_kale_mail_zonder_message_id_wordt_ook_bewaard(self):
        mail = EmailMessage()
        mail["Subject"] = "Kaal"
        mail.set_content("Alleen tekst")
        _bewaar(mail.as_bytes(), ["a@x.example"])

        bewaard = GevangenMail.objects.get()
        assert bewaard.message_id.endswith("@mailvanger>")
        assert mail_inhoud(bewaard).tekst.strip() == "Alleen tekst"


class TestPaginas:
    def test_vraagt_aanmelden(self, client):
        assert client.get(reverse("demo:mails")).status_code == 302

    def test_leeg_en_met_mails(self, als_begeleider):
        assert "Nog geen mails" in als_begeleider.get(reverse("demo:mails")).content.decode()
        mail_vangen(message_id="<a@x>", afzender="a", onderwerp="Eerste mail", ontvangers=["c@x.example"], bron=b"")

        pagina = als_begeleider.get(reverse("demo:mails"), {"q": "eerste"}).content.decode()
        assert "Eerste mail" in pagina
        assert "Eerste mail" not in als_begeleider.get(reverse("demo:mails"), {"q": "niets"}).content.decode()

    def test_een_mail_toont_tekst_en_broncode_maar_voert_niets_uit(self, als_begeleider, gevangen):
        pagina = als_begeleider.get(reverse("demo:mail", args=[gevangen.pk])).content.decode()

        assert "regisseur@regio.example" in pagina
        assert "&lt;h1 style=" in pagina

    def test_de_opgemaakte_mail_zit_in_een_zandbak(self, begeleider, gevangen):
        client = Client()  # a mail needs inline style: the one page the strict client cannot take
        client.force_login(begeleider.user)

        antwoord = client.get(reverse("demo:mail-html", args=[gevangen.pk]))

        beleid = antwoord.headers["Content-Security-Policy"]
        assert "sandbox" in beleid
        assert "script-src 'none'" in beleid
        assert "allow-scripts" not in beleid
        assert "allow-same-origin" not in beleid

    def test_een_bijlage_wordt_altijd_gedownload(self, als_begeleider, gevangen):
        antwoord = als_begeleider.get(reverse("demo:mail-bijlage", args=[gevangen.pk, 1]))

        assert antwoord.headers["Content-Disposition"] == 'attachment; filename="rapport.pdf"'
        assert antwoord.content == b"%PDF-1.7 inhoud"
        assert als_begeleider.get(reverse("demo:mail-bijlage", args=[gevangen.pk, 9])).status_code == 404
