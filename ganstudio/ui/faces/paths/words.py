"""What the easings are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ganstudio.latent.paths import Easing

translate = QCoreApplication.translate


def easing_words() -> dict[Easing, tuple[str, str]]:
    """Each easing: its name, and what it does."""
    return {
        "smooth": (translate("Paths", "Smooth"), translate("Paths", "starts and ends slowly")),
        "linear": (translate("Paths", "Even"), translate("Paths", "the same speed all the way")),
        "in": (translate("Paths", "Starts slowly"), translate("Paths", "starts slowly")),
        "out": (translate("Paths", "Ends slowly"), translate("Paths", "ends slowly")),
    }
