"""What there is: areas, indicators, values, Datenstände. Frozen, without IO, importing nothing of ours."""
