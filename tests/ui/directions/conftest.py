from dataclasses import replace

import pytest

from ganstudio.engine import directions as finding
from ganstudio.engine.job import Progress
from ganstudio.models import directions as store
from tests.ui.directions.hands import DIGEST, opened, some


@pytest.fixture
def asked(monkeypatch):
    """What was asked of the jobs; they give `some` at once."""
    calls = []

    def find(renderer, ref, method, count, *, first, last):
        calls.append((method, count, first, last))
        yield Progress(1, 1)
        return tuple(some(count, method))

    def attribute(renderer, plus, minus, name):
        calls.append((tuple(plus), tuple(minus), name))
        yield Progress(1, 1)
        return replace(some(8)[7], name=name, kind="attribute")

    monkeypatch.setattr(finding, "find", find)
    monkeypatch.setattr(finding, "attribute", attribute)
    return calls


@pytest.fixture
def studio(open_window, qtbot, asked):
    """The window with three directions, on a model of six style layers."""
    store.save(DIGEST, some())
    return opened(open_window, qtbot)
