"""Where things are: what ships with the program, and the user's own folders."""

import os
from pathlib import Path

import platformdirs

APP = "ganstudio"
HOME = "GANSTUDIO_HOME"  # the name of a folder for all that is the user's
HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder `resources`: beside this file once installed, one level up in a checkout."""
    inside = HERE / "resources"
    return inside if inside.is_dir() else HERE.parent / "resources"


def user_folder() -> Path:
    """The user's models, presets and sessions; GANSTUDIO_HOME puts everything elsewhere."""
    home = os.environ.get(HOME)
    return Path(home) / "share" if home else Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Settings."""
    home = os.environ.get(HOME)
    return (
        Path(home) / "config" if home else Path(platformdirs.user_config_dir(APP, appauthor=False))
    )


def cache_folder() -> Path:
    """What can be computed again."""
    home = os.environ.get(HOME)
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def bundled_models() -> Path:
    return resources() / "models"


def user_models() -> Path:
    return user_folder() / "models"


def user_directions() -> Path:
    """The directions through each model, one file a model."""
    return user_folder() / "directions"
