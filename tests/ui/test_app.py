import gc
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.ui import app
from ganstudio.ui.settings import Settings


def test_garbage_is_collected_on_a_timer_but_not_while_dragging(qapp, qtbot, monkeypatch):
    collected = []
    monkeypatch.setattr(app, "COLLECT_MS", 10)
    monkeypatch.setattr(gc, "collect", collected.append)
    parent = QObject()
    app.Collector(parent)
    qtbot.waitUntil(lambda: len(collected) > app.OLD_EVERY)
    assert set(collected) == {1, 2}
    assert not gc.isenabled()
    pressed = app.Qt.MouseButton.LeftButton
    monkeypatch.setattr(app.QApplication, "mouseButtons", staticmethod(lambda: pressed))
    QTest.qWait(20)
    before = len(collected)
    QTest.qWait(50)
    assert len(collected) == before
    parent.deleteLater()


def test_the_allocator_is_left_alone_where_the_settings_say_so(monkeypatch, qapp):
    tuned = []
    monkeypatch.setattr(app.allocator, "tune", lambda: tuned.append(1))
    monkeypatch.setattr(app, "QApplication", Stop)
    settings = Settings()
    for wanted in (True, False):
        settings.tune_allocator = wanted
        settings.save()
        try:
            app.run([])
        except StoppedError:
            tuned.append(wanted)
    assert tuned == [1, True, False]


class StoppedError(Exception):
    pass


class Stop:
    def __init__(self, argv):
        raise StoppedError


WORDS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE"><context><name>Actions</name><message>
<source>&amp;Quit</source><translation>&amp;Beenden</translation></message></context></TS>
"""


def test_the_words_are_in_the_users_language_where_there_is_a_translation(
    qapp, monkeypatch, tmp_path
):
    (tmp_path / "translations").mkdir()
    source = tmp_path / "translations" / "ganstudio_de.ts"
    source.write_text(WORDS)
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, source], check=True, capture_output=True)
    monkeypatch.setattr(app.paths, "resources", lambda: tmp_path)
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        app.name_and_translate(qapp)
        assert QApplication.translate("Actions", "&Quit") == "&Beenden"
        assert QApplication.translate("Actions", "&Redo") == "&Redo"
    finally:
        QLocale.setDefault(before)
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
