score tests/invalid
