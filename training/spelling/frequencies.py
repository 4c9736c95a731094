"""Prints the frequencies of English words on the Zipf scale, from the package wordfreq.

Each line has a word and its figure.

python -m training.spelling.frequencies > FREQUENCIES
"""

import gzip
from importlib.resources import files

import msgpack

CENTIBELS = 100
# One occurrence in a billion words is 0 on the Zipf scale; the package has centibels below
# certainty.
ZERO = 9


def main() -> None:
    """Prints the words, the most common first."""
    data = files("wordfreq") / "data" / "large_en.msgpack.gz"
    with data.open("rb") as stream, gzip.open(stream) as unpacked:
        _, *buckets = msgpack.load(unpacked, raw=False)
    for centibels, words in enumerate(buckets):
        for word in words:
            print(f"{word}\t{ZERO - centibels / CENTIBELS:.2f}")


if __name__ == "__main__":
    main()
