import os
from datetime import datetime

import pytest

from ganstudio import atomic
from ganstudio.errors import StudioError
from ganstudio.latent import paths
from ganstudio.media import session

PARTS = {"face": {"psi": 0.5}, "tab": 2, "view": None}


def test_parts_there_and_back(tmp_path):
    path = tmp_path / "new" / session.NAME
    session.write(path, session.to_text(PARTS))
    assert session.read(path) == PARTS
    assert session.to_text(dict(reversed(PARTS.items()))) == session.to_text(PARTS)


def test_without_a_file_there_is_nothing(tmp_path):
    assert session.read(tmp_path / session.NAME) == {}


def test_whatever_is_cut_off_is_damage(tmp_path):
    path = tmp_path / session.NAME
    text = session.to_text(PARTS)
    for length in range(len(text)):
        path.write_text(text[:length])
        with pytest.raises(StudioError, match="damaged"):
            session.read(path)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        '{"ganstudio": "recipe"}',
        '{"ganstudio": "session", "version": 2, "parts": {}}',
        '{"ganstudio": "session", "version": 1, "parts": []}',
        "[" * 100_000,
    ],
)
def test_what_is_no_session_is_damage(tmp_path, text):
    path = tmp_path / session.NAME
    path.write_text(text)
    with pytest.raises(StudioError, match="damaged"):
        session.read(path)


def test_what_could_not_be_read_again_is_not_written(tmp_path, monkeypatch):
    path = tmp_path / session.NAME
    session.write(path, session.to_text(PARTS))
    text = session.to_text({"path": "x" * 3_000_000})
    monkeypatch.setattr(session, "MOST_BYTES", len(text) - 1)
    with pytest.raises(StudioError, match="would have 2 MB"):
        session.write(path, text)
    assert session.read(path) == PARTS
    monkeypatch.setattr(session, "MOST_BYTES", len(text))
    session.write(path, text)
    assert session.read(path)["path"] == "x" * 3_000_000


def test_the_longest_path_has_room_in_a_session():
    assert session.MOST_BYTES > paths.MOST_TEXT


def test_set_aside_the_damaged_one_can_still_be_read(tmp_path):
    path = tmp_path / session.NAME
    path.write_text("half a sess")
    aside = session.set_aside(path, datetime(2026, 11, 20, 12, 30))
    assert aside.name == "session-damaged-20261120T123000.json"
    assert aside.read_text() == "half a sess"
    assert not path.exists()


def test_what_a_killed_writer_left_behind_goes_but_not_what_is_being_written(tmp_path):
    old, new = tmp_path / ".ganstudio-1.part", tmp_path / ".ganstudio-2.part"
    old.write_text("half a sess")
    new.write_text("half a sess")
    os.utime(old, (0, 0))
    session.write(tmp_path / session.NAME, "{}")
    atomic.clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, session.NAME]
    atomic.clear(tmp_path / "nowhere")
