"""Articles as rows of prose."""

from training.articles import SENTENCES_PER_ROW, rows_of


def test_a_row_has_some_sentences_in_order() -> None:
    text = " ".join(f"Lock {number} is shut." for number in range(1, 7))
    rows = list(rows_of(text))
    assert rows[0].count(".") == SENTENCES_PER_ROW
    assert " ".join(rows) == text


def test_marks_are_written_as_in_print() -> None:
    assert list(rows_of("The lock -LRB- of 1890 -RRB- is shut .")) == [
        "The lock (of 1890) is shut."
    ]
