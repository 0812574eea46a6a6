score tests/sheets/features.yaml --rubric tests/sheets/models/features.yaml -q --no-regression tests/sheets/nothing-in-common.yaml
