from partners.exports.organisaties import contactenlijst, organisatielijst
from partners.exports.overeenkomsten import overeenkomstenlijst
from partners.exports.werkgevers import werkgeverslijst

__all__ = ["contactenlijst", "organisatielijst", "overeenkomstenlijst", "werkgeverslijst"]
