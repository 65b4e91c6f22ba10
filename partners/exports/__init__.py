from partners.exports.organisaties import organisatielijst
from partners.exports.overeenkomsten import overeenkomstenlijst

__all__ = ["organisatielijst", "overeenkomstenlijst"]
