"""Figures of areas: values, courses and tables, and the sentences beside them."""
