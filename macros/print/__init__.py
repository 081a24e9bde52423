"""Documents as PDF: what a page says is composed as plain data, set by Typst, and made a form.

In: the handbook. Out: PDF files, kept in ``.print`` by what they are made of. Only this package knows Typst and PDF.
"""
