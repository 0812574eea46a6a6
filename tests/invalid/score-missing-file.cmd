score tests/invalid/nowhere.yaml
