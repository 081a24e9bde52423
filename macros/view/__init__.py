"""What a page says, whatever it is shown on: texts, links, helplines, safety, forms.

In: the handbook. Out: prepared values. No file, no engine and no paper is touched.
"""
