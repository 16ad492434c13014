"""Editing records of any kind: list, form, conflict, history, workbooks."""
