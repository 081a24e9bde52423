"""Every word that is not content, by language.

In: the name of a language. Out: its words, and how its sentences are counted. It knows no record.
"""
