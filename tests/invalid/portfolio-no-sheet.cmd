portfolio tests/support
