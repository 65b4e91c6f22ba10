"""Writes the accounts of `logins.py` with their memberships."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from regie.accounts.models import User
from regie.portal.demo.gebieden import Gebied, lid_maken
from regie.portal.demo.logins import LOGINS, WACHTWOORD


def accounts_maken(werelden: list[Gebied]) -> None:
    """The organisations of the logins exist; each account is verified and signs in with the demo password."""
    per_slug = {wereld.plan.slug: wereld for wereld in werelden}
    wachtwoord = make_password(WACHTWOORD)
    for login in LOGINS:
        user = User.objects.create(
            email=login.email,
            first_name=login.voornaam,
            last_name=login.familienaam,
            password=wachtwoord,
            is_staff=not login.lid_van,
            is_superuser=not login.lid_van,
        )
        EmailAddress.objects.create(user=user, email=login.email, verified=True, primary=True)
        for gebied, organisatie, rol in login.lid_van:
            wereld = per_slug[gebied]
            lid_maken(user, wereld.gebied.organisaties.get(slug=organisatie), rol, van=wereld.plan.start)
