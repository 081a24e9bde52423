"""The live preview: a small web server that makes each page when a browser asks for it, from files as they are now.

In: a project's folder and an engine. Out: pages, and words on what is going on. Knows no engine by name.
"""
