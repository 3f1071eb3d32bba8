"""What the style layers of a face model do, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ganstudio.latent.mixing import GROUPS

translate = QCoreApplication.translate


def group_of(size: int) -> str:
    """ "coarse", "middle" or "fine", by the size in pixels at which a layer acts."""
    return next((name for name, sizes in GROUPS.items() if size in sizes), "fine")


def group_word(group: str) -> str:
    """A group's name as the user reads it."""
    return {
        "coarse": translate("Layers", "coarse"),
        "middle": translate("Layers", "middle"),
        "fine": translate("Layers", "fine"),
    }[group]


def group_effect(group: str) -> str:
    """What the layers of a group steer."""
    return {
        "coarse": translate("Layers", "the pose, the shape of head and hair, glasses"),
        "middle": translate(
            "Layers", "features: eyes, nose and mouth, the expression, how the hair falls"
        ),
        "fine": translate("Layers", "colours, light, skin and the texture of hair"),
    }[group]


def layer_title(layer: int, size: int) -> str:
    """A layer by its number and the size at which it acts."""
    return translate("Layers", "Layer {layer} · {size} px").format(layer=layer, size=size)


def layer_tip(layer: int, size: int, weight: float) -> str:
    """All about one layer, for its tooltip."""
    group = group_of(size)
    lines = [
        translate("Layers", "{title} · {group}: {weight} of B").format(
            title=layer_title(layer, size), group=group_word(group), weight=f"{weight:.2f}"
        ),
        translate("Layers", "Steers {effect}.").format(effect=group_effect(group)),
        translate(
            "Layers",
            "Drag across the sliders to set several; Shift keeps to one; double-click resets.",
        ),
    ]
    return "\n".join(lines)
