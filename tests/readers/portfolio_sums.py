"""Sums up the CSV of `portfolio` on stdin, by itself: prints as JSON, for all teams and for each
value of tags.unit, how levels are spread and in which order the teams stand."""
import csv
import io
import json
import sqlite3
import sys

rows = list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline="")))
base = sqlite3.connect(":memory:")
base.execute("create table rows (team, date, unit, rubric, parameter, level, hundredths)")
for row in rows:
    whole, _, part = row["index"].partition(".")
    base.execute("insert into rows values (?, ?, ?, ?, ?, ?, ?)",
                 (row["team"], row["date"], row["tags.unit"], row["rubric"], row["parameter"],
                  int(row["level"]) if row["level"] else None, int(whole + part) if whole else None))
# Dates are ISO, and none is earlier than each.
base.execute("create table latest as select * from rows as r where date ="
             " (select max(date) from rows where team = r.team)")


def sums(condition, *values):
    def ask(columns, more="", *further):
        return base.execute(f"select {columns} from latest where {condition} {more}",
                            (*values, *further)).fetchall()

    spreads = {}
    for rubric, parameter in ask("distinct rubric, parameter"):
        of = ("and rubric = ? and parameter = ?", rubric, parameter)
        levels = [level for level, in ask("level", of[0] + " and level is not null order by level",
                                          *of[1:])]
        spreads[f"{rubric} {parameter}".strip()] = {
            "at": {level: levels.count(level) for level in sorted(set(levels))},
            "not_assessed": len(ask("1", of[0] + " and level is null", *of[1:])),
            "lowest": min(levels, default=None),
            "median": levels[(len(levels) - 1) // 2] if levels else None}
    orders = {}
    for rubric, in ask("distinct rubric"):
        orders[rubric] = [team for team, in ask(
            "team", "and rubric = ? and parameter = '' order by level desc, hundredths desc, team",
            rubric)]
    return {"teams": len(ask("distinct team")), "spreads": spreads, "orders": orders}


units = [unit for unit, in base.execute("select distinct unit from latest order by unit = '', unit")]
json.dump({"all": sums("1"), "units": {unit: sums("unit = ?", unit) for unit in units}}, sys.stdout)
