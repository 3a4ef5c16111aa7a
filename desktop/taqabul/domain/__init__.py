"""What exists: documents, bitexts, links, notes, edits. Imports nothing of ours."""
