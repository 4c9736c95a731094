"""Tests of the training code, on made-up text."""
