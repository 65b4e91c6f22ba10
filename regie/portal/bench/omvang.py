"""How the rows of the benchmark are spread: some gebieden and OCMW's are much larger than others, as in life."""

from dataclasses import dataclass

GEMEENTEN = 285
OCMWS_PER_GEBIED = 7
SCHEEFHEID_GEBIED = 0.35  # the largest of 40 is 2.4 times the mean, as the inhabitants of the 39 regions are
SCHEEFHEID_OCMW = 0.8
PARTNERS_PER_GEBIED = 40
BEGELEIDERS_PER_OCMW = 8


@dataclass(frozen=True, slots=True)
class Deel:
    """The trajecten with numbers `van` to `tot` belong to this OCMW. Numbers count from 1."""

    gebied: int
    ocmw: int
    van: int
    tot: int


def verdeel(trajecten: int, gebieden: int) -> list[Deel]:
    """Every OCMW with its share, the largest gebied and the largest OCMW first."""
    per_gebied = min(OCMWS_PER_GEBIED, GEMEENTEN // gebieden)
    gewichten = [
        (gebied, ocmw, gebied**-SCHEEFHEID_GEBIED * ocmw**-SCHEEFHEID_OCMW)
        for gebied in range(1, gebieden + 1)
        for ocmw in range(1, per_gebied + 1)
    ]
    totaal, loop, delen, vorig = sum(gewicht for *_, gewicht in gewichten), 0.0, [], 0
    for gebied, ocmw, gewicht in gewichten:
        loop += gewicht
        tot = round(trajecten * loop / totaal)
        delen.append(Deel(gebied, ocmw, vorig + 1, tot))
        vorig = tot
    return delen
