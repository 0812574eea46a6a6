merge tests/sheets/features-ana.yaml tests/sheets/features-hostile.yaml --rubric tests/sheets/models/features.yaml -f csv
