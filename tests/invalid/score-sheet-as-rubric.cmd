score examples/startup.yaml --rubric examples/startup.yaml
