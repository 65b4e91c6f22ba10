"""One traject in the making: what its evaluations, deadlines, contacts and story line are made with."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from regie.accounts.models import User
from regie.core.dates import naar_werkdag
from regie.portal.demo import kansen
from regie.portal.demo.oogst import Oogst, tijdstip
from regie.portal.demo.toeval import Toeval
from regie.portal.demo.verloop import Verloop
from trajecten.models import Client, Termijn, Tijdlijnitem, Traject, UitstroomCode


@dataclass
class Dossier:
    """One traject in the making, with the stream of chance of its OCMW."""

    traject: Traject
    client: Client
    verloop: Verloop
    begeleider: User
    toeval: Toeval
    oogst: Oogst
    codes: dict[str, UitstroomCode]
    nieuwkomer: bool
    termijnen: list[Termijn] = field(default_factory=list)

    @property
    def vandaag(self) -> date:
        return self.verloop.vandaag

    @property
    def einde(self) -> date | None:
        """The day guidance on the work floor stopped; what was still open then is not asked any more."""
        return self.verloop.uitgestroomd or self.verloop.afgesloten

    def lijn(
        self,
        soort: str,
        titel: str,
        datum: date,
        *,
        tekst: str = "",
        is_mijlpaal: bool = False,
        is_beperkt: bool = False,
    ) -> None:
        """One line in the story of the client."""
        self.oogst.neem(
            Tijdlijnitem(
                eigenaar_id=self.traject.eigenaar_id,
                client=self.client,
                soort=soort,
                titel=titel,
                tekst=tekst,
                is_mijlpaal=is_mijlpaal,
                is_beperkt=is_beperkt,
                datum=datum,
                door=self.begeleider,
                created_at=tijdstip(datum, self.toeval.randint(8, 17), self.toeval.randrange(60)),
            )
        )

    def termijn(
        self, soort: str, omschrijving: str, vervalt_op: date, afgehandeld_op: date | None, **verwijzing: object
    ) -> Termijn:
        termijn = Termijn(
            id=self.toeval.uuid(),
            eigenaar_id=self.traject.eigenaar_id,
            traject=self.traject,
            soort=soort,
            omschrijving=omschrijving,
            vervalt_op=vervalt_op,
            afgehandeld_op=afgehandeld_op,
            created_at=tijdstip(min(self.verloop.aangemeld, vervalt_op)),
            **verwijzing,
        )
        self.termijnen.append(termijn)
        return termijn

    def gedaan(self, vervalt_op: date, grens: date | None) -> date | None:
        """When something due on `vervalt_op` was done: mostly in time, sometimes weeks later, or not yet."""
        op_tijd = self.toeval.kans(kansen.EVALUATIE_OP_TIJD)
        dagen = self.toeval.randint(-3, 6) if op_tijd else self.toeval.randint(8, 30)
        dag = naar_werkdag(vervalt_op + timedelta(days=dagen))
        return dag if dag <= min(grens or self.vandaag, self.vandaag) else None
