score tests/sheets/none-applies.yaml --rubric tests/sheets/models/three.yaml --rubric tests/sheets/models/four.yaml
