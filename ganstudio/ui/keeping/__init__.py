"""Nothing lost: kept pictures, comparing two, presets, the session of last time."""
