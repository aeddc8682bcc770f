"""The frame around the pages: rail, top bar, status, first run, settings, help."""
