"""The stages for scripts: one module a command, over the same workflow as the window."""
