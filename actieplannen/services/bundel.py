"""Everything of one paper in one zip: the paper itself as PDF and Word, and the files it refers to."""

import tempfile
from collections import Counter
from datetime import date
from typing import IO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from actieplannen.enums import Planstuk
from actieplannen.models import Jaaractieplan, Raadsbesluit
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.stukken import ONDERDELEN, als_papier
from actieplannen.selectors.stukken.gemeen import bouw
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from partners.services.bijlagen import bijlage_lezen
from regie.core.permissions import Toegang
from regie.core.stukken.pdf import maak_pdf
from regie.core.stukken.word import maak_docx

IN_GEHEUGEN = 10_000_000  # bytes; what is larger goes to a file that disappears when it is closed


def bundel(*, plan: Jaaractieplan, stuk: Planstuk, door: Toegang, vandaag: date) -> IO[bytes]:
    """A zip, ready to read. Every file that goes along is written in the record as read."""
    bron = Planbron(plan, vandaag)
    papier = als_papier(bouw(plan, stuk, ONDERDELEN[stuk], bron), bron.gebied)
    naam = f"{stuk.lower()}-{plan.jaar}"
    uit = tempfile.SpooledTemporaryFile(max_size=IN_GEHEUGEN)  # noqa: SIM115  # the answer that streams it closes it
    with ZipFile(uit, "w", ZIP_DEFLATED) as zip_:
        zip_.writestr(f"{naam}.pdf", maak_pdf(papier))
        zip_.writestr(f"{naam}.docx", maak_docx(papier))
        for pad, bijlage in _bijlagen(bron, stuk):
            zip_.writestr(pad, bijlage_lezen(bijlage=bijlage, door=door))
    uit.seek(0)
    return uit


def _bijlagen(bron: Planbron, stuk: Planstuk) -> list[tuple[str, Bijlage]]:
    """(path in the zip, file): evidence by the number it has in the paper, decisions by their gemeente."""
    if stuk == Planstuk.DOSSIER:
        besluiten = Raadsbesluit.objects.filter(plan=bron.plan).select_related("gemeente")
        labels = {besluit.pk: besluit.gemeente.naam for besluit in besluiten}
        map_, onderwerp = "raadsbesluiten", Bijlageonderwerp.RAADSBESLUIT
    else:
        labels = {bewijs.pk: f"{i:02}" for i, bewijs in enumerate(bron.bewijzen, 1)}
        map_, onderwerp = "bewijsstukken", Bijlageonderwerp.BEWIJS
    rijen = Bijlage.objects.aanwezig().filter(onderwerp=onderwerp, object_id__in=list(labels))
    op_volgorde = sorted(rijen, key=lambda bijlage: (labels[bijlage.object_id], bijlage.created_at))
    gezien: Counter[UUID] = Counter()
    paden = []
    for bijlage in op_volgorde:
        gezien[bijlage.object_id] += 1
        nummer = f"{labels[bijlage.object_id]}-{gezien[bijlage.object_id]}"
        paden.append((f"{map_}/{nummer} {bijlage.naam}", bijlage))
    return paden
