"""Sets composed data with Typst, on all cores, and keeps what was made.

In: ``Sheet`` and ``Volume``. Out: PDF files. Only this package calls Typst and starts processes.
"""
