from trajecten.exports.clienten import clientenlijst
from trajecten.exports.plaatsen import plaatsenlijst

__all__ = ["clientenlijst", "plaatsenlijst"]
