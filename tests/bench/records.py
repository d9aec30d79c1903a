"""How fast records are written and read as JSON, beside pydantic and beside plain cattrs: the same records, one run.

    pip install -e ".[bench]"
    python -m tests.bench.records [--language fr] [--examples 10] [--rounds 40]

The records are those of the packs' own examples, some to an article. The models of pydantic are made from the classes of the model, field by
field, frozen, strict and with unknown keys forbidden: `pydantic` sees to types alone, as it does by itself; `pydantic, rules` refuses what we
refuse, as ours are always read: what a field's keywords of JSON Schema say is left to pydantic's own constraints, the rest to validators, and that of
a whole record to `is_sound`, the very pass that ours go through. cattrs is its own converter for JSON with unknown keys forbidden; it makes our
classes, which see to the rules themselves. All read bytes: a `str` keeps its UTF-8 once pydantic has asked for it, so that only the first round would pay.

Each path is told in microseconds of processor time a record, the best of some rounds taken in turn, so that the machine's mood falls on all alike.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import types
import typing
import warnings
from typing import TYPE_CHECKING, Any

import attrs
import cattrs.preconf.json
import pydantic

from newsevents import Parser, from_json, to_json
from newsevents.lexicon.installed import languages
from newsevents.model import SCHEMA, Article, Place, Quantity, Record, TimeExpression, is_value
from newsevents.model.edtf import VALUE_PATTERN
from newsevents.model.soundness import is_sound
from newsevents.serialization import accelerator
from tests.bench.speed import articles, best_in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def pydantic_model(model_class: Any, made: dict[type, Any], *, with_rules: bool) -> Any:
    """Give a frozen, strict model of pydantic with the fields of a class of the model, and those of the classes below it."""
    if model_class not in made:
        hints = typing.get_type_hints(model_class)
        fields: dict[str, Any] = {}
        for field in attrs.fields(model_class):
            hint = _translated(hints[field.name], made, with_rules=with_rules)
            if with_rules:
                hint = _constrained(hint, field.metadata)
            default: Any = field.default
            if default is attrs.NOTHING or (with_rules and field.name == "schema"):  # a document says what it is
                fields[field.name] = (hint, ...)
            elif isinstance(default, tuple | str | bool | int | None):
                fields[field.name] = (hint, default)
            else:  # a factory
                fields[field.name] = (hint, pydantic.Field(default_factory=hint))
        rule = _RULES.get(model_class) if with_rules else None
        # under a name that no field has: a field takes its validator's place
        validators: Any = {} if rule is None else {"see_to_rules": pydantic.model_validator(mode="after")(rule)}
        config = pydantic.ConfigDict(frozen=True, extra="forbid", strict=True)
        made[model_class] = pydantic.create_model(model_class.__name__, __config__=config, __validators__=validators, **fields)
    return made[model_class]


def _translated(hint: Any, made: dict[type, Any], *, with_rules: bool) -> Any:
    """Give a type with the models of pydantic in the place of the classes of the model."""
    args = [_translated(one, made, with_rules=with_rules) if one is not Ellipsis else one for one in typing.get_args(hint)]
    if typing.get_origin(hint) is types.UnionType:
        return typing.Union[tuple(args)]  # noqa: UP007 - as many as there are
    if typing.get_origin(hint) is tuple:
        return tuple[tuple(args)]  # type: ignore[misc]
    return pydantic_model(hint, made, with_rules=with_rules) if attrs.has(hint) else hint


def _article_rule(article: Any) -> Any:
    """See to an article's length and hash, as `Article` does."""
    if article.text is not None:
        if len(article.text) != article.text_length or hashlib.sha256(article.text.encode()).hexdigest() != article.text_sha256:
            raise ValueError(article)
    if article.published_at is not None and article.published_at.utcoffset() is None:
        raise ValueError(article)
    return article


def _place_rule(place: Any) -> Any:
    """See to a place's coordinates, as `Place` does."""
    if (place.latitude is None) is not (place.longitude is None):
        raise ValueError(place)
    return place


def _quantity_rule(quantity: Any) -> Any:
    """See to the ends of a quantity, as `Quantity` does."""
    if quantity.minimum is not None and quantity.maximum is not None and quantity.maximum < quantity.minimum:
        raise ValueError(quantity)
    return quantity


