"""A partner without an account tells on a phone how its action goes; the regisseur reads it and sees what changed."""

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from actieplannen.models import Actie
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.e2e.keuring import SMAL, keur
from tests.e2e.wereld import Wereld
from tests.factories import ActieFactory, ContactpersoonFactory, PlanFactory

pytestmark = pytest.mark.browser


def test_van_vraag_tot_stand(pagina: Page, aanmelden, wereld: Wereld):
    actie = actie_van_een_partner(wereld)
    aanmelden(wereld.accounts[Rol.REGISSEUR])
    tab = f"/g/{wereld.gebied.slug}/jaaractieplan/{actie.doelstelling.plan_id}/opvolging/"
    nu = timezone.localdate()
    pagina.goto(f"{tab}?kwartaal={nu.year}-Q{(nu.month + 2) // 3}")
    keur(pagina)
    pagina.get_by_role("link", name="Vraag de stand").click()
    expect(pagina.get_by_text("Er vertrekt 1 mail.")).to_be_visible()
    keur(pagina)
    pagina.get_by_role("button", name="Stand vragen").click()
    expect(pagina.get_by_text("gemaild", exact=True)).to_be_visible()

    antwoorden_op_de_telefoon(pagina, adres_in_de_mail())

    pagina.set_viewport_size({"width": 1440, "height": 900})
    pagina.goto(f"{tab}?kwartaal={nu.year}-Q{(nu.month + 2) // 3}")
    rij = pagina.get_by_role("row").filter(has_text="Circulaire hub")
    expect(rij).to_contain_text("loopt vast")
    expect(rij).to_contain_text("De loods is verkocht.")
    expect(rij).to_contain_text("Els Maes")
    expect(pagina.get_by_role("link", name="Overnemen als actie")).to_be_visible()
    keur(pagina)


def actie_van_een_partner(wereld: Wereld) -> Actie:
    with gebied_context(wereld.gebied):
        els = ContactpersoonFactory(organisatie=wereld.gebruiker, naam="Els Maes", email="els@groen.example")
        plan = PlanFactory(jaar=timezone.localdate().year, status="GOEDGEKEURD", titel="Jaaractieplan van de reis")
        return ActieFactory(
            doelstelling__plan=plan,
            titel="Circulaire hub",
            trekker_contact=els,
            trekker_organisatie=wereld.gebruiker,
        )


def adres_in_de_mail() -> str:
    regel = next(regel for regel in mail.outbox[-1].body.splitlines() if "/p/" in regel)
    return urlsplit(regel.strip()).path


def antwoorden_op_de_telefoon(pagina: Page, adres: str) -> None:
    pagina.set_viewport_size(SMAL)  # type: ignore[arg-type]
    pagina.goto(adres)
    keur(pagina)
    pagina.get_by_label("Rood: loopt vast").check()
    pagina.get_by_label("Vertel in een paar zinnen").fill("Zonder plek start de proefploeg niet.")
    pagina.get_by_label("Wat stel je voor").fill("Beginnen in onze eigen loods.")
    pagina.get_by_role("button", name="Stand bewaren").click()
    expect(pagina.get_by_role("alert")).to_be_visible()
    expect(pagina.get_by_label("Vertel in een paar zinnen")).to_have_value("Zonder plek start de proefploeg niet.")
    keur(pagina)
    pagina.get_by_label("Waarom loopt het anders").fill("De loods is verkocht.")
    pagina.get_by_role("button", name="Stand bewaren").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoord is verstuurd")
    keur(pagina)
