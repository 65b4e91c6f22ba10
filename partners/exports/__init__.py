from partners.exports.aankopen import aankopenlijst
from partners.exports.organisaties import contactenlijst, organisatielijst
from partners.exports.overeenkomsten import overeenkomstenlijst
from partners.exports.tarieven import tarievenlijst
from partners.exports.werkgevers import werkgeverslijst

__all__ = [
    "aankopenlijst",
    "contactenlijst",
    "organisatielijst",
    "overeenkomstenlijst",
    "tarievenlijst",
    "werkgeverslijst",
]
