"""Mails to partners and employers, one module per topic. They name no client and hold no notes."""
