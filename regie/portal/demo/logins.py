"""The fixed logins of the demo: one per role, with addresses that are easy to remember."""

from dataclasses import dataclass

from regie.core.permissions import Rol

WACHTWOORD = "Zwin-Belfort-8000"
DOMEIN = "regiekompas.example"


@dataclass(frozen=True, slots=True)
class Login:
    """Who, and where: (gebied slug, organisatie slug, role) per membership; none for the platform admin."""

    adres: str
    voornaam: str
    familienaam: str
    omschrijving: str
    lid_van: tuple[tuple[str, str, Rol], ...] = ()

    @property
    def email(self) -> str:
        return f"{self.adres}@{DOMEIN}"

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}"


LOGINS = (
    Login(
        "trajectbegeleider",
        "Lien",
        "Vermeulen",
        "trajectbegeleider OCMW Brugge",
        (("brugge", "ocmw-brugge", Rol.TRAJECTBEGELEIDER),),
    ),
    Login(
        "regisseur",
        "Hannelore",
        "Dewitte",
        "regisseur Regio Brugge",
        (("brugge", "regieverband", Rol.REGISSEUR),),
    ),
    Login("medewerker", "Jonas", "Pattyn", "medewerker regie", (("brugge", "regieverband", Rol.MEDEWERKER),)),
    Login(
        "teamverantwoordelijke",
        "Katrien",
        "Strubbe",
        "teamverantwoordelijke OCMW Brugge",
        (("brugge", "ocmw-brugge", Rol.TEAMVERANTWOORDELIJKE),),
    ),
    Login(
        "administratie",
        "Geert",
        "Hoste",
        "administratie OCMW Brugge",
        (("brugge", "ocmw-brugge", Rol.ADMINISTRATIE),),
    ),
    Login("jobhunter", "Pieter", "Vanhoutte", "jobhunter VDAB", (("brugge", "vdab-brugge", Rol.JOBHUNTER),)),
    Login(
        "partner", "An", "Lagrou", "partnercontact De Kringwinkel", (("brugge", "kringwinkel", Rol.PARTNERCONTACT),)
    ),
    Login(
        "gebiedsbeheerder",
        "Filip",
        "Baert",
        "gebiedsbeheerder Regio Brugge",
        (("brugge", "regieverband", Rol.GEBIEDSBEHEERDER),),
    ),
    Login(
        "sofie",
        "Sofie",
        "Claeys",
        "trajectbegeleider OCMW Brugge",
        (("brugge", "ocmw-brugge", Rol.TRAJECTBEGELEIDER),),
    ),
    Login("tom", "Tom", "Maes", "trajectbegeleider OCMW Brugge", (("brugge", "ocmw-brugge", Rol.TRAJECTBEGELEIDER),)),
    Login(
        "torhout",
        "Greet",
        "Demeyere",
        "trajectbegeleider OCMW Torhout",
        (("brugge", "ocmw-torhout", Rol.TRAJECTBEGELEIDER),),
    ),
    Login(
        "beide",
        "Veerle",
        "Van Haecke",
        "trajectbegeleider in twee gebieden",
        (
            ("brugge", "ocmw-torhout", Rol.TRAJECTBEGELEIDER),
            ("midwest", "ocmw-lichtervelde", Rol.TRAJECTBEGELEIDER),
        ),
    ),
    Login("midwest", "Bram", "Seynaeve", "regisseur Regio Midwest", (("midwest", "regieverband", Rol.REGISSEUR),)),
    Login("platform", "Inge", "Declerck", "platformbeheerder"),
)
