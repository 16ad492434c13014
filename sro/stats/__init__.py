"""Small-area statistics over protected observations. What each method says and when it is silent: docs/statistik.md."""
