"""How language packs are read: the only code that opens them."""
