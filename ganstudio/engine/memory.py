"""Running out of memory, told apart from other errors and said in words."""

from __future__ import annotations

from ganstudio.errors import StudioError

WORDS = ("out of memory", "not enough memory", "can't allocate memory")


def is_out_of_memory(error: BaseException) -> bool:
    """torch says it by a class of its own on CUDA, in words on MPS and on the CPU."""
    named = isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError"
    told = isinstance(error, RuntimeError) and any(w in str(error).lower() for w in WORDS)
    return named or told


def in_words(error: Exception, *, task: str) -> Exception:
    """The error itself, or a sentence where it was memory that ran out during the task."""
    if not is_out_of_memory(error):
        return error
    return StudioError(
        "The memory is not enough for {task}; close other programs or choose a smaller model.",
        task=task,
        detail=f"{type(error).__name__}: {error}",
    )
