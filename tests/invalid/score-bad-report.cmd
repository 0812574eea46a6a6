score tests/sheets/everything.yaml --no-regression tests/sheets/bad-report.json
