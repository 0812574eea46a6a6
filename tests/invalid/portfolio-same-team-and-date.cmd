portfolio tests/sheets/features.yaml tests/sheets/features-ana.yaml tests/sheets/features-board.yaml --rubric tests/sheets/models/features.yaml -f csv
