"""Torch modules and nothing else: no files, no Qt. One architecture a file."""
