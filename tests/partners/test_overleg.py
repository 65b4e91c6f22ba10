"""Meetings: agenda, invitations with a calendar file, the report with decisions and tasks, and the next one."""

from datetime import date, time

import pytest
from icalendar import Calendar

from partners.enums import Aanwezigheid, OverlegStatus
from partners.models import Agendapunt, Besluit, Deelnemer, Opvolging, Overleg, Overlegtaak, Verslagontwerp
from partners.notifications.overleg import Bericht, overlegmail
from partners.selectors.deelnemers import Kandidaat
from partners.selectors.overleg import besluiten_lijst, overleg_kaart
from partners.services import overleg as services
from partners.services import partnerschap as besluiten
from partners.services import verslag
from partners.services.overleg import OverlegGegevens, PuntGegevens
from partners.services.partnerschap import BesluitGegevens
from partners.services.verslag import TEKST, TERUG, WIE, TaakGegevens, VolgendeGegevens
from partners.stukken.overleg import verslag_pdf
from regie.core.bewaren import Wijziging
from regie.core.exceptions import DomainError
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, OcmwFactory

DAG = date(2026, 11, 20)
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def door(toegang_regisseur):
    return toegang_regisseur


@pytest.fixture(autouse=True)
def bij_verband(gebied, regisseur):
    with gebied_context(gebied, lid_van=[regisseur.organisatie_id]):
        yield


@pytest.fixture
def contact(gebied):
    return ContactpersoonFactory(organisatie__gebied=gebied, naam="An Peeters", email="an@partner.example")


@pytest.fixture
def gegevens():
    return OverlegGegevens(titel="Stuurgroep", datum=DAG, begin=time(9, 30), einde=time(11), plaats="Zaal 2, Brugge")


@pytest.fixture
def overleg(gegevens, door, contact):
    """With two items and one participant."""
    overleg = services.overleg_plannen(gegevens=gegevens, door=door)
    for titel in ("Aantallen", "Vervoer"):
        services.agendapunt_toevoegen(overleg=overleg, gegevens=PuntGegevens(titel), door=door)
    services.deelnemer_toevoegen(overleg=overleg, kandidaat=Kandidaat.van_contact(contact), door=door)
    return overleg


def _punten(overleg):
    return list(Agendapunt.objects.filter(overleg=overleg).order_by("volgorde"))


class TestAgenda:
    @pytest.mark.parametrize(
        ("welk", "omhoog", "volgorde"),
        [
            (1, True, ["Vervoer", "Aantallen"]),
            (0, False, ["Vervoer", "Aantallen"]),
            (0, True, ["Aantallen", "Vervoer"]),
            (1, False, ["Aantallen", "Vervoer"]),
        ],
    )
    def test_verplaatsen(self, overleg, door, welk, omhoog, volgorde):
        services.agendapunt_verplaatsen(punt=_punten(overleg)[welk], omhoog=omhoog, door=door)

        assert [punt.titel for punt in _punten(overleg)] == volgorde

    def test_niemand_wordt_twee_keer_uitgenodigd(self, overleg, door, contact):
        with pytest.raises(DomainError, match="staat al op de lijst"):
            services.deelnemer_toevoegen(overleg=overleg, kandidaat=Kandidaat.van_contact(contact), door=door)


