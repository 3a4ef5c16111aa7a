"""The import doctor: what files hold, seen and mended before anything is kept."""
