from __future__ import annotations

from training.sentences.task import weighted


def line_of(name: str, row: int) -> bytes:
    return f'{{"row":{row},"set":"{name}","sentences":[]}}'.encode()


def test_news_is_taken_three_times_and_textbooks_every_other_row() -> None:
    news, law = line_of("cliff", 0), line_of("senate", 1)
    books = [line_of("openstax", row) for row in range(2, 6)]
    taken = weighted([news, law, *books])
    assert taken == [news, news, news, law, books[1], books[3]]
