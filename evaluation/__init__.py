"""The figures of According on development data: `python -m evaluation`, or `make evaluate`."""
