score tests/sheets/imported.yaml --rubric tests/sheets/models/imported.yaml -f badge-json
