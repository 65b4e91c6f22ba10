"""Who lives and works in the region: a mix of names as an OCMW knows it. Each pair is made up from lists."""

from dataclasses import dataclass

from regie.portal.demo.toeval import Toeval
from trajecten.enums import Geslacht


@dataclass(frozen=True, slots=True)
class Herkomst:
    """A pool of names with the language its people speak at home."""

    taal: str
    vrouwen: tuple[str, ...]
    mannen: tuple[str, ...]
    families: tuple[str, ...]


def _pool(taal: str, vrouwen: str, mannen: str, families: str) -> Herkomst:
    delen = (tuple(deel.strip() for deel in rij.split(",")) for rij in (vrouwen, mannen, families))
    return Herkomst(taal, *delen)


VLAAMS = _pool(
    "Nederlands",
    "Els, Nele, Ingrid, Katrien, Lien, Sofie, An, Hilde, Greet, Veerle, Martine, Joke, Eline, Charlotte, Femke,"
    " Annelies, Kimberly, Britt, Jolien, Lotte, Marleen, Nancy, Sabrina, Tine, Zoë, Caroline, Inès, Mieke, Silke",
    "Koen, Jan, Tom, Karel, Wout, Bart, Pieter, Dirk, Kevin, Stijn, Wim, Geert, Jonas, Dries, Filip, Johan, Mathias,"
    " Sander, Yannick, Rik, Steven, Thomas, Jens, Luc, Marc, Brecht, Björn, Robbe, Bram, René",
    "Vermeulen, Claeys, Van Damme, D'hondt, Van den Berghe, Goossens, De Smet, De Clercq, Peeters, Bogaert,"
    " Lambrecht, Dhaene, Maes, Vandenberghe, Desmet, Verhelst, Vandecasteele, Devos, Strubbe, Deceuninck, Lagrou,"
    " Vanhoutte, Van de Velde, Pattyn, Cools, Demeyere, Vandewalle, Baert, Hoste, Declerck, Vlaeminck, Wittewrongel,"
    " Snauwaert, Timmerman, Van Haecke, De Brabandere, Rotsaert, Beernaert, Dobbelaere, Quintens",
)
POOLS: dict[str, Herkomst] = {
    "vlaams": VLAAMS,
    "turks": _pool(
        "Turks",
        "Ayşe, Elif, Sibel, Zeynep, Emine, Hatice, Gülşen, Derya",
        "Mehmet, Emre, Hüseyin, Okan, Yiğit, Ömer, Kadir, Serkan",
        "Aydın, Yılmaz, Kaya, Şahin, Öztürk, Çelik, Yıldız, Demir, Koç",
    ),
    "marokkaans": _pool(
        "Arabisch",
        "Fatima, Khadija, Samira, Aïcha, Naïma, Loubna, Hanane, Ikram",
        "Mohamed, Rachid, Hamid, Youssef, Karim, Saïd, Bilal, Abdelkader",
        "El Amrani, Ben Ali, Bouzid, El Idrissi, Chaoui, Amrani, Benali, El Khattabi, Aït Said",
    ),
    "oekraiens": _pool(
        "Oekraïens",
        "Oksana, Olena, Iryna, Nataliia, Svitlana, Yuliia, Tetiana, Kateryna",
        "Andrii, Oleksandr, Serhii, Dmytro, Mykola, Vasyl",
        "Kovalenko, Shevchenko, Bondarenko, Tkachenko, Kravchuk, Melnyk, Boyko, Marchenko",
    ),
    "syrisch": _pool(
        "Arabisch",
        "Rania, Nour, Lama, Hala, Reem, Samar, Dima",
        "Omar, Ahmed, Khaled, Bashar, Mahmoud, Anas, Firas, Ziad",
        "Haddad, Al Hassan, Darwish, Al Khatib, Sabbagh, Najjar, Al Masri, Hamdan",
    ),
    "nepalees": _pool(
        "Nepalees",
        "Sita, Anjali, Sunita, Kabita, Binita, Laxmi",
        "Ram, Bishal, Suresh, Prakash, Dipesh, Nabin",
        "Thapa, Gurung, Shrestha, Tamang, Rai, Adhikari, Karki",
    ),
    "pools": _pool(
        "Pools",
        "Agnieszka, Małgorzata, Katarzyna, Zofia, Ewa, Dorota",
        "Piotr, Łukasz, Paweł, Tomasz, Krzysztof, Michał",
        "Kowalczyk, Nowak, Woźniak, Wójcik, Mazur, Pawlak, Wróbel",
    ),
    "nigeriaans": _pool(
        "Engels",
        "Blessing, Ngozi, Chidinma, Ifeoma, Folake, Patience",
        "Emeka, Chinedu, Tunde, Samuel, Ikenna, Collins",
        "Okafor, Adeyemi, Eze, Balogun, Nwosu, Okonkwo, Osagie",
    ),
    "afghaans": _pool(
        "Dari",
        "Zahra, Maryam, Fereshta, Shabnam, Nilofar",
        "Ali Reza, Hamed, Farid, Najib, Mustafa, Sayed",
        "Ahmadi, Rahimi, Hosseini, Karimi, Noori, Sultani, Amiri",
    ),
    "west_afrikaans": _pool(
        "Frans",
        "Aminata, Mariama, Fatoumata, Awa, Kadiatou",
        "Ibrahima, Moussa, Amadou, Mamadou, Ousmane",
        "Traoré, Diallo, Mensah, Bâ, Keïta, Sow, Touré, Camara",
    ),
    "balkan": _pool(
        "Servo-Kroatisch",
        "Ana, Ivana, Jelena, Mirela, Dragana, Vesna",
        "Đorđe, Nikola, Miloš, Goran, Željko, Dušan",
        "Đorđević, Petrović, Ivanović, Hodžić, Marković, Berišić, Čolić",
    ),
    "vietnamees": _pool(
        "Vietnamees",
        "Thị Mai, Linh, Hương, Lan, Thảo",
        "Minh, Văn Nam, Đức, Hùng, Tuấn",
        "Nguyễn, Trần, Lê, Phạm, Hoàng, Võ",
    ),
    "roemeens": _pool(
        "Roemeens",
        "Ioana, Mihaela, Ștefania, Andreea, Cătălina",
        "Ionuț, Ștefan, Răzvan, Marius, Cristian",
        "Popescu, Ionescu, Dumitru, Stănescu, Țurcanu, Munteanu",
    ),
    "eritrees": _pool(
        "Tigrinya",
        "Selam, Feven, Rahwa, Mehret, Luam",
        "Yonas, Filmon, Tesfay, Samuel, Abel",
        "Tesfamariam, Gebremedhin, Haile, Kidane, Berhane, Ghebreab",
    ),
}
AANDEEL = {
    "vlaams": 46,
    "turks": 7,
    "marokkaans": 8,
    "oekraiens": 8,
    "syrisch": 7,
    "nepalees": 3,
    "pools": 3,
    "nigeriaans": 3,
    "afghaans": 5,
    "west_afrikaans": 3,
    "balkan": 3,
    "vietnamees": 1,
    "roemeens": 2,
    "eritrees": 2,
}


