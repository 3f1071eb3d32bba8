"""A reader for pickles that cannot run anything: it knows values, and a closed list of names.

Python's own unpickler imports and calls whatever a file names. This one is a machine of its own
for the part of pickle's instructions that checkpoints use. A name in a file means what the table
`names` says, or is refused; a call, a state or a persistent id reaches nothing but the objects of
that table. Counts and sizes are bounded by the length of the file.
"""

from __future__ import annotations

import re
import struct
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ganstudio.errors import StudioError

NAME = re.compile(r"[\w.<>]{1,200}")
SCALARS = (str, int, float, bool, type(None))
Names = Mapping[tuple[str, str], Any]


@dataclass(frozen=True, eq=False)
class Maker:
    """What a name that may be called stands for: `make` gets the arguments from the file."""

    name: str
    make: Callable[..., Any]


class Stateful(ABC):
    """Base of what may be given a state after it was made."""

    @abstractmethod
    def set_state(self, state: Any) -> None:
        """Take the state, or raise ValueError for one that makes no sense."""


@dataclass
class Budget:
    """What a file and all pickles inside it may take together: instructions, and bytes copied.

    A pickle can use one value many times, so that a short file could ask for endless work.
    """

    copies: int
    steps: int = 1_000_000  # a 32 px StyleGAN 2 with its discriminator takes 17,000

    def take(self, *, steps: int = 0, copies: int = 0) -> None:
        self.steps -= steps
        self.copies -= copies
        if self.steps < 0 or self.copies < 0:
            raise ValueError("more work than any checkpoint needs")


