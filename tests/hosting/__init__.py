"""How the built site is served by the servers that people use, each started for the tests on this computer alone."""
