from django.db import models


class Dossierdeel(models.TextChoices):
    """The sections of a subsidiedossier (domein.md 5.2, from the calls of 2019 and 2022)."""

    AANVRAGER = "AANVRAGER", "Aanvrager en samenwerking"
    OMGEVING = "OMGEVING", "Omgevingsanalyse"
    VISIE = "VISIE", "Visie"
    ACTIES = "ACTIES", "Doelstellingen en acties"
    PARTNERS = "PARTNERS", "Partners en overeenkomst met VDAB"
    REGISSEUR = "REGISSEUR", "De regisseur"
    BUDGET = "BUDGET", "Begroting"
    BESLUITEN = "BESLUITEN", "Besluiten van de gemeenteraden"
    RAPPORTERING = "RAPPORTERING", "Afspraken over rapportering"


class Verantwoordingsdeel(models.TextChoices):
    """The sections of the yearly accounting: one per Flemish priority, between a summary and the lists."""

    ALGEMEEN = "ALGEMEEN", "Het jaar in het kort"
    WSE_LR1 = "WSE-LR1", "WSE-LR1 · de regierol opnemen"
    WSE_LR2 = "WSE-LR2", "WSE-LR2 · tewerkstelling bevorderen en drempels wegwerken"
    WSE_LR3 = "WSE-LR3", "WSE-LR3 · (sociaal) ondernemen en MVO"
    WSE_LR4 = "WSE-LR4", "WSE-LR4 · samenwerken met VDAB en lokale actoren"
    GELD = "GELD", "Middelen"
    WIJZIGINGEN = "WIJZIGINGEN", "Wijzigingen van het plan"
    BEWIJZEN = "BEWIJZEN", "Bewijsstukken"
