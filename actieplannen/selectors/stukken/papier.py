"""A paper of a plan as blocks for PDF and Word."""

from actieplannen.enums import Planstatus, Planstuk
from actieplannen.selectors.stukken.gemeen import Beeld, Sectie
from regie.core import notatie
from regie.core.models import Regiegebied
from regie.core.stukken.blokken import Alinea, Blok, Deel, Kop, Stuk

TITELS = {Planstuk.DOSSIER: "Subsidiedossier", Planstuk.VERANTWOORDING: "Verantwoording"}


def als_papier(beeld: Beeld, gebied: Regiegebied) -> Stuk:
    """What is missing stands on the first page, so that an unfinished paper is never taken for a finished one."""
    plan = beeld.plan
    titel = f"{TITELS[beeld.stuk]} {plan.jaar}"
    gezag = f"beheerd door {gebied.beherende_gemeente}" if gebied.beherende_gemeente else ""
    return Stuk(
        sjabloon=beeld.stuk.lower(),
        titel=titel,
        ondertitel=f"{plan.titel} · {Planstatus(plan.status).label}",
        delen=tuple(Deel(f"{i}. {sectie.titel}", _blokken(sectie)) for i, sectie in enumerate(beeld.secties, 1)),
        ontbreekt=tuple(punt.zin for punt in beeld.gaten),
        kop=Kop(f"Regiegebied {gebied.naam}", adres=gezag),
        voet=f"{titel} · {gebied.naam} · gemaakt op {notatie.datum(beeld.vandaag)}",
        met_inhoud=True,
    )


def _blokken(sectie: Sectie) -> tuple[Blok, ...]:
    """The text first, then what supports it. Nothing of either: that is said."""
    tekst: tuple[Blok, ...] = (Alinea(sectie.tekst),) if sectie.tekst else ()
    return tekst + sectie.blokken or (Alinea("Nog niet ingevuld."),)
