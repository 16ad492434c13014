"""The page Dialog: prepare, present, note down, hand out."""
