"""Inviting, accepting and ending: who may, what is kept, and the sentence when it cannot."""

import re
from datetime import date, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from allauth.account.models import EmailAddress
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from regie.accounts import services
from regie.accounts.models import Uitnodiging, User
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis, Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OrganisatieFactory, UserFactory

NU = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.get_default_timezone())
VANDAAG = NU.date()
SLEUTEL = re.compile(r"\?sleutel=([\w-]+)")


@pytest.fixture
def uitnodigen(gebied, ocmw, toegang_regisseur):
    def uitnodigen(**anders):
        gegevens = {
            "email": "nieuw@regio.example",
            "voornaam": "Noor",
            "familienaam": "Peeters",
            "organisatie": ocmw,
            "rol": Rol.TRAJECTBEGELEIDER,
            "door": toegang_regisseur,
            "nu": NU,
        }
        return services.uitnodiging_versturen(**{**gegevens, **anders})

    return uitnodigen


def geheim(mailoutbox):
    return SLEUTEL.search(mailoutbox[-1].body).group(1)


class TestUitnodigingVersturen:
    def test_mailt_een_link_die_zeven_dagen_werkt(self, uitnodigen, mailoutbox, ocmw, gebied):
        uitnodiging = uitnodigen(email=" Nieuw@Regio.example ")

        mail = mailoutbox[0]
        assert uitnodiging.geldig_tot == NU + timedelta(days=7)
        assert (mail.to, mail.subject) == (["nieuw@regio.example"], f"Je toegang tot Regiekompas voor {ocmw}")
        assert mail.reply_to == [gebied.contact_email]
        assert "trajectbegeleider" in mail.body
        assert geheim(mailoutbox) in mail.alternatives[0].content
        assert Gebeurtenis.objects.get().soort == "uitnodiging.verstuurd"

    def test_bewaart_alleen_de_hash_van_de_link(self, uitnodigen, mailoutbox):
        uitnodiging = uitnodigen()

        velden = Uitnodiging.objects.filter(pk=uitnodiging.pk).values_list().get()
        assert geheim(mailoutbox) not in map(str, velden)
        assert services.uitnodiging_zoeken(geheim(mailoutbox), nu=NU) == uitnodiging

    def test_logboek_noemt_niemand(self, uitnodigen):
        uitnodigen()

        assert "@" not in str(Gebeurtenis.objects.get().details)

    def test_zonder_mail_geen_uitnodiging(self, uitnodigen, monkeypatch):
        def weg(zelf, mails):
            raise SMTPServerDisconnected

        monkeypatch.setattr(EmailBackend, "send_messages", weg)

        with pytest.raises(services.MailMislukt, match="De mail kon niet vertrekken"):
            uitnodigen()
        assert not Uitnodiging.objects.exists()

    def test_niemand_geeft_zichzelf_een_rol(self, uitnodigen, regisseur):
        with pytest.raises(DomainError, match="jezelf geen rol"):
            uitnodigen(email=regisseur.user.email)

    @pytest.mark.parametrize("rol", [Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE, Rol.ADMINISTRATIE])
    def test_dossierrollen_alleen_bij_een_ocmw(self, uitnodigen, regieverband, rol):
        with pytest.raises(DomainError, match="alleen bij een OCMW"):
            uitnodigen(organisatie=regieverband, rol=rol)

    @pytest.mark.parametrize("rol", [Rol.REGISSEUR, Rol.MEDEWERKER])
    def test_regierollen_niet_bij_een_ocmw(self, uitnodigen, rol):
        with pytest.raises(DomainError, match="regieverband"):
            uitnodigen(rol=rol)

    def test_alleen_voor_het_eigen_gebied(self, uitnodigen, ander_gebied):
        with pytest.raises(DomainError, match="hoort niet bij jouw gebied"):
            uitnodigen(organisatie=ander_gebied.ocmw)

    def test_niet_voor_een_rol_die_al_loopt(self, uitnodigen, begeleider):
        with pytest.raises(DomainError, match="heeft de rol trajectbegeleider al"):
            uitnodigen(email=begeleider.user.email)

    def test_een_tweede_rol_voor_een_bestaand_account_mag(self, uitnodigen, begeleider):
        assert uitnodigen(email=begeleider.user.email, rol=Rol.TEAMVERANTWOORDELIJKE).pk

    def test_geen_twee_uitnodigingen_voor_hetzelfde(self, uitnodigen):
        uitnodigen()

        with pytest.raises(DomainError, match="Er loopt al een uitnodiging"):
            uitnodigen()


