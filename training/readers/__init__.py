"""What the readers share: pieces, the encoder, the training loop, measures, export."""