def _time_rule(time: Any) -> Any:
    """See to a time's value and bounds, as `TimeExpression` does."""
    if time.value is not None and not is_value(time.value):
        raise ValueError(time)
    if time.earliest is not None and time.latest is not None and time.latest < time.earliest:
        raise ValueError(time)
    return time


def _record_rule(record: Any) -> Any:
    """See to spans, identifiers, order and triggers, as `Record` does."""
    if not is_sound(record, schema=SCHEMA):
        raise ValueError(record.article.id)
    return record


_RULES: dict[type, Callable[[Any], Any]] = {
    Article: _article_rule,
    Place: _place_rule,
    Quantity: _quantity_rule,
    TimeExpression: _time_rule,
    Record: _record_rule,
}
# Keywords of JSON Schema, and what pydantic calls them; values of times are read by `is_value`, whose grammar says more than a pattern.
_CONSTRAINTS = {"minLength": "min_length", "minItems": "min_length", "minimum": "ge", "maximum": "le", "pattern": "pattern"}


def _constrained(hint: Any, metadata: Mapping[Any, Any]) -> Any:
    """Give a type with what a field's keywords say of it as pydantic's own constraints."""
    found = {_CONSTRAINTS[keyword]: value for keyword, value in metadata.items() if keyword in _CONSTRAINTS and value is not VALUE_PATTERN}
    return typing.Annotated[hint, pydantic.Field(**found)] if found else hint


def plain_cattrs() -> Any:
    """Give cattrs as it comes, for JSON."""
    converter = cattrs.preconf.json.make_converter(forbid_extra_keys=True)
    converter.register_structure_hook(int | float | None, lambda value, _: value)
    return converter


def report(records: list[Record], rounds: int) -> Iterator[str]:
    """Give the tables of some records, a line at a time."""
    texts = [to_json(record).encode() for record in records]
    shape, rules = (pydantic_model(Record, {}, with_rules=with_rules) for with_rules in (False, True))
    models = [shape.model_validate_json(text) for text in texts]
    assert all(json.loads(model.model_dump_json()) == json.loads(text) for model, text in zip(models, texts, strict=True))
    converter = plain_cattrs()

    def standard(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            codec, vars(accelerator)["_codec"] = accelerator._codec, lambda: None
            try:
                return call()
            finally:
                vars(accelerator)["_codec"] = codec

        return run

    paths: dict[str, dict[str, Callable[[], object]]] = {
        "writing": {
            "ours, msgspec": lambda: [to_json(record) for record in records],
            "ours, standard": standard(lambda: [to_json(record) for record in records]),
            "pydantic": lambda: [model.model_dump_json() for model in models],
            "cattrs": lambda: [json.dumps(converter.unstructure(record), ensure_ascii=False) for record in records],
        },
        "reading": {
            "ours, msgspec": lambda: [from_json(text) for text in texts],
            "ours, standard": standard(lambda: [from_json(text) for text in texts]),
            "pydantic": lambda: [shape.model_validate_json(text) for text in texts],
            "pydantic, rules": lambda: [rules.model_validate_json(text) for text in texts],
            "cattrs": lambda: [converter.structure(json.loads(text), Record) for text in texts],
        },
    }
    yield f"{len(texts)} records of {sum(map(len, texts)) / len(texts):,.0f} bytes"
    for task, calls in paths.items():
        seconds = best_in_turn(calls, rounds)
        for name, spent in seconds.items():
            ratios = [f"{seconds[other] / spent:5.2f} x {other}" for other in seconds if not other.startswith("ours")]
            yield f"  {task} {name:16} {spent / len(texts) * 1e6:8.1f} us" + (f"   {'  '.join(ratios)}" if name.startswith("ours") else "")


def main() -> None:
    """Read the arguments and report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--language", choices=languages(), default=languages()[0])
    arguments.add_argument("--examples", type=int, default=10, help="how many of the pack's examples make an article")
    arguments.add_argument("--rounds", type=int, default=40)
    asked = arguments.parse_args()
    warnings.simplefilter("ignore")  # pydantic warns of a field called `schema`
    reader = Parser(language=asked.language)
    records = [reader.parse(text, published="2025-10-17") for text in articles(asked.language, asked.examples)]
    print(f"{asked.language}, pydantic {pydantic.VERSION}:", *report(records, asked.rounds), sep="\n")


if __name__ == "__main__":
    main()
