"""The judge: what passages of the sources say about a claim."""
