"""What happened, to whom, when and where."""
