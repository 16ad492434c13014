"""What a city brings along: its areas, its catalogue, where its files lie. Read once, never written."""
