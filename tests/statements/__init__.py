"""Tests of the statements stage."""
