"""Documents for word processors: letters to edit, and the sheet that a reviewer fills in.

In: the handbook. Out: the bytes of .docx and .txt files. Only this package knows python-docx.
"""
