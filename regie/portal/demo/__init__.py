"""The demo world: two gebieden with three years of made-up people, so that every page shows something true to life.

Only for `settings.DEMO`. Nobody in it exists; numbers are fictitious but pass their check digits (domein.md 9).
"""
