"""Files become texts, and bitexts become files: one module a format, one registry."""
