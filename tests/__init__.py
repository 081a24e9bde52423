"""Tests of the handbook and of its generator."""
