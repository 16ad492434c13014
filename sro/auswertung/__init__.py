"""Puts together what is said about areas: figures with their comparison, profiles, tables. No words, no colours.

Page, PDF, workbook, slides and API are made of the same frozen objects, so that they cannot disagree.
"""
