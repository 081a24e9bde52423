"""The site: pages as Markdown and HTML, documents for programs, the search index, and the check of what was built.

In: the handbook and prepared values. Out: the text of files. Only strings are made; nothing is written to the disk.
"""
