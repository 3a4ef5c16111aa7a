"""Others at work in the same library, and what to do where two of them changed the same thing."""
