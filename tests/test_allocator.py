import os
import subprocess
import sys
from pathlib import Path

import pytest

from ganstudio import allocator

glibc_only = pytest.mark.skipif(allocator.glibc() is None, reason="glibc only")

KEEPS = """
from ganstudio import allocator
tuned = allocator.tune()
import threading
import numpy as np

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

def use():
    np.ones(200_000_000, np.uint8)

before = resident()
worker = threading.Thread(target=use)
worker.start()
worker.join()
kept = resident() - before
allocator.give_back()
print(tuned, kept > 150_000_000, resident() - before > 50_000_000)
"""


def run(**environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", KEEPS],
        env=os.environ | environment,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@glibc_only
def test_memory_that_a_worker_freed_stays_until_it_is_given_back():
    assert run() == ["True", "True", "False"]


@glibc_only
def test_a_variable_turns_it_off():
    assert run(GANSTUDIO_ALLOCATOR="0") == ["False", "False", "False"]


def test_nothing_happens_without_glibc(monkeypatch):
    monkeypatch.setattr(allocator.os, "confstr", lambda name: None)
    assert allocator.glibc() is None
    assert not allocator.tune()
    assert not allocator.give_back()


def test_nothing_happens_where_the_question_is_unknown(monkeypatch):
    def unknown(name: str) -> str:
        raise ValueError(name)

    monkeypatch.setattr(allocator.os, "confstr", unknown)
    assert not allocator.tune()
