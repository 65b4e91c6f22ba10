"""What is asked of every instrument, as data: length, overlap, place, papers, outcomes (domein.md 3)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from trajecten.enums_instrument import Overlapgroep, Plaatseis
from trajecten.models.codes import Instrument


class InstrumentRegel(models.Model):
    """The rules of one instrument. Lengths are names of RegelParameters, so that every number stays dated."""

    instrument = models.OneToOneField(
        Instrument, models.CASCADE, related_name="regel", primary_key=True, verbose_name="instrument"
    )
    overlapgroep = models.CharField(
        "mag samen met",
        max_length=20,
        choices=Overlapgroep,
        help_text="Twee stappen van groepen die elkaar uitsluiten, lopen nooit tegelijk.",
    )
    plaats = models.CharField("plaats bij een organisatie", max_length=10, choices=Plaatseis)
    plaatswoord = models.CharField("hoe die organisatie heet", max_length=40, blank=True)
    min_code = models.CharField("regelparameter van de kortste duur", max_length=60, blank=True)
    max_code = models.CharField("regelparameter van de langste duur", max_length=60, blank=True)
    max_uitzondering = models.CharField("langste duur bij uitzondering", max_length=60, blank=True)
    uitloop_code = models.CharField("langste duur na het einde van de instroom", max_length=60, blank=True)
    uitkomsten = ArrayField(
        models.CharField(max_length=30), verbose_name="toegelaten uitstroom", default=list, blank=True
    )
    opvolger = models.ForeignKey(
        Instrument, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="vervangen door"
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    bron = models.CharField("bron", max_length=200)
    zekerheid = models.CharField("zekerheid", max_length=80)

    class Meta:
        verbose_name, verbose_name_plural = "regel van een instrument", "regels van instrumenten"

    def __str__(self) -> str:
        return f"regels van {self.instrument_id}"


class InstrumentDocument(models.Model):
    """A paper an instrument asks for; `voor_start` ones stop the start of a step until they are signed."""

    id = models.CharField("sleutel", max_length=80, primary_key=True)
    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="documenten", verbose_name="instrument")
    code = models.SlugField("code", max_length=40)
    label = models.CharField("document", max_length=120)
    voor_start = models.BooleanField("nodig voor de start", default=False)
    veld = models.CharField(
        "kolom waar de handtekening staat", max_length=40, blank=True, help_text="Leeg: bij de stap, per document."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    bron = models.CharField("bron", max_length=200)
    zekerheid = models.CharField("zekerheid", max_length=80)

    class Meta:
        verbose_name, verbose_name_plural = "document van een instrument", "documenten van instrumenten"
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "code"],
                name="instrumentdocument_uniek",
                violation_error_message="Dit instrument vraagt dat document al.",
            )
        ]

    def __str__(self) -> str:
        return self.label
