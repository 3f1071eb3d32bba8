"""The built wheel, installed where nothing of the checkout can be found, is the whole program."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as a user gets it: built from the source distribution, not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `bin` folder of a fresh environment with the wheel in it; nothing is downloaded.

    The dependencies are those of this environment, found through a line in a .pth file: that
    leads to them, but not on to the checkout, which an editable install names in another .pth.
    """
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=True)
    scripts = folder / "bin"
    command = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install"]
    subprocess.run(
        [*command, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True
    )
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return scripts


@pytest.fixture
def run(installed, tmp_path):
    """Run one of the environment's programs in an empty folder; gives its standard output."""

    def call(program, *arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [str(installed / program), *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return call


def test_every_source_and_resource_is_in_the_wheel(wheel):
    packages = [p for top in ("ganstudio", "trainers") for p in (ROOT / top).rglob("*.py")]
    expected = {str(path.relative_to(ROOT)) for path in packages}
    resources = [p for p in (ROOT / "resources").rglob("*") if p.is_file()]
    expected |= {f"ganstudio/{path.relative_to(ROOT)}" for path in resources}
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == expected


def test_it_is_the_wheel_that_is_imported(run, installed):
    code = "import ganstudio, trainers, ganstudio.paths as p; print(ganstudio.__file__); "
    code += "print(trainers.__file__); print(p.resources())"
    for line in run("python", "-c", code).splitlines():
        assert Path(line).is_relative_to(installed.parent)


def test_the_program_tells_its_version(run):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert version in run("ganstudio", "--version")


def test_the_bundled_models_come_along(run):
    assert "faces" in run("ganstudio", "models")


def test_the_trainers_start(run):
    assert "RUN_FOLDER" in run("python", "-m", "trainers", "--help")
