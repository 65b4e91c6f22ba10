"""/l/<token>/: the door to one thing of one dossier, for who has no account (see regie.core.deur)."""

from regie.core.deur import Deur, Sjablonen, Weg
from trajecten.services import links

__all__ = ["DEUR", "Weg", "bedankt", "behandelt", "ingang", "toon", "werkt_niet"]

DEUR = Deur(
    openen=links.open_link,
    geopend=links.link_geopend,
    sjablonen=Sjablonen(
        kader="trajecten/publiek/kader.html",
        bedankt="trajecten/publiek/bedankt.html",
        werkt_niet="trajecten/publiek/werkt_niet.html",
    ),
    klaar="link_bedankt",
)
behandelt, toon, werkt_niet = DEUR.behandelt, DEUR.toon, DEUR.werkt_niet
ingang, bedankt = DEUR.ingang(), DEUR.bedankt()