@dataclass(frozen=True, slots=True)
class Naam:
    voornaam: str
    familienaam: str
    taal: str

    @property
    def nieuwkomer(self) -> bool:
        return self.taal != "Nederlands"


def naam_voor(toeval: Toeval, geslacht: str) -> Naam:
    """A name from one pool; now and then the first name is Flemish and the family name is not."""
    herkomst = POOLS[toeval.kies(AANDEEL)]
    voornamen = VLAAMS if herkomst.taal in {"Turks", "Arabisch", "Frans"} and toeval.kans(0.08) else herkomst
    voornaam = toeval.uit(voornamen.mannen if geslacht == Geslacht.MAN else voornamen.vrouwen)
    taal = "Nederlands" if voornamen is VLAAMS else herkomst.taal
    return Naam(voornaam, toeval.uit(herkomst.families), taal)


def personeel(toeval: Toeval, aantal: int) -> list[Naam]:
    """Names of people who work at an OCMW or a partner: no name twice in one world."""
    namen: dict[tuple[str, str], Naam] = {}
    while len(namen) < aantal:
        naam = naam_voor(toeval, toeval.uit((Geslacht.MAN, Geslacht.VROUW, Geslacht.VROUW)))
        namen[naam.voornaam, naam.familienaam] = naam
    return list(namen.values())
