"""Art. 60 per OCMW and per category of gebruiker."""

from datetime import date

from regie.cijfers.getal import Getal, Kolom, Rij, Tabel, aantal, verborgen
from regie.cijfers.indicatoren import INDICATOREN, STAPPEN
from regie.cijfers.onderdrukking import kolom
from regie.cijfers.opname import Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.namen import plaatsnaam
from regie.cijfers.selectors.quotum import quotum_van_ocmws
from regie.core import notatie
from regie.core.models.organisatie import Gebruikerscategorie

KOLOMMEN = (
    "quotum_toegekend",
    "quotum_vst",
    "quotum_benut",
    "art60_lopend",
    "vte",
    "art60_einde_3m",
    "art60_einde_6m",
)
LABELS = {
    "quotum_toegekend": "Quotum VST",
    "quotum_vst": "Gestart VST",
    "quotum_benut": "Benut",
    "vte": "Gemiddeld VTE",
}


def art60_per_ocmw(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """Quota and running art. 60 per OCMW, the region below."""
    vraag = opname or Opname(periode, peildatum)
    vraag.lees("quotum", "art60", "vte")
    quota = quotum_van_ocmws(vraag)
    kolommen: list[tuple[tuple[Getal, ...], Getal]] = [
        (quota.toegekend, quota.toegekend_regio),
        (quota.gestart, quota.gestart_regio),
        (quota.benut, quota.benut_regio),
        _lopend(vraag, "art60_lopend", ("binnen_3m", "binnen_6m", "later")),
        _vte(vraag),
        _lopend(vraag, "art60_einde_3m", ("binnen_3m",)),
        _lopend(vraag, "art60_einde_6m", ("binnen_6m",)),
    ]
    rijen = [
        Rij(str(ocmw.pk), plaatsnaam(ocmw), tuple(cellen[i] for cellen, _ in kolommen))
        for i, ocmw in enumerate(vraag.ocmws)
    ]
    return Tabel(
        code="art60_per_ocmw",
        titel=f"Art. 60 en quotum per OCMW op {notatie.datum(peildatum)}",
        rijkop="OCMW",
        kolommen=tuple(Kolom(code, LABELS.get(code, INDICATOREN[code].naam), code) for code in KOLOMMEN),
        rijen=(*rijen, Rij("regio", "Regio", tuple(totaal for _, totaal in kolommen), is_totaal=True)),
        bron=STAPPEN,
        peildatum=peildatum,
        noten=(f"Quotum en gestart VST: kalenderjaar {peildatum.year}, tot en met de peildatum.",),
        is_leeg=not rijen,
    )


def _lopend(opname: Opname, code: str, sleutels: tuple[str, ...]) -> tuple[tuple[Getal, ...], Getal]:
    antwoord = opname.tellingen("art60")
    waarden = [sum(antwoord.getal("art60", s, ocmw.pk) for s in sleutels) for ocmw in opname.ocmws]
    return kolom(waarden, opname.drempels, code)


def _vte(opname: Opname) -> tuple[tuple[Getal, ...], Getal]:
    """Shown where the number of people behind it may be shown."""
    antwoord = opname.tellingen("vte")
    personen = [antwoord.getal("vte", "personen", ocmw.pk) for ocmw in opname.ocmws]
    vte = [antwoord.decimaal("vte", "vte", ocmw.pk) for ocmw in opname.ocmws]
    cellen, totaal = kolom(personen, opname.drempels, "vte")
    return tuple(_maat(cel, n) for cel, n in zip(cellen, vte, strict=True)), _maat(totaal, sum(vte))


def _maat(personen: Getal, vte: float) -> Getal:
    if not personen.is_getoond:
        return verborgen(notatie.GEEN, personen.reden, "vte")
    return aantal(round(vte, 1), "vte", decimalen=1)


def art60_per_categorie(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """Where art. 60 workers are put to work, by category of gebruiker."""
    vraag = opname or Opname(periode, peildatum)
    per_categorie = vraag.tellingen("categorie").sleutels("categorie")
    labels = {**dict(Gebruikerscategorie.choices), **({"": "niet ingevuld"} if per_categorie.get("") else {})}
    cellen, totaal = kolom([per_categorie.get(code, 0) for code in labels], vraag.drempels, "art60_lopend")
    rijen = [Rij(code or "geen", label, (cel,)) for (code, label), cel in zip(labels.items(), cellen, strict=True)]
    return Tabel(
        code="art60_per_categorie",
        titel=f"Lopende plaatsingen art. 60 per soort gebruiker op {notatie.datum(peildatum)}",
        rijkop="Soort gebruiker",
        kolommen=(Kolom("art60_lopend", "Plaatsingen", "art60_lopend"),),
        rijen=(*rijen, Rij("totaal", "Totaal", (totaal,), is_totaal=True)),
        bron=STAPPEN,
        peildatum=peildatum,
        is_leeg=not sum(per_categorie.values()),
    )
