"""The models that are here: those that ship, the user's own, and those opened from elsewhere."""

from __future__ import annotations

import dataclasses
import os
from collections import OrderedDict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio import paths
from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.models import fresh
from ganstudio.models.card import Card, safe_name
from ganstudio.models.directions import restore
from ganstudio.models.header import Header, read_header, unreadable, verifying
from ganstudio.recipe import ModelRef

if TYPE_CHECKING:
    from ganstudio.models.model import Model

SUFFIX = ".safetensors"
KEPT = 3  # open models that stay in memory
BLOCK = 8 << 20  # bytes copied at a time
Stamp = tuple[str, int, int]  # a file as it is now: path, time of change in ns, size


@dataclass(frozen=True)
class Entry:
    """A model that can be opened; `path` is None for random networks, whose digest is ""."""

    name: str
    path: Path | None
    card: Card
    digest: str
    bundled: bool


class Library:
    """Finds models by name and opens them. New ones are brought into the last folder."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self.folders = list(folders or (paths.bundled_models(), paths.user_models()))
        self.damaged: list[tuple[Path, str]] = []  # what `entries` left out, and why
        self.guests: dict[str, Entry] = {}  # opened from outside the folders, by name
        self._headers: dict[Stamp, Header | StudioError] = {}
        self._open: OrderedDict[Stamp | str, Model] = OrderedDict()

    def apart(self) -> Library:
        """A library of the same models that shares none of those that are open here."""
        other = Library(self.folders)
        other.guests = self.guests
        return other

    def entries(self) -> list[Entry]:
        """All models in the folders, in the folders' order, then by name. Reads headers only."""
        found: list[Entry] = []
        damaged: list[tuple[Path, str]] = []
        for folder in self.folders:
            bundled = folder == paths.bundled_models()
            for path in sorted(folder.glob(f"[!.]*{SUFFIX}"), key=lambda path: path.stem):
                try:
                    header = self._header(path)
                except StudioError as error:
                    damaged.append((path, str(error)))
                else:
                    card = dataclasses.replace(header.card, name=path.stem)
                    found.append(Entry(path.stem, path, card, header.digest, bundled))
        self.damaged = damaged
        return found

    def find(self, wanted: ModelRef | str) -> Entry:
        """The model of that name, or with those weights under another name.

        Raises StudioError where there is none, and where the name's weights are others.
        """
        ref = ModelRef(wanted) if isinstance(wanted, str) else wanted
        known = [*self.entries(), *self.guests.values()]
        named = [entry for entry in known if entry.name == ref.name]
        for entry in (*named, *known) if ref.digest else named:
            if ref.digest in ("", entry.digest):
                return entry
        if named:
            raise StudioError(
                "The model {name!r} here has other weights than the one that is asked "
                "for; open the file that has them.",
                name=ref.name,
                detail=f"asked for {ref.digest}, here {', '.join(e.digest for e in named)}",
            )
        if random := fresh.parse(ref.name):
            return Entry(ref.name, None, fresh.fresh_card(*random), "", False)
        names = ", ".join(dict.fromkeys(entry.name for entry in known)) or "none yet"
        raise StudioError(
            "There is no model called {name!r} here; open its file, or take one of "
            "those that are here: {names}.",
            name=ref.name,
            names=names,
        )

    def open(self, wanted: ModelRef | str | Path) -> Model:
        """A model by reference, by name, or from a file or folder; the last few stay open.

        Raises StudioError for what is not here, is damaged, or has other weights than the
        reference tells.
        """
        if isinstance(wanted, Path):
            return self._open_path(wanted)
        if isinstance(wanted, str) and self._is_path(wanted):
            return self._open_path(Path(wanted))
        entry = self.find(wanted)
        if entry.path is not None:
            return self._open_path(entry.path, name=entry.name)
        model = self._keep(entry.name, self._open.get(entry.name) or _fresh(entry.name))
        if isinstance(wanted, ModelRef) and wanted.digest not in ("", model.digest):
            raise StudioError(
                "The random network {name!r} comes out differently on this machine or "
                "with this version, so the picture would be another one.",
                name=entry.name,
                detail=f"asked for {wanted.digest}, drawn {model.digest}",
            )
        return model

    def bring_in(self, path: Path, *, name: str | None = None) -> Entry:
        """Copy or import a model into the last folder; nothing there is overwritten.

        A model whose weights are here already is not brought in twice. Raises StudioError for what
        cannot be opened or written.
        """
        steps = self.bringing_in(path, name=name)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                entry: Entry = end.value
                return entry

    def bringing_in(
        self, path: Path, *, name: str | None = None
    ) -> Generator[tuple[int, int], None, Entry]:
        """`bring_in` in steps, each of which tells how much of how much is done.

        A foreign checkpoint is read in one step and written in another. Closed between two steps
        it leaves nothing behind.
        """
        if ours := is_ours(path):
            from ganstudio.models.store import checked_header

            header = checked_header(path)
            called, digest, done = safe_name(path.stem), header.digest, 0
            most = 2 * path.stat().st_size - header.start  # read once to check it, once to copy it
            for count in verifying(path, header):
                yield (done := done + count), most
        else:
            yield 0, 2
            model = self._open_path(path)
            called, digest = model.card.name, model.digest
            yield 1, 2
        if ours and header.directions:
            restore(digest, header.directions, source=path.name)
        here = [entry for entry in self.entries() if entry.digest == digest]
        if here and name in (None, here[0].name):
            return here[0]
        target = self._free_path(safe_name(name or called))
        if ours:
            for count in _copying(path, target):
                yield (done := done + count), most
        else:
            _write(model, target)
        self.guests.pop(called, None)
        return self.find(ModelRef(target.stem, digest))

    def rename(self, entry: Entry, name: str) -> Entry:
        """Give one of the user's own models another name; recipes find it by its digest.

        Raises StudioError for a model that is not the user's, and for a name that will not do.
        """
        path = self.own_file(entry)
        if name == entry.name:
            return entry
        if name != safe_name(name) or fresh.parse(name):
            raise StudioError(
                "{name!r} cannot be the name of a model; {other!r} would do.",
                name=name,
                other=safe_name(f"my-{name}" if fresh.parse(name) else name),
            )
        target = path.with_name(f"{name}{SUFFIX}")
        taken = {other.name.casefold() for other in (*self.entries(), *self.guests.values())}
        same = name.casefold() == entry.name.casefold()  # other capitals are no other file
        if not same and (name.casefold() in taken or target.exists()):
            raise StudioError(
                "There is a model called {name} already; choose another name.", name=name
            )
        with in_words(target):
            path.rename(target)
        return self.find(ModelRef(name, entry.digest))

    def delete(self, entry: Entry) -> None:
        """Delete one of the user's own models for good."""
        path = self.own_file(entry)
        try:
            path.unlink()
        except OSError as error:
            reason = error.strerror or str(error)
            raise StudioError(
                "{path} could not be deleted: {reason}.",
                path=path,
                reason=reason,
                detail=repr(error),
            ) from error

    def own_file(self, entry: Entry) -> Path:
        """The file of a model in the user's folder, which may be renamed and deleted.

        Raises StudioError for models that came with the program or lie elsewhere.
        """
        if entry.path is not None and entry.path.parent == self.folders[-1] and not entry.bundled:
            return entry.path
        if entry.bundled:
            raise StudioError(
                "{name} came with GAN Studio; it can be neither renamed nor deleted.",
                name=entry.name,
            )
        raise StudioError(
            "{name} is not in your models folder; add it to the library first.", name=entry.name
        )

    def _is_path(self, text: str) -> bool:
        """Whether a word for `open` is a path; names of models that are here come first."""
        if any(entry.name == text for entry in self.entries()):
            return False
        return os.sep in text or Path(text).suffix != "" or Path(text).exists()

    def _open_path(self, path: Path, *, name: str | None = None) -> Model:
        stamp = _stamp(path)
        if (kept := self._open.get(stamp)) is not None:
            return self._keep(stamp, kept)
        if is_ours(path):
            from ganstudio.models.store import open_file

            model = open_file(path)
            model.card = dataclasses.replace(model.card, name=name or safe_name(path.stem))
        else:
            from ganstudio.models.importers import import_path

            model = import_path(path)
        if not any(path.parent == folder for folder in self.folders):
            guest = model.card.name
            self.guests[guest] = Entry(guest, path, model.card, model.digest, False)
        return self._keep(stamp, model)

    def _keep(self, key: Stamp | str, model: Model) -> Model:
        self._open[key] = model
        self._open.move_to_end(key)
        while len(self._open) > KEPT:
            self._open.popitem(last=False)
        return model

    def _header(self, path: Path) -> Header:
        stamp = _stamp(path)
        if stamp not in self._headers:
            try:
                self._headers[stamp] = read_header(path)
            except StudioError as error:
                self._headers[stamp] = error
        found = self._headers[stamp]
        if isinstance(found, StudioError):
            raise found
        return found

    def _free_path(self, name: str) -> Path:
        """Where a model of that name can go: name, name-2, name-3, ..."""
        taken = {entry.name for entry in self.entries()}
        folder, free, number = self.folders[-1], name, 1
        while free in taken or (folder / f"{free}{SUFFIX}").exists() or fresh.parse(free):
            number += 1
            free = f"{name}-{number}"
        return folder / f"{free}{SUFFIX}"


def is_ours(path: Path) -> bool:
    """Whether the file has the ending of our own model files."""
    return path.suffix.lower() == SUFFIX


def _fresh(name: str) -> Model:
    parsed = fresh.parse(name)
    assert parsed is not None
    return fresh.fresh(*parsed)


def _stamp(path: Path) -> Stamp:
    try:
        files = [path, *path.iterdir()] if path.is_dir() else [path]
        stats = [file.stat() for file in files]
    except OSError as error:
        raise unreadable(path, error) from error
    newest = max(stat.st_mtime_ns for stat in stats)
    return str(path.resolve()), newest, sum(stat.st_size for stat in stats)


def _write(model: Model, target: Path) -> None:
    """A foreign model as a file of ours."""
    from ganstudio.models.store import write_model

    write_model(
        target,
        dataclasses.replace(model.card, name=target.stem),
        generator=model.generator,
        discriminator=model.discriminator,
        encoder=model.encoder,
    )


def _copying(path: Path, target: Path) -> Iterator[int]:
    """Copy a file block by block; yields the bytes of each. The target appears with the last."""
    with path.open("rb") as source, new_file(target) as copy:
        while block := source.read(BLOCK):
            copy.write(block)
            yield len(block)
