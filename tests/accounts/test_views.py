"""Mensen en rollen, and the page somebody opens from an invitation."""

import re
from datetime import date, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import Uitnodiging, User
from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from tests.factories import LidmaatschapFactory, UserFactory

WACHTWOORD = "vier woorden op een rij"
LINK = reverse("account:uitnodiging")


@pytest.fixture
def uitgenodigd(als_regisseur, ocmw, mailoutbox):
    """The link of a mailed invitation, sent through the form."""

    def uitgenodigd(email="noor@regio.example", rol=Rol.TRAJECTBEGELEIDER):
        antwoord = als_regisseur.post(
            gebied_url("accounts:uitnodigen"),
            {"email": email, "voornaam": "Noor", "familienaam": "Peeters", "organisatie": ocmw.pk, "rol": rol},
        )
        assert antwoord.status_code == 302, antwoord.text
        return re.search(r"http://localhost:8000(/\S+)", mailoutbox[-1].body).group(1)

    return uitgenodigd


@pytest.fixture
def nieuw(client):
    """A browser in which nobody is signed in."""
    return type(client)()


class TestLeden:
    def test_toont_rol_organisatie_en_tweede_stap(self, als_regisseur, begeleider, ocmw):
        TOTP.activate(begeleider.user, "JBSWY3DPEHPK3PXP")

        pagina = als_regisseur.get(gebied_url("accounts:leden"))

        rijen = {lid.pk: lid.heeft_tweede_factor for lid in pagina.context["pagina"]}
        assert rijen[begeleider.pk] is True
        assert sum(rijen.values()) == 1
        assert str(ocmw) in pagina.text
        assert "(jij)" in pagina.text

    def test_toont_niemand_van_een_ander_gebied(self, als_regisseur, ander_gebied):
        vreemd = LidmaatschapFactory(organisatie=ander_gebied.ocmw)

        assert vreemd.user.email not in als_regisseur.get(gebied_url("accounts:leden")).text

    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [
            ("q=verm", True),
            ("q=lien+verm", True),
            ("q=niemand", False),
            ("rol=TRAJECTBEGELEIDER", True),
            ("rol=ADMINISTRATIE", False),
            ("sorteer=-aangemeld", True),
            ("sorteer=onzin&pagina=99&rol=onzin", True),
            ("tab=beeindigd", False),
        ],
    )
    def test_zoekt_en_filtert(self, vraag, gevonden, als_regisseur, begeleider):
        antwoord = als_regisseur.get(f"{gebied_url('accounts:leden')}?{vraag}")

        assert antwoord.status_code == 200
        assert (begeleider.user.email in antwoord.text) == gevonden

    def test_beeindigde_rollen_staan_apart(self, als_regisseur, ocmw):
        lid = LidmaatschapFactory(organisatie=ocmw, tot=date(2021, 1, 1))

        assert lid.user.email not in als_regisseur.get(gebied_url("accounts:leden")).text
        assert lid.user.email in als_regisseur.get(f"{gebied_url('accounts:leden')}?tab=beeindigd").text

    def test_evenveel_queries_bij_1_als_bij_50(self, als_regisseur, ocmw):
        def tel():
            with CaptureQueriesContext(connection) as vragen:
                als_regisseur.get(gebied_url("accounts:leden"))
            return len(vragen)

        tel()
        een = tel()
        LidmaatschapFactory.create_batch(49, organisatie=ocmw)

        assert tel() == een


