"""The figures of one reader as lines to read."""

from __future__ import annotations

from training.claims.evaluated_sets import ARTICLE_SETS
from training.claims.evaluation_figures import EITHER, Figures
from training.claims.labelled_sets import CONTRADICTED, UNSUPPORTED


def summary(results: Figures) -> str:
    """The figures as lines to read."""
    lines = []
    tasks = (UNSUPPORTED, CONTRADICTED, EITHER)
    for name in ("beats", "beats, told source"):
        lines.append(f"{name}: {results[name]['claims']}")
        lines.append(f"  {'area, its error, (recall at 5%)':38} {'          '.join(tasks)}")
        for signal in results[name][EITHER]:
            cells = (results[name][task][signal] for task in tasks)
            shown = "  ".join(
                f"{cell['area']:.3f} ±{cell['error']:.3f} ({cell['recall']:.2f})" for cell in cells
            )
            lines.append(f"  {signal:38} {shown}")
    for name in ARTICLE_SETS:
        figures = results[name]
        lines.append(
            f"{name}: {figures['claims']}, balanced accuracy {figures['balanced accuracy']:.3f} "
            f"at {figures['threshold']:.3f} ({figures['supported reported']:.2f} of the supported "
            f"reported), twins {figures['twins']['told apart']:.3f} of {figures['twins']['pairs']}"
        )
        lines += [
            f"  {signal:38} {cell['area']:.3f} ({cell['recall']:.2f})"
            for signal, cell in figures["signals"].items()
        ]
        lines += [
            f"    {kind:36} {cell['area']:.3f}, {cell['reported']:.2f} of {cell['claims']} reported"
            for kind, cell in figures["kinds"].items()
        ]
    for name in ("public", "generated"):
        if name in results:
            lines += _held_out_lines(name, results[name])
    return "\n".join(lines)


def _held_out_lines(name: str, figures: Figures) -> list[str]:
    lines = [
        f"{name}: calibration error {figures['calibration error']:.3f}, twins "
        f"{figures['twins']['told apart']:.3f} of {figures['twins']['pairs']}",
        f"  {'':30} claims  two   three   area  contradicted  baseline",
    ]
    for kind, cell in {"all": figures["all"], **figures["kinds"]}.items():
        lines.append(
            f"  {kind:30} {cell['claims']:6} {cell['accuracy of two']:.3f} "
            f"{cell['accuracy of three']:.3f} {cell['area']:.3f} "
            f"{cell['area of contradicted']:.3f} {cell['baseline area']:.3f}"
        )
    for kind, cell in figures["false kinds against all true"].items():
        if name == "generated":
            lines.append(
                f"  {'against all true: ' + kind:48} {cell['claims']:5} area {cell['area']:.3f} "
                f"baseline {cell['baseline area']:.3f} reported {cell['reported']:.2f}"
            )
    for row in figures["calibration"]:
        lines.append(
            f"    said {row['mean_probability']:.2f} so {row['share_true']:.2f} of {row['items']}"
        )
    return lines
