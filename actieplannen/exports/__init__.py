from actieplannen.exports.presentatie import maak_presentatie
from actieplannen.exports.stuurgroep import maak_stuurgroepverslag
from actieplannen.exports.werkboek import maak_planwerkboek

__all__ = ["maak_planwerkboek", "maak_presentatie", "maak_stuurgroepverslag"]
