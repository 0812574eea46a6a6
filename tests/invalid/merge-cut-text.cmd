merge tests/sheets/hostile.yaml tests/sheets/long-note.yaml -f csv
