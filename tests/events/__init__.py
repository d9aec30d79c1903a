"""What the event stage does."""
