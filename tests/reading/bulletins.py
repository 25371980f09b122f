"""Job bulletins of our own writing in the layout of the City of Los Angeles."""

from dataclasses import dataclass

from ladder.reading.drafts import ClassDraft
from ladder.reading.jurisdictions.los_angeles import READER
from ladder.reading.passages import Document

FOOT = "Class Code 4711 . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 05-06-16"


@dataclass(frozen=True)
class Bulletin:
    """The parts of a bulletin, each as it is printed."""

    title: str = "LAMP TRIMMER"
    head: str = "Class Code:       4711\nOpen Date:  05-06-16\n(Exam Open to All, including Current City Employees)"
    salary: str = "$40,000 to $50,500"
    duties: str = "A Lamp Trimmer trims lamps."
    heading: str = "REQUIREMENTS/MINIMUM QUALIFICATIONS"
    requirements: str = "1. Two years in a mill; or\n2. A year in a lamp shop."
    notes: str = "PROCESS NOTES\n\n1. Bring a lamp."
    foot: str = FOOT
    name: str = "LAMP TRIMMER 4711 050616.txt"

    def document(self) -> Document:
        """Return the bulletin as a document."""
        blocks = [self.title, self.head, f"ANNUAL SALARY\n\n{self.salary}", f"DUTIES\n\n{self.duties}"]
        blocks += [
            f"{self.heading}\n\n{self.requirements}",
            self.notes,
            "WHERE TO APPLY\n\nAt the City of Los Angeles.",
        ]
        return Document(self.name, "\n\n".join([*blocks, self.foot]))

    def draft(self) -> ClassDraft:
        """Return what the reader makes of it."""
        (draft,) = READER.read(self.document())
        return draft
