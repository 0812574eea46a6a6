portfolio examples/startup.yaml examples/notebooks.yaml --no-regression examples/startup.yaml -f csv --rubric google
