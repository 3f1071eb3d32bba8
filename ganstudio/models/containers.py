"""How foreign checkpoints are wrapped: plain pickles, torch's zip and torch's legacy container."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from ganstudio.errors import StudioError
from ganstudio.models.inert import Kind, Record, Storage
from ganstudio.models.unpickler import Budget, Names, Unpickler
from ganstudio.models.vocabulary import PLAIN, STORAGES, named

LEGACY_MAGIC = 0x1950A86A20F9469CFC6C  # the first value of torch's files before 1.6
LEGACY_PROTOCOL = 1001


class Reader:
    """Reads one file's content; everything in it shares a budget of instructions and bytes."""

    def __init__(self, content: bytes, *, source: str) -> None:
        self.raw, self.content, self.source = content, memoryview(content), source
        self.budget = Budget(copies=2 * len(content) + 4096)
        self.records: list[Record] = []
        self.names = PLAIN | named(
            {
                "torch.storage._load_from_bytes": self.read_storage,
                "torch_utils.persistence._reconstruct_persistent_obj": self.make_record,
            }
        )

    def read(self) -> Any:
        if self.raw.startswith(b"PK\x03\x04"):
            value = self.read_zip()
        else:
            value = self.read_pickles()
        for record in self.records:
            if flaw := record.flaw():
                raise self.unpickler(self.content).refuse(
                    f"{flaw} in the module {record.class_name}"
                )
        return value

    def unpickler(self, content: memoryview, **settings: Any) -> Unpickler:
        settings = {"names": self.names, **settings}
        return Unpickler(content, source=self.source, budget=self.budget, **settings)

    def read_pickles(self) -> Any:
        """A plain pickle, or torch's legacy container."""
        machine = self.unpickler(self.content)
        first = machine.load()
        if first != LEGACY_MAGIC:
            return first
        return self.read_legacy(self.content, machine.position, names=self.names)

    def read_legacy(self, content: memoryview, position: int, *, names: Names) -> Any:
        """Version, facts about the machine, the value, the storages' keys, then their numbers."""
        storages: dict[str, Storage] = {}

        def persistent(key: Any) -> Storage:
            name, kind, count = self.storage_key(key)
            storage = storages.setdefault(name, Storage(kind, count))
            if (storage.kind, storage.count) != (kind, count):
                raise ValueError("one storage with two lengths")
            return storage

        def load(**settings: Any) -> Any:
            nonlocal position
            machine = self.unpickler(content, position=position, names=names, **settings)
            value = machine.load()
            position = machine.position
            return value

        if load() != LEGACY_PROTOCOL:
            raise ValueError("another version of torch's legacy format")
        if load().get("little_endian") is not True:
            raise ValueError("numbers in the byte order of another machine")
        value = load(persistent=persistent)
        keys = load()
        if type(keys) is not list or len(keys) != len(storages):
            raise ValueError("keys that do not fit the storages")
        for key in keys:
            storage = storages[key]
            if int.from_bytes(content[position : position + 8], "little") != storage.count:
                raise ValueError("a storage of another length than promised")
            position += 8
            end = position + storage.count * storage.kind.width
            if end > len(content):
                raise ValueError("cut short")
            storage.content = _constant(content[position:end])
            position = end
        return value

    def read_storage(self, content: Any) -> Storage:
        """A storage that is a legacy container of its own, inside a pickle.

        The names in there are those of the kinds of numbers alone: nothing nests any deeper.
        """
        machine = self.unpickler(memoryview(content), names=STORAGES)
        if machine.load() != LEGACY_MAGIC:
            raise ValueError("a storage in another format")
        storage = self.read_legacy(machine.content, machine.position, names=STORAGES)
        if not isinstance(storage, Storage):
            raise ValueError(f"a {type(storage).__name__} where a storage should be")
        return storage

    def read_zip(self) -> Any:
        """torch's container since 1.6: NAME/data.pkl and NAME/data/KEY, stored as they are."""
        archive = zipfile.ZipFile(io.BytesIO(self.raw))
        entries = {entry.filename: entry for entry in archive.infolist()}
        pickles = [name for name in entries if name.endswith("/data.pkl")]
        if not pickles or len(entries) != len(archive.infolist()):
            raise StudioError(
                "{source} is a zip file, but not one that PyTorch wrote; unpack it "
                "and open the checkpoint inside.",
                source=self.source,
            )
        if len(pickles) > 1:
            raise ValueError("two pickles")
        folder = pickles[0].removesuffix("data.pkl")
        storages: dict[str, Storage] = {}

        def content(name: str) -> memoryview:
            entry = entries[name]
            if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
                raise ValueError("a compressed entry")
            self.budget.take(copies=entry.file_size)
            return memoryview(archive.read(name))

        def persistent(key: Any) -> Storage:
            name, kind, count = self.storage_key(key)
            if name not in storages:
                size = entries[f"{folder}data/{name}"].file_size
                if size != count * kind.width:
                    raise ValueError(f"{size} bytes for {count} numbers of {kind.name}")
                storages[name] = Storage(kind, count, _once(content, f"{folder}data/{name}"))
            if (storages[name].kind, storages[name].count) != (kind, count):
                raise ValueError("one storage with two lengths")
            return storages[name]

        if f"{folder}byteorder" in entries and bytes(content(f"{folder}byteorder")) != b"little":
            raise ValueError("numbers in the byte order of another machine")
        return self.unpickler(content(f"{folder}data.pkl"), persistent=persistent).load()

    def storage_key(self, key: Any) -> tuple[str, Kind, int]:
        """Name, kind and length from torch's persistent id of a storage."""
        if type(key) is not tuple or len(key) not in (5, 6) or key[0] != "storage":
            what = key[0] if type(key) is tuple and key and type(key[0]) is str else type(key)
            raise self.unpickler(self.content).refuse(f"a persistent object of the type {what!r}")
        _, kind, name, _, count, *view = key
        if not (isinstance(kind, Kind) and type(name) is str and type(count) is int) or any(view):
            raise ValueError("a storage of a strange kind")
        return name, kind, count

    def make_record(self, meta: Any) -> Record:
        """A module of stylegan2-ada, as it says of itself; checked once the file is read."""
        if not (isinstance(meta, dict) and isinstance(meta.get("state"), dict)):
            raise ValueError("a module without a state")
        class_name = meta.get("class_name")
        if meta.get("type") != "class" or type(class_name) is not str:
            raise ValueError("a module without a class")
        record = Record(class_name[:80], meta["state"])
        self.records.append(record)
        return record


def _constant(content: memoryview) -> Callable[[], memoryview]:
    return lambda: content


def _once(read: Callable[[str], memoryview], name: str) -> Callable[[], memoryview]:
    """Read an entry when it is first wanted, and keep it."""
    kept: list[memoryview] = []

    def content() -> memoryview:
        if not kept:
            kept.append(read(name))
        return kept[0]

    return content
