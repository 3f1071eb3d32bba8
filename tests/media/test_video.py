"""Films, read again by Pillow and PyAV: frames, sizes, times, colours; and nothing half written."""

import errno
import io

import av
import numpy as np
import pytest
from PIL import Image

from ganstudio.errors import StudioError
from ganstudio.media import animations, files, mp4, video
from ganstudio.recipe import FaceRecipe, ModelRef, Source

COUNT, HEIGHT, WIDTH = 25, 48, 37
RECIPES = [FaceRecipe(ModelRef("m"), a=Source(seed=k)) for k in range(COUNT)]
NAMES = ("film.gif", "film.webp", "film.apng", "film.mp4", "film")
TYPICAL = {"gif": 8, "webp": 5, "apng": 0, "mp4": 6}  # mean error of a smooth picture's pixels


def frame(k: int, height: int = HEIGHT, width: int = WIDTH) -> np.ndarray:
    """A smooth picture that moves."""
    y, x = np.mgrid[:height, :width]
    waves = (np.sin(x / 9 + k / 5), np.cos(y / 7 + k / 9), np.sin((x + y + k) / 20))
    return (127 + 100 * np.stack(waves, axis=-1)).astype(np.uint8)


def write(path, frames=None, recipes=RECIPES, **options) -> video.Writer:
    frames = [frame(k) for k in range(COUNT)] if frames is None else frames
    with video.writing(path, **{"fps": 24, **options}) as writer:
        for pixels, recipe in zip(frames, recipes, strict=False):
            writer.add(pixels, recipe)
        for _ in writer.finish():
            pass
    return writer


def played(path) -> list[tuple[np.ndarray, float]]:
    """(pixels, seconds shown) of each frame of an animated picture."""
    with Image.open(path) as image:
        assert image.info["loop"] == 0
        shown = []
        for k in range(image.n_frames):
            image.seek(k)
            image.load()
            shown.append((np.asarray(image.convert("RGB")), image.info["duration"] / 1000))
    return shown


def decoded(path) -> tuple[list[np.ndarray], av.VideoStream]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.pix_fmt == "yuv420p"
        return [f.to_ndarray(format="rgb24") for f in container.decode(stream)], stream


def error(seen: np.ndarray, expected: np.ndarray) -> float:
    return np.abs(seen.astype(float) - expected).mean()


@pytest.mark.parametrize("kind", ["gif", "webp", "apng"])
def test_an_animation_shows_every_frame_for_its_time(tmp_path, kind):
    path = tmp_path / f"film.{kind}"
    write(path)
    shown = played(path)
    assert len(shown) == COUNT
    assert sum(seconds for _, seconds in shown) == pytest.approx(COUNT / 24, abs=0.0051)
    step = {"gif": 0.01, "webp": 0.001, "apng": 0.0001}[kind]
    assert all(abs(seconds - 1 / 24) <= step for _, seconds in shown)
    for k in (0, 12, COUNT - 1):
        assert shown[k][0].shape == (HEIGHT, WIDTH, 3)
        assert error(shown[k][0], frame(k)) <= TYPICAL[kind]


def test_an_apng_is_every_pixel(tmp_path):
    path = tmp_path / "film.png"  # the standard's own ending
    assert "lossless" in write(path).codec
    assert all(np.array_equal(pixels, frame(k)) for k, (pixels, _) in enumerate(played(path)))


def test_a_webp_of_quality_100_is_every_pixel(tmp_path):
    path = tmp_path / "film.webp"
    assert "lossless" in write(path, quality=100).codec
    assert all(np.array_equal(pixels, frame(k)) for k, (pixels, _) in enumerate(played(path)))


def test_quality_costs_bytes(tmp_path):
    for ending in ("webp", "mp4"):
        sizes = []
        for quality in (10, 90):
            path = tmp_path / f"{quality}.{ending}"
            write(path, quality=quality)
            sizes.append(path.stat().st_size)
        assert 1.5 * sizes[0] < sizes[1]


