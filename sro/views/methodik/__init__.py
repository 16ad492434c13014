"""How it is done, in tables: areas, states, rules, series breaks, Datenstände."""
