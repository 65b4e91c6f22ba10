"""The figures of one rapport, taken once: plain JSON, complete enough to print the rapport again years later."""

import hashlib
import json
from datetime import date
from typing import Any

from django.utils import timezone

from rapportage.enums import Onderdeel
from rapportage.models import Rapport
from regie.cijfers import selectors as cijfers
from regie.cijfers.getal import als_json
from regie.cijfers.periode import Periode

FORMAAT = 1


def maak_momentopname(rapport: Rapport) -> dict[str, Any]:
    """Everything the rapport says, counted by `regie.cijfers`. Call it with one view of the data."""
    periode = rapport.periode
    momentopname = {
        "formaat": FORMAAT,
        "gebied": _gebied(rapport),
        "periode": {"sleutel": periode.sleutel, "label": periode.label, "start": periode.start.isoformat()},
        "peildatum": rapport.peildatum.isoformat(),
        "rapport": _rapport(rapport),
        "cijfers": _cijfers(rapport, periode),
        "onderdrukking": cijfers.onderdrukkingsregel(rapport.peildatum),
    }
    momentopname["definities"] = _definities(momentopname["cijfers"], rapport.peildatum)
    return momentopname


def momentopname_sha256(momentopname: dict[str, Any]) -> str:
    """Over a canonical form: the database does not keep the order of the keys."""
    tekst = json.dumps(momentopname, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def _gebied(rapport: Rapport) -> dict[str, Any]:
    gebied = rapport.gebied
    inwoners, geteld_op = gebied.inwoners_op(rapport.peildatum)
    return {
        "naam": gebied.naam,
        "contact": gebied.contact_email,
        "gemeenten": [lid.gemeente.naam for lid in gebied.gemeenten_op(rapport.peildatum)],
        "inwoners": inwoners,
        "inwoners_op": geteld_op.isoformat() if geteld_op else None,
    }


def _rapport(rapport: Rapport) -> dict[str, Any]:
    versies = Rapport.objects.zonder_inhoud().filter(
        periode_soort=rapport.periode_soort,
        periode_start=rapport.periode_start,
        variant=rapport.variant,
        onderdelen_sleutel=rapport.onderdelen_sleutel,
        versie__lt=rapport.versie,
    )
    nu = timezone.now()
    geschiedenis = [*versies.order_by("versie"), rapport]
    return {
        "id": str(rapport.pk),
        "versie": rapport.versie,
        "onderdelen": list(rapport.onderdelen),
        "correctie_reden": rapport.correctie_reden,
        "opgemaakt_op": nu.isoformat(),
        "versies": [
            {
                "versie": versie.versie,
                "op": timezone.localdate(versie.gemaakt_op or nu).isoformat(),
                "reden": versie.correctie_reden,
            }
            for versie in geschiedenis
        ],
    }


def _cijfers(rapport: Rapport, periode: Periode) -> dict[str, Any]:
    """Only what the chosen sections print: a rapport holds no figures that its reader did not get."""
    peildatum = rapport.peildatum
    opname = cijfers.Opname(periode, peildatum, cijfers.Vergelijking.VORIGE_PERIODE)
    jaar = cijfers.Opname(periode, peildatum, cijfers.Vergelijking.VORIG_JAAR)
    gevraagd: dict[str, Any] = {}
    if Onderdeel.OOGOPSLAG in rapport.onderdelen:
        gevraagd["kern"] = cijfers.kerncijfers(periode, peildatum, opname=opname)
        gevraagd["kern_vorig_jaar"] = cijfers.kerncijfers(periode, peildatum, opname=jaar)
        gevraagd["vergelijking"] = cijfers.vergelijking_ocmw(periode, peildatum, opname=opname)
        gevraagd["signalen"] = cijfers.signalen(timezone.localdate())
    if Onderdeel.INSTROOM in rapport.onderdelen:
        gevraagd["reeks"] = cijfers.instroom_reeks(periode, peildatum, opname=opname)
        gevraagd["instroom_instrument"] = cijfers.instroom_per_instrument(periode, peildatum, opname=opname)
    if Onderdeel.LOPEND in rapport.onderdelen:
        gevraagd["lopend"] = cijfers.lopend_per_status_en_instrument(periode, peildatum, opname=opname)
    if Onderdeel.ART60 in rapport.onderdelen:
        gevraagd["art60"] = cijfers.art60_per_ocmw(periode, peildatum, opname=opname)
        gevraagd["art60_categorie"] = cijfers.art60_per_categorie(periode, peildatum, opname=opname)
    if Onderdeel.UITSTROOM in rapport.onderdelen:
        gevraagd.setdefault("kern", cijfers.kerncijfers(periode, peildatum, opname=opname))
        gevraagd["uitstroom"] = cijfers.uitstroom_tabel(periode, peildatum, opname=opname)
        gevraagd["cohorten"] = cijfers.cohorten(periode, peildatum, opname=opname)
    return {naam: als_json(resultaat) for naam, resultaat in gevraagd.items()}


def _definities(deel: Any, peildatum: date) -> list[dict[str, str]]:
    """Of every indicator that is named anywhere in the figures, in the order of the list."""
    genoemd = set(_codes(deel))
    return [
        {"code": i.code, "naam": i.naam, "definitie": i.definitie, "noemer": i.noemer, "bron": i.bron}
        for i in cijfers.begrippen(peildatum)
        if i.code in genoemd
    ]


def _codes(deel: Any) -> list[str]:
    if isinstance(deel, dict):
        eigen = [deel["definitie"]] if deel.get("definitie") else []
        return eigen + [code for waarde in deel.values() for code in _codes(waarde)]
    if isinstance(deel, list):
        return [code for waarde in deel for code in _codes(waarde)]
    return []
