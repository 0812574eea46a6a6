validate tests/sheets/too-many.yaml
