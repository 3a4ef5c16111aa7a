"""The panel that tells why a pair stands where it stands: evidence, sentences, changes, notes."""
