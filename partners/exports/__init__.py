from partners.exports.organisaties import contactenlijst, organisatielijst
from partners.exports.overeenkomsten import overeenkomstenlijst

__all__ = ["contactenlijst", "organisatielijst", "overeenkomstenlijst"]