class TestUitnodigingOpnieuwVersturen:
    def test_nieuwe_link_en_de_oude_werkt_niet_meer(self, uitnodigen, toegang_regisseur, mailoutbox):
        uitnodiging = uitnodigen()
        oud = geheim(mailoutbox)
        later = NU + timedelta(days=20)

        services.uitnodiging_opnieuw_versturen(uitnodiging=uitnodiging, door=toegang_regisseur, nu=later)

        assert services.uitnodiging_zoeken(geheim(mailoutbox), nu=later).geldig_tot == later + timedelta(days=7)
        with pytest.raises(services.UitnodigingOngeldig, match="de link uit de laatste mail"):
            services.uitnodiging_zoeken(oud, nu=later)

    def test_niet_in_een_ander_gebied(self, uitnodigen, toegang_regisseur, ander_gebied):
        uitnodiging = uitnodigen()

        with gebied_context(ander_gebied), pytest.raises(Uitnodiging.DoesNotExist):
            services.uitnodiging_opnieuw_versturen(uitnodiging=uitnodiging, door=toegang_regisseur, nu=NU)

    def test_niet_na_intrekken(self, uitnodigen, toegang_regisseur):
        uitnodiging = uitnodigen()
        services.uitnodiging_intrekken(uitnodiging=uitnodiging, door=toegang_regisseur, nu=NU)

        with pytest.raises(DomainError, match="al ingetrokken"):
            services.uitnodiging_opnieuw_versturen(uitnodiging=uitnodiging, door=toegang_regisseur, nu=NU)


class TestUitnodigingZoeken:
    @pytest.mark.parametrize("sleutel", ["", "bestaat-niet"])
    def test_onbekende_link(self, sleutel, db):
        with pytest.raises(services.UitnodigingOngeldig, match="Deze link kennen we niet"):
            services.uitnodiging_zoeken(sleutel, nu=NU)

    def test_verlopen_link_zegt_wat_te_doen(self, uitnodigen, mailoutbox, gebied):
        uitnodigen()

        with pytest.raises(services.UitnodigingOngeldig) as fout:
            services.uitnodiging_zoeken(geheim(mailoutbox), nu=NU + timedelta(days=7))
        assert str(fout.value) == (
            f"Deze uitnodiging is verlopen op 30/11/2026. Vraag een nieuwe aan de beheerder van {gebied}."
        )

    def test_ingetrokken_link(self, uitnodigen, mailoutbox, toegang_regisseur):
        services.uitnodiging_intrekken(uitnodiging=uitnodigen(), door=toegang_regisseur, nu=NU)

        with pytest.raises(services.UitnodigingOngeldig, match="is ingetrokken"):
            services.uitnodiging_zoeken(geheim(mailoutbox), nu=NU)

    def test_gebruikte_link(self, uitnodigen, mailoutbox):
        services.account_maken(uitnodiging=uitnodigen(), wachtwoord="x", nu=NU, vandaag=VANDAAG)

        with pytest.raises(services.UitnodigingOngeldig, match="al gebruikt"):
            services.uitnodiging_zoeken(geheim(mailoutbox), nu=NU)


class TestAccountMaken:
    def test_account_met_rol_en_bevestigd_adres(self, uitnodigen, ocmw, gebied):
        user = services.account_maken(
            uitnodiging=uitnodigen(), wachtwoord="vier woorden op een rij", nu=NU, vandaag=VANDAAG
        )

        lid = Lidmaatschap.objects.get(user=user)
        assert (user.email, user.naam) == ("nieuw@regio.example", "Noor Peeters")
        assert user.check_password("vier woorden op een rij")
        assert (lid.gebied, lid.organisatie, lid.rol, lid.van, lid.tot) == (
            gebied,
            ocmw,
            Rol.TRAJECTBEGELEIDER,
            VANDAAG,
            None,
        )
        assert EmailAddress.objects.filter(user=user, verified=True, primary=True).exists()
        assert not (user.is_staff or user.is_superuser)

    def test_niet_als_het_account_al_bestaat(self, uitnodigen):
        uitnodiging = uitnodigen()
        UserFactory(email=uitnodiging.email)

        with pytest.raises(DomainError, match="Er is al een account"):
            services.account_maken(uitnodiging=uitnodiging, wachtwoord="x", nu=NU, vandaag=VANDAAG)
        assert User.objects.filter(email=uitnodiging.email).count() == 1