def test_an_mp4_has_even_sides_and_the_last_column_twice(tmp_path):
    path = tmp_path / "film.mp4"
    assert write(path, fps=25).codec in mp4.ENCODERS.values()
    frames, stream = decoded(path)
    assert len(frames) == COUNT
    assert frames[0].shape == (HEIGHT, WIDTH + 1, 3)
    assert stream.average_rate == 25
    assert float(stream.duration * stream.time_base) == pytest.approx(COUNT / 25)
    for k in (0, COUNT - 1):
        wide = np.pad(frame(k), [(0, 0), (0, 1), (0, 0)], mode="edge")
        noise = np.mean((frames[k].astype(float) - wide) ** 2)
        assert 10 * np.log10(255**2 / noise) > 30


@pytest.mark.parametrize("colour", [(255, 0, 0), (0, 200, 30), (20, 40, 230), (128, 128, 128)])
def test_an_mp4_keeps_the_colours(tmp_path, colour):
    path = tmp_path / "film.mp4"
    write(path, [np.full((64, 64, 3), colour, np.uint8)] * 3, quality=95)
    assert np.abs(decoded(path)[0][1].astype(int) - colour).max() <= 6


@pytest.mark.parametrize("encoder", ["libx264", "mpeg4"])
def test_the_best_encoder_that_is_there_is_used(tmp_path, monkeypatch, encoder):
    monkeypatch.setattr(mp4, "ENCODERS", {"not_built_in": "None", encoder: "This one"})
    assert write(tmp_path / "film.mp4", fps=30).codec == "This one"
    frames, _ = decoded(tmp_path / "film.mp4")
    assert len(frames) == COUNT
    assert error(frames[3][:, :WIDTH], frame(3)) < 12


def test_without_an_encoder_there_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(mp4, "ENCODERS", {"not_built_in": "None"})
    with pytest.raises(StudioError, match="no encoder for MP4"):
        write(tmp_path / "film.mp4")
    assert list(tmp_path.iterdir()) == []


def test_a_gif_does_not_flicker(tmp_path):
    still = frame(0)
    frames = [still.copy() for _ in range(6)]
    for k, pixels in enumerate(frames):
        pixels[:8, :8] = 40 * k  # only a corner moves
    write(tmp_path / "film.gif", frames)
    shown = [pixels for pixels, _ in played(tmp_path / "film.gif")]
    for pixels in shown[1:]:
        assert np.array_equal(pixels[8:], shown[0][8:])


def test_a_gif_of_many_frames_takes_colours_from_all(tmp_path, monkeypatch):
    monkeypatch.setattr(animations, "MOST_THUMBS", 4)
    monkeypatch.setattr(animations, "IN_MEMORY", 1000)  # the rest waits on the disk
    frames = [np.full((16, 16, 3), (10 * k, 250 - 10 * k, 80), np.uint8) for k in range(COUNT)]
    write(tmp_path / "film.gif", frames, fps=50)
    shown = played(tmp_path / "film.gif")
    assert max(error(seen, asked) for (seen, _), asked in zip(shown, frames, strict=True)) < 30
    assert [seconds for _, seconds in shown] == [0.02] * COUNT


@pytest.mark.parametrize("fps", [0.1, 7, 12.5, 23.976, 30, 48])
def test_rounded_durations_do_not_drift(fps):
    for unit in (100, 1000):
        steps = animations.durations(200, fps, unit=unit)
        assert sum(steps) == round(200 * unit / fps)
        assert max(steps) - min(steps) <= 1
        assert animations.durations(200, fps, unit=unit, last=1) == steps[-1:]


def test_numbered_pictures_carry_their_recipes(tmp_path):
    write(tmp_path / "frames")
    names = sorted(path.name for path in (tmp_path / "frames").iterdir())
    assert names == [f"frame-{k:05}.png" for k in range(1, COUNT + 1)]
    last = tmp_path / "frames" / names[-1]
    assert np.array_equal(np.asarray(Image.open(last)), frame(COUNT - 1))
    assert files.read_recipe(last) == RECIPES[-1]


def test_numbered_pictures_without_recipes(tmp_path):
    (tmp_path / "frames").mkdir()  # an empty folder will do
    write(tmp_path / "frames", recipes=[None] * COUNT)
    with pytest.raises(StudioError, match="carries no recipe"):
        files.read_recipe(tmp_path / "frames" / "frame-00001.png")


