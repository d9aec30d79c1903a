"""Who, where and when: names, actors, places and times."""
