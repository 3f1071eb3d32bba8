"""Finding directions and making them from pictures, in the window; the list that stays."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.engine import directions as finding
from ganstudio.engine.job import Progress
from ganstudio.models import directions as store
from ganstudio.models.directions import LAST
from ganstudio.recipe import Source
from tests.ui.directions.hands import (
    DIGEST,
    LEFT,
    idle,
    names,
    opened,
    recipe,
    section,
    some,
    type_into,
)


def test_finding_gives_a_row_for_each_and_keeps_them(open_window, qtbot, asked):
    window = opened(open_window, qtbot)
    part, said = section(window), []
    window.directions.said.connect(said.append)
    assert part.rows == [] and part.empty.isVisible() and not part.finder.isVisible()
    QTest.mouseClick(part.more["find"], LEFT)
    assert part.finder.isVisible()
    type_into(part.finder.count, "4")
    QTest.mouseClick(part.finder.start, LEFT)
    qtbot.waitUntil(lambda: len(part.rows) == 4)
    assert asked == [("pca", 4, 0, LAST)]
    assert names(window) == ["PCA 1", "PCA 2", "PCA 3", "PCA 4"]
    assert store.saved(DIGEST) == tuple(some(4))
    assert not part.finder.isVisible() and not part.empty.isVisible()
    assert QApplication.focusWidget() is part.rows[0].slider.slider
    assert recipe(window).offsets == ()
    assert said == ["Directions found: 4"]
    part.open_panel("find")
    QTest.mouseClick(part.finder.start, LEFT)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert len(part.rows) == 4 and "already" in said[1]


def test_sefa_looks_at_the_chosen_layers_and_pca_at_all(open_window, qtbot, asked):
    window = opened(open_window, qtbot)
    finder = section(window).finder
    assert not finder.layers.isEnabled() and "PCA" in finder.layers.toolTip()
    QTest.mouseClick(finder.method.buttons["sefa"], LEFT)
    assert finder.layers.isEnabled()
    finder.layers.setCurrentIndex(1)
    QTest.mouseClick(finder.start, LEFT)
    idle(window, qtbot)
    assert asked == [("sefa", 8, 0, 2)]


def test_an_attribute_in_three_clicks(studio, qtbot, asked):
    part = section(studio)
    QTest.mouseClick(part.more["make"], LEFT)
    assert part.maker.isVisible() and not part.maker.make.isEnabled()
    one, two, three = (replace(recipe(studio), a=Source(seed)) for seed in (1, 2, 3))
    studio.directions.selected = lambda: [one, two]
    QTest.mouseClick(part.maker.buttons["with"], LEFT)
    studio.directions.selected = lambda: [two, three]
    QTest.mouseClick(part.maker.buttons["without"], LEFT)
    assert part.maker.buttons["with"].text() == "With: 1"
    assert part.maker.buttons["without"].text() == "Without: 2"
    QTest.keyClicks(part.maker.name, "smile")
    QTest.mouseClick(part.maker.make, LEFT)
    qtbot.waitUntil(lambda: names(studio)[3:] == ["smile"])
    assert asked == [((one,), (two, three), "smile")]
    assert store.saved(DIGEST)[3].kind == "attribute"
    assert part.maker.sets == {"with": (), "without": ()}


def test_without_a_selection_the_present_picture_is_taken(studio):
    part = section(studio)
    QTest.mouseClick(part.more["make"], LEFT)
    shown = recipe(studio)
    QTest.mouseClick(part.maker.buttons["with"], LEFT)
    QTest.mouseClick(part.maker.buttons["with"], LEFT)
    assert part.maker.sets["with"] == (shown,)
    assert not part.maker.make.isEnabled() and "without" in part.maker.make.toolTip()
    QTest.mouseClick(part.maker.clear, LEFT)
    assert part.maker.sets["with"] == ()


def test_a_model_without_styles_has_no_pca_and_no_layers(open_window, qtbot, asked):
    store.save(DIGEST, some())
    window = opened(open_window, qtbot, "plain")
    part = section(window)
    part.open_panel("find")
    assert not part.finder.method.buttons["pca"].isEnabled()
    assert "DCGAN has no mapping network" in part.finder.method.buttons["pca"].toolTip()
    assert part.finder.method.value == "sefa" and not part.finder.layers.isEnabled()
    assert not part.rows[0].layers.isVisible()
    QTest.mouseClick(part.finder.start, LEFT)
    idle(window, qtbot)
    assert asked == [("sefa", 8, 0, LAST)]


def test_a_damaged_list_is_said_and_set_aside(open_window, qtbot, asked):
    store.save(DIGEST, some())
    store.path_of(DIGEST).write_text("{")
    window = opened(open_window, qtbot)
    assert window.error_bar.isVisible()
    assert section(window).rows == []
    aside = store.path_of(DIGEST).with_name(f"{DIGEST}.damaged-1.json")
    assert aside.read_text() == "{"
    QTest.mouseClick(section(window).finder.start, LEFT)
    qtbot.waitUntil(lambda: len(section(window).rows) == 8)


def test_a_search_that_fails_says_so_and_changes_nothing(studio, monkeypatch, qtbot):
    def find(renderer, **_):
        yield Progress(0, 1)
        raise RuntimeError("no luck")

    monkeypatch.setattr(finding, "find", find)
    section(studio).open_panel("find")
    QTest.mouseClick(section(studio).finder.start, LEFT)
    qtbot.waitUntil(studio.error_bar.isVisible)
    assert names(studio) == ["PCA 1", "PCA 2", "PCA 3"]


def test_the_menu_opens_what_is_folded_away(studio):
    part = section(studio)
    part.open(False)
    studio.directions.open_finder()
    assert part.finder.isVisible() and QApplication.focusWidget() is part.finder.start
    studio.directions.open_maker()
    assert part.maker.isVisible() and QApplication.focusWidget() is part.maker.name


def test_they_are_there_in_the_next_window(studio, open_window, qtbot):
    section(studio).rows[0].renamed.emit("age")
    studio.close()
    again = opened(open_window, qtbot)
    assert names(again) == ["age", "PCA 2", "PCA 3"]
    assert section(again).more["find"].isVisible() and not section(again).finder.isVisible()
