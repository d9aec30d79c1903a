"""Laws that hold of whatever is drawn."""
