"""Two sequences of paragraphs become links: what this program exists for."""
