"""What this program is, its version and its licence."""

from __future__ import annotations

import platform
from html import escape

import PySide6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ganstudio import __version__, paths
from ganstudio.ui.dialogs.page import Page, table

translate = QCoreApplication.translate


def about(parent: QWidget) -> Page:
    """The page about the program."""
    title = translate("About", "About GAN Studio")
    return Page(title, html(), width=480, height=320, parent=parent)


def html() -> str:
    purpose = translate(
        "About", "Run, steer, paint with, edit with and train generative adversarial networks."
    )
    licence = translate("About", "Free software under the MIT licence, without any warranty.")
    rows = [
        (translate("About", "Version"), __version__),
        (translate("About", "Python, Qt"), f"{platform.python_version()}, {PySide6.__version__}"),
        (translate("About", "Models"), str(paths.user_models())),
        (translate("About", "Settings"), str(paths.config_folder())),
    ]
    body = table([(name, escape(text)) for name, text in rows])
    return f"<h2>GAN Studio</h2><p>{escape(purpose)}</p>{body}<p>{escape(licence)}</p>"
