"""The rules of the field as pure functions: dates and dated parameters in, a result with its explanation out."""
