"""Reads lines of {"schema": ..., "document": ...}; prints a line for each: the first error, or nothing."""
import json
import sys

import jsonschema

for line in sys.stdin:
    check = json.loads(line)
    jsonschema.Draft7Validator.check_schema(check["schema"])
    validator = jsonschema.Draft7Validator(check["schema"])
    error = next(validator.iter_errors(check["document"]), None)
    print("" if error is None else error.message.replace("\n", " ")[:500])
