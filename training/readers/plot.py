"""Learning curves as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

GREY = "#666666"
APART = 0.055
"""The minimum distance between the names of two lines, as a share of the picture's height."""


class CurvePoint(NamedTuple):
    """A figure that a reader reached after some number of examples."""

    label: str
    examples: int
    figure: float


def learning_curve(
    rows: Sequence[CurvePoint], path: Path, figure_name: str = "area under the curve"
) -> None:
    """Draws figures against examples seen, a line for each label, to an SVG or PNG file.

    The lines are named at their right ends. The scale of examples is logarithmic, so that no point
    may have 0. The same figures give the same file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with rc_context({"font.size": 9, "svg.hashsalt": "curve", "svg.fonttype": "none"}):
        picture = Figure(figsize=(7.2, 4.0))
        axes = picture.subplots()
        ends: list[tuple[float, str, str]] = []
        for index, label in enumerate(dict.fromkeys(row.label for row in rows)):
            points = sorted((row.examples, row.figure) for row in rows if row.label == label)
            color = f"C{index % 10}"
            examples, figures = zip(*points, strict=True)
            axes.plot(examples, figures, color=color, marker="o", markersize=3, linewidth=1.4)
            ends.append((figures[-1], label, color))
        axes.set_xscale("log")
        axes.set_xlabel("examples seen")
        axes.set_ylabel(figure_name)
        axes.grid(visible=True, which="major", color="#dddddd", linewidth=0.6)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(colors=GREY, which="both")
        _name_lines(axes, ends)
        metadata = {"Date": None} if path.suffix == ".svg" else {}
        picture.savefig(path, bbox_inches="tight", metadata=metadata, dpi=160)


def _name_lines(axes: Axes, ends: Sequence[tuple[float, str, str]]) -> None:
    """Writes the labels to the right of the picture, far enough apart to be read."""
    low, high = axes.get_ylim()
    place = -float("inf")
    for figure, label, color in sorted(ends):
        place = max(figure, place + APART * (high - low))
        axes.annotate(
            f"{label}  {figure:.3f}",
            (1.01, place),
            xycoords=("axes fraction", "data"),
            color=color,
            verticalalignment="center",
            annotation_clip=False,
        )
