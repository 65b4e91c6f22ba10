"""What a client can do: scores of the evaluations over time, noted competences, certificates."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from trajecten.enums import Competentieniveau
from trajecten.models import Attest, Client, ClientCompetentie, Evaluatie, EvaluatieCriterium

GENERIEK = "generieke competentie"


@dataclass(frozen=True, slots=True)
class Generiek:
    """One generic competence or attitude as the evaluations scored it."""

    label: str
    is_competentie: bool
    laatste: int
    gemiddelde: float
    keer: int
    laatst_op: date

    @property
    def woord(self) -> str:
        return str(Competentieniveau(self.laatste).label)


@dataclass(frozen=True, slots=True)
class Competentieprofiel:
    generiek: list[Generiek]
    attitudes: list[Generiek]
    genoteerd: list[ClientCompetentie]
    attesten: list[Attest]

    @property
    def is_leeg(self) -> bool:
        return not (self.generiek or self.attitudes or self.genoteerd or self.attesten)


def competentieprofiel(client: Client) -> Competentieprofiel:
    """Four queries, whatever the number of evaluations."""
    scores: dict[str, list[tuple[date, int]]] = defaultdict(list)
    gehouden = Evaluatie.objects.filter(traject__client=client).exclude(uitgevoerd_op=None)
    for op, waarden in gehouden.order_by("uitgevoerd_op", "pk").values_list("uitgevoerd_op", "scores"):
        for code, score in waarden.items():
            if score:
                scores[code].append((op, int(score)))
    rijen = [
        _generiek(criterium, scores[criterium.pk])
        for criterium in EvaluatieCriterium.objects.order_by("code")
        if scores.get(criterium.pk)
    ]
    return Competentieprofiel(
        generiek=[rij for rij in rijen if rij.is_competentie],
        attitudes=[rij for rij in rijen if not rij.is_competentie],
        genoteerd=list(
            ClientCompetentie.objects.filter(client=client)
            .select_related("competentie", "document")
            .order_by("competentie__categorie", "competentie__label")
        ),
        attesten=list(Attest.objects.filter(client=client).select_related("document").order_by("-behaald_op", "pk")),
    )


def _generiek(criterium: EvaluatieCriterium, scores: list[tuple[date, int]]) -> Generiek:
    laatst_op, laatste = scores[-1]
    return Generiek(
        label=criterium.label,
        is_competentie=criterium.soort == GENERIEK,
        laatste=laatste,
        gemiddelde=sum(score for _, score in scores) / len(scores),
        keer=len(scores),
        laatst_op=laatst_op,
    )
