"""The tab Dossier: the subsidiedossier and the verantwoording, section by section, and as PDF or Word."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actieplannen.enums import Planstuk
from actieplannen.forms.stukken import PlantekstForm
from actieplannen.models import Jaaractieplan
from actieplannen.selectors.stukken import Beeld, Sectie, als_papier
from actieplannen.selectors.stukken import planstuk as planstuk_van
from actieplannen.services.bundel import bundel
from actieplannen.services.stukken import is_te_schrijven, tekst_bewaren
from regie.core.bestanden import download
from regie.core.bestandssoort import DOCX, PDF, Bestandssoort
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from regie.core.stukken.pdf import maak_pdf
from regie.core.stukken.word import maak_docx
from regie.core.tenancy import current_scope

VORMEN: dict[str, Bestandssoort] = {"pdf": PDF, "word": DOCX}
STUKKEN = {"dossier": Planstuk.DOSSIER, "verantwoording": Planstuk.VERANTWOORDING}


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def dossier(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    return _overzicht(request, plan_id, Planstuk.DOSSIER)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def verantwoording(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    return _overzicht(request, plan_id, Planstuk.VERANTWOORDING)


def _overzicht(request: GebiedRequest, plan_id: UUID, stuk: Planstuk) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    naam, beeld = stuk.lower(), _beeld(plan, stuk)
    context = {
        "plan": plan,
        "tab": "actieplannen:dossier",
        "stuk": naam,
        "subtabs": [
            {"label": label, "url": gebied_url(f"actieplannen:{code}", plan.pk), "actief": code == naam}
            for code, label in (("dossier", "Subsidiedossier"), ("verantwoording", "Verantwoording"))
        ],
        "beeld": beeld,
        "score_tekst": f"{beeld.score} op 100",
        "mag_schrijven": _mag_schrijven(request, plan, stuk),
        "mag_alles": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/stukken/overzicht.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEKIJKEN)
def sectie(request: GebiedRequest, plan_id: UUID, planstuk: str, deel: str) -> HttpResponse:
    """One section: its text, what the plan adds to it, and what is missing. Writing asks its own right."""
    plan, stuk = get_object_or_404(Jaaractieplan, pk=plan_id), _stuk(planstuk)
    secties = _beeld(plan, stuk).secties
    plaats = next((i for i, sectie in enumerate(secties) if sectie.code == deel), None)
    if plaats is None:
        raise Http404
    gevonden = secties[plaats]
    volgende = secties[plaats + 1] if plaats + 1 < len(secties) else None
    begin = {"tekst": gevonden.tekst or gevonden.voorstel, "versie": gevonden.versie}
    form = PlantekstForm(request.POST or None, initial=begin, vraag=gevonden.vraag)
    if request.method == "POST":
        eis_recht(request, Recht.PLAN_BEWERKEN)
        if gelukt(form, lambda: _bewaar(request, plan, stuk, deel, form)):
            messages.success(request, f"De tekst bij '{gevonden.titel}' is bewaard.")
            verder = volgende if "verder" in request.POST else None
            return redirect(_adres(plan, planstuk, verder.code if verder else ""))
    context = {
        "plan": plan,
        "stuk": planstuk,
        "nummer": plaats + 1,
        "sectie": gevonden,
        "volgende": volgende,
        "form": form,
        "terug_url": _adres(plan, planstuk),
        "collega": _van_een_collega(form, gevonden),
        "mag_schrijven": _mag_schrijven(request, plan, stuk),
    }
    return render(request, "actieplannen/stukken/sectie.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def bestand(request: GebiedRequest, plan_id: UUID, planstuk: str, vorm: str) -> HttpResponse:
    """The whole paper, as it stands today."""
    plan, stuk = get_object_or_404(Jaaractieplan, pk=plan_id), _stuk(planstuk)
    if vorm not in VORMEN:
        raise Http404
    papier = als_papier(_beeld(plan, stuk), current_scope().gebied)
    soort = VORMEN[vorm]
    inhoud = maak_docx(papier) if soort is DOCX else maak_pdf(papier)
    return download(inhoud, naam=f"{planstuk}-{plan.jaar}.{soort.extensie}", mime=soort.mime)


@require_safe
@require(Recht.PLAN_BEWERKEN)
def alles(request: GebiedRequest, plan_id: UUID, planstuk: str) -> FileResponse:
    """The paper with every file it refers to, as one zip: only for who hands it in."""
    plan, stuk = get_object_or_404(Jaaractieplan, pk=plan_id), _stuk(planstuk)
    inhoud = bundel(plan=plan, stuk=stuk, door=request.toegang, vandaag=timezone.localdate())
    antwoord = FileResponse(inhoud, as_attachment=True, filename=f"{planstuk}-{plan.jaar}.zip")
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _stuk(naam: str) -> Planstuk:
    if naam not in STUKKEN:
        raise Http404
    return STUKKEN[naam]


def _beeld(plan: Jaaractieplan, stuk: Planstuk) -> Beeld:
    return planstuk_van(plan, stuk, vandaag=timezone.localdate())


def _mag_schrijven(request: GebiedRequest, plan: Jaaractieplan, stuk: Planstuk) -> bool:
    return request.toegang.mag(Recht.PLAN_BEWERKEN) and is_te_schrijven(plan, stuk)


def _adres(plan: Jaaractieplan, naam: str, deel: str = "") -> str:
    if deel:
        return gebied_url("actieplannen:planstuk_sectie", plan.pk, naam, deel)
    return gebied_url(f"actieplannen:{naam}", plan.pk)


def _bewaar(request: GebiedRequest, plan: Jaaractieplan, stuk: Planstuk, deel: str, form: PlantekstForm) -> None:
    tekst_bewaren(
        plan=plan,
        stuk=stuk,
        deel=deel,
        tekst=form.cleaned_data["tekst"],
        versie=form.cleaned_data["versie"],
        door=request.toegang,
    )


def _van_een_collega(form: PlantekstForm, sectie: Sectie) -> str:
    """The text somebody else saved meanwhile. It is shown, so saving once more is a choice: `versie` follows."""
    if not form.is_bound or form.cleaned_data.get("versie") == sectie.versie:
        return ""
    form.data = {**form.data, "versie": str(sectie.versie)}
    return sectie.tekst
