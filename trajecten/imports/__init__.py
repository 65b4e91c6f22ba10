"""A client list as an OCMW keeps it: bestand (open), koptekst (header), kolommen (which is which), waarden (cells),
rijen (a row as fields), oordelen (what to do with it). Nothing here writes."""
