from __future__ import annotations

from training.sentences.task import weighted


def line_of(name: str, row: int) -> bytes:
    return f'{{"row":{row},"set":"{name}","sentences":[]}}'.encode()


def test_news_is_taken_three_times_and_textbooks_every_other_row() -> None:
    news, law = line_of("cliff", 0), line_of("senate", 1)
    books = [line_of("openstax", row) for row in range(2, 6)]
    taken = weighted([news, law, *books])
    assert taken == [news, news, news, books[1], books[3]]


def test_another_pass_takes_other_rows_of_a_set_taken_in_part() -> None:
    rows = [line_of("senate", row) for row in range(100)]
    first, second = weighted(rows), weighted(rows, 1)
    assert len(first) == len(second) == 60
    assert first != second
