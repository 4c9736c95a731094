import pytest

from training.claims.coverage import coverage
from training.claims.passages import Passage, is_heading, passages_of, plain, sentence_spans
from training.claims.retrieval import PassageIndex, stems
from training.claims.twins import Telling, twins


def sentences(line: str) -> list[str]:
    return [line[start:end] for start, end in sentence_spans(line)]


def count(text: str) -> int:
    return len(text.split())


def texts(source: str, most: int = 12) -> list[str]:
    return [passage.text for passage in passages_of(source, "notes", count, most)]


def test_splits_a_line_into_sentences() -> None:
    assert sentences('The ferry sailed. "We waited," she said. Was it late?') == [
        "The ferry sailed.",
        '"We waited," she said.',
        "Was it late?",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Dr. Marit Lund spoke first.",
        "It cost 4.5 million.",
        "J. R. Okafor left at 8 a.m. on Friday.",
        "She lives in the U.S. Virgin Islands.",
    ],
)
def test_keeps_a_sentence_with_an_abbreviation_whole(line: str) -> None:
    assert sentences(line) == [line]


def test_splits_after_a_year() -> None:
    assert sentences("It opened in 1931. The roof fell.") == [
        "It opened in 1931.",
        "The roof fell.",
    ]


def test_plain_text_has_no_marks() -> None:
    assert plain("## The **old** _mill_") == "The old mill"
    assert plain("| Town | 12 |") == "Town 12"
    assert plain("snake_case stays, 931. too") == "snake_case stays, 931. too"


@pytest.mark.parametrize("line", ["# Mill", "**The mill**", "THE OLD MILL"])
def test_knows_headings(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize("line", ["The old mill", "A **bold** claim", "1,204", "OK"])
def test_knows_what_is_no_heading(line: str) -> None:
    assert not is_heading(line)


def test_neighbouring_passages_share_a_sentence() -> None:
    source = "One two three four five. Six seven eight nine. Ten eleven twelve. Last of all."
    assert texts(source) == [
        "One two three four five. Six seven eight nine. Ten eleven twelve.",
        "Ten eleven twelve. Last of all.",
    ]


def test_no_passage_goes_beyond_a_heading_and_each_has_its_own() -> None:
    source = "# Mill\n\nIt burned down.\n\n## Bridge\n\nIt still stands."
    assert texts(source) == ["Mill. It burned down.", "Mill. Bridge. It still stands."]


def test_a_heading_that_does_not_fit_is_a_sentence() -> None:
    source = "# A heading of far too many words\n\nIt burned down."
    assert texts(source) == ["A heading of far too many words It burned down."]


def test_a_heading_alone_is_a_passage() -> None:
    assert texts("# Mill burns") == ["Mill burns"]


def test_lines_of_a_list_are_sentences() -> None:
    assert texts("- flour, 12 sacks\n- oats, 4 sacks", most=5) == [
        "flour, 12 sacks",
        "oats, 4 sacks",
    ]


def test_puts_a_broken_line_together() -> None:
    assert texts("The mill by the river\nburned down.") == ["The mill by the river burned down."]


def test_no_passage_is_longer_than_it_may_be_and_no_word_is_lost() -> None:
    words = [f"word{number}" for number in range(100)]
    passages = texts(" ".join(words) + ". A short end.")
    assert all(count(passage) <= 12 for passage in passages)
    assert set(" ".join(words).split()) <= set(" ".join(passages).replace(".", "").split())


def test_an_empty_source_has_no_passages() -> None:
    assert texts("\n\n---\n") == []


def test_words_are_found_in_other_forms() -> None:
    assert stems("Closing closed closes") == ["clos", "clos", "clos"]
    assert stems("3,812 votes") == ["3812", "vot"]


def test_finds_the_passage_that_shares_rare_words() -> None:
    index = PassageIndex(
        [
            Passage("notes", "The council met on Monday."),
            Passage("notes", "The council bought two ferries."),
            Passage("notes", "The council went home."),
        ]
    )
    best = index.best("A ferry was bought by the council.", most=2)
    assert best[0].passage.text == "The council bought two ferries."
    assert len(best) == 2
    assert (
        index.best("He paid.", context="The ferries again.")[0].passage.text == best[0].passage.text
    )


def test_coverage_is_of_the_best_passage() -> None:
    found = coverage("In 1931 Lund sold the mill.", ["Lund sold it.", "A mill of 1931."])
    assert found.words == pytest.approx(0.5)
    assert found.names == pytest.approx(0.5)
    assert coverage("It is there.", ["No."]).words == 1


def test_twins_differ_in_one_place() -> None:
    rows = [
        Telling("The mill burned down on Monday night.", "a", True),
        Telling("The mill burned down on Friday night.", "a", False),
        Telling("The bridge was sold to a farmer.", "a", False),
        Telling("The mill burned down on Sunday night.", "b", False),
    ]
    assert list(twins(rows)) == [(0, 1)]