def test_an_apng_carries_its_first_recipe(tmp_path):
    write(tmp_path / "film.apng")
    assert files.read_recipe(tmp_path / "film.apng") == RECIPES[0]
    write(tmp_path / "bare.apng", recipes=[None] * COUNT)
    with pytest.raises(StudioError, match="carries no recipe"):
        files.read_recipe(tmp_path / "bare.apng")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "film.mp4"])
def test_the_same_film_has_the_same_bytes(tmp_path, name):
    first, second = tmp_path / "a" / name, tmp_path / "b" / name
    for path in (first, second):
        path.parent.mkdir()
        write(path)
    if first.is_dir():
        first, second = first / "frame-00003.png", second / "frame-00003.png"
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("added", [0, 1, 5])
def test_a_film_that_is_broken_off_leaves_nothing(tmp_path, name, added):
    def broken_off():
        with video.writing(tmp_path / name, fps=24) as writer:
            for k in range(added):
                writer.add(frame(k), RECIPES[k])
            yield

    job = broken_off()
    next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES[:4])
def test_a_film_that_fails_leaves_what_was_there(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"before")
    with pytest.raises(AttributeError):
        write(path, [frame(0), None])
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


class FullDisk(io.BytesIO):
    """Takes 2000 bytes."""

    def write(self, content) -> int:
        if self.tell() + len(content) > 2000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(content)


@pytest.mark.parametrize("name", NAMES[:4])
def test_a_full_disk_is_said_while_the_film_is_written(tmp_path, monkeypatch, name):
    maker = video.maker
    monkeypatch.setattr(
        video, "maker", lambda format: lambda file, **how: maker(format)(FullDisk(), **how)
    )
    noise = np.random.default_rng(0).integers(0, 256, (COUNT, 64, 64, 3), dtype=np.uint8)
    with pytest.raises(StudioError, match="disk is full"):
        write(tmp_path / name, list(noise))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_for_numbered_pictures(tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(video.Path, "write_bytes", full)
    with pytest.raises(StudioError, match="disk is full"):
        write(tmp_path / "frames")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("film.avi", {}, "must end in .gif"),
        ("film.jpg", {}, "must end in .gif"),
        ("nowhere/film.mp4", {}, "does not exist"),
        ("nowhere/frames", {}, "does not exist"),
        ("full", {}, "is not empty"),
        ("full", {"format": "mp4"}, "is a folder; name a file"),
        ("full/note.txt", {"format": "frames"}, "is a file; name a new folder"),
        ("full/note.txt/film.gif", {}, "is not a folder"),
        ("film.gif", {"fps": 60}, "at most 50"),
        ("film.mp4", {"fps": 0}, "0.1 to 240"),
        ("film.mp4", {"fps": float("nan")}, "0.1 to 240"),
        ("film.mp4", {"fps": 1e9}, "0.1 to 240"),
    ],
)
def test_what_cannot_be_is_said_before_it_begins(tmp_path, name, options, words):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StudioError, match=words):
        write(tmp_path / name, **options)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_format_can_be_told_whatever_the_name(tmp_path):
    write(tmp_path / "film", format="gif")
    assert (tmp_path / "film").read_bytes()[:6] == b"GIF89a"
    assert video.check(tmp_path / "FILM.MP4", fps=24) == "mp4"


def test_what_the_encoder_refuses_is_a_sentence(tmp_path):
    with pytest.raises(StudioError, match="choose another size or format"):
        write(tmp_path / "film.mp4", [np.zeros((2, 40_000, 3), np.uint8)])
    assert list(tmp_path.iterdir()) == []


def test_resizing():
    pixels = frame(0, 48, 36)
    assert video.resized(pixels, None) is pixels
    assert video.resized(pixels, 96).shape == (96, 72, 3)
    assert video.resized(pixels, 24).shape == (24, 18, 3)
    sharp = video.resized(pixels, 144, sharp=True)
    assert np.array_equal(sharp, pixels.repeat(3, axis=0).repeat(3, axis=1))
    assert not np.array_equal(video.resized(pixels, 144), sharp)
    for size in (3, 8193, -1):
        with pytest.raises(StudioError, match="4 to 8192"):
            video.check_size(size)
