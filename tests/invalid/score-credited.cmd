score tests/sheets/credited.yaml --rubric google
