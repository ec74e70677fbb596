"""Benchmarks: two ways of doing the same work, measured side by side in one run. `make bench`, or `python -m tests.benchmarks`.

They measure speed, which no test does. README.md beside this file says what each section compares and what it cannot show.
"""
