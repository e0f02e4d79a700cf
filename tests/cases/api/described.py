"""Whether an answer is as the OpenAPI document says: nothing missing, nothing undescribed, nothing of another type."""

from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}


def differences(
    value: Any, schema: dict[str, Any], document: dict[str, Any], *, at: str = "answer"
) -> list[str]:
    """Where the value and its description differ; an empty list when they agree."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if value is None:
        return [] if schema.get("nullable") or schema.get("enum") == [None] else [f"{at}: null"]
    if one_of := schema.get("oneOf") or schema.get("allOf"):
        return min((differences(value, each, document, at=at) for each in one_of), key=len)
    if not isinstance(value, TYPES.get(schema.get("type", ""), object)) or value not in schema.get(
        "enum", [value]
    ):
        return [f"{at}: no {schema.get('type', 'word of the vocabulary')}"]
    if isinstance(value, list):
        return [line for each in value for line in differences(each, schema["items"], document, at=f"{at}[]")]
    if isinstance(value, dict) and "properties" in schema:
        return _of_fields(value, schema, document, at=at)
    return []


def _of_fields(
    value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], *, at: str
) -> list[str]:
    described, needed = schema["properties"], set(schema.get("required", []))
    lines = [f"{at}: {name} is missing" for name in sorted(needed - set(value))]
    lines += [f"{at}: {name} is not described" for name in sorted(set(value) - set(described))]
    for name in set(value) & set(described):
        lines += differences(value[name], described[name], document, at=f"{at}.{name}")
    return lines
