"""The judge: what passages of the sources say of a claim."""
