#!/usr/bin/env python3
"""Stands in for GitHub's `gh`: keeps labels and issues as files in the folder FAKE_GH, and takes
only what the loop in docs/trackers.md needs."""
import argparse
import json
import os
import pathlib
import sys

store = pathlib.Path(os.environ["FAKE_GH"])
what, verb, *rest = sys.argv[1:]
parser = argparse.ArgumentParser()
if (what, verb) == ("label", "create"):
    parser.add_argument("name")
    parser.add_argument("--force", action="store_true", required=True)
    (store / (parser.parse_args(rest).name + ".label")).touch()
elif (what, verb) == ("issue", "create"):
    for name in ("--label", "--title", "--body"):
        parser.add_argument(name, required=True)
    asked = parser.parse_args(rest)
    if not (store / (asked.label + ".label")).exists():
        sys.exit(f"could not add label: '{asked.label}' not found")
    number = len(list(store.glob("*.json"))) + 1
    (store / f"{number}.json").write_text(json.dumps(vars(asked)), encoding="utf-8")
    print(f"https://github.com/o/r/issues/{number}")
elif (what, verb) == ("issue", "list"):
    for name in ("--label", "--state", "--limit", "--json"):
        parser.add_argument(name)
    asked = parser.parse_args(rest)
    issues = [json.loads(file.read_text(encoding="utf-8")) for file in store.glob("*.json")]
    issues = [each for each in issues if each["label"] == asked.label]
    issues = [each for each in issues if asked.state == "all" or not each.get("closed")]
    fields = asked.json.split(",")
    print(json.dumps([{f: each[f] for f in fields} for each in issues[: int(asked.limit)]]))
else:
    sys.exit(f"unknown command {what} {verb}")
