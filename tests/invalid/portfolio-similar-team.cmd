portfolio tests/sheets/features-board.yaml tests/sheets/features.yaml tests/sheets/similar-team.yaml --rubric tests/sheets/models/features.yaml -f csv -q
