"""The bench page: four counts, a bar a feeder, watch words, and nothing of few people where it is published."""

import json
import re

from ladder.answer_tables import Table
from ladder.catalog.loading import load_catalog
from ladder.csv_text import print_csv
from ladder.rendering.reports.bench_report import render_bench_report
from ladder.roster.published_tables import publish
from tests.roster.made_people import AS_OF
from tests.roster.test_bench import tables_of, twelve

CATALOG = load_catalog()


def page(*, published: bool = False) -> str:
    tables = tables_of(twelve())
    return render_bench_report(
        publish(tables) if published else tables, as_of=AS_OF, catalog=CATALOG, is_published=published
    )


def words_of(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text.partition("<body>")[2]).split())


def test_the_page_tells_counts_classes_bars_and_watch_words() -> None:
    words = words_of(page())
    assert "13 jobs held in these classes 3 steps open to people now 3 classes with only one feeder" in words
    assert "Customer Service Specialist 0442 3 people Customer Service Representative 1 2 1 3 in 2 years" in words
    assert "&#9651; More people leave than are ready" in words.replace("\u25b3", "&#9651;")
    assert "1 in 2 years 3 if HR confirms the rest" in words
    assert "People enter here from outside" in words


def test_it_asks_for_nothing_and_is_the_same_text_each_time() -> None:
    text = page()
    assert text == page()
    assert "default-src 'none'" in text
    assert not re.search(r"https?://(?!www\.w3\.org)|style=|<script (?!type=)", text)
    assert "Save as table" in text


def test_the_table_that_the_page_saves_is_the_bench_and_published_where_the_page_is() -> None:
    for published in (False, True):
        told = re.search('id="saved">(.*?)</script>', page(published=published))
        tables = tables_of(twelve())
        bench = Table(*(publish(tables) if published else tables)["bench"])
        assert told is not None
        assert json.loads(told[1]) == print_csv(bench)
        assert (",<5," in json.loads(told[1])) is published


def test_a_published_page_shows_no_few_people_and_no_total_of_hidden_parts() -> None:
    words = words_of(page(published=True))
    assert "&lt;5 in 2 years" in words
    assert "hidden jobs held in these classes" in words
    assert "hidden classes with only one feeder" in words
    # Of 0442 to 0444 nothing is warned of in print: a single feeder is withheld, and so is the word that there is none.
    assert words.count("Not shown: it would tell of few people") == 3
    assert words.count("No warning") == 1
    assert not re.search(r"(?<![\w<-])[1-4] in 2 years", words)


def test_where_feeders_are_withheld_the_page_says_hidden_and_never_nobody() -> None:
    tables = dict(publish(tables_of(twelve())))
    columns, rows = tables["bench"]
    printed = {"within_24": "hidden", "feeders": None}
    withheld = tuple(printed.get(name, cell) for name, cell in zip(columns, rows[2], strict=True))
    empty = tuple({"within_24": 0}.get(name, cell) for name, cell in zip(columns, rows[1], strict=True))
    tables |= {"bench": (columns, (withheld, empty)), "feeders": (tables["feeders"][0], ())}
    rows_told = render_bench_report(tables, as_of=AS_OF, catalog=CATALOG, is_published=True).split("<tr role")[2:4]
    hidden = "Which classes they come from is hidden: it would tell of few people"
    told = [(hidden in one, "nobody within 24 months" in one) for one in rows_told]
    assert told == [(True, False), (False, True)]


def test_a_count_that_is_not_printed_stands_for_somebody_where_most_come_first() -> None:
    tables = dict(tables_of(twelve()))
    columns, (bench, *_) = tables["bench"]
    people = (0, 6, "<5", 4)
    many = tuple((bench[0], f"Class {one}", bench[2], one, *bench[4:7], 7, *bench[8:]) for one in people)
    names, (feeder, *_) = tables["feeders"]
    ready = (5, "<5", "hidden", 6, 7, 8)
    rows = tuple((bench[0], f"us-nd/of {one}", 9, *[one] * 5, *feeder[8:]) for one in ready)
    told = render_bench_report(
        tables | {"bench": (columns, many), "feeders": (names, rows)}, as_of=AS_OF, catalog=CATALOG
    )
    words = words_of(told)
    found = [words.index(f"Class {one} ") for one in ("6", "4", "&lt;5", "0")]
    assert found == sorted(found)
    drawn = re.findall('<div class="feeder"><span dir="auto">us-nd/of (.*?)</span>', told)
    assert drawn[:5] == ["8", "7", "6", "5", "hidden"]
    assert "and 1 more classes" in words


def test_the_feeders_with_most_people_are_drawn_and_the_rest_are_counted() -> None:
    tables = dict(tables_of(twelve()))
    columns, rows = tables["feeders"]
    many = tuple((rows[0][0], f"us-nd/{number}", number, *[number] * 5, *rows[0][8:]) for number in range(1, 9))
    text = render_bench_report(tables | {"feeders": (columns, many)}, as_of=AS_OF, catalog=CATALOG)
    assert "us-nd/8 " in words_of(text)
    assert "us-nd/3 " not in words_of(text)
    assert "and 3 more classes" in words_of(text)


def test_who_is_in_a_class_is_drawn_and_what_warns_of_nothing_is_no_warning() -> None:
    text = page()
    assert text.partition("</header>")[2].count("<circle") == 13
    assert '<span class="chip">People enter here from outside</span>' in text
    assert '<span class="chip">HR confirms part of it</span>' in text
    assert text.count("No warning") == 1


def test_benches_come_first_and_classes_of_nobody_last_by_name() -> None:
    tables = dict(tables_of(twelve()))
    columns, rows = tables["bench"]
    nobody = (rows[0][0], "Vacant", rows[0][2], 0, *rows[0][4:])
    text = render_bench_report(tables | {"bench": (columns, (*rows, nobody))}, as_of=AS_OF, catalog=CATALOG)
    assert re.findall("<small>(.*?)</small>", text) == ["0443", "0442", "0444", "0441"]
    assert text.index("0441</small>") < text.index("Vacant")
    assert "Classes that nobody holds, with nobody ready in 2 years: 1" in words_of(text)


def test_titles_are_escaped() -> None:
    tables = dict(tables_of(twelve()))
    columns, rows = tables["bench"]
    tables["bench"] = (columns, ((rows[0][0], "<script>alert(1)</script>", *rows[0][2:]),))
    assert "<script>alert" not in render_bench_report(tables, as_of=AS_OF, catalog=CATALOG)
