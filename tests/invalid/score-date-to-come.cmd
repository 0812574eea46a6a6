score tests/sheets/features.yaml --rubric tests/sheets/models/features.yaml --max-age 30 --today 2020-01-01 -f badge-json
