from hypothesis import given
from hypothesis import strategies as st

from ladder.facts_only.short_names import LONGEST_NAME, ShortNames
from ladder.titles import fold_title

WORDS = st.sampled_from(["crane", "license", "of", "the", "harbor", "class", "A", "P.O.S.T.", "valid,", "cranes"])
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=12)


@given(NAMES)
def test_names_that_differ_stay_apart_and_those_alike_stay_alike(names: list[str]) -> None:
    short = ShortNames((name, f"line {number % 3}") for number, name in enumerate(names))
    for one in names:
        for other in names:
            alike = fold_title(one) == fold_title(other)
            assert (fold_title(short(one)) == fold_title(short(other))) == alike, (one, other, short(one), short(other))


@given(NAMES)
def test_what_a_name_keeps_is_its_beginning(names: list[str]) -> None:
    short = ShortNames((name, "line 3") for name in names)
    for name in names:
        begun = short(name).partition("\u2026")[0]
        assert name.startswith(begun)
        assert len(begun.split()) <= LONGEST_NAME


def test_names_cut_alike_are_told_apart_by_their_place_and_then_by_a_number() -> None:
    first, second, third = (
        f"certificate in the safe use of {what} cranes of the harbor" for what in ("big", "old", "new")
    )
    short = ShortNames([(first, "a.txt, line 4"), (second, "a.txt, line 4"), (third, "a.txt, line 4")])
    assert sorted(map(short, (first, second, third))) == [
        "certificate in the safe use of\u2026",
        "certificate in the safe use of\u2026 (a.txt, line 4)",
        "certificate in the safe use of\u2026 (a.txt, line 4, 2)",
    ]
