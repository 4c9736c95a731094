"""A trained reader as an ONNX file with weights of eight bits, for WebAssembly.

The encoder's matrices become int8 with a scale for each output column, and their inputs are scaled
to eight bits at run time. The table of pieces becomes int8 with a scale for each piece. Heads can
stay in float, because they are small and their outputs decide.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from transformers import BertModel

from training.readers.encoder import Batch

INPUT_NAMES = ("ids", "types", "mask")
"""The names of the model's inputs: int64 of shape (inputs, pieces)."""

OPSET = 17
"""The version of ONNX operators; from 17 on, layer normalisation is one operation."""

ENCODER_LAYER = "/layer."
"""A part of the names of the encoder's operations that those of heads do not contain."""


class SmallEmbedding(nn.Module):
    """A table of vectors in eight bits, each vector with its own scale: a quarter of the size.

    With a scale for each vector, rare pieces, whose vectors are short, stay as exact as frequent
    ones.
    """

    table: Tensor
    scale: Tensor

    def __init__(self, embedding: nn.Embedding) -> None:
        """Rounds the vectors of `embedding`, of shape (entries, width)."""
        super().__init__()
        weight = embedding.weight.detach().float()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("table", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of `ids`, of shape (..., width)."""
        return self.table[ids].float() * self.scale[ids]


def export(
    model: nn.Module,
    sample: Batch,
    output_names: Sequence[str],
    path: Path,
    *,
    keep_heads_float: bool = True,
    fuse: bool = True,
) -> None:
    """Writes `model` to `path` as ONNX in eight bits.

    `model(ids, types, mask)` takes three int64 tensors of shape (inputs, pieces) and gives a tuple
    of float tensors, one for each of `output_names`. Both dimensions are dynamic; each row of the
    mask must be ones, then zeros. `fuse` joins the steps of an encoder layer into the fewer
    operations of ONNX Runtime.

    The input of a matrix has one scale for the whole batch, so that the outputs for an input depend
    slightly on the other inputs and on the padding.
    """
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        export_float(model, sample, output_names, whole, small_embedding=True, fuse=fuse)
        heads = head_operations(onnx.load(str(whole))) if keep_heads_float else []
        path.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(
            str(whole),
            str(path),
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=heads,
            extra_options={
                "MatMulConstBOnly": True,
                # The file has no types for the outputs of fused operations.
                "DefaultTensorType": onnx.TensorProto.FLOAT,
            },
        )


def export_float(
    model: nn.Module,
    sample: Batch,
    output_names: Sequence[str],
    path: Path,
    *,
    small_embedding: bool = False,
    fuse: bool = True,
) -> None:
    """Writes `model` to `path` as ONNX in single precision; see `export`."""
    model = deepcopy(model).float().cpu().eval()
    if small_embedding:
        for part in model.modules():
            if isinstance(part, BertModel):
                embeddings: nn.Module = part.embeddings
                small = SmallEmbedding(part.embeddings.word_embeddings)
                embeddings.add_module("word_embeddings", small)
    free = {0: "inputs", 1: "pieces"}
    with torch.inference_mode():
        dimensions = [output.ndim for output in model(*sample)]
    axes = dict.fromkeys(INPUT_NAMES, free)
    axes |= {
        name: free if count > 2 else {0: "inputs"}
        for name, count in zip(output_names, dimensions, strict=True)
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        # The exporter that traces the model is deprecated; the new one needs another package and
        # writes the same graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            tuple(sample),
            str(path),
            input_names=list(INPUT_NAMES),
            output_names=list(output_names),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    if fuse:
        _fuse(model, path)


def head_operations(graph: onnx.ModelProto) -> list[str]:
    """The names of the matrix products that belong to no layer of the encoder.

    Quantisation rewrites a product with a bias (Gemm) as a plain product with a longer name, so
    both names are listed.
    """
    names = []
    for node in graph.graph.node:
        if node.op_type in ("MatMul", "Gemm") and ENCODER_LAYER not in node.name:
            names += [node.name, f"{node.name}_MatMul"]
    return names


def _fuse(model: nn.Module, path: Path) -> None:
    """Joins attention, norms and activations of the file at `path`."""
    config = next(part.config for part in model.modules() if isinstance(part, BertModel))
    options = FusionOptions("bert")
    # The fused embedding step would need the table of pieces in single precision.
    options.enable_embed_layer_norm = False
    fused = optimize_model(
        str(path),
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        optimization_options=options,
        opt_level=0,
    )
    fused.save_model_to_file(str(path))
