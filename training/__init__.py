"""Trains the readers that Copydesk ships. Nothing in here ships itself."""
