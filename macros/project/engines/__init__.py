"""The engines that put pages into the frame of the theme. Only this package knows MkDocs and Zensical.

In: the engine's events, or a project made for it. Out: pages. Whatever can be said without an engine is said elsewhere.
"""
