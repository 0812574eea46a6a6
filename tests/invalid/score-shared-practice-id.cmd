score tests/sheets/none-applies.yaml --rubric tests/sheets/models/one.yaml --rubric tests/sheets/models/two.yaml
