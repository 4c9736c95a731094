"""Trains the claim reader: `python -m training.claims.train --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.claims.export import export_claim_reader
from training.claims.task import ClozeTask
from training.readers.trainer import Settings, train


def main() -> None:
    """Reads the options and trains."""
    parser = argparse.ArgumentParser(description="Train the claim reader.")
    ClozeTask.add_options(parser)
    parser.add_argument("--out", type=Path, help="export to this folder when the time is up")
    Settings.add_options(parser)
    options = parser.parse_args()
    folder = train(ClozeTask.from_options(options), Settings.from_options(options))
    if options.out is not None:
        snapshot = max(folder.glob("snapshot-*.pt"))
        export_claim_reader(options.data, folder, options.base, snapshot, options.out)


if __name__ == "__main__":
    main()
