"""New York City: notices of vacancies in civil service titles, an outline with the words of ``new_york_city.yaml``."""

from pathlib import Path

from ladder.reading.jurisdictions.outline.outline_reader import DescribedReader
from ladder.reading.jurisdictions.outline.vocabulary import load_description

READER = DescribedReader(load_description(Path(__file__).with_suffix(".yaml")))
