"""The engines that turn Markdown into HTML. Only this package knows MkDocs.

In: the engine's events. Out: calls of the project. Whatever can be said without an engine is said elsewhere.
"""
