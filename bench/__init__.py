"""Measures the app in a headless browser next to what it is compared with; `python -m bench` or `make bench`."""
