"""Options that belong together as one parameter of a command."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from inspect import Parameter
from typing import Any, get_type_hints


def with_groups(command: Callable[..., None]) -> Callable[..., None]:
    """A command for typer: each parameter that is a dataclass becomes an option for each of its fields.

    The fields are annotated as typer wants options to be; the command is called with the dataclass made of what was said.
    """
    signature = inspect.signature(command, eval_str=True)
    groups: dict[str, type[Any]] = {
        name: one.annotation
        for name, one in signature.parameters.items()
        if isinstance(one.annotation, type) and is_dataclass(one.annotation)
    }
    parameters = [
        option
        for name, one in signature.parameters.items()
        for option in (_options(groups[name]) if name in groups else [one])
    ]

    @functools.wraps(command)
    def expanded(**said: Any) -> None:  # noqa: ANN401
        for name, group in groups.items():
            said[name] = group(**{field.name: said.pop(field.name) for field in fields(group)})
        command(**said)

    described: Any = expanded
    described.__signature__ = signature.replace(parameters=parameters)
    described.__annotations__ = {one.name: one.annotation for one in parameters}
    return expanded


def _options(group: type[Any]) -> list[Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        Parameter(one.name, Parameter.KEYWORD_ONLY, default=_default(one), annotation=hints[one.name])
        for one in fields(group)
    ]


def _default(field: "Field[Any]") -> Any:  # noqa: ANN401
    return Parameter.empty if field.default is MISSING else field.default
