"""The five steps of loading a client list. Every step reads and writes rows, so a closed tab loses nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.audit import record_event
from regie.core.excel import als_download
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.inlezen.forms import VINKJE_BOVEN, BestandForm, BevestigForm, KoppelForm, lees_besluiten
from regie.core.inlezen.kolommen import als_koppeling
from regie.core.inlezen.lijst import vingerafdruk
from regie.core.inlezen.modellen import OPEN, Inlaadstatus
from regie.core.models import Organisatie
from regie.core.notatie import getal, meervoud
from regie.core.parameters import waarde
from regie.core.permissions import Recht
from trajecten.enums_inladen import Besluit, Oordeel
from trajecten.imports.kolommen import CLIENTVELDEN, GEVOELIG, VELD, VELDEN, ontbrekend
from trajecten.imports.lijst import kijk_na, lees_lijsten
from trajecten.imports.sjabloon import maak_foutenlijst, maak_sjabloon
from trajecten.models import Inlading
from trajecten.selectors import inladen as selectors
from trajecten.selectors.inladen_bronnen import bronnen_van
from trajecten.services import inladen as services

STAPPEN = ("Bestand kiezen", "Kolommen koppelen", "Nakijken", "Bevestigen", "Resultaat")
PER_PAGINA = 50
TABS = (
    (Oordeel.FOUT, "Fouten", "worden niet ingeladen", "gevaar"),
    (Oordeel.MOGELIJK_DUBBEL, "Mogelijk dubbel", "jouw keuze nodig", "letop"),
    (Oordeel.NIEUW, "Nieuw", "worden aangemaakt", ""),
    (Oordeel.BIJWERKEN, "Bijwerken", "bestaande dossiers wijzigen", ""),
    (Oordeel.ONGEWIJZIGD, "Ongewijzigd", "veranderen niets", ""),
    (Oordeel.OVERGESLAGEN, "Overgeslagen", "geen cliënt: lege rijen en totalen", ""),
)
SMAL = {  # columns that a narrow screen leaves out: the sentences name them
    "insz": "d-none d-md-table-cell nowrap",
    "geboortedatum": "d-none d-md-table-cell",
    "gemeente": "d-none d-xl-table-cell",
    "start": "d-none d-xl-table-cell",
}


def _ocmws(request: GebiedRequest) -> list[Organisatie]:
    eigen = Organisatie.objects.van_gebied().ocmws().filter(pk__in=request.toegang.organisatie_ids)
    return list(eigen.order_by("naam"))


def _haal(inlading_id: UUID) -> Inlading:
    return get_object_or_404(Inlading.objects.select_related("eigenaar", "door"), pk=inlading_id)


def _elders(inlading: Inlading) -> HttpResponse | None:
    """A file that is past the choices is looked at on the page of its result."""
    if inlading.status in OPEN:
        return None
    naam = "trajecten:inladen" if inlading.status == Inlaadstatus.GEANNULEERD else "trajecten:inladen_resultaat"
    args = [] if inlading.status == Inlaadstatus.GEANNULEERD else [inlading.pk]
    return redirect(gebied_url(naam, *args))


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen(request: GebiedRequest) -> HttpResponse:
    ocmws = _ocmws(request)
    form = BestandForm(request.POST or None, request.FILES or None, eigenaars=ocmws)
    if request.method == "POST" and form.is_valid():
        bestand = form.cleaned_data["bestand"]
        inhoud = bestand.read()
        try:
            inlading = _maak(request, bestand.name, inhoud, form.cleaned_data["eigenaar"])
        except DomainError as fout:
            form.add_error("bestand", str(fout))
        else:
            return redirect(gebied_url("trajecten:inladen_kolommen", inlading.pk))
    context = {
        "form": form,
        "recent": selectors.recente_inladingen(),
        "stappen": STAPPEN,
        "ocmws": ocmws,
        "bewaardagen": int(waarde("import_bewaren", op=timezone.localdate())),
    }
    return render(request, "trajecten/inladen/start.html", context, status=422 if form.errors else 200)


def _maak(request: GebiedRequest, naam: str, inhoud: bytes, eigenaar: Organisatie) -> Inlading:
    return services.inlading_maken(
        bestandsnaam=naam,
        sha256=vingerafdruk(inhoud),
        lijsten=lees_lijsten(naam, inhoud),
        eigenaar=eigenaar,
        door=request.toegang,
    )[0]


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_sjabloon(request: GebiedRequest) -> HttpResponse:
    eigenaar = _ocmws(request)[0]
    inhoud = maak_sjabloon(bronnen_van(eigenaar, vandaag=timezone.localdate()))
    return als_download(inhoud, bestandsnaam="sjabloon-clienten.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_kolommen(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if elders := _elders(inlading):
        return elders
    koppeling = _voorstel(inlading)
    form = KoppelForm(
        request.POST or None,
        kolommen=inlading.kolommen,
        keuzes=CLIENTVELDEN.keuzes(),
        koppeling=koppeling,
    )
    if request.method == "POST" and form.is_valid() and not _bezwaren(form):
        _kijk_na(request, inlading, form.koppeling())
        return redirect(gebied_url("trajecten:inladen_nakijken", inlading.pk))
    gevoelig = {
        i for i, naam in enumerate(inlading.kolommen) if {koppeling.get(i), CLIENTVELDEN.herken(naam)} & GEVOELIG
    }
    kolommen = selectors.kolommen_van(inlading, gevoelig=gevoelig)
    context = {
        "inlading": inlading,
        "form": form,
        "kolommen": [(kolom, form[f"kolom_{kolom.index}"]) for kolom in kolommen],
        "niet_ingeladen": [kolom.naam for kolom in kolommen if kolom.index not in koppeling],
        "bladen": selectors.andere_bladen(inlading),
        "eerder": selectors.eerder_geladen(inlading),
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/kolommen.html", context, status=422 if form.errors else 200)


def _voorstel(inlading: Inlading) -> dict[int, str]:
    """What was chosen for these columns before, else what their names say."""
    if inlading.status == Inlaadstatus.NAKIJKEN:
        return _koppeling(inlading)
    eerder = selectors.eerdere_koppeling(eigenaar_id=inlading.eigenaar_id, kolommen=inlading.kolommen)
    return eerder or _koppeling(inlading)


def _koppeling(inlading: Inlading) -> dict[int, str]:
    return als_koppeling(inlading.koppeling)


def _bezwaren(form: KoppelForm) -> bool:
    koppeling = form.koppeling()
    if dubbel := CLIENTVELDEN.dubbel(list(koppeling.values())):
        form.add_error(None, f"Je koos meer dan één kolom voor: {', '.join(dubbel)}. Kies er telkens één.")
    if melding := ontbrekend(koppeling):
        form.add_error(None, melding)
    return bool(form.errors)


def _kijk_na(request: GebiedRequest, inlading: Inlading, koppeling: Mapping[int, str]) -> None:
    services.inlading_nakijken(
        inlading=inlading,
        koppeling=koppeling,
        oordelen=kijk_na(
            eigenaar=inlading.eigenaar,
            koppeling=koppeling,
            kolommen=inlading.kolommen,
            rijen=selectors.ruwe_rijen(inlading),
            vandaag=timezone.localdate(),
        ),
        door=request.toegang,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_nakijken(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if elders := _elders(inlading):
        return elders
    if inlading.status == Inlaadstatus.KOPPELEN:
        return redirect(gebied_url("trajecten:inladen_kolommen", inlading.pk))
    if request.method == "POST":
        _bewaar_keuzes(request, inlading)
        return redirect(f"{gebied_url('trajecten:inladen_nakijken', inlading.pk)}?tab=MOGELIJK_DUBBEL")
    tab = _tab(request.GET.get("tab"), inlading.telling)
    pagina = Paginator(selectors.rijen_van(inlading, tab), PER_PAGINA).get_page(request.GET.get("pagina"))
    rijen = _weergaven(inlading, list(pagina.object_list))
    services.dossiers_gelezen(
        clienten=[rij.kandidaat for rij in rijen if rij.kandidaat], pagina="inladen", door=request.toegang
    )
    context = {
        "inlading": inlading,
        "tab": tab,
        "tegels": _tegels(inlading),
        "tabs": _tabs(inlading, tab),
        "pagina": pagina,
        "rijen": rijen,
        "kolomnamen": [(_label(veld), SMAL.get(veld, "")) for veld in _velden(inlading)],
        "onbeslist": selectors.aantal_onbeslist(inlading),
        "te_laden": sum(inlading.telling[o] for o in (Oordeel.NIEUW, Oordeel.BIJWERKEN, Oordeel.MOGELIJK_DUBBEL)),
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/nakijken.html", context)


def _bewaar_keuzes(request: GebiedRequest, inlading: Inlading) -> None:
    try:
        besluiten = lees_besluiten(request.POST.dict(), Besluit.values)
        aantal = services.inlading_besluiten(inlading=inlading, besluiten=besluiten, door=request.toegang)
        if "rest" in request.POST:
            aantal += services.inlading_rest_overslaan(inlading=inlading)
    except DomainError as fout:
        messages.error(request, str(fout))
        return
    messages.success(request, f"Keuze bewaard voor {meervoud(aantal, 'rij', 'rijen')}.")


def _velden(inlading: Inlading) -> list[str]:
    namen = ["volledige_naam"] if "volledige_naam" in inlading.koppeling.values() else ["familienaam", "voornaam"]
    return [*namen, "insz", "geboortedatum", "gemeente", "start"]


def _weergaven(inlading: Inlading, rijen: list[Any]) -> list[selectors.RijWeergave]:
    return selectors.weergaven(
        rijen,
        koppeling=_koppeling(inlading),
        velden=_velden(inlading),
        labels={veld.naam: _label(veld.naam) for veld in VELDEN},
        klassen=SMAL,
    )


def _label(veld: str) -> str:
    """The name of a field as a column head: short."""
    return {"start": "Start", "einde": "Einde"}.get(veld, VELD[veld].label.split(" (")[0])


def _tab(gevraagd: str | None, telling: Mapping[str, int]) -> str:
    """The tab asked for, else the first one with rows; '' shows everything."""
    if gevraagd == "alles":
        return ""
    if gevraagd in Oordeel.values:
        return str(gevraagd)
    return next((str(oordeel) for oordeel, *_ in TABS if telling.get(oordeel)), "")


def _tabs(inlading: Inlading, actief: str) -> list[dict[str, Any]]:
    telling = inlading.telling
    alles = sum(telling.get(oordeel, 0) for oordeel in Oordeel)
    tabs = [{"label": "Alles", "url": "?tab=alles", "actief": actief == "", "aantal": alles}]
    return tabs + [
        {"label": label, "url": f"?tab={oordeel}", "actief": actief == oordeel, "aantal": telling.get(oordeel, 0)}
        for oordeel, label, _, _ in TABS
    ]


def _tegels(inlading: Inlading) -> list[dict[str, Any]]:
    telling = inlading.telling
    tegels = []
    for oordeel in (Oordeel.NIEUW, Oordeel.BIJWERKEN, Oordeel.MOGELIJK_DUBBEL, Oordeel.FOUT, Oordeel.ONGEWIJZIGD):
        _, label, noot, soort = next(tab for tab in TABS if tab[0] == oordeel)
        aantal = telling.get(oordeel, 0)
        if oordeel == Oordeel.BIJWERKEN and aantal:
            noot = f"bestaand dossier, {meervoud(telling.get('velden', 0), 'veld wijzigt', 'velden wijzigen')}"
        tegels.append(
            {
                "label": label,
                "waarde": aantal,
                "noot": noot,
                "url": f"?tab={oordeel}",
                "soort": soort if aantal else "",
            }
        )
    return tegels


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_bevestigen(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if elders := _elders(inlading):
        return elders
    if inlading.status == Inlaadstatus.KOPPELEN or selectors.aantal_onbeslist(inlading):
        return redirect(f"{gebied_url('trajecten:inladen_nakijken', inlading.pk)}?tab=MOGELIJK_DUBBEL")
    besluiten = selectors.besluiten_geteld(inlading)
    aantal = inlading.telling[Oordeel.NIEUW] + inlading.telling[Oordeel.BIJWERKEN] + besluiten.get("ANDERE", 0)
    form = BevestigForm(request.POST if request.method == "POST" else None, aantal=aantal)
    if request.method == "POST" and form.is_valid():
        services.inlading_bevestigen(inlading=inlading, door=request.toegang)
        return redirect(gebied_url("trajecten:inladen_resultaat", inlading.pk))
    context = {
        "inlading": inlading,
        "form": form,
        "zinnen": _gevolgen(inlading, besluiten),
        "aantal": aantal,
        "met_vinkje": aantal > VINKJE_BOVEN,
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/bevestigen.html", context, status=422 if form.errors else 200)


def _gevolgen(inlading: Inlading, besluiten: Mapping[str, int]) -> list[str]:
    """What will happen, in words."""
    telling = inlading.telling
    nieuw = telling[Oordeel.NIEUW] + besluiten.get("ANDERE", 0)
    wat = meervoud(nieuw, "dossier", "dossiers") if nieuw else "geen nieuwe dossiers"
    zinnen = [f"Je maakt {wat} aan voor {inlading.eigenaar.naam}."]
    if telling[Oordeel.BIJWERKEN]:
        velden = meervoud(telling["velden"], "gegeven", "gegevens")
        zinnen.append(f"Je wijzigt {velden} in {meervoud(telling[Oordeel.BIJWERKEN], 'dossier', 'dossiers')}.")
    if zelfde := besluiten.get("ZELFDE", 0):
        zinnen.append(f"Je vult {meervoud(zelfde, 'dossier', 'dossiers')} aan van mensen die al bekend zijn.")
    if overslaan := besluiten.get("OVERSLAAN", 0):
        zinnen.append(f"{meervoud(overslaan, 'rij', 'rijen')} die op een bekende lijken, sla je over.")
    if fouten := telling[Oordeel.FOUT]:
        zinnen.append(
            f"{meervoud(fouten, 'rij', 'rijen')} met een fout laad je niet in. Je kunt ze als Excel ophalen."
        )
    if nieuw:
        zinnen.append("Cliënten zonder startdatum worden aangemeld; met een startdatum loopt hun traject meteen.")
    return zinnen


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_resultaat(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if inlading.status in OPEN:
        return redirect(gebied_url("trajecten:inladen_nakijken", inlading.pk))
    telling = inlading.telling
    totaal = sum(telling.get(oordeel, 0) for oordeel in Oordeel)
    context = {
        "inlading": inlading,
        "stand": f"{getal(inlading.voortgang)} van {getal(totaal)}",
        "bezig": inlading.status == Inlaadstatus.BEZIG,
        "geannuleerd": inlading.status == Inlaadstatus.GEANNULEERD,
        "totaal": totaal,
        "fouten": telling.get(Oordeel.FOUT, 0),
        "geweigerd": telling.get(Oordeel.FOUT, 0) + inlading.resultaat.get("overgeslagen", 0),
        "tegels": _resultaattegels(inlading),
        "staat_stil": timezone.now() - inlading.updated_at > services.STIL,
        "stappen": STAPPEN,
    }
    sjabloon = "trajecten/inladen/resultaat.html"
    return render(request, f"{sjabloon}#stand" if request.htmx else sjabloon, context)


def _resultaattegels(inlading: Inlading) -> list[dict[str, Any]]:
    resultaat, telling = inlading.resultaat, inlading.telling
    niet = telling.get(Oordeel.FOUT, 0) + resultaat.get("overgeslagen", 0)
    ongewijzigd = telling.get(Oordeel.ONGEWIJZIGD, 0) + resultaat.get("ongewijzigd", 0)
    return [
        {"label": "Aangemaakt", "waarde": resultaat.get("aangemaakt", 0), "noot": "nieuwe dossiers"},
        {"label": "Bijgewerkt", "waarde": resultaat.get("bijgewerkt", 0), "noot": "bestaande dossiers"},
        {
            "label": "Ongewijzigd",
            "waarde": ongewijzigd,
            "noot": "stonden al zo in het dossier",
        },
        {
            "label": "Niet ingeladen",
            "waarde": niet,
            "noot": "fouten en overgeslagen rijen",
            "soort": "letop" if niet else "",
        },
        {"label": "Geen cliënt", "waarde": telling.get(Oordeel.OVERGESLAGEN, 0), "noot": "lege rijen en totalen"},
    ]


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_fouten(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    """The rejected rows with the original cells, so that they can be corrected and loaded again."""
    inlading = _haal(inlading_id)
    rijen = selectors.geweigerde_rijen(inlading)
    if not rijen:
        messages.info(request, "Er zijn geen geweigerde rijen (meer) om op te halen.")
        return redirect(gebied_url("trajecten:inladen_resultaat", inlading.pk))
    record_event("inlading.fouten_opgehaald", inlading, door=request.toegang, aantal=len(rijen))
    return als_download(maak_foutenlijst(inlading, rijen), bestandsnaam="niet-ingeladen.xlsx")


@require_POST
@require(Recht.CLIENT_INLADEN)
def inladen_annuleren(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    try:
        services.inlading_annuleren(inlading=_haal(inlading_id), door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(gebied_url("trajecten:inladen_resultaat", inlading_id))
    messages.success(request, "Geannuleerd. Er is niets ingeladen.")
    return redirect(gebied_url("trajecten:inladen"))
