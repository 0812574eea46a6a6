validate tests/sheets/long.yaml
