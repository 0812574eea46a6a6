validate tests/sheets/features-before.json
