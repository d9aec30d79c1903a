"""Sentences, tokens, quotations: the text as the stages see it."""
