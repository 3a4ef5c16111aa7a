"""Is this pair a good translation? One module a check, pure functions over plain records."""
