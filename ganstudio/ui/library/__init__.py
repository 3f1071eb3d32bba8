"""The library: all models that are here, to look at, to open and to keep in order."""
