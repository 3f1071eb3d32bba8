from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ganstudio import paths
from ganstudio.ui.settings import MOST_RECENT, Settings


def test_they_lie_in_the_users_folder(home):
    settings = Settings()
    settings.remember("faces")
    settings.save()
    assert settings.file == paths.config_folder() / "ganstudio.ini"
    assert home in settings.file.parents
    assert "faces" in settings.file.read_text()


def test_they_begin_with_what_most_people_want():
    settings = Settings()
    assert settings.recent == []
    assert settings.device == "cpu"
    assert settings.theme == "system"
    assert settings.recipe_in_png is settings.tune_allocator is True
    assert settings.export_folder == settings.open_folder == Path.home()
    assert settings.geometry.isEmpty()
    assert settings.folded == []


def test_all_of_them_are_there_after_a_restart(tmp_path):
    first = Settings()
    first.device, first.theme = "cuda:0", "dark"
    first.recipe_in_png = first.tune_allocator = False
    first.export_folder = first.open_folder = tmp_path
    first.geometry, first.layout = QByteArray(b"here"), QByteArray(b"so")
    first.folded, first.widths = ["noise"], QByteArray(b"wide")
    first.remember("faces")
    first.save()
    again = Settings()
    assert (again.device, again.theme) == ("cuda:0", "dark")
    assert again.recipe_in_png is again.tune_allocator is False
    assert again.export_folder == again.open_folder == tmp_path
    assert (again.geometry, again.layout) == (b"here", b"so")
    assert (again.folded, again.widths) == (["noise"], b"wide")
    assert again.recent == ["faces"]
    again.folded = []
    again.save()
    assert Settings().folded == []


def test_the_recent_list_has_the_newest_first_once_and_an_end():
    settings = Settings()
    for name in [*map(str, range(MOST_RECENT + 2)), "5"]:
        settings.remember(name)
    assert settings.recent[:3] == ["5", "11", "10"]
    assert len(settings.recent) == MOST_RECENT


@pytest.mark.parametrize(
    "text",
    [
        "\0\1\2 not an ini file",
        "[General]\ndevice=@ByteArray(x)\ntheme=pink\n[export]\nrecipe=perhaps\nfolder=relative",
        "[models]\nrecent=@Invalid()\n[window]\ngeometry=7\n[open]\nfolder=@Size(1 2)",
    ],
)
def test_a_damaged_file_counts_as_empty(text):
    file = paths.config_folder() / "ganstudio.ini"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    settings = Settings()
    assert settings.theme == "system"
    assert settings.recipe_in_png is True
    assert settings.export_folder == Path.home()
    assert settings.recent == []
    assert settings.geometry.isEmpty()
    assert settings.folded == []
