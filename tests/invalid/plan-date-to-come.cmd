plan tests/sheets/features-musts.yaml --rubric tests/sheets/models/features.yaml --today 2020-01-01 -f csv
