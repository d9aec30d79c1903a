"""What mentions are found in a text."""
