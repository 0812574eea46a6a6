score examples/startup.yaml --no-regression tests/sheets/everything.yaml