class Unpickler:
    """Reads one pickle that begins at `position`; `load` leaves it behind its end.

    source: the file's name, for the refusals. names: (module, name) -> a Maker or a value.
    persistent: gives the value for a persistent id. Raises StudioError for what is refused and
    ValueError, LookupError or the like for what is damaged.
    """

    def __init__(
        self,
        content: memoryview,
        *,
        source: str,
        names: Names,
        budget: Budget,
        persistent: Callable[[Any], Any] | None = None,
        position: int = 0,
    ) -> None:
        self.content, self.source, self.position = content, source, position
        self.names, self.persistent, self.budget = names, persistent, budget
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memo: dict[int, Any] = {}

    def load(self) -> Any:
        """The value of the pickle."""
        while (code := self.content[self.position]) != STOP:
            self.position += 1
            self.budget.take(steps=1)
            instruction = INSTRUCTIONS.get(code)
            if instruction is None:
                self.refuse_instruction(code)
            else:
                instruction(self)
        self.position += 1
        return self.pop()

    def refuse(self, what: str) -> StudioError:
        """The error for something that the file asks for and does not get."""
        shown = "".join(c if c.isprintable() else "?" for c in what)[:120]
        return StudioError(
            "{source} asks for {shown}, which GAN Studio does not run or read: a "
            "checkpoint needs weights and plain values only, so open one that you "
            "trust or a state_dict of it.",
            source=self.source,
            shown=shown,
        )

    def refuse_instruction(self, code: int) -> None:
        import pickletools  # its names are for this sentence only

        names = [known.name for known in pickletools.opcodes if known.code == chr(code)]
        if not names:
            raise ValueError(f"byte {code:#04x} is no pickle instruction")
        raise self.refuse(f"the pickle instruction {names[0]}")

    # what the instructions are made of

    def take(self, count: int) -> memoryview:
        end = self.position + count
        if end > len(self.content):
            raise ValueError("cut short")
        taken = self.content[self.position : end]
        self.position = end
        return taken

    def number(self, width: int) -> int:
        return int.from_bytes(self.take(width), "little")

    def text(self, width: int) -> str:
        return str(self.take(self.number(width)), "utf-8", "surrogatepass")

    def old_text(self, width: int) -> str:
        """Python 2's strings, which hold text or bytes."""
        return str(self.take(self.number(width)), "latin-1")

    def line(self) -> str:
        window = bytes(self.content[self.position : self.position + 300])
        taken = window[: window.index(b"\n")]
        self.position += len(taken) + 1
        return taken.decode("ascii")

    def pop(self) -> Any:
        if self.marks and len(self.stack) <= self.marks[-1]:
            raise ValueError("a mark where a value should be")
        return self.stack.pop()

    def pop_many(self) -> list[Any]:
        """All values down to the last mark."""
        mark = self.marks.pop()
        values = self.stack[mark:]
        del self.stack[mark:]
        return values

    def pop_tuple(self, count: int) -> None:
        values = [self.pop() for _ in range(count)]
        self.stack.append(tuple(reversed(values)))

    # the instructions that need more than a line

    def protocol(self) -> None:
        if self.number(1) not in range(2, 6):
            raise ValueError("no protocol of pickle's")

    def frame(self) -> None:
        if self.number(8) > len(self.content) - self.position:
            raise ValueError("cut short")

    def find(self, module: str, name: str) -> None:
        if not (NAME.fullmatch(module) and NAME.fullmatch(name)):
            raise ValueError("no name of anything")
        if (module, name) not in self.names:
            raise self.refuse(f"{module}.{name}")
        self.stack.append(self.names[module, name])

    def refuse_instance(self) -> None:
        """Protocol 0's way to name a class and call it at once: refused by that name, if it can."""
        self.find(self.line(), self.line())
        self.refuse_instruction(ord("i"))

    def find_on_stack(self) -> None:
        name, module = self.pop(), self.pop()
        if type(module) is not str or type(name) is not str:
            raise ValueError("names must be text")
        self.find(module, name)

    def make(self) -> None:
        arguments, maker = self.pop(), self.pop()
        if not isinstance(maker, Maker):
            raise self.refuse(f"a call of {_kind(maker)}")
        if type(arguments) is not tuple:
            raise ValueError("arguments must be a tuple")
        for argument in arguments:
            if isinstance(argument, (str, bytes, memoryview)):
                self.budget.take(copies=len(argument))
            elif isinstance(argument, (tuple, list, dict, set, frozenset)):
                self.budget.take(steps=len(argument))
        self.stack.append(maker.make(*arguments))

    def build(self) -> None:
        state = self.pop()
        target = self.stack[-1]
        if not isinstance(target, Stateful):
            raise self.refuse(f"changes to {_kind(target)}")
        target.set_state(state)

    def look_up_persistent(self) -> None:
        key = self.pop()
        if self.persistent is None:
            raise self.refuse(f"a persistent object ({_kind(key)}) in a plain pickle")
        self.stack.append(self.persistent(key))

    def append(self, values: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not list:
            raise self.refuse(f"items added to {_kind(target)}")
        target.extend(values)

    def set_items(self, values: list[Any]) -> None:
        target = self.stack[-1]
        if not isinstance(target, dict):
            raise self.refuse(f"items set in {_kind(target)}")
        if len(values) % 2:
            raise ValueError("a key without a value")
        for key, value in zip(values[::2], values[1::2], strict=True):
            target[scalar(key)] = value

    def add(self, values: list[Any]) -> None:
        target = self.stack[-1]
        if type(target) is not set:
            raise self.refuse(f"items added to {_kind(target)}")
        target.update(map(scalar, values))

    def remember(self, index: int) -> None:
        self.memo[index] = self.stack[-1]


def scalar(value: Any) -> Any:
    """A key, or a member of a set: nothing that is slow to hash."""
    if not isinstance(value, SCALARS):
        raise ValueError(f"{_kind(value)} as a key")
    return value


def _kind(value: Any) -> str:
    return value.name if isinstance(value, Maker) else f"a {type(value).__name__}"


def _int(width: int) -> Callable[[Unpickler], int]:
    def read(machine: Unpickler) -> int:
        return int.from_bytes(machine.take(width), "little", signed=True)

    return read


def _long(machine: Unpickler) -> int:
    width = machine.number(1)
    if width > 16:
        raise ValueError("a number of more than 128 bits")
    return int.from_bytes(machine.take(width), "little", signed=True)


def _pushes(read: Callable[[Unpickler], Any]) -> Callable[[Unpickler], None]:
    return lambda machine: machine.stack.append(read(machine))


STOP = ord(".")
PUSHES: dict[int, Callable[[Unpickler], Any]] = {
    ord("N"): lambda m: None,  # NONE
    0x88: lambda m: True,  # NEWTRUE
    0x89: lambda m: False,  # NEWFALSE
    ord("J"): _int(4),  # BININT
    ord("K"): lambda m: m.number(1),  # BININT1
    ord("M"): lambda m: m.number(2),  # BININT2
    0x8A: _long,  # LONG1
    ord("G"): lambda m: struct.unpack(">d", m.take(8))[0],  # BINFLOAT
    ord("X"): lambda m: m.text(4),  # BINUNICODE
    0x8C: lambda m: m.text(1),  # SHORT_BINUNICODE
    0x8D: lambda m: m.text(8),  # BINUNICODE8
    ord("U"): lambda m: m.old_text(1),  # SHORT_BINSTRING
    ord("T"): lambda m: m.old_text(4),  # BINSTRING
    ord("B"): lambda m: m.take(m.number(4)),  # BINBYTES
    ord("C"): lambda m: m.take(m.number(1)),  # SHORT_BINBYTES
    0x8E: lambda m: m.take(m.number(8)),  # BINBYTES8
    0x96: lambda m: m.take(m.number(8)),  # BYTEARRAY8
    ord("]"): lambda m: [],  # EMPTY_LIST
    ord(")"): lambda m: (),  # EMPTY_TUPLE
    ord("}"): lambda m: {},  # EMPTY_DICT
    0x8F: lambda m: set(),  # EMPTY_SET
    ord("t"): lambda m: tuple(m.pop_many()),  # TUPLE
    0x91: lambda m: frozenset(map(scalar, m.pop_many())),  # FROZENSET
    ord("h"): lambda m: m.memo[m.number(1)],  # BINGET
    ord("j"): lambda m: m.memo[m.number(4)],  # LONG_BINGET
}
INSTRUCTIONS: dict[int, Callable[[Unpickler], Any]] = {
    **{code: _pushes(read) for code, read in PUSHES.items()},
    0x80: Unpickler.protocol,  # PROTO
    0x95: Unpickler.frame,  # FRAME
    ord("("): lambda m: m.marks.append(len(m.stack)),  # MARK
    ord("0"): Unpickler.pop,  # POP
    ord("1"): Unpickler.pop_many,  # POP_MARK
    0x85: lambda m: m.pop_tuple(1),  # TUPLE1
    0x86: lambda m: m.pop_tuple(2),  # TUPLE2
    0x87: lambda m: m.pop_tuple(3),  # TUPLE3
    ord("a"): lambda m: m.append([m.pop()]),  # APPEND
    ord("e"): lambda m: m.append(m.pop_many()),  # APPENDS
    ord("s"): lambda m: m.set_items([m.pop(), m.pop()][::-1]),  # SETITEM
    ord("u"): lambda m: m.set_items(m.pop_many()),  # SETITEMS
    0x90: lambda m: m.add(m.pop_many()),  # ADDITEMS
    ord("q"): lambda m: m.remember(m.number(1)),  # BINPUT
    ord("r"): lambda m: m.remember(m.number(4)),  # LONG_BINPUT
    0x94: lambda m: m.remember(len(m.memo)),  # MEMOIZE
    ord("c"): lambda m: m.find(m.line(), m.line()),  # GLOBAL
    ord("i"): Unpickler.refuse_instance,  # INST
    0x93: Unpickler.find_on_stack,  # STACK_GLOBAL
    ord("R"): Unpickler.make,  # REDUCE
    0x81: Unpickler.make,  # NEWOBJ
    ord("b"): Unpickler.build,  # BUILD
    ord("Q"): Unpickler.look_up_persistent,  # BINPERSID
}
