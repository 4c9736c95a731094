"""The mean of snapshots."""

from pathlib import Path

import torch

from training.readers.mean import mean_of


def test_each_weight_is_the_mean_of_the_snapshots(tmp_path: Path) -> None:
    for name, value in (("a", 1.0), ("b", 3.0)):
        torch.save({"weight": torch.full((2,), value).half()}, tmp_path / name)
    mean = mean_of([tmp_path / "a", tmp_path / "b"])
    assert mean["weight"].tolist() == [2.0, 2.0]
    assert mean["weight"].dtype == torch.float16
