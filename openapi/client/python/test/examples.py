"""Holds every committed example against the type that its operation answers, and writes it back. Takes the folder of the examples."""

import json
import sys
from pathlib import Path
from typing import Any, Dict, List, Literal, Union, get_args, get_origin, get_type_hints

from openrounds_client import OpenRounds, types


def fault(value: Any, hint: Any, at: str) -> Union[str, None]:
    """Where a value is not of its type, or has a member that the type does not know; None for nowhere."""
    origin = get_origin(hint)
    if hint is Any:
        return None
    if origin is Union:
        faults = [fault(value, each, at) for each in get_args(hint)]
        return None if None in faults else "; ".join(each for each in faults if each is not None)
    if origin is Literal:
        return None if value in get_args(hint) else f"{at}: {value!r} is none of {get_args(hint)}"
    if origin is list:
        if not isinstance(value, list):
            return f"{at}: no list"
        return first(fault(each, get_args(hint)[0], f"{at}/{index}") for index, each in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            return f"{at}: no object"
        return first(fault(each, get_args(hint)[1], f"{at}/{name}") for name, each in value.items())
    if hint is float:
        return None if isinstance(value, (int, float)) and not isinstance(value, bool) else f"{at}: no number"
    if hint in (str, int, bool, type(None)):
        return None if type(value) is hint else f"{at}: no {hint.__name__}"
    return fault_of_object(value, hint, at)


def fault_of_object(value: Any, hint: Any, at: str) -> Union[str, None]:
    if not isinstance(value, dict):
        return f"{at}: no object"
    members: Dict[str, Any] = get_type_hints(hint, vars(types))
    lacking = hint.__required_keys__ - value.keys()
    if lacking:
        return f"{at}: lacks {sorted(lacking)}"
    unknown = value.keys() - members.keys()
    if unknown and hint.__name__ not in OPEN:
        return f"{at}: does not know {sorted(unknown)}"
    return first(fault(value[name], members[name], f"{at}/{name}") for name in value.keys() & members.keys())


def first(faults: Any) -> Union[str, None]:
    return next((each for each in faults if each is not None), None)


#: Their further members are part of what they are.
OPEN = {
    "DiseaseFindingPublishedLr",
    "IntakeWarning",
    "KnowledgeInfoCalibrationFigures",
    "KnowledgeInfoSource",
    "Phenopacket",
    "PhenopacketMeasurement",
    "PhenopacketMeasurementAssay",
    "PhenopacketMetaData",
    "PhenopacketPhenotypicFeature",
    "PhenopacketPhenotypicFeatureType",
    "PhenopacketSubject",
    "ProvenanceBundle",
}


def method_of(operation: str) -> Any:
    snake = "".join(f"_{each.lower()}" if each.isupper() else each for each in operation)
    return getattr(OpenRounds, snake)


faults: List[str] = []
examples = sorted(Path(sys.argv[1]).glob("*.json"))
for path in examples:
    text = path.read_text("utf-8")
    example = json.loads(text)
    assert json.loads(json.dumps(example)) == example
    names = {**vars(types), "Union": Union, "Any": Any}
    hints = get_type_hints(method_of(path.stem), names)
    found = fault(example, hints["return"], path.stem)
    if found is not None:
        faults.append(found)
for each in faults:
    print(each)
print(f"{len(examples)} examples, {len(faults)} faults")
sys.exit(1 if faults else 0)
