"""What stands behind `./run`: from a bare machine to a running product, with the standard library alone.

Nothing in here imports Django; the product is reached through `manage.py` and its environment variables.
"""
