"""Workbooks: their sheets, formats and native charts. No formula in any."""
