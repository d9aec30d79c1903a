"""What can go wrong, one class for each thing a caller may want to catch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "MissingExtraError",
    "NewerSchemaWarning",
    "NewsEventsError",
    "PackError",
    "Problem",
    "RecordError",
    "RejectedLineWarning",
    "SchemaVersionError",
    "UnknownLanguageError",
    "shown",
]

# A message of more lines than this helps nobody; `RecordError.problems` holds every one of them.
_LISTED_PROBLEMS: Final = 100


def shown(value: Any) -> str:
    """Show the beginning of a value in a message, whatever it is.

    Examples:
        >>> shown("Paris"), shown(10**5000)
        ("'Paris'", 'an int too large to show')
    """
    try:
        return f"{value!r:.80}"
    except (RecursionError, ValueError):  # nested as deep as Python can go, or of more digits than it writes
        kind = type(value).__name__
        return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} too large to show"


class NewsEventsError(Exception):
    """The parent of every error this library raises on purpose.

    Errors keep their facts as attributes and survive pickling, so that they travel whole from worker processes.
    """

    def __reduce__(self) -> tuple[Callable[..., NewsEventsError], tuple[Any, ...], dict[str, Any]]:
        """Rebuild from the message and the attributes, without calling `__init__` again."""
        return _rebuild, (type(self), self.args), self.__dict__


def _rebuild(error_class: type[NewsEventsError], args: tuple[object, ...]) -> NewsEventsError:
    """Make an error of this class with these `args`, its attributes to be restored by the unpickler."""
    return error_class.__new__(error_class, *args)


class UnknownLanguageError(NewsEventsError, LookupError):
    """No installed language pack has the language asked for.

    Attributes:
        language: The language asked for.
        known: The languages that have a pack, sorted.

    Examples:
        >>> print(UnknownLanguageError("tlh", known=("en", "fr")))
        no language pack for 'tlh'; installed: en, fr
    """

    def __init__(self, language: str, *, known: Iterable[str] = ()) -> None:
        """Tell which language was asked for and which there are."""
        self.language = language
        self.known = tuple(known)
        super().__init__(f"no language pack for {language!r}; installed: {', '.join(self.known) or 'none'}")


class PackError(NewsEventsError, ValueError):
    """A language pack holds something that cannot be read.

    Attributes:
        problems: One line for each thing wrong, each with the file and the place in it.

    Examples:
        >>> print(PackError("extra fields found (form) @ fr/reporting.toml:$.group[1]"))
        extra fields found (form) @ fr/reporting.toml:$.group[1]
    """

    def __init__(self, *problems: str) -> None:
        """Tell everything that is wrong with the pack."""
        self.problems = problems
        super().__init__("\n".join(problems))


@attrs.frozen
class Problem:
    """One thing that is wrong with one value of a record.

    Attributes:
        owner: The class the value belongs to, `"Span"`.
        field: The field of that class, `"text"`; empty where the whole object is meant.
        value: What was found there.
        message: What was wanted and what was found, without the place.
        path: Where it stands in the record, as a JSON path; empty for an object that is in no record yet.

    Examples:
        >>> print(Problem("Actor", "name", 3, "expected a string, got int", "$.actors[0].name"))
        Actor.name: expected a string, got int @ $.actors[0].name
    """

    owner: str
    field: str
    value: Any
    message: str
    path: str = ""

    def __str__(self) -> str:
        """Give class, field, message and place."""
        what = f"{self.owner}.{self.field}" if self.field else self.owner
        return f"{what}: {self.message} @ {self.path}" if self.path else f"{what}: {self.message}"


class RecordError(NewsEventsError, ValueError):
    """A record, or a part of one, breaks a rule of the model or of its JSON form.

    Attributes:
        problems: Everything found wrong, at least one.

    Examples:
        >>> error = RecordError(Problem("Span", "end", 3, "expected start (5) or more, got 3"))
        >>> print(error)
        Span.end: expected start (5) or more, got 3
        >>> error.owner, error.field, error.value
        ('Span', 'end', 3)
    """

    def __init__(self, *problems: Problem) -> None:
        """Tell everything that is wrong."""
        self.problems = problems
        lines = [str(problem) for problem in problems[:_LISTED_PROBLEMS]]
        if len(problems) > _LISTED_PROBLEMS:
            lines.append(f"and {len(problems) - _LISTED_PROBLEMS} more, see the attribute `problems`")
        super().__init__(lines[0] if len(lines) == 1 else f"{len(problems)} problems:\n  " + "\n  ".join(lines))

    @property
    def owner(self) -> str:
        """The class the first problem is about."""
        return self.problems[0].owner

    @property
    def field(self) -> str:
        """The field the first problem is about."""
        return self.problems[0].field

    @property
    def value(self) -> Any:
        """The value the first problem is about."""
        return self.problems[0].value

    @property
    def path(self) -> str:
        """Where the first problem stands, as a JSON path; empty outside a record."""
        return self.problems[0].path


class SchemaVersionError(RecordError):
    """A record is of a schema version that this version of the library cannot read.

    Attributes:
        found: The version the record names.
        wanted: The newest version this library writes.

    Examples:
        >>> print(SchemaVersionError("newsevents/7.0", wanted="newsevents/1.0", is_newer=True))
        Record.schema: expected newsevents/1.x, got 'newsevents/7.0', which a newer newsevents may read @ $.schema
    """

    def __init__(self, found: Any, *, wanted: str, is_newer: bool = False) -> None:
        """Tell which version was found, which can be read, and whether an upgrade would help."""
        self.found = found
        self.wanted = wanted
        major = wanted.rpartition(".")[0]
        advice = ", which a newer newsevents may read" if is_newer else ""
        message = f"expected {major}.x, got {shown(found)}{advice}"
        super().__init__(Problem("Record", "schema", found, message, "$.schema"))


class MissingExtraError(NewsEventsError, ImportError):
    """Something optional was asked for that needs a package which is not installed.

    Attributes:
        extra: The extra that brings it.
        name: The module that is missing.

    Examples:
        >>> print(MissingExtraError("fast", module="msgspec"))
        this needs msgspec, which is not installed: pip install "newsevents[fast]"
    """

    def __init__(self, extra: str, *, module: str) -> None:
        """Tell what is missing and how to install it."""
        super().__init__(f'this needs {module}, which is not installed: pip install "newsevents[{extra}]"', name=module)
        self.extra = extra

    def __reduce__(self) -> tuple[Callable[..., NewsEventsError], tuple[Any, ...], dict[str, Any]]:
        """Keep the module's name too, which `ImportError` does not hold in `__dict__`."""
        return _rebuild, (type(self), self.args), {**self.__dict__, "name": self.name}


class NewerSchemaWarning(UserWarning):
    """A record of a newer minor schema version was read; what this version does not know was left out."""


class RejectedLineWarning(UserWarning):
    """A line of a JSON Lines file is no record; it was left out."""
