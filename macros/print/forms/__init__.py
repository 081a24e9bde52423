"""PDF surgery: links become form fields, and kept files are known to be whole.

In: a PDF as Typst gives it. Out: one that can be filled in. Only this package opens a PDF.
"""
