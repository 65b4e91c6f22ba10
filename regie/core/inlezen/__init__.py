"""Reading lists from outside: any spreadsheet or csv becomes columns we know and rows to judge."""
