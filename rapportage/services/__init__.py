from rapportage.services.aanvragen import rapport_aanvragen, rapport_corrigeren, rapport_opnieuw_proberen
from rapportage.services.abonnementen import abonnement_bewaren, abonnement_stoppen, abonnementen_uitvoeren
from rapportage.services.opvolgen import rapporten_opvolgen
from rapportage.services.verzenden import (
    Ontvanger,
    rapport_opnieuw_naar,
    rapport_verzenden,
    verzending_opnieuw_proberen,
)

__all__ = [
    "Ontvanger",
    "abonnement_bewaren",
    "abonnement_stoppen",
    "abonnementen_uitvoeren",
    "rapport_aanvragen",
    "rapport_corrigeren",
    "rapport_opnieuw_naar",
    "rapport_opnieuw_proberen",
    "rapport_verzenden",
    "rapporten_opvolgen",
    "verzending_opnieuw_proberen",
]
