score tests/sheets/features-before.json --rubric tests/sheets/models/features.yaml
