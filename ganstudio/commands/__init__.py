"""The commands, one file a subject; `ganstudio/cli.py` puts them together."""
