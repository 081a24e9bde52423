"""What the commands do: open a project, check, build, preview and release it, make new entries and packs, bundle a release.

In: a project's folder. Out: files on the disk and problems. Everything below is put together here.
"""
