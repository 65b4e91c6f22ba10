"""The history of the clock as rows of a table: what, when, why, and what can still be done with it."""

from dataclasses import dataclass, field
from datetime import date

from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.permissions import Recht, Toegang
from trajecten.enums import Aanvraagstatus
from trajecten.models import Afwezigheid, Breukperiode, Schorsing, Verlenging
from trajecten.regels.dagteller import telt_mee
from trajecten.selectors.dagteller import Historiek

_STATUSKLEUR = {
    Aanvraagstatus.AANGEVRAAGD: ("letop", "hourglass"),
    Aanvraagstatus.GOEDGEKEURD: ("succes", "circle-check"),
    Aanvraagstatus.GEWEIGERD: ("gevaar", "circle-x"),
    Aanvraagstatus.INGETROKKEN: ("neutraal", "undo-2"),
}


@dataclass(frozen=True, slots=True)
class Actie:
    label: str
    url: str
    is_post: bool = False
    bevestig: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    wat: str
    periode: str
    uitleg: list[str]
    status: str
    soort: str
    icoon: str
    volgorde: date
    acties: list[Actie] = field(default_factory=list)


def historiekrijen(historiek: Historiek, toegang: Toegang, *, ziet_team: bool) -> list[Rij]:
    """Newest first. Why somebody was away or suspended is for those who guide (domein.md 2.3)."""
    rijen = [_breuk(periode, toegang) for periode in historiek.breuken]
    rijen += [_afwezigheid(afwezigheid, toegang, ziet_team) for afwezigheid in historiek.afwezigheden]
    rijen += [_schorsing(schorsing, toegang, ziet_team) for schorsing in historiek.schorsingen]
    rijen += [_verlenging(verlenging, toegang, ziet_team) for verlenging in historiek.verlengingen]
    return sorted(rijen, key=lambda rij: rij.volgorde, reverse=True)


def _periode(van: date, tot: date | None) -> str:
    return f"{notatie.datum(van)} – {notatie.datum(tot) if tot else 'nu'}"


def _geldig(ingetrokken_op: date | None) -> tuple[str, str, str]:
    if ingetrokken_op:
        return f"ingetrokken op {notatie.datum(ingetrokken_op)}", "neutraal", "undo-2"
    return "genoteerd", "info", "check"


def _breuk(periode: Breukperiode, toegang: Toegang) -> Rij:
    acties = []
    if toegang.mag(Recht.TRAJECT_BEWERKEN) and not periode.ingetrokken_op:
        acties.append(Actie("Intrekken", gebied_url("trajecten:breuk_intrekken", periode.pk), is_post=True))
    return Rij(
        f"Tewerkstelling {notatie.getal(periode.breuk, 2)}",
        f"vanaf {notatie.datum(periode.vanaf)}",
        [periode.reden, _wie(periode.door, periode.created_at.date())],
        *_geldig(periode.ingetrokken_op),
        periode.vanaf,
        acties,
    )


def _afwezigheid(afwezigheid: Afwezigheid, toegang: Toegang, ziet_team: bool) -> Rij:
    acties = []
    if toegang.mag(Recht.TRAJECT_BEWERKEN) and not afwezigheid.ingetrokken_op:
        if afwezigheid.tot is None:
            acties.append(Actie("Terug noteren", gebied_url("trajecten:afwezigheid_terug", afwezigheid.pk)))
        acties.append(Actie("Intrekken", gebied_url("trajecten:afwezigheid_intrekken", afwezigheid.pk), is_post=True))
    uitleg = [_telling(afwezigheid), *([afwezigheid.opmerking] if ziet_team else [])]
    return Rij(
        f"Afwezig: {afwezigheid.get_soort_display()}" if ziet_team else "Afwezig",
        _periode(afwezigheid.van, afwezigheid.tot),
        [*filter(None, uitleg), _wie(afwezigheid.door, afwezigheid.created_at.date())],
        *_geldig(afwezigheid.ingetrokken_op),
        afwezigheid.van,
        acties,
    )


def _telling(afwezigheid: Afwezigheid) -> str:
    try:
        geldend = telt_mee(afwezigheid.soort, afwezigheid.van)
    except DomainError as fout:
        return str(fout)
    return f"{'Telt mee' if geldend.waarde else 'Telt niet mee'} (zekerheid: {geldend.zekerheid})"


def _schorsing(schorsing: Schorsing, toegang: Toegang, ziet_team: bool) -> Rij:
    acties = _aanvraagacties(schorsing, toegang, "schorsing")
    loopt_zo = schorsing.status == Aanvraagstatus.GOEDGEKEURD and not (
        schorsing.bij_onderbreking and schorsing.tot is None
    )
    if loopt_zo and toegang.mag(Recht.TRAJECT_BEWERKEN):
        acties.append(Actie("Vroeger stoppen", gebied_url("trajecten:schorsing_beeindigen", schorsing.pk)))
    naam = f"Schorsing: {schorsing.get_reden_display()}" if ziet_team else "Schorsing"
    return _aanvraagrij(schorsing, naam, acties, ziet_team)


def _verlenging(verlenging: Verlenging, toegang: Toegang, ziet_team: bool) -> Rij:
    naam = f"Verlenging: {verlenging.get_reden_display()}"
    return _aanvraagrij(verlenging, naam, _aanvraagacties(verlenging, toegang, "verlenging"), ziet_team)


def _aanvraagacties(aanvraag: Schorsing | Verlenging, toegang: Toegang, soort: str) -> list[Actie]:
    if not aanvraag.is_open:
        return []
    acties = []
    if toegang.mag(Recht.LOOPTIJD_BESLISSEN):
        acties.append(Actie("Beslissen", gebied_url(f"trajecten:{soort}_beslissen", aanvraag.pk)))
    if toegang.mag(Recht.TRAJECT_BEWERKEN):
        acties.append(Actie("Intrekken", gebied_url(f"trajecten:{soort}_intrekken", aanvraag.pk), is_post=True))
    return acties


def _aanvraagrij(aanvraag: Schorsing | Verlenging, naam: str, acties: list[Actie], ziet_team: bool) -> Rij:
    uitleg = [aanvraag.toelichting if ziet_team else "", _gevraagd(aanvraag)]
    if aanvraag.status == Aanvraagstatus.GEWEIGERD:
        uitleg.append(f"Geweigerd: {aanvraag.get_weigerreden_display()}.")
        uitleg += [aanvraag.weigering_uitleg, f"Volgende stap: {aanvraag.volgende_stap}"] if ziet_team else []
    kleur, icoon = _STATUSKLEUR[Aanvraagstatus(aanvraag.status)]
    return Rij(
        naam,
        _periode(aanvraag.van, aanvraag.tot),
        [zin for zin in uitleg if zin],
        str(aanvraag.get_status_display()),
        kleur,
        icoon,
        aanvraag.van,
        acties,
    )


def _gevraagd(aanvraag: Schorsing | Verlenging) -> str:
    zin = f"Gevraagd {_wie(aanvraag.aangevraagd_door, aanvraag.aangevraagd_op)}"
    if aanvraag.beslist_op and aanvraag.status != Aanvraagstatus.INGETROKKEN:
        zin += f", beslist {_wie(aanvraag.beslist_door, aanvraag.beslist_op)}"
    return f"{zin}."


def _wie(user: object, op: date) -> str:
    naam = getattr(user, "naam", "")
    return f"op {notatie.datum(op)}{f' door {naam}' if naam else ''}"
