"""The sentence reader: which words of a sentence are damaged, how, and which edit repairs them."""
