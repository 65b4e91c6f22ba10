"""Lists of employers as organisations keep them (see regie.core.inlezen)."""
