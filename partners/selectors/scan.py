"""What the pages of the scan show. Answers are only read by the one who gave them, and to count."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from partners.enums import Scandimensie, Scanstatus
from partners.models import Scan, Scanantwoord, Scandeelnemer, ScanStelling
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import RECHTEN, Recht, Rol, Toegang


def geldige_lijst(op: date) -> int:
    """The version of the questionnaire that is used on a day."""
    geldig = ScanStelling.objects.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=op), geldig_van__lte=op)
    versie = geldig.order_by("-versie").values_list("versie", flat=True).first()
    if versie is None:
        raise DomainError("Er is geen vragenlijst die vandaag geldt. Vraag de beheerder om ze te laden.")
    return versie


def stellingen_van(lijst: int) -> list[ScanStelling]:
    return list(ScanStelling.objects.filter(versie=lijst).order_by("nr"))


def eigen_organisaties(toegang: Toegang) -> list[Organisatie]:
    """Where the reader belongs, in alphabetical order."""
    return list(Organisatie.objects.van_gebied().filter(pk__in=toegang.lid_van).order_by("naam", "pk"))


def eigen_scans(toegang: Toegang) -> QuerySet[Scan]:
    """Never what others shared: that has a page of its own."""
    return Scan.objects.filter(eigenaar_id__in=toegang.lid_van).select_related("eigenaar", "vorige")


def gedeelde_scans() -> QuerySet[Scan]:
    return Scan.objects.filter(gedeeld=True, status=Scanstatus.AFGEROND).select_related("eigenaar", "vorige")


def mijn_deelname(scan: Scan, user_id: int) -> Scandeelnemer | None:
    return Scandeelnemer.objects.gevraagd().filter(scan=scan, user_id=user_id).first()


def deelnemer_van_link(deelnemer_id: UUID) -> Scandeelnemer | None:
    """Whom a link is for, while the scan is open."""
    rijen = Scandeelnemer.objects.gevraagd().filter(pk=deelnemer_id, scan__status=Scanstatus.OPEN)
    return rijen.select_related("scan", "eigenaar").first()


def deelnemers(scan: Scan) -> list[Scandeelnemer]:
    """The one who leads first. Whether somebody answered, never what."""
    return list(Scandeelnemer.objects.filter(scan=scan).gevraagd().order_by("-is_trekker", "naam", "pk"))


def antwoorden_van(deelnemer: Scandeelnemer) -> dict[int, str]:
    """{number of the statement: "0" to "4", or "nvt"}, for the one who gave them."""
    rijen = Scanantwoord.objects.filter(deelnemer=deelnemer).values_list("stelling__nr", "score")
    return {nr: "nvt" if score is None else str(score) for nr, score in rijen}


def stand_per_dimensie(deelnemer: Scandeelnemer) -> dict[str, tuple[int, int]]:
    """{dimension: (answered, asked)}."""
    gegeven = antwoorden_van(deelnemer)
    stand = dict.fromkeys(Scandimensie.values, (0, 0))
    for stelling in stellingen_van(deelnemer.scan.lijst):
        klaar, alle = stand[stelling.dimensie]
        stand[stelling.dimensie] = (klaar + (stelling.nr in gegeven), alle + 1)
    return stand


def collegas(organisatie_id: int, vandaag: date) -> list[Lidmaatschap]:
    """One membership per account of the organisatie."""
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(organisatie_id=organisatie_id).select_related("user")
    per_account = {lid.user_id: lid for lid in leden.order_by("user__last_name", "user__first_name", "pk")}
    return list(per_account.values())


def kan_zich_aanmelden(deelnemer: Scandeelnemer, vandaag: date) -> bool:
    """Has an account with the right to fill in scans; who has not gets a link."""
    rollen = [rol for rol in Rol if Recht.SCAN_INVULLEN in RECHTEN[rol]]
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(organisatie_id=deelnemer.eigenaar_id, rol__in=rollen)
    return deelnemer.user_id is not None and leden.filter(user_id=deelnemer.user_id).exists()
