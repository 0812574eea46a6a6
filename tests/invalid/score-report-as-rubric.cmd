score examples/startup.yaml --rubric ./tests/sheets/features-before.json
