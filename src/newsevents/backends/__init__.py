"""What reads the syntax of a text: rules by default."""
