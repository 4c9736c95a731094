"""Trains the claim reader: python -m training.claims.train --data DIR --parsed DIR --work DIR."""

from __future__ import annotations

import argparse

from training.claims.task import ClaimTask
from training.readers.trainer import Settings, train


def main() -> None:
    """Reads the options and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    ClaimTask.add_options(parser)
    Settings.add_options(parser)
    options = parser.parse_args()
    train(ClaimTask.from_options(options), Settings.from_options(options))


if __name__ == "__main__":
    main()
