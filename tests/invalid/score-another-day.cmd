score tests/sheets/features.yaml --rubric tests/sheets/models/features.yaml -f badge-json --baseline tests/sheets/another-day.json
