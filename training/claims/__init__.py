"""Trains the reader that says which value of a passage stands where a claim has one hidden."""
