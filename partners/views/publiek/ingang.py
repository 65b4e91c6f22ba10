"""/p/<token>/: the door to one thing of one organisatie, for who has no account (see regie.core.deur)."""

from partners.services import links
from regie.core.deur import Deur, Sjablonen, Weg

__all__ = ["DEUR", "Weg", "bedankt", "behandelt", "ingang", "werkt_niet"]

DEUR = Deur(
    openen=links.open_partnerlink,
    geopend=links.partnerlink_geopend,
    sjablonen=Sjablonen(
        kader="partners/publiek/kader.html",
        bedankt="partners/publiek/bedankt.html",
        werkt_niet="partners/publiek/werkt_niet.html",
    ),
    klaar="partnerlink_bedankt",
)
behandelt, werkt_niet = DEUR.behandelt, DEUR.werkt_niet
ingang, bedankt = DEUR.ingang(), DEUR.bedankt()
