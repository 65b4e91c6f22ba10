"""Scans werkgeversgerichtheid: one that is shared, with a plan; several that are not; one that is being filled in."""

from collections.abc import Sequence
from datetime import date, timedelta

from partners.enums import Scanactiestatus, Scandimensie, Scanstatus
from partners.models import Scan, Scanactie, Scanantwoord, Scandeelnemer, Scanuitnodiging
from partners.scanadvies import voorstel
from partners.scanregels import scanregels
from partners.scanscore import Antwoorden, bereken
from partners.selectors.scan import collegas, geldige_lijst, stellingen_van
from regie.cijfers.selectors.scans import peildatum
from regie.core.models import Organisatie
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval

# organisatie: what its people usually answer per dimension, 0 to 4
STIL = {
    "windroos": (2.2, 1.4, 1.2, 1.6, 2.4),
    "noorderwind": (1.4, 1.1, 1.8, 0.9, 1.7),
    "de-lus": (2.6, 2.1, 1.3, 2.2, 1.5),
    "veld-en-wiek": (1.1, 0.9, 1.0, 1.4, 1.2),
    "thuishulp": (0.8, 1.2, 1.6, 1.1, 0.9),
    "de-horizon": (2.9, 2.7, 2.0, 2.5, 3.1),
}
GEDEELD, LOPEND, UITGENODIGD = "kringwinkel", "ocmw-brugge", ("gtb-brugge", "ocmw-torhout")
TOEN, NU = (1.6, 1.1, 0.8, 1.7, 1.9), (2.9, 2.0, 1.1, 2.3, 2.2)
TEAM = ("Mieke Desmet", "Koen Vandamme")
BELANG = {"D1": 3, "D2": 5, "D3": 4, "D4": 3, "D5": 4}
ACTIES = (
    ("D3-ONTWIKKELING-1", "Mieke Desmet", -12, Scanactiestatus.BEZIG),
    ("D3-ONTWIKKELING-2", "", 35, Scanactiestatus.GEPLAND),
    ("D2-GEVORDERD-2", "Koen Vandamme", 70, Scanactiestatus.GEPLAND),
    ("D2-GEVORDERD-1", "", -40, Scanactiestatus.KLAAR),
)


def scans_maken(wereld: Gebied, *, vandaag: date, toeval: Toeval) -> None:
    """Only where the partners of the story are."""
    organisaties = {plan.slug: organisatie for plan, organisatie in wereld.partners.values()}
    organisaties |= {ocmw.organisatie.slug: ocmw.organisatie for ocmw in wereld.ocmws}
    if GEDEELD not in organisaties:
        return
    with gebied_context(wereld.gebied, lid_van=[organisatie.pk for organisatie in organisaties.values()]):
        afgerond = peildatum(vandaag)
        for nummer, (slug, midden) in enumerate(STIL.items()):
            _scan(organisaties[slug], midden, 1 + nummer % 3, afgerond - timedelta(days=9 * nummer + 4), toeval)
        _kringwinkel(organisaties[GEDEELD], afgerond - timedelta(days=20), vandaag, toeval)
        _lopend(organisaties[LOPEND], vandaag, toeval)
        for slug in UITGENODIGD:
            op = vandaag - timedelta(days=toeval.randint(5, 30))
            Scanuitnodiging.objects.create(id=toeval.uuid(), organisatie=organisaties[slug], op=op)


def _kringwinkel(organisatie: Organisatie, op: date, vandaag: date, toeval: Toeval) -> None:
    vorige = _scan(organisatie, TOEN, 3, op - timedelta(days=372), toeval)
    scan = _scan(organisatie, NU, 3, op, toeval, vorige=vorige)
    Scan.objects.filter(pk=scan.pk).update(gedeeld=True, gedeeld_op=op + timedelta(days=3))
    leden = collegas(organisatie.pk, vandaag)
    for code, naam, dagen, status in ACTIES:
        gekozen = voorstel(code)
        assert gekozen is not None  # noqa: S101  # reference data of the product
        klaar_tegen = vandaag + timedelta(days=dagen)
        Scanactie.objects.create(
            id=toeval.uuid(),
            eigenaar=organisatie,
            scan=scan,
            dimensie=gekozen.dimensie,
            voorstel=code,
            titel=gekozen.titel,
            notitie=gekozen.uitleg,
            wie_id=leden[0].user_id if leden and not naam else None,
            wie_naam=naam or ("" if leden else TEAM[0]),
            klaar_tegen=klaar_tegen,
            status=status,
            klaar_op=klaar_tegen if status == Scanactiestatus.KLAAR else None,
        )


