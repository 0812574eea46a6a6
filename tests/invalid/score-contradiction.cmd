score tests/sheets/contradiction.yaml --rubric google
