merge tests/sheets/features-ana.yaml tests/sheets/features-ben.yaml --rubric tests/sheets/models/features.yaml -f csv -o /nowhere/merged.yaml
