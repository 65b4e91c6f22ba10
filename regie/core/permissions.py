"""Rights, roles, and who has which. One screen to read with a coordinator."""

from dataclasses import dataclass
from enum import StrEnum, auto

from django.db import models


class Recht(StrEnum):
    THUIS = auto()  # be a member at all: start page, own account, help
    CLIENT_BEKIJKEN = auto()
    CLIENT_BEWERKEN = auto()
    CLIENT_INLADEN = auto()
    CLIENT_EXPORTEREN = auto()
    INSZ_TONEN = auto()
    DREMPEL_BEKIJKEN = auto()
    EVALUATIE_BEKIJKEN = auto()
    TRAJECT_BEWERKEN = auto()
    LOOPTIJD_BESLISSEN = auto()  # suspensions and prolongations that a colleague asked
    TEAM_BEHEREN = auto()  # who follows which dossiers, and how much everybody works
    DOCUMENT_BEWERKEN = auto()  # take in, replace and remove papers of a dossier
    HUISSTIJL_BEWERKEN = auto()
    PROJECT_BEKIJKEN = auto()
    PROJECT_BEHEREN = auto()  # projects of the gebied and their rijbuddies
    KOSTEN_BEKIJKEN = auto()
    KOSTEN_BEWERKEN = auto()
    TARIEF_BEWERKEN = auto()  # for the whole gebied, or an exception of the own OCMW
    GEDEELD_BEKIJKEN = auto()  # what an OCMW shared with the own organisation, by a link that is still valid
    COCKPIT_BEKIJKEN = auto()
    RAPPORT_BEKIJKEN = auto()
    RAPPORT_MAKEN = auto()
    PARTNER_BEKIJKEN = auto()
    PARTNER_BEWERKEN = auto()
    WERKGEVER_BEKIJKEN = auto()  # the shared card: facts, needs, who called when and why
    WERKGEVER_BEWERKEN = auto()  # note contacts and needs, claim, keep the card up to date
    AFSPRAAK_BEKIJKEN = auto()  # agreements, partnerships, meetings, the map of the network
    AFSPRAAK_BEWERKEN = auto()
    OVEREENKOMST_BEWERKEN = auto()  # agreements the own organisatie keeps, their files, and its social purchases
    PLAN_BEKIJKEN = auto()  # the jaaractieplannen of the gebied, with everything in them
    PLAN_BEWERKEN = auto()  # every plan and every action
    ACTIE_BEWERKEN = auto()  # actions one pulls; who may change plans, changes all
    ACTIE_OPVOLGEN = auto()  # the stand, figures and evidence of actions one pulls
    SCAN_INVULLEN = auto()  # the scan and the plan of the own organisatie
    EIGEN_ORGANISATIE = auto()  # the own contact data, places and reports of a partner
    PLAATS_BEKIJKEN = auto()  # places and what of them is free, never who works there
    PLAATS_BEWERKEN = auto()  # of the own OCMW; who may change partners, changes every place
    GEBIED_BEKIJKEN = auto()
    QUOTUM_BEWERKEN = auto()
    LEDEN_BEHEREN = auto()
    DOSSIER_BEHEREN = auto()  # everything about one person at once: AVG requests


class Rol(models.TextChoices):
    REGISSEUR = "REGISSEUR", "regisseur"
    MEDEWERKER = "MEDEWERKER", "medewerker regie"
    JOBHUNTER = "JOBHUNTER", "jobhunter"
    TRAJECTBEGELEIDER = "TRAJECTBEGELEIDER", "trajectbegeleider"
    TEAMVERANTWOORDELIJKE = "TEAMVERANTWOORDELIJKE", "teamverantwoordelijke"
    ADMINISTRATIE = "ADMINISTRATIE", "administratie"
    PARTNERCONTACT = "PARTNERCONTACT", "partnercontact"
    GEBIEDSBEHEERDER = "GEBIEDSBEHEERDER", "gebiedsbeheerder"