class TestUitnodigen:
    def test_staat_in_de_lijst_tot_ze_aanvaard_is(self, uitgenodigd, als_regisseur):
        uitgenodigd()

        pagina = als_regisseur.get(gebied_url("accounts:leden")).text

        assert "Uitnodigingen die lopen" in pagina
        assert "noor@regio.example" in pagina

    def test_verlopen_uitnodiging_blijft_zichtbaar(self, uitgenodigd, als_regisseur):
        uitgenodigd()
        Uitnodiging.objects.update(geldig_tot=timezone.now() - timedelta(days=1))

        assert "verlopen" in als_regisseur.get(gebied_url("accounts:leden")).text

    @pytest.mark.parametrize(
        ("veld", "waarde", "zin"),
        [
            ("email", "geen adres", "geldig e-mailadres"),
            ("rol", "REGISSEUR", "bestaat alleen bij het regieverband"),
            ("organisatie", "", "is vereist"),
        ],
    )
    def test_een_fout_wordt_een_zin(self, veld, waarde, zin, als_regisseur, ocmw):
        invoer = {
            "email": "noor@regio.example",
            "voornaam": "Noor",
            "familienaam": "Peeters",
            "organisatie": ocmw.pk,
            "rol": Rol.TRAJECTBEGELEIDER,
            veld: waarde,
        }

        antwoord = als_regisseur.post(gebied_url("accounts:uitnodigen"), invoer)

        assert antwoord.status_code == 422
        assert zin in antwoord.text

    def test_kent_alleen_organisaties_van_het_eigen_gebied(self, als_regisseur, ander_gebied):
        assert ander_gebied.ocmw.naam not in als_regisseur.get(gebied_url("accounts:uitnodigen")).text

    def test_opnieuw_versturen_en_intrekken(self, uitgenodigd, als_regisseur, mailoutbox, nieuw):
        link = uitgenodigd()
        pk = Uitnodiging.objects.get().pk

        als_regisseur.post(gebied_url("accounts:uitnodiging-opnieuw", pk))
        assert len(mailoutbox) == 2
        als_regisseur.post(gebied_url("accounts:uitnodiging-intrekken", pk))

        assert "Deze uitnodiging werkt niet" in nieuw.get(link, follow=True).text
        assert als_regisseur.post(gebied_url("accounts:uitnodiging-intrekken", pk)).status_code == 404


class TestBeeindigen:
    def test_met_een_laatste_dag(self, als_regisseur, begeleider):
        vandaag = timezone.localdate()

        antwoord = als_regisseur.post(
            gebied_url("accounts:beeindigen", begeleider.pk), {"tot": f"{vandaag:%d/%m/%Y}"}, follow=True
        )

        assert Lidmaatschap.objects.get(pk=begeleider.pk).tot == vandaag
        assert f"eindigt op {vandaag:%d/%m/%Y}" in antwoord.text

    @pytest.mark.parametrize(("tot", "zin"), [("", "is vereist"), ("01/01/2019", "ligt te ver terug")])
    def test_een_onmogelijke_dag_wordt_een_zin(self, tot, zin, als_regisseur, begeleider):
        antwoord = als_regisseur.post(gebied_url("accounts:beeindigen", begeleider.pk), {"tot": tot})

        assert antwoord.status_code == 422
        assert zin in antwoord.text

    def test_niet_je_eigen_rol(self, als_regisseur, regisseur):
        antwoord = als_regisseur.post(
            gebied_url("accounts:beeindigen", regisseur.pk), {"tot": f"{timezone.localdate():%d/%m/%Y}"}
        )

        assert antwoord.status_code == 422
        assert "je eigen rol niet" in antwoord.text

    def test_iemand_van_een_ander_gebied_is_onvindbaar(self, als_regisseur, ander_gebied, gebied):
        vreemd = LidmaatschapFactory(organisatie=ander_gebied.ocmw)

        assert als_regisseur.get(gebied_url("accounts:beeindigen", vreemd.pk)).status_code == 404


