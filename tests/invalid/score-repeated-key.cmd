score examples/startup.yaml --no-regression tests/sheets/repeated-key.json
