"""One encoder with the heads of both readers: an experiment, to compare with two encoders."""
