"""What every screen stands on: actions, jobs, errors, settings, colours, fonts and translation."""