class TestUitnodigingOpenen:
    def test_het_geheim_verdwijnt_uit_het_adres(self, uitgenodigd, nieuw):
        antwoord = nieuw.get(uitgenodigd())

        assert antwoord.headers["Location"] == LINK
        assert "no-store" in nieuw.get(LINK).headers["Cache-Control"]

    def test_nieuw_account_en_meteen_binnen(self, uitgenodigd, nieuw, gebied):
        pagina = nieuw.get(uitgenodigd(), follow=True)
        assert "Welkom, Noor" in pagina.text

        antwoord = nieuw.post(LINK, {"wachtwoord": WACHTWOORD, "herhaling": WACHTWOORD})

        assert antwoord.headers["Location"] == f"/g/{gebied.slug}/"
        assert User.objects.get(email="noor@regio.example").lidmaatschappen.get().rol == Rol.TRAJECTBEGELEIDER
        assert nieuw.get(f"/g/{gebied.slug}/").status_code == 302
        assert "kennen we niet" in nieuw.get(LINK).text

    @pytest.mark.parametrize(
        ("wachtwoord", "herhaling", "zin"),
        [
            ("kort", "kort", "te kort"),
            (WACHTWOORD, "iets anders dan dit", "niet gelijk"),
            ("noor.peeters.regio", "noor.peeters.regio", "lijkt te veel op je naam"),
            ("", "", "is vereist"),
        ],
    )
    def test_een_zwak_wachtwoord_wordt_een_zin(self, wachtwoord, herhaling, zin, uitgenodigd, nieuw):
        nieuw.get(uitgenodigd(email="noor.peeters@regio.example"))

        antwoord = nieuw.post(LINK, {"wachtwoord": wachtwoord, "herhaling": herhaling})

        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert not User.objects.filter(email="noor.peeters@regio.example").exists()

    def test_wie_dossiers_ziet_stelt_meteen_de_tweede_stap_in(self, uitgenodigd, nieuw, settings, gebied):
        settings.TWEEDE_FACTOR_VERPLICHT = True
        nieuw.get(uitgenodigd())
        nieuw.post(LINK, {"wachtwoord": WACHTWOORD, "herhaling": WACHTWOORD})

        assert nieuw.get(f"/g/{gebied.slug}/").headers["Location"] == reverse("mfa_index")

    def test_met_een_bestaand_account_meld_je_je_eerst_aan(self, uitgenodigd, nieuw, ocmw):
        user = UserFactory(email="noor@regio.example", password="")
        user.set_password(WACHTWOORD)
        user.save()
        assert "Je hebt al een account" in nieuw.get(uitgenodigd(), follow=True).text

        antwoord = nieuw.post(
            reverse("account_login"), {"login": user.email, "password": WACHTWOORD, "next": LINK}, follow=True
        )
        assert "Uitnodiging aanvaarden" in antwoord.text
        nieuw.post(LINK)

        assert user.lidmaatschappen.get().organisatie == ocmw

    def test_een_tweede_gebied_voor_hetzelfde_account(self, uitgenodigd, nieuw, ander_gebied, gebied):
        lid = LidmaatschapFactory(organisatie=ander_gebied.ocmw)
        nieuw.force_login(lid.user)

        nieuw.get(uitgenodigd(email=lid.user.email))
        nieuw.post(LINK)

        assert {m.gebied for m in lid.user.lidmaatschappen.all()} == {gebied, ander_gebied}

    def test_met_een_ander_account_aangemeld(self, uitgenodigd, als_regisseur, regisseur):
        link = uitgenodigd()

        antwoord = als_regisseur.get(link, follow=True)

        assert antwoord.status_code == 409
        assert "Deze uitnodiging is voor een ander adres" in antwoord.text
        als_regisseur.post(LINK)
        assert regisseur.user.lidmaatschappen.count() == 1

    @pytest.mark.parametrize(
        ("toestand", "zin"),
        [
            ({"geldig_tot": "2026-01-01T00:00Z"}, "is verlopen op 01/01/2026. Vraag een nieuwe"),
            ({"ingetrokken_op": "2026-01-01T00:00Z"}, "is ingetrokken. Vraag een nieuwe"),
            ({"aanvaard_op": "2026-01-01T00:00Z"}, "al gebruikt. Meld je aan"),
            ({"geheim_hash": "x"}, "Deze link kennen we niet"),
        ],
    )
    def test_een_link_die_niet_werkt_zegt_wat_te_doen(self, toestand, zin, uitgenodigd, nieuw):
        link = uitgenodigd()
        Uitnodiging.objects.update(**toestand)

        antwoord = nieuw.get(link, follow=True)

        assert antwoord.status_code == 410
        assert zin in antwoord.text

    def test_zonder_link(self, nieuw, db):
        assert nieuw.get(LINK).status_code == 410


def test_mail_noemt_gebied_organisatie_en_geldigheid(uitgenodigd, mailoutbox, gebied, ocmw):
    uitgenodigd()
    mail = mailoutbox[0]
    html = mail.alternatives[0].content

    for tekst in (gebied.naam, str(ocmw), "trajectbegeleider", "7 dagen"):
        assert tekst in mail.body, tekst
        assert tekst in html, tekst
    assert "<time" not in mail.body
    assert f"{gebied.naam} via Regiekompas" in mail.from_email
