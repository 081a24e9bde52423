"""Measures what users wait for, and how it grows: ``python -m tests.bench``. A benchmark, not a test."""
