from partners.models.behoeften import Behoefte, Doorverwijzing, Voordracht
from partners.models.bijlagen import Bijlage
from partners.models.claims import Claim, Overnamevraag
from partners.models.contacten import Contactpersoon
from partners.models.contactmomenten import Contactmoment, Contactnotitie
from partners.models.diensten import Dienstaanbod
from partners.models.gegevens import Gegevenscheck, Gegevensherinnering, Gegevensvraag, Partnerwijziging
from partners.models.inladen import Lijstrij, Werkgeverslijst
from partners.models.jobontwerpen import Jobontwerp
from partners.models.links import Partnerlink
from partners.models.managementadvies import Managementadvies
from partners.models.opvolging import Opvolging, Weekmail
from partners.models.overeenkomsten import Evaluatieoverleg, Overeenkomst, Overeenkomstdoel, Overeenkomstpartij
from partners.models.overleg import Agendapunt, Deelnemer, Overleg, Overlegtaak, Verslagontwerp
from partners.models.partnerschap import Besluit, Fasecijfer, Partnerschap, Partnerschapspartner, Streefcijfer
from partners.models.plaatsen import Capaciteit, Uitlening, Werkplaats
from partners.models.registers import Aankoopvolume, LokaleActie, Sectorconvenant, SocialeAankoop, Verbintenis
from partners.models.samenwerking import Samenwerking
from partners.models.scan import Scan, Scanactie, Scanantwoord, Scandeelnemer, ScanStelling, Scanuitnodiging
from partners.models.tarieven import Indexatie, Tarief
from partners.models.werkgevers import Vestiging, Werkgever
from partners.models.werkgeverservaring import Tevredenheid, WerkgeverDrempel

__all__ = [
    "Aankoopvolume",
    "Agendapunt",
    "Behoefte",
    "Besluit",
    "Bijlage",
    "Capaciteit",
    "Claim",
    "Contactmoment",
    "Contactnotitie",
    "Contactpersoon",
    "Deelnemer",
    "Dienstaanbod",
    "Doorverwijzing",
    "Evaluatieoverleg",
    "Fasecijfer",
    "Gegevenscheck",
    "Gegevensherinnering",
    "Gegevensvraag",
    "Indexatie",
    "Jobontwerp",
    "Lijstrij",
    "LokaleActie",
    "Managementadvies",
    "Opvolging",
    "Overeenkomst",
    "Overeenkomstdoel",
    "Overeenkomstpartij",
    "Overleg",
    "Overlegtaak",
    "Overnamevraag",
    "Partnerlink",
    "Partnerschap",
    "Partnerschapspartner",
    "Partnerwijziging",
    "Samenwerking",
    "Scan",
    "ScanStelling",
    "Scanactie",
    "Scanantwoord",
    "Scandeelnemer",
    "Scanuitnodiging",
    "Sectorconvenant",
    "SocialeAankoop",
    "Streefcijfer",
    "Tarief",
    "Tevredenheid",
    "Uitlening",
    "Verbintenis",
    "Verslagontwerp",
    "Vestiging",
    "Voordracht",
    "Weekmail",
    "Werkgever",
    "WerkgeverDrempel",
    "Werkgeverslijst",
    "Werkplaats",
]
