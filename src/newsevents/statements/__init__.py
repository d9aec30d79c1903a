"""Who said what to whom."""