def _scan(
    organisatie: Organisatie,
    midden: Sequence[float],
    aantal: int,
    op: date,
    toeval: Toeval,
    *,
    vorige: Scan | None = None,
) -> Scan:
    scan = Scan.objects.create(
        id=toeval.uuid(),
        eigenaar=organisatie,
        lijst=geldige_lijst(op),
        status=Scanstatus.AFGEROND,
        gestart_op=op - timedelta(days=18),
        antwoorden_tot=op,
        afgerond_op=op,
        vorige=vorige,
        belang=BELANG,
    )
    antwoorden = [
        _deelnemer(scan, nummer, midden, op - timedelta(days=3 + nummer), toeval) for nummer in range(aantal)
    ]
    scan.uitkomst = bereken(antwoorden, scanregels(op)).als_json()
    scan.save(update_fields=["uitkomst"])
    return scan


def _lopend(organisatie: Organisatie, vandaag: date, toeval: Toeval) -> None:
    scan = Scan.objects.create(
        id=toeval.uuid(),
        eigenaar=organisatie,
        lijst=geldige_lijst(vandaag),
        gestart_op=vandaag - timedelta(days=8),
        antwoorden_tot=vandaag + timedelta(days=13),
        belang=BELANG,
    )
    _deelnemer(scan, 0, (2, 2, 1, 2, 2), vandaag - timedelta(days=2), toeval)
    _deelnemer(scan, 1, (2, 1, 1, 3, 2), vandaag - timedelta(days=1), toeval)
    _rij(scan, 2, None, toeval)


def _rij(scan: Scan, nummer: int, op: date | None, toeval: Toeval) -> Scandeelnemer:
    """The first one leads: an account with the right, else a name."""
    mag = {Rol.PARTNERCONTACT, Rol.TEAMVERANTWOORDELIJKE}
    leden = sorted(collegas(scan.eigenaar_id, scan.gestart_op), key=lambda lid: lid.rol not in mag)
    user = leden[0].user if leden and nummer == 0 else None
    naam = user.get_full_name() if user else TEAM[nummer % len(TEAM)]
    return Scandeelnemer.objects.create(
        id=toeval.uuid(),
        eigenaar_id=scan.eigenaar_id,
        scan=scan,
        user=user,
        naam=naam,
        email=user.email if user else f"{naam.split()[0].lower()}@partner.example",
        is_trekker=nummer == 0,
        gevraagd_op=scan.gestart_op,
        ingediend_op=tijdstip(op, 14, 10 * nummer) if op else None,
    )


def _deelnemer(scan: Scan, nummer: int, midden: Sequence[float], op: date, toeval: Toeval) -> Antwoorden:
    deelnemer = _rij(scan, nummer, op, toeval)
    antwoorden: dict[str, list[int | None]] = {}
    rijen = []
    for stelling in stellingen_van(scan.lijst):
        score = None if toeval.kans(0.03) else toeval.rond(midden[int(stelling.dimensie[1]) - 1], 0.8, 0, 4)
        antwoorden.setdefault(stelling.dimensie, []).append(score)
        rijen.append(
            Scanantwoord(
                id=toeval.uuid(),
                eigenaar_id=scan.eigenaar_id,
                deelnemer=deelnemer,
                stelling=stelling,
                score=score,
            )
        )
    Scanantwoord.objects.bulk_create(rijen)
    return {dimensie: antwoorden.get(dimensie, []) for dimensie in Scandimensie.values}
