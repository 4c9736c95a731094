"""Trains the judge: `python -m training.judge.train --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.judge.distil import DistilledJudgeTask
from training.judge.task import PUBLIC, JudgeTask
from training.readers.trainer import Settings, train


def main() -> None:
    """Reads the options and trains."""
    parser = argparse.ArgumentParser(description="Train the judge.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--stories", type=Path, required=True, help="what examples.ts wrote")
    parser.add_argument("--base", required=True, help="folder that mpnet.py wrote")
    parser.add_argument(
        "--answers", type=Path, help="what distil.py wrote, for a small judge to learn from"
    )
    parser.add_argument("--name", default="judge", help="folder of the run within --work")
    parser.add_argument("--public", type=float, default=PUBLIC, help="share of the public sets")
    parser.add_argument(
        "--no-articles",
        action="store_true",
        help="of the public sets, take pairs of sentences only",
    )
    Settings.add_options(parser)
    options = parser.parse_args()
    task = JudgeTask(
        options.data,
        options.stories,
        options.base,
        options.name,
        options.public,
        not options.no_articles,
    )
    settings = Settings.from_options(options)
    if options.answers is None:
        train(task, settings)
    else:
        train(DistilledJudgeTask(task, options.answers), settings)


if __name__ == "__main__":
    main()
