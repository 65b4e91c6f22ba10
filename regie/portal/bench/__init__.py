"""The benchmark: a scratch database filled to size, the server as the demo runs it, and pages against a floor.

Ratios say more than milliseconds: every page is measured in the same run, turn by turn with the cheapest page there
can be (signed in, session, one indexed query). Reached by `manage.py bench` only.
"""
