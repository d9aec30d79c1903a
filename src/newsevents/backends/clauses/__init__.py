"""Clauses with their verbs, subjects, objects and complements, and how they hang together: one pass over each sentence."""
