"""Prints the frequencies of English words on the Zipf scale, from the package wordfreq: one word and figure a line.

python -m training.spelling.frequencies > FREQUENCIES
"""

import gzip
from importlib.resources import files

import msgpack

CENTIBELS = 100
# A word in a billion has 0 on the Zipf scale; the package counts down from certainty, in centibels.
ZERO = 9


def main() -> None:
    data = files("wordfreq") / "data" / "large_en.msgpack.gz"
    with data.open("rb") as stream:
        _, *buckets = msgpack.load(gzip.open(stream), raw=False)
    for centibels, words in enumerate(buckets):
        for word in words:
            print(f"{word}\t{ZERO - centibels / CENTIBELS:.2f}")


if __name__ == "__main__":
    main()
