"""The records and their rules."""
