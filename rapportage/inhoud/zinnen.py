"""Sentences made by rules from figures that may be shown. No rule computes with a hidden figure."""

from typing import Any

from regie.core import notatie

Cijfers = dict[str, Any]


def samenvatting(cijfers: Cijfers) -> list[str]:
    """At most three sentences, each from a rule that had something to say."""
    tegels = {tegel["code"]: tegel for tegel in cijfers["kern"]["tegels"]}
    jaar = {tegel["code"]: tegel for tegel in cijfers["kern_vorig_jaar"]["tegels"]}
    zinnen = [
        instroom(jaar["instroom"]) or instroom(tegels["instroom"]),
        doorstroom(tegels["doorstroom"]),
        uitschieter(cijfers.get("vergelijking")) or quotum(tegels["quotum_vst"]),
        quotum(tegels["quotum_vst"]),
        stand(tegels["in_behandeling"]),
    ]
    uniek = list(dict.fromkeys(zin for zin in zinnen if zin))
    return uniek[:3]


def beweging(van: float, naar: float) -> str:
    if naar > van:
        return "steeg"
    return "daalde" if naar < van else "bleef gelijk"


def instroom(tegel: Cijfers) -> str:
    delta = tegel["delta"]
    if not delta or tegel["getal"]["waarde"] is None or delta["ander"]["waarde"] is None:
        return ""
    van, naar = delta["ander"], tegel["getal"]
    woord = beweging(van["waarde"], naar["waarde"])
    ten_opzichte = vergelijking(delta["woorden"])
    if woord == "bleef gelijk":
        return f"De instroom bleef gelijk: {naar['getoond']} trajecten{ten_opzichte}."
    return f"De instroom {woord} van {van['getoond']} naar {naar['getoond']} trajecten{ten_opzichte}."


def vergelijking(woorden: str) -> str:
    """ "18 meer dan in september 2026" gives " tegenover september 2026"."""
    _, gevonden, periode = woorden.rpartition(" in ")
    return f" tegenover {periode}" if gevonden else ""


def doorstroom(tegel: Cijfers) -> str:
    ratio = next((ratio for ratio in tegel["ratios"] if ratio["waarde"] is not None), None)
    if ratio is None or tegel["getal"]["waarde"] is None:
        return ""
    noemer = f" ({tegel['getal']['getoond']} van {ratio['n']})" if ratio["n"] else ""
    return f"{ratio['getoond']} van de uitstroom vond werk in het normaal economisch circuit{noemer}."


def quotum(tegel: Cijfers) -> str:
    gebruikt, toegekend = tegel["getal"]["waarde"], tegel["getal"]["n"]
    if gebruikt is None or not toegekend:
        return ""
    return (
        f"{notatie.getal(gebruikt)} van de {notatie.getal(toegekend)} toegekende plaatsen art. 60 VST zijn gebruikt."
    )


def uitschieter(tabel: Cijfers | None) -> str:
    """The first OCMW that stands out, in the words of the figures themselves."""
    opvallend = [rij for rij in (tabel or {"rijen": []})["rijen"] if rij["opmerking"] and not rij["is_totaal"]]
    if not opvallend:
        return ""
    rij = opvallend[0]
    return f"{rij['label']}: {rij['opmerking'].rstrip('.')}."


def stand(tegel: Cijfers) -> str:
    if tegel["getal"]["waarde"] is None:
        return ""
    return f"Op de peildatum zijn er {tegel['getal']['getoond']} trajecten in behandeling."


def grootste(paren: list[tuple[str, Cijfers]]) -> tuple[str, Cijfers] | None:
    """The label with the largest figure that may be shown; None when nothing may, or when everything is zero."""
    getoond = [(label, getal) for label, getal in paren if getal["waarde"]]
    return max(getoond, key=lambda paar: paar[1]["waarde"]) if getoond else None
