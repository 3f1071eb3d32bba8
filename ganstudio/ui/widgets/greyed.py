"""Greying what does not apply to a model, with the reason at hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

USUAL = "usualToolTip"  # the property that keeps the tooltip of better days


def usual_tip(widget: QWidget) -> str:
    """The tooltip of a control, whether it is greyed now or not."""
    return str(widget.property(USUAL) or widget.toolTip())


def grey(widget: QWidget, why: str) -> None:
    """Disable a control and let its tooltip, and those of its parts, say why; "" enables it."""
    widget.setEnabled(not why)
    for part in (widget, *widget.findChildren(QWidget)):
        usual = part.property(USUAL)
        if why:
            if usual is None:
                part.setProperty(USUAL, part.toolTip())
            part.setToolTip(why)
        elif usual is not None:
            part.setProperty(USUAL, None)
            part.setToolTip(usual)
