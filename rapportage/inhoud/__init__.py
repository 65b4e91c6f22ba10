"""What a rapport says. The momentopname is taken once; everything that is read later is built from it alone."""

from rapportage.inhoud.bouwstenen import Inhoud
from rapportage.inhoud.momentopname import maak_momentopname, momentopname_sha256
from rapportage.inhoud.opbouw import bouw_inhoud

__all__ = ["Inhoud", "bouw_inhoud", "maak_momentopname", "momentopname_sha256"]
