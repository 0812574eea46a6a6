"""Reads lines of {"schema": ..., "document": ...}; prints a line for each: the first error, or nothing."""
import json
import sys

import jsonschema

validators = {}


def validator(schema):
    name = json.dumps(schema)
    if name not in validators:
        jsonschema.Draft7Validator.check_schema(schema)
        validators[name] = jsonschema.Draft7Validator(schema)
    return validators[name]


for line in sys.stdin:
    check = json.loads(line)
    error = next(validator(check["schema"]).iter_errors(check["document"]), None)
    print("" if error is None else error.message.replace("\n", " ")[:500])
