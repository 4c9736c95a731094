"""The parts that the two readers share: words, pieces, the encoder, the training loop, measures,
export.
"""
