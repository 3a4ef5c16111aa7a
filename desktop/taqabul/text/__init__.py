"""Pure knowledge about Arabic and English text: folding, tokens, numbers, names, directions."""
