"""Spreadsheets of what a page shows."""
