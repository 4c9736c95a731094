"""Averages snapshots: `python -m training.readers.mean SNAPSHOT... --out FILE`.

The mean of the weights of several points of a run, or of runs that began with the same weights,
reports fewer sound sentences than each of them (Wortsman et al., “Model soups”, 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean_of(snapshots: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of each weight, in half precision as the trainer writes it."""
    sums: dict[str, Tensor] = {}
    for path in snapshots:
        for name, value in torch.load(path, map_location="cpu").items():
            sums[name] = value.float() + sums[name] if name in sums else value.float()
    return {name: (value / len(snapshots)).half() for name, value in sums.items()}


def main() -> None:
    """Reads the options and writes the mean."""
    parser = argparse.ArgumentParser(description="Average snapshots of a run.")
    parser.add_argument("snapshots", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.save(mean_of(options.snapshots), options.out)


if __name__ == "__main__":
    main()
