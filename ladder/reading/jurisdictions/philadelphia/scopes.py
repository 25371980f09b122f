"""Where a line of the minimum qualifications stands: under which label, specialty, option and level."""

from dataclasses import dataclass, field

from ladder.reading.drafts import Role
from ladder.reading.jurisdictions.philadelphia.marks import role_of

_EXPERIENCE = frozenset({"EXPERIENCE", "GENERAL EXPERIENCE", "SPECIFIC EXPERIENCE", "SPECIAL EXPERIENCE"})


@dataclass
class Place:
    """The label, specialties and options in force, and the label that each of the latter two stands under.

    ``is_bare`` says that nothing was said under the label yet; what opens then belongs to
    the label and ends with it.
    """

    label: str = ""
    is_bare: bool = False
    specialties: tuple[str, ...] | None = None
    specialties_under: str = ""
    marks_under: int = 0
    is_aside: bool = False
    level: tuple[tuple[int, str], ...] = ()
    option: tuple[tuple[int, str], ...] = ()
    option_is_new: bool = False
    options_under: str = ""
    _scopes: int = 0
    _seen: set[str] = field(default_factory=set)

    @property
    def role(self) -> Role:
        """The role of what stands under the label."""
        return role_of(self.label) if self.label else Role.OPEN

    @property
    def path(self) -> tuple[tuple[int, str], ...]:
        """The level and the option in force."""
        return (*self.level, *self.option)

    def new_scope(self) -> int:
        """Return the number of a new set of choices."""
        self._scopes += 1
        return self._scopes

    def enter_label(self, label: str) -> None:
        """Stand under a label: specialties and options of another label end there."""
        if self.specialties_under and not _holds(self.specialties_under, label):
            # One mark under a label opens the specialty's own section; several part the label's words among them.
            self.specialties = None if self.marks_under > 1 else self.specialties
            self.specialties_under = ""
        if self.options_under and not _holds(self.options_under, label):
            self.leave_option()
        self.label, self.is_bare, self.option_is_new = label, True, False

    def enter_specialties(self, names: tuple[str, ...] | None) -> None:
        """Stand under the mark of specialties; none stands for all of them."""
        if self.is_bare and not (self.specialties_under and self.specialties is not None):
            self.specialties_under, self.marks_under = self.label, 0
        elif self.specialties_under and self.specialties is not None:
            self.label = self.specialties_under
        else:
            self.specialties_under, self.marks_under = "", 0
        self.marks_under += 1
        if not self.option_is_new and not (self.is_aside and names is None):
            self.leave_option()
            self.level = ()
        self.specialties, self.is_aside = names, False

    def limit_label(self, names: tuple[str, ...] | None) -> None:
        """Stand under a label that is for some specialties only; options go on around it."""
        self.specialties, self.specialties_under, self.is_aside = names, "", True

    def enter_level(self, name: str) -> None:
        """Stand under a level of a class that a person grows through: one of the levels suffices."""
        scope = self.level[0][0] if self.level else self.new_scope()
        self.leave_option()
        self.level = ((scope, name),)
        self.label, self.option_is_new = "", True

    def enter_option(self, number: str) -> None:
        """Stand under an option: another of the same set, or the first of a new one."""
        if self.option and number not in self._seen:
            scope = self.option[0][0]
            self.label = self.options_under
        else:
            scope, self._seen = self.new_scope(), set()
            self.options_under = self.label if self.is_bare else ""
            self.label = self.options_under
        self._seen.add(number)
        self.option = ((scope, number),)
        self.option_is_new = True

    def return_to_options(self, scope: int, number: str) -> None:
        """Stand under the next option of a set that a label seemed to end."""
        self.option, self.option_is_new = ((scope, number),), True
        self.label, self.options_under = "", ""
        self._seen.add(number)

    def enter_way(self, scope: int, number: int) -> None:
        """Stand in another way of a set that no mark opens."""
        self.option = (*self.option, (scope, str(number)))

    def leave_option(self) -> None:
        """Stand under no option."""
        self.option, self.options_under, self._seen = (), "", set()

    def say(self) -> None:
        """Take note that something is said here."""
        self.is_bare = self.option_is_new = False


def _holds(outer: str, label: str) -> bool:
    return label == outer or (outer == "EXPERIENCE" and label in _EXPERIENCE)
