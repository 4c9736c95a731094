"""Trains the reader that fills in the hidden value of a claim with one of a passage."""