class TestUitnodigen:
    def test_pas_met_een_agenda_en_deelnemers(self, gegevens, door):
        leeg = services.overleg_plannen(gegevens=gegevens, door=door)

        with pytest.raises(DomainError, match="nog niets op de agenda"):
            services.uitnodigen(overleg=leeg, door=door, vandaag=DAG)

    def test_een_ontwerp_blijft_binnenshuis(self, overleg, gebied, door):
        ander = OcmwFactory(gebied=gebied)

        for uitgenodigd in (False, True):
            if uitgenodigd:
                services.uitnodigen(overleg=overleg, door=door, vandaag=DAG)
            with gebied_context(gebied, lid_van=[ander.pk]):
                gezien = [model.objects.exists() for model in (Overleg, Agendapunt, Deelnemer)]
            assert gezien == [uitgenodigd] * 3

    def test_de_mail_heeft_een_agenda_en_een_afspraak(
        self, overleg, door, mailoutbox, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            services.uitnodigen(overleg=overleg, door=door, vandaag=DAG)

        assert [mail.to for mail in mailoutbox] == [["an@partner.example"]]
        assert Deelnemer.objects.get().gemaild_op is not None
        assert [naam for naam, *_ in mailoutbox[0].attachments] == ["agenda-stuurgroep-2026-11-20.pdf", "overleg.ics"]

    @pytest.mark.parametrize(
        ("bericht", "methode", "versie", "status"),
        [
            (Bericht.UITNODIGING, "REQUEST", 0, "CONFIRMED"),
            (Bericht.WIJZIGING, "REQUEST", 1, "CONFIRMED"),
            (Bericht.AFGELAST, "CANCEL", 1, "CANCELLED"),
        ],
    )
    def test_de_afspraak_schuift_mee_onder_hetzelfde_nummer(
        self, overleg, door, gegevens, bericht, methode, versie, status
    ):
        services.uitnodigen(overleg=overleg, door=door, vandaag=DAG)
        if bericht == Bericht.WIJZIGING:
            anders = OverlegGegevens("Stuurgroep", DAG, time(13), time(15))
            services.overleg_bijwerken(overleg=overleg, gegevens=anders, door=door)
        if bericht == Bericht.AFGELAST:
            services.overleg_afgelasten(overleg=overleg, reden="Ziek", door=door)
        deelnemer = Deelnemer.objects.select_related("overleg").get()

        kalender = Calendar.from_ical(_afspraak(overlegmail(deelnemer, bericht)))

        gebeurtenis = kalender.walk("VEVENT")[0]
        assert (kalender["METHOD"], gebeurtenis["SEQUENCE"], gebeurtenis["STATUS"]) == (methode, versie, status)
        assert str(gebeurtenis["UID"]).startswith(f"overleg-{overleg.pk}@")
        uur = gebeurtenis["DTSTART"].dt
        assert (uur.hour, uur.utcoffset().total_seconds()) == (13 if bericht == Bericht.WIJZIGING else 9, 3600)

    def test_een_toelichting_verandert_de_afspraak_niet(self, overleg, door, gegevens):
        services.uitnodigen(overleg=overleg, door=door, vandaag=DAG)
        velden = {n: getattr(gegevens, n) for n in OverlegGegevens.__dataclass_fields__}

        anders = OverlegGegevens(**{**velden, "toelichting": "Breng koffie mee"})
        assert services.overleg_bijwerken(overleg=overleg, gegevens=anders, door=door).agenda_versie == 0

    def test_een_afgelast_overleg_staat_stil(self, overleg, door):
        services.overleg_afgelasten(overleg=overleg, reden="Ziek", door=door)

        with pytest.raises(DomainError, match="is afgelast"):
            services.agendapunt_toevoegen(overleg=overleg, gegevens=PuntGegevens("Nog iets"), door=door)


def _afspraak(mail):
    return next(inhoud for inhoud, soort in mail.alternatives if soort.startswith("text/calendar"))


@pytest.fixture
def besproken(overleg, door, regisseur):
    """The report as a draft: text, one decision, one task, one point that comes back."""
    een, twee = _punten(overleg)
    deelnemer = Deelnemer.objects.get()
    verslag.verslag_bewaren(
        overleg=overleg,
        wijzigingen={
            f"{TEKST}{een.pk}": Wijziging("", "Er stromen meer mensen door."),
            f"{TERUG}{twee.pk}": Wijziging("", "on"),
            f"{WIE}{deelnemer.pk}": Wijziging("UITGENODIGD", "AANWEZIG"),
            "tekst-onbekend": Wijziging("", "nergens"),
        },
        door=door,
    )
    besluiten.besluit_noteren(
        overleg=overleg, agendapunt_id=een.pk, gegevens=BesluitGegevens(DAG, "Vier proefplaatsen extra."), door=door
    )
    verslag.taak_toevoegen(
        overleg=overleg,
        agendapunt_id=twee.pk,
        gegevens=TaakGegevens("Busje zoeken", regisseur.organisatie, date(2026, 12, 4), regisseur.user_id),
        door=door,
    )
    return overleg


class TestVerslag:
    def test_het_ontwerp_verlaat_het_huis_niet(self, besproken, gebied, door):
        services.uitnodigen(overleg=besproken, door=door, vandaag=DAG)
        ander = OcmwFactory(gebied=gebied)

        with gebied_context(gebied, lid_van=[ander.pk]):
            gezien = [m.objects.exists() for m in (Overleg, Verslagontwerp, Besluit, Overlegtaak, Opvolging)]

        assert gezien == [True, False, False, False, False]

    def test_twee_vensters_overschrijven_elkaar_niet(self, overleg, door):
        veld = f"{TEKST}{_punten(overleg)[0].pk}"
        verslag.verslag_bewaren(overleg=overleg, wijzigingen={veld: Wijziging("", "Eerste")}, door=door)

        bewaard = verslag.verslag_bewaren(overleg=overleg, wijzigingen={veld: Wijziging("", "Tweede")}, door=door)

        assert (bewaard.botsingen, bewaard.ontwerp[veld]) == ({veld: "Eerste"}, "Eerste")

    def test_afronden_deelt_alles_en_zet_taken_in_opvolging(self, besproken, gebied, door, regisseur):
        verslag.verslag_afronden(overleg=besproken, door=door, vandaag=VANDAAG)

        ander = OcmwFactory(gebied=gebied)
        with gebied_context(gebied, lid_van=[ander.pk]):
            overleg = Overleg.objects.get()
            een, twee = _punten(overleg)
            taak = Opvolging.objects.get()
            assert (overleg.status, overleg.verslag_op) == (OverlegStatus.VERSLAGEN, VANDAAG)
            assert (een.verslag, twee.schuift_door) == ("Er stromen meer mensen door.", True)
            assert Deelnemer.objects.get().aanwezigheid == Aanwezigheid.AANWEZIG
            assert [b.tekst for b in besluiten_lijst(zoek="proefplaatsen stuurgroep")] == ["Vier proefplaatsen extra."]
        assert (taak.titel, taak.datum, taak.organisatie_id, taak.wie_id, taak.object_id) == (
            "Busje zoeken",
            date(2026, 12, 4),
            regisseur.organisatie_id,
            regisseur.user_id,
            besproken.pk,
        )
        assert not Verslagontwerp.objects.exists()

    def test_niet_voor_het_overleg(self, besproken, door):
        with pytest.raises(DomainError, match="is pas op 20/11/2026"):
            verslag.verslag_afronden(overleg=besproken, door=door, vandaag=date(2026, 11, 19))

    def test_een_gewiste_taak_is_ook_weg_uit_opvolging(self, besproken, door):
        verslag.verslag_afronden(overleg=besproken, door=door, vandaag=VANDAAG)

        verslag.taak_wissen(taak=Overlegtaak.objects.get(), door=door, vandaag=VANDAAG)

        assert Opvolging.objects.get().klaar_op == VANDAAG

    def test_het_verslag_als_pdf(self, besproken, door):
        verslag.verslag_afronden(overleg=besproken, door=door, vandaag=VANDAAG)

        assert verslag_pdf(Overleg.objects.get()).startswith(b"%PDF")


class TestVolgende:
    def test_open_punten_en_taken_gaan_mee(self, besproken, door):
        verslag.verslag_afronden(overleg=besproken, door=door, vandaag=VANDAAG)

        volgend = verslag.volgend_overleg(
            overleg=besproken, gegevens=VolgendeGegevens(date(2027, 2, 5), time(9), time(10)), door=door
        )

        kaart = overleg_kaart(volgend)
        assert [rij.punt.titel for rij in kaart.punten] == ["Verslag van 20/11/2026", "Open taken", "Vervoer"]
        assert "Busje zoeken" in kaart.punten[1].punt.toelichting
        assert [(d.naam, d.aanwezigheid) for d in kaart.deelnemers] == [("An Peeters", Aanwezigheid.UITGENODIGD)]
        assert (volgend.vorige, volgend.gedeeld, volgend.status) == (besproken, False, OverlegStatus.VOORBEREIDING)

    def test_niet_op_een_vroegere_dag(self, besproken, door):
        with pytest.raises(DomainError, match="Kies een dag na 20/11/2026"):
            verslag.volgend_overleg(overleg=besproken, gegevens=VolgendeGegevens(DAG, time(9), time(10)), door=door)


class TestPaginas:
    def test_een_overleg_en_de_lijst_zijn_zuinig(
        self, als_regisseur, besproken, gebied, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(22):
            assert als_regisseur.get(f"/g/{gebied.slug}/partners/overleg/{besproken.pk}/").status_code == 200
        with django_assert_max_num_queries(10):
            assert als_regisseur.get(f"/g/{gebied.slug}/partners/overleg/").status_code == 200

    def test_autobewaren_antwoordt_met_de_versie(self, als_regisseur, overleg, gebied):
        veld = f"{TEKST}{_punten(overleg)[0].pk}"

        antwoord = als_regisseur.post(
            f"/g/{gebied.slug}/partners/overleg/{overleg.pk}/verslag/",
            {"autobewaar": "1", f"was:{veld}": "", f"wordt:{veld}": "Getypt"},
        )

        assert (antwoord.json()["versie"], antwoord.json()["ontwerp"][veld]) == (1, "Getypt")
