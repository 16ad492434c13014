"""Small-area statistics over protected observations: classes, intervals, comparison, change, series."""