class TestUitnodigingAanvaarden:
    def aanvaarden(self, uitnodiging, user, nu=NU):
        return services.uitnodiging_aanvaarden(uitnodiging=uitnodiging, user=user, nu=nu, vandaag=nu.date())

    def test_bestaand_account_krijgt_er_een_rol_bij(self, uitnodigen, begeleider, regieverband):
        uitnodiging = uitnodigen(email=begeleider.user.email, organisatie=regieverband, rol=Rol.MEDEWERKER)

        self.aanvaarden(uitnodiging, begeleider.user)

        assert set(begeleider.user.lidmaatschappen.values_list("rol", flat=True)) == {
            Rol.TRAJECTBEGELEIDER,
            Rol.MEDEWERKER,
        }
        assert Gebeurtenis.objects.filter(soort="lidmaatschap.aanvaard", user_id=begeleider.user_id).exists()

    def test_werkt_maar_een_keer(self, uitnodigen, begeleider):
        uitnodiging = uitnodigen(email=begeleider.user.email, rol=Rol.TEAMVERANTWOORDELIJKE)
        self.aanvaarden(uitnodiging, begeleider.user)

        with pytest.raises(services.UitnodigingOngeldig):
            self.aanvaarden(uitnodiging, begeleider.user)

    def test_niet_na_de_vervaldag(self, uitnodigen, begeleider):
        uitnodiging = uitnodigen(email=begeleider.user.email, rol=Rol.TEAMVERANTWOORDELIJKE)

        with pytest.raises(services.UitnodigingOngeldig):
            self.aanvaarden(uitnodiging, begeleider.user, nu=NU + timedelta(days=8))

    def test_niet_met_een_ander_account(self, uitnodigen, begeleider):
        with pytest.raises(DomainError, match="Deze uitnodiging is voor nieuw"):
            self.aanvaarden(uitnodigen(), begeleider.user)

    def test_niet_door_wie_ze_verstuurde(self, uitnodigen, regisseur):
        """Also not when the address of the account was changed afterwards."""
        uitnodiging = uitnodigen()
        regisseur.user.email = uitnodiging.email

        with pytest.raises(DomainError, match="jezelf geen rol"):
            self.aanvaarden(uitnodiging, regisseur.user)

    def test_op_dezelfde_dag_beeindigd_en_terug(self, uitnodigen, begeleider, ocmw):
        lid = LidmaatschapFactory(organisatie=ocmw, rol=Rol.ADMINISTRATIE, van=VANDAAG, tot=VANDAAG)
        uitnodiging = uitnodigen(email=lid.user.email, rol=Rol.TEAMVERANTWOORDELIJKE)
        Uitnodiging.objects.update(rol=Rol.ADMINISTRATIE)

        self.aanvaarden(uitnodiging, lid.user)

        lid.refresh_from_db()
        assert lid.tot is None


class TestLidmaatschapBeeindigen:
    def beeindigen(self, lid, door, tot=VANDAAG):
        return services.lidmaatschap_beeindigen(lidmaatschap=lid, tot=tot, door=door, vandaag=VANDAAG)

    def test_krijgt_een_laatste_dag_en_blijft_bestaan(self, begeleider, toegang_regisseur):
        self.beeindigen(begeleider, toegang_regisseur)

        begeleider.refresh_from_db()
        assert begeleider.tot == VANDAAG
        assert Lidmaatschap.objects.geldig_op(VANDAAG).filter(pk=begeleider.pk).exists()
        assert Gebeurtenis.objects.get().details == {"tot": "2026-11-23"}

    def test_gisteren_stopt_de_toegang_meteen(self, begeleider, toegang_regisseur):
        self.beeindigen(begeleider, toegang_regisseur, tot=VANDAAG - timedelta(days=1))

        assert not Lidmaatschap.objects.geldig_op(VANDAAG).filter(pk=begeleider.pk).exists()

    @pytest.mark.parametrize(
        ("tot", "zin"), [(date(2026, 11, 1), "te ver terug"), (date(2026, 11, 24), "voor de eerste dag")]
    )
    def test_weigert_een_onmogelijke_dag(self, tot, zin, ocmw, toegang_regisseur):
        lid = LidmaatschapFactory(organisatie=ocmw, van=date(2026, 12, 1))

        with pytest.raises(DomainError, match=zin):
            self.beeindigen(lid, toegang_regisseur, tot=tot)

    def test_niet_je_eigen_rol(self, regisseur, toegang_regisseur):
        with pytest.raises(DomainError, match="je eigen rol niet"):
            self.beeindigen(regisseur, toegang_regisseur)

    def test_niet_twee_keer(self, ocmw, toegang_regisseur):
        lid = LidmaatschapFactory(organisatie=ocmw, tot=date(2026, 1, 1))

        with pytest.raises(DomainError, match="al beëindigd op 01/01/2026"):
            self.beeindigen(lid, toegang_regisseur)

    def test_niet_in_een_ander_gebied(self, ander_gebied, toegang_regisseur):
        lid = LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=ander_gebied))

        with pytest.raises(Lidmaatschap.DoesNotExist):
            self.beeindigen(lid, toegang_regisseur)
