"""What a terminal sees of a long job."""

import pytest

from ganstudio.commands.running import counted
from ganstudio.engine.job import Progress


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (0, 40, 5.0, "0/40"),
        (1, 40, 0.5, "1/40"),
        (10, 40, 4.0, "10/40, 12 s left"),
        (10, 1000, 10.0, "10/1000, 16 min left"),
        (40, 40, 16.0, "40/40"),
    ],
)
def test_a_count_and_what_is_left(done, total, seconds, text):
    assert counted(Progress(done, total), seconds) == text
