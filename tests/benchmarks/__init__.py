"""Figures, not verdicts: each `bench_*.py` prints a table. Run by `dev.py bench`, outside the test run."""
