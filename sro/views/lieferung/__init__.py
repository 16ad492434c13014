"""A delivery before and after its release: findings, comparison, audit, Protokoll."""
