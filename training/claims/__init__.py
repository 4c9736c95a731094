"""The claim reader: does a passage of a source entail a claim, contradict it, or neither."""
