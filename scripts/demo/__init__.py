"""Makes the demo data: figures of an invented city with Lübeck's areas. No real figure, only plausible ones."""