_DOSSIER = frozenset(
    {
        Recht.THUIS,
        Recht.CLIENT_BEKIJKEN,
        Recht.CLIENT_BEWERKEN,
        Recht.CLIENT_INLADEN,
        Recht.CLIENT_EXPORTEREN,
        Recht.INSZ_TONEN,
        Recht.DREMPEL_BEKIJKEN,
        Recht.EVALUATIE_BEKIJKEN,
        Recht.TRAJECT_BEWERKEN,
        Recht.DOCUMENT_BEWERKEN,
        Recht.PROJECT_BEKIJKEN,
        Recht.KOSTEN_BEKIJKEN,
        Recht.PARTNER_BEKIJKEN,
        Recht.WERKGEVER_BEKIJKEN,
        Recht.WERKGEVER_BEWERKEN,
        Recht.AFSPRAAK_BEKIJKEN,
        Recht.PLAATS_BEKIJKEN,
        Recht.PLAATS_BEWERKEN,
        Recht.PLAN_BEKIJKEN,
        Recht.ACTIE_OPVOLGEN,
        Recht.GEBIED_BEKIJKEN,
    }
)
_REGIO = frozenset(
    {
        Recht.THUIS,
        Recht.COCKPIT_BEKIJKEN,
        Recht.RAPPORT_BEKIJKEN,
        Recht.PARTNER_BEKIJKEN,
        Recht.PARTNER_BEWERKEN,
        Recht.WERKGEVER_BEKIJKEN,
        Recht.WERKGEVER_BEWERKEN,
        Recht.AFSPRAAK_BEKIJKEN,
        Recht.AFSPRAAK_BEWERKEN,
        Recht.OVEREENKOMST_BEWERKEN,
        Recht.SCAN_INVULLEN,
        Recht.TARIEF_BEWERKEN,
        Recht.PROJECT_BEKIJKEN,
        Recht.PROJECT_BEHEREN,
        Recht.PLAATS_BEKIJKEN,
        Recht.PLAATS_BEWERKEN,
        Recht.PLAN_BEKIJKEN,
        Recht.ACTIE_BEWERKEN,
        Recht.ACTIE_OPVOLGEN,
        Recht.GEBIED_BEKIJKEN,
    }
)

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.REGISSEUR: _REGIO | {Recht.PLAN_BEWERKEN, Recht.RAPPORT_MAKEN, Recht.QUOTUM_BEWERKEN, Recht.LEDEN_BEHEREN},
    Rol.MEDEWERKER: _REGIO,
    Rol.TRAJECTBEGELEIDER: _DOSSIER,
    Rol.TEAMVERANTWOORDELIJKE: _DOSSIER
    | {
        Recht.TEAM_BEHEREN,
        Recht.DOSSIER_BEHEREN,
        Recht.LOOPTIJD_BESLISSEN,
        Recht.HUISSTIJL_BEWERKEN,
        Recht.KOSTEN_BEWERKEN,
        Recht.TARIEF_BEWERKEN,
        Recht.OVEREENKOMST_BEWERKEN,
        Recht.COCKPIT_BEKIJKEN,
        Recht.RAPPORT_BEKIJKEN,
        Recht.SCAN_INVULLEN,
    },
    # Employers and places, no files (domein.md 2.1): of an OCMW, VDAB, the regieverband or a social-economy company.
    Rol.JOBHUNTER: frozenset(
        {
            Recht.THUIS,
            Recht.PARTNER_BEKIJKEN,
            Recht.WERKGEVER_BEKIJKEN,
            Recht.WERKGEVER_BEWERKEN,
            Recht.AFSPRAAK_BEKIJKEN,
            Recht.PLAATS_BEKIJKEN,
            Recht.PLAN_BEKIJKEN,
            Recht.ACTIE_OPVOLGEN,
            Recht.GEBIED_BEKIJKEN,
        }
    ),
    # Contracts and hours, no evaluations or drempels (domein.md 2.1).
    Rol.ADMINISTRATIE: frozenset(
        {
            Recht.THUIS,
            Recht.CLIENT_BEKIJKEN,
            Recht.CLIENT_EXPORTEREN,
            Recht.DOCUMENT_BEWERKEN,
            Recht.KOSTEN_BEKIJKEN,
            Recht.KOSTEN_BEWERKEN,
            Recht.PARTNER_BEKIJKEN,
            Recht.GEBIED_BEKIJKEN,
        }
    ),
    Rol.PARTNERCONTACT: frozenset(
        {
            Recht.THUIS,
            Recht.GEDEELD_BEKIJKEN,
            Recht.RAPPORT_BEKIJKEN,
            Recht.EIGEN_ORGANISATIE,
            Recht.SCAN_INVULLEN,
            Recht.ACTIE_OPVOLGEN,
        }
    ),
    Rol.GEBIEDSBEHEERDER: frozenset({Recht.THUIS, Recht.GEBIED_BEKIJKEN, Recht.LEDEN_BEHEREN}),
}
DOSSIERROLLEN = frozenset({Rol.TEAMVERANTWOORDELIJKE, Rol.TRAJECTBEGELEIDER, Rol.ADMINISTRATIE})


@dataclass(frozen=True, slots=True)
class Toegang:
    """Who is asking, in which gebied, with which roles. Passed to services instead of `request`."""

    user_id: int
    gebied_id: int
    rollen: frozenset[Rol]
    organisatie_ids: tuple[int, ...]  # whose dossiers this person may see
    lid_van: tuple[int, ...] = ()  # every organisatie this person belongs to in the gebied
    partner_van: tuple[int, ...] = ()  # those of which this person keeps the own data, as partnercontact

    def mag(self, recht: Recht) -> bool:
        return any(recht in RECHTEN[rol] for rol in self.rollen)
