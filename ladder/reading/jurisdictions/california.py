"""California: specifications of the State Personnel Board, an outline with the words of ``california.yaml``."""

from pathlib import Path

from ladder.reading.jurisdictions.outline.outline_reader import DescribedReader
from ladder.reading.jurisdictions.outline.vocabulary import load_description

READER = DescribedReader(load_description(Path(__file__).with_suffix(".yaml")))
