"""The ontology: its sources, its crosswalk, and how strictly it is read."""
