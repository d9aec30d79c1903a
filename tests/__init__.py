"""The tests of newsevents."""
