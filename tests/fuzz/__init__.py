"""Hostile and mistaken input: what it is made of, what is tried, and what must hold. `python -m tests.fuzz` tries it at length.

In: a seeded source of chance. Out: whether a case was refused or accepted; a fault is an exception.
"""
